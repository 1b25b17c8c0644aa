import { enableCompileCache } from 'node:module'
import { resolve } from 'node:path'
import { optionsOr } from './lib/options.ts'

/**
 * `npm run check [-- --json]`: everything that is wrong in `content/`, at once. Exit 1 on errors,
 * 0 on advice only, so that a stray byte order mark stops nobody.
 */
// Loading the code takes longer than checking one story; compiled code is kept from run to run.
enableCompileCache(resolve('.cache/code'))
const { checkContent } = await import('./lib/check-content.ts')
const { json = false } = optionsOr('用法：npm run check，或 npm run check -- --json（给程序读）。', {
  json: { type: 'boolean' },
})
process.exitCode = await checkContent(json)
