import type { Nodes } from 'mdast'
import type { Node } from 'unist'
import { isPublicAddress, NOT_PUBLIC } from '../../schemas/public.ts'
import { plainText } from '../render.ts'
import { isEmpty, type Report } from './report.ts'

const ALLOWED_PROTOCOLS = /^(?:https?:|mailto:)/i

/** Words that are an address themselves: www.gov.cn, https://example.cn/a. A file's name (brands.csv) is none. */
const HOST_WORDS =
  /^(?:https?:\/\/)?((?:[a-z\d-]+\.)+(?:com|cn|net|org|gov|edu|info|top|xyz|cc|io|vip|club|shop|site|tv|me))(?:[/:?#]\S*)?$/i

/** What would run on the machine of whoever opens it. */
const PROGRAM = /\.(?:apk|exe|msi|bat|cmd|scr|dmg|ipa|jar|vbs|ps1)(?:[?#]|$)/i

const withoutWww = (host: string): string => host.toLowerCase().replace(/^www\./, '')

/** What is wrong with an address that opens, if anything is: the words promise another, or it does more than open. */
function trickOf(url: string, words: string): readonly [message: string, fix: string] | undefined {
  const host = HOST_WORDS.exec(words.trim())?.[1]
  if (host && withoutWww(host) !== withoutWww(/^https?:\/\/(?:[^/?#]*@)?([^/?#:]+)/i.exec(url)?.[1] ?? ''))
    return [
      `链接的字是网址「${host}」，打开的却是别处`,
      '方括号里写这是什么，例如 [县政府的公告](https://……)；地址写真正要去的网址',
    ]
  if (PROGRAM.test(url)) return ['链接打开的是要安装的程序', '换成介绍它的网页；没有就去掉链接，留下文字']
  if (/^mailto:[^?]*\?.*\b(?:b?cc|attach(?:ment)?)=/i.test(url))
    return ['邮箱地址里夹着抄送或附件', '只写 mailto: 和单位的邮箱，? 和后面的删掉']
  return undefined
}

/** Reports links without words, and those that a visitor cannot open or that do something else. */
export function checkLink(node: { url: string; children?: Array<{ value?: string }> } & Node, report: Report): void {
  if (isEmpty(node as Nodes)) {
    report(node, 'empty-link', '链接里没有字', '方括号里写上字：[文字](地址)；不要的，整个删掉')
    return
  }
  // Only where the address stands in the text as it is: in a link's brackets Chinese is a part of it.
  const [words] = node.children ?? []
  if (words?.value === node.url && /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/.test(node.url)) {
    report(node, 'bad-link', '网址后面连着汉字或全角标点，会一起变成链接', '写成 [文字](https://……)，网址里只留网址')
    return
  }
  // Control characters, spaces and zero-width characters can hide a scheme: `java\tscript:`.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is being removed
  const url = node.url.replace(/[\u0000-\u0020\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, '')
  const internal = url.startsWith('/') && !url.startsWith('//') && !url.startsWith('/\\')
  const isAllowed = internal || url.startsWith('#') || ALLOWED_PROTOCOLS.test(url)
  if (/^https?:/i.test(url) && !isPublicAddress(url)) {
    report(node, 'bad-link', NOT_PUBLIC, '换成公众打得开的网址；站内的写 /brands/编号/ 这样；没有就去掉链接，留下文字')
    return
  }
  const trick = isAllowed && trickOf(url, plainText(node as Nodes))
  if (trick) {
    report(node, 'bad-link', ...trick)
    return
  }
  // The page gets the address as it was written, not as it was read here.
  if (isAllowed && url === node.url) return
  const fix = isAllowed
    ? '地址里夹着空格或看不见的字符：删掉，用键盘重新打一遍'
    : '站内写 /brands/编号/ 这样，站外写完整的 https:// 网址'
  report(node, 'bad-link', `链接「${node.url.slice(0, 40)}」不能用`, fix)
}
