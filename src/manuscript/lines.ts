import type { Nodes, Paragraph, Root, Table } from 'mdast'
import type { Node } from 'unist'
import { visitParents } from 'unist-util-visit-parents'
import { WRITER_COMPONENTS } from './components.ts'
import { Lines, type Problem } from './problem.ts'

/** What is no line of text, however many lines it has. */
const COMMENT = /\{\/\*[\s\S]*?\*\/\}/g
const TAG = /<\/?[A-Za-z](?:"[^"]*"|'[^']*'|[^"'<>])*>/g

/** Signs of a list that is none. */
const LIST_SIGN = /^\s*(?:[•·●◆■▪➢]|[-－](?=\p{Script=Han})|\d{1,2}[、.．](?=\p{Script=Han}))/u

/** Signs that a paragraph may well begin with, and no line within it. */
const NUMBERED = /^\s*(?:[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)]|[①-⑳]|[一二三四五六七八九十]{1,3}、)/u

/** The end of a sentence, whatever closes behind it. */
const ENDS = /[。！？：](?:[”’」』）)】》]|\*\*|<\/Claim>)*$/u

/** Two spaces, as Markdown has it, break the line, as is meant. */
const BROKEN = / {2}$/

/** What must stand apart is told so by a rule of its own. */
const BLOCK = new RegExp(
  `^\\s*</?(?:${Object.keys(WRITER_COMPONENTS)
    .filter((name) => name !== 'Claim')
    .join('|')})\\b`,
)

/**
 * Lines that are meant to stand apart and would be run into one paragraph, or into the table above: as texts come
 * from Word, with no empty line between. One message for each paragraph.
 */
export function joinedLines(tree: Root, source: string, file: string): Problem[] {
  const lines = new Lines(source)
  const problems: Problem[] = []
  visitParents(tree, ['paragraph', 'table'], (node, ancestors) => {
    const found = node.type === 'table' ? rowsOf(node as Table, source) : linesOf(node as Paragraph, source)
    if (!found) return
    const { rule, message, fix, breaks, isSure } = found
    const [first = 0] = breaks
    const last = breaks.at(-1) as number
    // In lists and quotations an empty line needs more than itself.
    const isPlain = ancestors.every(({ type }) => type === 'root' || type === 'mdxJsxFlowElement')
    const replacement = breaks.map((at, index) => `\n${source.slice(at, breaks[index + 1] ?? at)}`).join('')
    const mend = isSure && isPlain && { by: 'fix' as const, edit: { written: source.slice(first, last), replacement } }
    problems.push({ file, ...lines.at(first), rule, level: 'error', message, fix, ...mend })
  })
  return problems
}

/** What is wrong with lines, and where the lines begin that need an empty one before them. */
interface Found {
  rule: string
  message: string
  fix: string
  /** Whether empty lines before them are what was meant, and no list. */
  isSure?: boolean
  breaks: number[]
}

const offsets = ({ position }: Node): [number, number] => [position?.start.offset ?? 0, position?.end.offset ?? 0]

function linesOf(node: Paragraph, source: string): Found | undefined {
  const [start, end] = offsets(node)
  const written = source.slice(start, end)
  // Most paragraphs are one line.
  if (!written.includes('\n') && !LIST_SIGN.test(written)) return undefined
  const text = written
    .replace(COMMENT, (comment) => ' '.repeat(comment.length))
    .replace(TAG, (tag) => tag.replaceAll('\n', ' '))
  let next = start
  const lines = text.split('\n').flatMap((line) => {
    const at = next
    next += line.length + 1
    return line.trim() ? { line, at } : []
  })
  const sign = lines.find(({ line }) => LIST_SIGN.test(line))
  if (sign)
    return {
      rule: 'unread-list',
      message: '列表没有认出来，符号会原样印出来',
      fix: '每一条写成“- 内容”或“1. 内容”，符号后面空一格，列表前面空一行',
      breaks: [sign.at],
    }
  const breaks = lines.flatMap(({ line, at }, index) => {
    const above = lines[index - 1]
    if (!above || BLOCK.test(line) || BROKEN.test(source.slice(0, at - 1))) return []
    return ENDS.test(above.line.trimEnd()) || NUMBERED.test(line) ? { at, isSure: !NUMBERED.test(line) } : []
  })
  if (breaks.length === 0) return undefined
  return {
    rule: 'joined-lines',
    message: '这一行和上一行会连成一段',
    fix: '段与段之间空一行；是列表的，每一条写成“- 内容”或“1. 内容”，符号后面空一格；本来是一段的，并成一行',
    isSure: breaks.every(({ isSure }) => isSure),
    breaks: breaks.map(({ at }) => at),
  }
}

function rowsOf({ children }: Table, source: string): Found | undefined {
  const row = children.find((row: Nodes) => !source.slice(...offsets(row)).includes('|'))
  if (!row) return undefined
  return {
    rule: 'joined-lines',
    message: '这一行会变成上面表格里的一行',
    fix: '表格后面空一行',
    isSure: true,
    breaks: [offsets(row)[0]],
  }
}
