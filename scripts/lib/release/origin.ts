import { Refusal } from './layout.ts'

/** Names by which a machine calls itself: nobody else gets there. */
const THIS_MACHINE = /^(?:localhost|127(?:\.\d+){3}|\[::1\]|0\.0\.0\.0)$/

const EXAMPLE = '写成 SITE_URL=https://你们的域名 npm run release -- --to 文件夹'

/**
 * The origin under which a site is published. It stands in every page, feed, card and QR code, and what is printed or
 * shared cannot be taken back: so it has to be said, and said rightly.
 * @param url what SITE_URL says
 * @param isLocal whether the release is only tried on this machine
 * @returns undefined where it does not matter
 * @throws Refusal, in Chinese with the cure
 */
export function publicOrigin(url: string | undefined, isLocal: boolean): string | undefined {
  if (!url) {
    if (isLocal) return undefined
    throw new Refusal(
      `没有给 SITE_URL：页面、订阅、分享卡片和海报的二维码里，会写成这台机器的网址，别人打不开。${EXAMPLE}；只在这台机器上试，加 --local。没有发布。`,
    )
  }
  const parsed = URL.parse(url)
  if (!parsed || !/^https?:$/.test(parsed.protocol))
    throw new Refusal(`SITE_URL「${url}」不是完整的网址，要以 https:// 开头。${EXAMPLE}。没有发布。`)
  if (parsed.pathname !== '/' || parsed.search || parsed.hash)
    throw new Refusal(
      `SITE_URL「${url}」里只写域名，到 ${parsed.origin} 为止；网站在域名下面哪个目录，写在 SITE_BASE 里。没有发布。`,
    )
  if (THIS_MACHINE.test(parsed.hostname) && !isLocal)
    throw new Refusal(
      `SITE_URL「${url}」是这台机器自己的网址，别人打不开。${EXAMPLE}；只在这台机器上试，加 --local。没有发布。`,
    )
  return parsed.origin
}
