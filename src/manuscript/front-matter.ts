import { type Document, isAlias, isMap, isNode, isScalar, isSeq, parseDocument } from 'yaml'
import { FILE_START, Lines, type Position, type Problem } from './problem.ts'
import { yamlLines } from './yaml-lines.ts'

/** A path into front matter, as zod reports it. */
export type DataPath = readonly PropertyKey[]

/** Places of data in the text it was read from. */
export interface Locators {
  /** Where the value at `path` is, or the nearest parent that exists. */
  locate(path: DataPath): Position
  /** Where the key `key` of the mapping at `path` is. */
  locateKey(path: DataPath, key: string): Position
}

/** YAML read with positions, so that a complaint about a field can point at its line. */
export interface YamlSource extends Locators {
  data: unknown
  problems: Problem[]
  /** Every text in it, as written and as read, with the way to its places. */
  scalars: YamlText[]
}

/** A text in a YAML source: `text` as written, `value` as read. `at` gives the place of an offset in `text`. */
export interface YamlText {
  path: DataPath
  text: string
  value: string
  at(offset: number): Position
}

type Cure = readonly [message: string, fix: string]

const YAML_CURES: Record<string, Cure> = {
  TAB_AS_INDENT: ['行首用了 Tab 键缩进', '删掉 Tab，改成两个空格'],
  DUPLICATE_KEY: ['这一栏写了两次', '只留一处，把另一处删掉'],
  MISSING_CHAR: ['引号没有成对', '这一段的末尾补上一个同样的引号；不需要引号的，把前面那个也删掉'],
  BAD_INDENT: ['缩进不齐', '同一层的行首空格数要一样，下一层多两个空格'],
  MULTILINE_IMPLICIT_KEY: [
    '这一行少了冒号，或上一行没有写完',
    '是上一行没写完的，并回上一行；是新的一栏，写成“栏目: 内容”，冒号用半角，后面空一格',
  ],
  BLOCK_AS_IMPLICIT_KEY: ['这一行少了冒号，或缩进不对', '写成“栏目: 内容”，冒号用半角，后面空一格'],
}

const OTHER_CURE: Cure = ['这里的格式看不懂', '对照写稿手册里的样子检查这一行：冒号用半角、后面空一格，缩进用空格']

/** Fields and items of ours stand 0, 2, 4 … spaces in. */
const UNEVEN = /^(?: {2})* (?=(?:- )?[A-Za-z]\w*: |(?:- )?[A-Za-z]\w*:$|- )/

const unevenCure = (spaces: number): Cure => [
  `行首有${spaces}个空格，和上下几行对不齐`,
  `行首的空格数只用 0、2、4 这样的双数：和同一组的上一行一样多，多半是${spaces - 1}个或${spaces + 1}个`,
]

/** A line that begins at the wrong place. */
interface OddLine {
  at: Position
  cure: Cure
}

/**
 * The line out of step that the parser stumbled over: it complains of that line or of one beside it, and then of all
 * that follows. Lists and prose that stand oddly without harm are let be.
 * @param stumbled lines of the parser's complaints
 */
function findUneven(lines: readonly string[], firstLine: number, stumbled: readonly number[]): OddLine | undefined {
  for (const { index, inQuote } of yamlLines(lines, 0, lines.length)) {
    const spaces = inQuote ? undefined : UNEVEN.exec(lines[index] as string)?.[0].length
    const line = firstLine + index
    if (spaces && stumbled.some((other) => Math.abs(other - line) <= 1))
      return { at: { line, column: spaces + 1 }, cure: unevenCure(spaces) }
  }
  return undefined
}

/** A field with its value behind it; what goes on below is none. */
const WHOLE_FIELD = /^( *)(- )?[A-Za-z]\w*: +[^\s|>#]/

/** The line that stands further in than the field above it, although that one has its value: it belongs beside it. */
function findDeeper(lines: readonly string[], firstLine: number, stumbled: readonly number[]): OddLine | undefined {
  for (const line of stumbled.flatMap((other) => [other, other + 1])) {
    const index = line - firstLine
    const [above, indent = '', dash = ''] = WHOLE_FIELD.exec(lines[index - 1] ?? '') ?? []
    const [, own = ''] = /^( +)[A-Za-z]\w*:(?: |$)/.exec(lines[index] ?? '') ?? []
    const excess = own.length - indent.length - dash.length
    if (above !== undefined && excess > 0)
      return {
        at: { line, column: 1 },
        cure: [`行首多了${excess}个空格`, `删掉${excess}个空格，和上一行的栏目对齐`],
      }
  }
  return undefined
}

/** The first quotation mark that nothing closes; the parser misses it only where the text ends. */
function findOpenQuote(lines: readonly string[], firstLine: number): Position | undefined {
  for (const { index, openQuote } of yamlLines(lines, 0, lines.length))
    if (openQuote) return { line: firstLine + index, column: openQuote }
  return undefined
}

/**
 * Reads a YAML text.
 * @param text the YAML
 * @param file name for problems
 * @param firstLine line of the file on which `text` starts (1 for a table, 2 for front matter)
 */
export function readYaml(text: string, file: string, firstLine: number): YamlSource {
  const opened = open(text, firstLine)
  if (!opened) return tooDeep(file, firstLine)
  const { document, at } = opened
  const report = (position: Position, code: string, [message, fix]: Cure): Problem => ({
    file,
    ...position,
    rule: `yaml-${code.toLowerCase()}`,
    level: 'error',
    message,
    fix,
  })
  const lines = text.split('\n')
  const faults = document.errors.map(({ code, pos: [start] }) => {
    const cure = YAML_CURES[code] ?? OTHER_CURE
    if (code === 'MISSING_CHAR') return report(findOpenQuote(lines, firstLine) ?? at(start), code, cure)
    if (code !== 'DUPLICATE_KEY') return report(at(start), code, cure)
    const [, space = '', name = '栏目'] = /^(\s*)["']?([\w-]+)?/.exec(text.slice(start)) ?? []
    return report(at(start + space.length), code, [`「${name}」${cure[0]}`, cure[1]])
  })
  const stumbled = document.errors.map(({ pos: [start] }) => at(start).line)
  const odd = findUneven(lines, firstLine, stumbled) ?? findDeeper(lines, firstLine, stumbled)
  const problems = odd
    ? [...faults.filter(({ line }) => line < odd.at.line - 1), report(odd.at, 'ODD_INDENT', odd.cure)]
    : faults
  const found: Walked = { texts: [], machinery: [] }
  walk(document.contents, [], text, at, found)
  for (const { mark, offset } of found.machinery) {
    problems.push({
      file,
      ...at(offset),
      rule: 'yaml-reference',
      level: 'error',
      message: `用了 YAML 的「${mark}」记号（锚点、引用、类型）`,
      fix: '把内容照样再写一遍；文字要以这个符号开头的，整段用英文引号括起来',
    })
  }
  return {
    data: problems.length === 0 ? document.toJS() : undefined,
    problems,
    scalars: found.texts,
    ...locatorsOf(text, firstLine),
  }
}

/**
 * Places in a YAML text. The text is kept and not its document, which is a hundred times as large and of which
 * a thousand would be alive at once; the few files with mistakes are parsed again.
 * @param firstLine line of the file on which `text` starts
 */
export function locatorsOf(text: string, firstLine: number): Locators {
  const find = (path: DataPath) => {
    const opened = open(text, firstLine)
    return opened ? locate(opened.document, path, opened.at) : FILE_START
  }
  return {
    locate: find,
    locateKey: (path, key) => {
      const opened = open(text, firstLine)
      return (opened && locateKey(opened.document, path, key, opened.at)) ?? find(path)
    },
  }
}

interface Opened {
  text: string
  firstLine: number
  document: Document
  at(offset: number): Position
}

/** The text opened last: mistakes of one file are reported one after another. */
let last: Opened | undefined

/** Parses a YAML text; undefined when it is nested too deep. */
function open(text: string, firstLine: number): Opened | undefined {
  if (last?.text === text && last.firstLine === firstLine) return last
  // The parser's own counter misses the first line of a text that begins with a sign of its own (*, &, !).
  const lines = new Lines(text)
  const at = (offset: number): Position => {
    const { line, column } = lines.at(offset)
    return { line: line + firstLine - 1, column }
  }
  try {
    const document = parseDocument(text, { uniqueKeys: true, prettyErrors: false })
    last = { text, firstLine, document, at }
    return last
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function tooDeep(file: string, line: number): YamlSource {
  const at = { line, column: 1 }
  return {
    data: undefined,
    problems: [
      {
        file,
        ...at,
        rule: 'too-deep',
        level: 'error',
        message: '括号或缩进套了太多层，读不了',
        fix: '照写稿手册里的样子写，一栏一行',
      },
    ],
    scalars: [],
    locate: () => at,
    locateKey: () => at,
  }
}

/** What a walk over a YAML document finds. */
interface Walked {
  texts: YamlText[]
  /** Parts of YAML that make one text stand for another, or for a program's object: nobody writes them by hand. */
  machinery: Array<{ mark: string; offset: number }>
}

function walk(node: unknown, path: DataPath, source: string, at: (offset: number) => Position, into: Walked): void {
  if (!isNode(node)) return
  const mark = isAlias(node) ? '*' : node.anchor ? '&' : node.tag ? '!' : undefined
  if (mark) into.machinery.push({ mark, offset: node.range?.[0] ?? 0 })
  if (isScalar(node)) {
    if (typeof node.value !== 'string' || !node.range) return
    const [start, end] = node.range
    into.texts.push({ path, text: source.slice(start, end), value: node.value, at: (offset) => at(start + offset) })
  } else if (isMap(node)) {
    for (const { key, value } of node.items) {
      if (isNode(key) && !isScalar(key)) walk(key, path, source, at, into)
      walk(value, [...path, String(isScalar(key) ? key.value : '')], source, at, into)
    }
  } else if (isSeq(node)) {
    node.items.forEach((item, index) => {
      walk(item, [...path, index], source, at, into)
    })
  }
}

function locate(document: Document, path: DataPath, at: (offset: number) => Position): Position {
  for (let length = path.length; length >= 0; length--) {
    const inside = path.slice(0, length)
    const last = inside.at(-1)
    const key = typeof last === 'string' ? locateKey(document, inside.slice(0, -1), last, at) : undefined
    if (key) return key
    const node = length === 0 ? document.contents : document.getIn(inside, true)
    if (isNode(node) && node.range) return at(node.range[0])
  }
  return FILE_START
}

function locateKey(
  document: Document,
  path: DataPath,
  key: string,
  at: (offset: number) => Position,
): Position | undefined {
  const map = path.length === 0 ? document.contents : document.getIn(path, true)
  if (!isMap(map)) return undefined
  const pair = map.items.find((item) => isScalar(item.key) && item.key.value === key)
  return pair && isScalar(pair.key) && pair.key.range ? at(pair.key.range[0]) : undefined
}

/** A line that opens or closes the front matter. */
export const FENCE = /^---[ \t]*$/

/** Index of the first line that is not empty, where the front matter should open; 0 for a text without any. */
export const topOf = (lines: readonly string[]): number =>
  Math.max(
    0,
    lines.findIndex((line) => line.trim() !== ''),
  )

/** What people write for a fence. */
const NEAR_FENCE = /^\s*[-—–－─]{2,}\s*$/

/** A manuscript cut at its fences. `body` keeps the line numbers of the file: blank lines stand in. */
export interface Parts {
  /** Absent when the file has no front matter at all. */
  frontMatter?: string
  /** Line of the file on which front matter starts. */
  firstLine: number
  body: string
  problems: Problem[]
}

/**
 * Cuts front matter from the body. Where a fence is missing it is put where it was probably meant,
 * so that the rest can be read.
 */
export function splitManuscript(text: string, file: string): Parts {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  const problems: Problem[] = []
  const report = (line: number, message: string, fix: string) => {
    problems.push({ file, line, column: 1, rule: 'front-matter', level: 'error', message, fix })
  }
  const top = topOf(lines)
  const opened = FENCE.test(lines[top] ?? '')
  if (opened && top > 0) report(1, `文件开头多了${top}行空行`, '删掉，第一行就是三个减号 ---')
  else if (!opened) {
    report(1, '文件开头没有 ---', '文件第一行写三个减号 ---，下面写各栏，写完再来一行 ---，然后才是正文')
    if (!NEAR_FENCE.test(lines[top] ?? '') && !isField(lines[top] ?? '')) {
      return { firstLine: 1, body: lines.join('\n'), problems }
    }
  }
  const from = opened || NEAR_FENCE.test(lines[top] ?? '') ? top + 1 : top
  let end = lines.findIndex((line, index) => index >= from && FENCE.test(line))
  let bodyFrom = end + 1
  if (end < 0) {
    end = lines.findIndex((line, index) => index >= from && !isField(line) && line.trim() !== '')
    if (end < 0) end = lines.length
    const meant = lines[end]?.trim() ?? ''
    const isNear = NEAR_FENCE.test(meant)
    bodyFrom = isNear ? end + 1 : end
    report(
      Math.min(end + 1, lines.length),
      isNear ? `各栏的结尾写成了「${meant}」，不是三个减号` : '开头的 --- 没有与之成对的结尾 ---',
      isNear
        ? '把这一行改成三个减号 ---：英文输入法，正好三个'
        : '在各栏的最后一行下面，单独写一行三个减号 ---，然后才是正文',
    )
  }
  return {
    frontMatter: lines.slice(from, end).join('\n'),
    firstLine: from + 1,
    body: '\n'.repeat(bodyFrom) + lines.slice(bodyFrom).join('\n'),
    problems,
  }
}

/** Whether a line looks like front matter: a field, an item, a continuation or a remark. */
function isField(line: string): boolean {
  return /^(?:[A-Za-z][A-Za-z0-9]*\s*[:：]|\s*- |\s*-$|[ \t]+\S|#(?!#))/.test(line)
}
