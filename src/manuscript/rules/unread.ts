import type { Link, Text } from 'mdast'
import type { Node } from 'unist'
import { WRITER_COMPONENTS } from '../components.ts'
import { LEFTOVERS, type Unread } from '../leftovers.ts'
import type { Report } from './report.ts'

/** Wherever there is text: stars that make nothing bold. More than two cover something up. */
const UNREAD_BOLD: Unread = [
  'unread-bold',
  /(?<![*\\])\*\*(?!\*)|＊＊[^＊]+＊＊/,
  '加粗没有认出来，星号会原样印出来',
  '两边各两个半角星号，紧贴文字，里面不留空格：**重点**；真要印星号的，写成 \\*\\*',
]

/** Wherever there is text: a component that a sign keeps from being one. */
const UNREAD_COMPONENT: Unread = [
  'unread-component',
  new RegExp(`[<＜]\\s*[/／]?\\s*(?:${Object.keys(WRITER_COMPONENTS).join('|')})\\b`, 'i'),
  '组件没有认出来，会原样印出来',
  `尖括号、引号、等号、斜杠都用半角，< 后面不空格，前面没有反斜杠：${WRITER_COMPONENTS.Claim?.example}`,
]

/** A link that is none: its rule, what is said of it and the cure. */
const UNREAD_LINK = [
  'unread-link',
  ['链接没有认出来，会原样印出来', '方括号后面紧跟半角圆括号，网址里不能有空格：[文字](/brands/fumian-caifeng/)'],
] as const

/** Markup with a slip in it, which is no markup: readers would be shown its signs. */
const UNREAD: readonly Unread[] = [
  UNREAD_BOLD,
  [
    'unread-heading',
    /^(?:[#＃]{2,6}(?![#＃])\s*\S|[#＃]\p{Script=Han}[^#＃]*$)/u,
    '小标题没有认出来，# 会原样印出来',
    '写成半角的 ##，后面空一格（也是半角），前后各空一行：## 做琴的人',
  ],
  UNREAD_COMPONENT,
  [
    'unread-table',
    /^\s*[|｜].*[|｜]\s*$/,
    '表格没有认出来，竖线会原样印出来',
    '竖线用半角 |，第二行写 | --- | --- |，有几栏写几个；表格前面空一行',
  ],
  [
    'unread-table',
    /\S\t+\S/,
    '这像是从表格里粘来的：各格会连成一行字',
    '写成表格：每行 | 一格 | 一格 |，第二行写 | --- | --- |；或改写成句子',
  ],
  [UNREAD_LINK[0], /(?:\[[^\]]+\]|【[^【】]{1,60}】)\s*[（(]\s*(?:https?:|\/[a-z])/, ...UNREAD_LINK[1]],
  ...LEFTOVERS,
]

/**
 * Reports markup that was not recognised in a text of the tree.
 * @param parent what the text stands in; only lines of a paragraph can be meant as something else than text
 * @param source what the tree was made from
 */
export function checkUnread(
  { value, position }: Node & { value: string },
  parent: string,
  source: string,
  report: Report,
): void {
  const lines = value.split('\n')
  // As its writer wrote it: a star behind a backslash is meant.
  const written = source.slice(position?.start.offset, position?.end.offset).split('\n')
  const rules = parent === 'paragraph' ? UNREAD : [UNREAD_BOLD, UNREAD_COMPONENT, ...LEFTOVERS]
  for (const [rule, line, message, fix] of rules) {
    const at = (rule === 'unread-bold' ? written : lines).findIndex((text) => line.test(text))
    if (at < 0 || !position) continue
    const start = { ...position.start, line: position.start.line + at, column: at === 0 ? position.start.column : 1 }
    report({ type: 'text', position: { start, end: position.end } }, rule, message, fix)
  }
}

/**
 * Reports a link with a slip in it whose address became a link by itself: the words and brackets before it stand in a
 * text of their own, where no address follows.
 */
export function checkCutLink(node: Text, parent: Node | undefined, report: Report): void {
  if (!/(?:\[[^\]]+\]|【[^【】]{1,60}】)\s*[（(]\s*$/.test(node.value)) return
  const siblings = (parent as { children?: Node[] } | undefined)?.children ?? []
  const next = siblings[siblings.indexOf(node) + 1]
  const [words] = next?.type === 'link' ? (next as Link).children : []
  if (words?.type !== 'text' || !/^https?:|^www\./.test(words.value)) return
  report(node, UNREAD_LINK[0], ...UNREAD_LINK[1])
}
