import { enableCompileCache } from 'node:module'
import { resolve } from 'node:path'

/**
 * `npm run check [-- --json]`: everything that is wrong in `content/`, at once. Exit 1 on errors,
 * 0 on advice only, so that a stray byte order mark stops nobody.
 */
// Loading the code takes longer than checking one story; compiled code is kept from run to run.
enableCompileCache(resolve('.cache/code'))
const { checkContent } = await import('./lib/check-content.ts')
process.exitCode = await checkContent(process.argv.includes('--json'))
