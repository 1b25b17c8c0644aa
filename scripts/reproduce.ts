import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildCopy, differences, SURROUNDINGS } from './lib/reproduce.ts'
import { listFiles } from './lib/site.ts'

/**
 * `npm run reproduce`: builds the whole site twice, from nothing, in two folders, time zones and languages, and
 * compares every byte. Takes two cold builds; the tests do the same with one entry of everything.
 */
const root = mkdtempSync(join(tmpdir(), 'yifang-reproduce-'))
try {
  const [a, b] = SURROUNDINGS.map((surroundings) => buildCopy(root, surroundings)) as [string, string]
  const found = differences(a, b)
  for (const { file, offset, words } of found.slice(0, 20)) {
    console.error(`${file}${offset === undefined ? ': in one build only' : ` differs from byte ${offset} on`}`)
    for (const each of words) console.error(`    ${JSON.stringify(each)}`)
  }
  console.log(`${listFiles(a).length} files, ${found.length} differ.`)
  process.exitCode = found.length === 0 ? 0 : 1
} finally {
  rmSync(root, { recursive: true, force: true })
}
