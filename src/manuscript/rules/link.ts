import type { Nodes } from 'mdast'
import type { Node } from 'unist'
import { isPublicAddress, NOT_PUBLIC } from '../../schemas/public.ts'
import { isEmpty, type Report } from './report.ts'

const ALLOWED_PROTOCOLS = /^(?:https?:|mailto:)/i

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
  // The page gets the address as it was written, not as it was read here.
  if (isAllowed && url === node.url) return
  const fix = isAllowed
    ? '地址里夹着空格或看不见的字符：删掉，用键盘重新打一遍'
    : '站内写 /brands/编号/ 这样，站外写完整的 https:// 网址'
  report(node, 'bad-link', `链接「${node.url.slice(0, 40)}」不能用`, fix)
}
