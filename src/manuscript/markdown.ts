import type { Parents, PhrasingContent, Root, RootContent } from 'mdast'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkGfm from 'remark-gfm'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { writerComponent } from './components.ts'
import { htmlCure } from './html.ts'
import { Lines, type Position, type Problem } from './problem.ts'

/**
 * The one parser of the project: the site and the checker both read manuscripts through it.
 * `singleTilde` is off because `100~150` is a range in Chinese text, not a deletion.
 */
const processor = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkMdx)
  .use(remarkCjkFriendly)
  .freeze()

/** The same without the search of the finished tree for bare addresses, which takes a tenth of the time. */
const processorWithoutSearch = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(function dropSearch() {
    const extensions = this.data().fromMarkdownExtensions?.flat() ?? []
    this.data('fromMarkdownExtensions', [extensions.map((extension) => ({ ...extension, transforms: [] }))])
  })
  .use(remarkMdx)
  .use(remarkCjkFriendly)
  .freeze()

/** Bare addresses hold one of these, or come about where a reference or an escape is decoded. */
const ADDRESS_SIGN = /[@&\\]|:\/\/|www\./i

const processorFor = (text: string) => (ADDRESS_SIGN.test(text) ? processor : processorWithoutSearch)

/** A parsed body. Where it cannot be parsed at all there is no tree. */
export interface Parsed {
  tree?: Root
  problems: Problem[]
}

interface VFileMessageLike {
  line?: number | null
  column?: number | null
  reason?: string
}

/** How many syntax errors are looked for in one body. */
const MOST_ERRORS = 20

/**
 * Parses a Markdown body with the writers' components. The parser stops at its first error, so the mark
 * it stumbled over is made harmless and it starts again: one mistake does not hide the next.
 * @param body text whose line numbers are those of the file
 */
export function parseMarkdown(body: string, file: string): Parsed {
  const problems: Problem[] = []
  const lines = new Lines(body)
  /** Tags that were reported: that their other half has none is no mistake of its own. */
  const told: Tag[] = []
  let text = body
  // Echoes are not counted as errors, but each is a reading of its own.
  for (let reading = 0; reading < 5 * MOST_ERRORS && problems.length < MOST_ERRORS; reading++) {
    try {
      const tree = processorFor(text).parse(text) as Root
      unravel(tree)
      return { tree, problems }
    } catch (error) {
      if (error instanceof RangeError) throw error
      const general = explainSyntax(error as VFileMessageLike, body, file)
      const at = culprit(text, lines.offset(general), isProgram(error as VFileMessageLike))
      if (at === undefined) return { problems: [...problems, general] }
      const tag = TAG.exec(body.slice(at, at + 500))?.groups as Tag | undefined
      const problem = (tag && explainTag(tag, general, lines.at(at))) ?? general
      const half = told.findIndex(({ name, slash }) => name === tag?.name && slash !== tag.slash)
      if (half >= 0) told.splice(half, 1)
      else {
        if (tag) told.push(tag)
        if (!problems.some((other) => isEcho(problem, other))) problems.push(problem)
      }
      text = `${text.slice(0, at)}${HARMLESS[text[at] as string]}${text.slice(at + 1)}`
    }
  }
  return { problems }
}

/** Whether a problem was told with another: it has the same place, or is of a cell of the same table. */
export const isEcho = (problem: Problem, other: Problem) =>
  (problem.line === other.line && problem.column === other.column) ||
  (problem.fix === other.fix && problem.fix === htmlCure('td'))

/** What to do about braces. */
export const BRACES = '给同事看的备注写成 {/* 备注 */}，不会显示；要印出来的，花括号换成全角｛｝，或在前面加反斜杠 \\{'

/** Marks that confuse the parser, and what stands for them while it reads on. */
const HARMLESS: Readonly<Record<string, string>> = { '<': '＜', '{': '｛', i: 'ｉ', e: 'ｅ' }

/** A line that begins like a program. */
const MODULE_LINE = /^(?:import|export)(?=[\s{*"'])/

/** A tag as the parser reads it: a quotation mark that nothing closes takes in all that follows. */
const TAG = /^<(?<slash>\/?)(?<name>[A-Za-z][\w:.-]*)(?<rest>(?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^"'>])*)/

interface Tag {
  slash: string
  name: string
  rest: string
}

/** What tags do not begin in, and tags. */
const TOKENS = /\\.|\{\/\*[\s\S]*?\*\/\}|<[A-Za-z/](?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^"'>])*>?/g

/** Whether the parser stumbled over what it takes for a program. */
const isProgram = ({ reason = '' }: VFileMessageLike) => /acorn|expression/.test(reason)

/**
 * What the parser stumbled over: the tag around `offset`, else the nearest mark at or before it, else the first after it.
 * @param inBraces whether it was no tag
 */
function culprit(text: string, offset: number, inBraces: boolean): number | undefined {
  const line = text.lastIndexOf('\n', offset - 1) + 1
  if (MODULE_LINE.test(text.slice(line, line + 8))) return line
  if (!inBraces) {
    for (const { 0: token, index } of text.matchAll(TOKENS)) {
      if (index > offset) break
      if (token.startsWith('<') && offset <= index + token.length - Number(token.endsWith('>'))) return index
    }
  }
  for (let at = Math.min(offset, text.length - 1); at >= 0; at--) if (text[at] === '<' || text[at] === '{') return at
  const after = text.slice(offset).search(/[<{]/)
  return after < 0 ? undefined : offset + after
}

/** What is wrong with a tag by its name, where that says more than the parser does. */
function explainTag({ slash, name, rest }: Tag, general: Problem, at: Position): Problem | undefined {
  const html = htmlCure(name)
  if (html) return { ...general, ...at, rule: 'unknown-component', message: `不能使用 <${name}>`, fix: html }
  const component = writerComponent(name)
  // That it is not closed, or closes nothing, is said by the parser.
  if (!component || slash || general.message !== UNREADABLE) return undefined
  const fix = rest.includes('／')
    ? '收尾的斜杠用半角：/>'
    : `引号用半角的直引号 " "，前后成对；等号后面的都放在引号里；引号里面再有引号，写成“ ”；最后是 > 或 />。照这样写：${component.example}`
  return { ...general, ...at, message: `<${name}> 的写法不对，认不出来`, fix }
}

/** Tags around several paragraphs. */
const APART = '开头和收尾的标签都单独占一行，字写在它们中间'

const UNREADABLE = '这里的 < 或标签写法看不懂'

/** Turns a parser message into one sentence for a writer. */
function explainSyntax(error: VFileMessageLike, body: string, file: string): Problem {
  const reason = error.reason ?? String(error)
  const note = isProgram(error) ? openNote(body) : undefined
  if (note) {
    const fix = '在备注后面补上 */}'
    return { file, ...note, rule: 'markdown-syntax', level: 'error', message: '备注 {/* 没有收尾', fix }
  }
  const opened = /closing tag for `<([^`>]*)>` \((\d+):(\d+)/.exec(reason)
  const line = opened ? Number(opened[2]) : (error.line ?? lastTextLine(body))
  const column = opened ? Number(opened[3]) : (error.column ?? 1)
  const name = opened?.[1] ?? ''
  if (MODULE_LINE.test(body.split('\n')[line - 1] ?? '')) {
    const cure = '稿件不是程序：删掉这一行；只是文字的，前面加一个字，不让它开头'
    return {
      file,
      line,
      column: 1,
      rule: 'no-import',
      level: 'error',
      message: '一行不能以 import 或 export 开头',
      fix: cure,
    }
  }
  const isClosed = opened && closesLater(name, body.slice(new Lines(body).offset({ line, column }) + 1))
  const [message, fix] = isClosed
    ? [`<${name}> 和 </${name}> 没有对上`, APART]
    : opened
      ? [
          `<${name}> 没有收尾`,
          writerComponent(name)
            ? `在这一段后面加上 </${name}>；里面没有字的写成 <${name} … />`
            : '只想显示小于号，用全角＜，或写成 &lt;',
        ]
      : /closing (?:tag|slash)/i.test(reason)
        ? ['收尾标签和前面的标签对不上', '检查标签是否成对、大小写是否一致']
        : isProgram(error)
          ? ['正文里有花括号 { }，它会被当成程序代码', BRACES]
          : body.split('\n')[line - 1]?.includes('<!--')
            ? ['备注不能写成 <!-- -->', '写成 {/* 备注 */}，不会显示']
            : [UNREADABLE, '小于号写成全角＜，或在前面加反斜杠 \\<；组件照写稿手册的样子写']
  return { file, line, column, rule: 'markdown-syntax', level: 'error', message, fix }
}

/** Whether a tag has its end further on: then the one stands in a paragraph and the other does not. */
function closesLater(name: string, rest: string): boolean {
  const end = rest.indexOf(`</${name}>`)
  return end >= 0 && !new RegExp(`<${name}\\b`).test(rest.slice(0, end))
}

/** Where a note begins that nothing ends: the parser complains at the end of the file. */
function openNote(body: string): Position | undefined {
  const at = body.lastIndexOf('{/*')
  return at >= 0 && body.indexOf('*/}', at) < 0 ? new Lines(body).at(at) : undefined
}

function lastTextLine(body: string): number {
  const lines = body.split('\n')
  let line = lines.length
  while (line > 1 && !lines[line - 1]?.trim()) line--
  return line
}

/**
 * Frees block components that Markdown wrapped in a paragraph: `<Note>…</Note>` on one line is one
 * paragraph with a component in it, but the writer means a block. Their text becomes a paragraph inside.
 */
function unravel(parent: Parents): void {
  parent.children = parent.children.flatMap((child): RootContent[] => {
    if ('children' in child) unravel(child)
    if (child.type !== 'paragraph' || !child.children.every(isBlockOrSpace)) return [child as RootContent]
    return child.children.flatMap((inline): RootContent[] =>
      inline.type === 'mdxJsxTextElement'
        ? [{ ...inline, type: 'mdxJsxFlowElement', children: asBlocks(inline.children) } as RootContent]
        : [],
    )
  }) as typeof parent.children
}

function isBlockOrSpace(node: PhrasingContent): boolean {
  if (node.type === 'text') return node.value.trim() === ''
  return node.type === 'mdxJsxTextElement' && writerComponent(node.name)?.place === 'block'
}

/** Inline children of a block component: nested block components stay, the rest is one paragraph. */
function asBlocks(children: PhrasingContent[]): RootContent[] {
  if (children.every(isBlockOrSpace)) {
    const wrapper = { type: 'paragraph' as const, children }
    const root: Root = { type: 'root', children: [wrapper] }
    unravel(root)
    return root.children
  }
  return [{ type: 'paragraph', children }]
}
