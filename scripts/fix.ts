import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { findRepairable } from '../src/catalogue/read.ts'
import { contentRoot } from '../src/catalogue/root.ts'
import { repairFile } from '../src/manuscript/fix.ts'

/**
 * `npm run fix`: puts right what a machine can in manuscripts and tables, and says what it did.
 * Running it again changes nothing; what has no single cure is left for `npm run check` to report.
 */
const root = contentRoot()
let changed = 0
for (const file of await findRepairable(root)) {
  const path = join(root, file)
  const before = await readFile(path)
  const { text, done } = repairFile(before, file)
  if (text === undefined || Buffer.from(text).equals(before)) continue
  // Written beside and then renamed: a power cut leaves the old file, not half of the new one.
  await writeFile(`${path}.part`, text)
  await rename(`${path}.part`, path)
  changed++
  console.log(`content/${file}`)
  for (const line of done) console.log(`    ${line}`)
}
console.log(changed ? `改好了 ${changed} 个文件。再运行 npm run check 看看还有什么要改。` : '没有能自动改的地方。')
