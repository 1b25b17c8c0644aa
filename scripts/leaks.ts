import { resolve } from 'node:path'
import { readContent } from '../src/catalogue/read.ts'
import { contentRoot } from '../src/catalogue/root.ts'
import { validate } from '../src/catalogue/validate.ts'
import { officialAddresses } from '../src/manuscript/manuscript.ts'
import { findLeaks } from './lib/leaks.ts'

/**
 * `npm run leaks [-- folder]`: the last look at the built site before anybody else sees it. Exit 1 when
 * personal data is anywhere in it; names the file and shows a masked excerpt.
 */
const dist = resolve(process.argv[2] ?? 'dist')
const { entries } = validate(await readContent(contentRoot()))
const official = entries.flatMap(({ data }) => officialAddresses(data))
const started = performance.now()
const leaks = await findLeaks(dist, official)
for (const { file, what, excerpt } of leaks) console.error(`${file}：${what}${excerpt ? `\n    …${excerpt}…` : ''}`)
if (leaks.length > 0) {
  console.error(`\n成品里有 ${leaks.length} 处不能发布的内容。找到对应的稿件改掉，再重新生成。`)
  process.exitCode = 1
} else {
  console.log(`成品里没有发现个人信息（${((performance.now() - started) / 1000).toFixed(1)} 秒）。`)
}
