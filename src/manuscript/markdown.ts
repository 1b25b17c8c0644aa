import type { Parents, PhrasingContent, Root, RootContent } from 'mdast'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkGfm from 'remark-gfm'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { writerComponent } from './components.ts'
import type { Problem } from './problem.ts'

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

/** A parsed body, or the problem at which the parser stopped. */
export type Parsed = { tree: Root; problem?: undefined } | { tree?: undefined; problem: Problem }

interface VFileMessageLike {
  line?: number | null
  column?: number | null
  place?: unknown
  ruleId?: string
  reason?: string
}

/**
 * Parses a Markdown body with the writers' components.
 * @param body text whose line numbers are those of the file
 */
export function parseMarkdown(body: string, file: string): Parsed {
  try {
    const tree = processor.parse(body) as Root
    unravel(tree)
    return { tree }
  } catch (error) {
    return { problem: explainSyntax(error as VFileMessageLike, body, file) }
  }
}

/** Turns a parser message into one sentence for a writer. */
function explainSyntax(error: VFileMessageLike, body: string, file: string): Problem {
  const line = error.line ?? lastTextLine(body)
  const column = error.column ?? 1
  const reason = error.reason ?? String(error)
  const [message, fix] = /expected a closing tag|Expected a closing tag|end of file/.test(reason)
    ? ['有一个标签没有收尾', '补上收尾标签，例如 <Note> 配 </Note>；单独用的写成 <Claim id="..." />']
    : /Unexpected closing|closing (tag|slash)/.test(reason)
      ? ['收尾标签和前面的标签对不上', '检查标签是否成对、大小写是否一致']
      : /acorn|expression/.test(reason)
        ? ['正文里有花括号 { }', '花括号换成全角｛｝，或在前面加反斜杠 \\{']
        : ['这里的 < 或标签写法看不懂', '小于号写成全角＜，或在前面加反斜杠 \\<；组件照写稿手册的样子写']
  return { file, line, column, rule: 'markdown-syntax', level: 'error', message, fix }
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
