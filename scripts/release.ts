import { contentRoot } from '../src/catalogue/root.ts'
import { optionsOr } from './lib/options.ts'
import { Refusal } from './lib/release/layout.ts'
import { publicOrigin } from './lib/release/origin.ts'
import { liveNow, release } from './lib/release/release.ts'

/**
 * `npm run release -- --to DIR [--from dist] [--local]`: builds the site, judges what was built, and publishes it below DIR in
 * one step that happens or does not. Every end of it says what is live. `docs/reliability.md` tells the whole.
 */
const USAGE = `用法：npm run release -- --to 文件夹
  --to    网站发布在哪个文件夹；网页服务器指向它下面的 current/site
  --from  已经生成好的网站所在的文件夹；不写就先生成
  --local 只在这台机器上试：不要求用 SITE_URL 写明公开的网址`

const { to, from, local, help } = optionsOr(USAGE, {
  to: { type: 'string' },
  from: { type: 'string' },
  local: { type: 'boolean' },
  help: { type: 'boolean' },
})
if (!to || help) {
  console.error(USAGE)
  process.exitCode = 1
} else {
  try {
    const origin = publicOrigin(process.env.SITE_URL, local ?? false)
    const base = process.env.SITE_BASE ?? '/'
    const made = await release({ to, from, base, origin, content: contentRoot(), say: (words) => console.log(words) })
    console.log(`发布好了：${made.release}，${made.pages} 页。`)
    if (made.recorded === undefined)
      console.error('新网址没有记进 content/addresses.txt（写不进去）。请运行 npm run addresses。')
    else if (made.recorded > 0)
      console.log(`content/addresses.txt 里添了 ${made.recorded} 个新网址，请提交这个文件：它们从此不能断。`)
  } catch (error) {
    process.exitCode = 1
    if (error instanceof Refusal) console.error(error.message)
    else console.error('程序出错，没有发布：', error)
  }
  // In the same stream as the words before it.
  ;(process.exitCode ? console.error : console.log)(await liveNow(to))
}
