import { isPublicHost } from '../../../src/schemas/public.ts'
import { Refusal } from './layout.ts'

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
  const refuse = (why: string): never => {
    throw new Refusal(`${why}。没有发布。`)
  }
  const trial = '只在这台机器上试，加 --local'
  if (!url) {
    if (isLocal) return undefined
    return refuse(
      `没有给 SITE_URL：页面、订阅、分享卡片和海报的二维码里，会写成这台机器的网址，别人打不开。${EXAMPLE}；${trial}`,
    )
  }
  const parsed = URL.parse(url)
  if (!parsed || !/^https?:$/.test(parsed.protocol))
    return refuse(`SITE_URL「${url}」不是完整的网址，要以 https:// 开头。${EXAMPLE}`)
  if (parsed.username || parsed.password) return refuse('SITE_URL 里写了用户名或密码，会印在每一页上：删掉')
  if (parsed.pathname !== '/' || parsed.search || parsed.hash)
    return refuse(`SITE_URL「${url}」里只写域名，到 ${parsed.origin} 为止；网站在域名下面哪个目录，写在 SITE_BASE 里`)
  if (!isLocal && !isPublicHost(parsed.hostname))
    return refuse(`SITE_URL「${url}」是这台机器或单位内部的网址，外面打不开。${EXAMPLE}；${trial}`)
  return parsed.origin
}
