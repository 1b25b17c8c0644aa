import { contentRoot } from '../src/catalogue/root.ts'
import { recordAddresses } from './lib/release/addresses.ts'
import { BadContent, readPublic } from './lib/release/content.ts'

/**
 * `npm run addresses`: adds the addresses of all pages that a build would publish now to the ledger. A release does
 * the same by itself; this is for the first time, and for whoever publishes by other means.
 */
const root = contentRoot()
try {
  const added = await recordAddresses(root, (await readPublic(root)).pages)
  console.log(added === 0 ? '没有新网址要记。' : `在 content/addresses.txt 里添了 ${added} 个网址。请提交这个文件。`)
} catch (error) {
  if (!(error instanceof BadContent)) throw error
  console.error(`${error.message}\n\n稿件里有错误，网址没有记。先改好，再运行一次。`)
  process.exitCode = 1
}
