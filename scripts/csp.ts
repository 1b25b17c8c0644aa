import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { SITE } from '../src/site.config.ts'
import { withPolicy } from './lib/csp.ts'
import { pagesToFinish } from './lib/finishing.ts'

/**
 * Puts its content security policy into every page of dist/ (a step of `npm run build`, after the last one that
 * changes pages: the policy names what they hold by its hash).
 */
const dist = resolve('dist')
const files = pagesToFinish(dist)
for (const file of files) {
  const path = join(dist, file)
  const html = await readFile(path, 'utf8')
  try {
    await writeFile(path, withPolicy(html, SITE.players))
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`)
  }
}
console.log(`Policies: ${files.length} pages.`)
