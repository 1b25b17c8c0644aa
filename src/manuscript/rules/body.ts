import type { Nodes, Root, Table, Text } from 'mdast'
import type { Node } from 'unist'
import { SKIP, visitParents } from 'unist-util-visit-parents'
import { WRITER_COMPONENTS } from '../components.ts'
import { BRACES } from '../markdown.ts'
import type { Problem } from '../problem.ts'
import { positionOf } from '../render.ts'
import { checkComponent, type Jsx } from './component.ts'
import { checkLink } from './link.ts'
import { checkRepeated } from './repeated.ts'
import { isEmpty } from './report.ts'
import { checkTable } from './table.ts'
import { checkCutLink, checkUnread } from './unread.ts'

/**
 * The safety rules of a body: only Markdown and the writers' components, only plain attributes,
 * only links that open pages. Runs on the tree the site renders, so nothing can pass here and act there.
 * @param source what the tree was made from
 */
export function checkBody(tree: Root, file: string, source: string): Problem[] {
  const problems: Problem[] = []
  const report = (node: Node, rule: string, message: string, fix: string) => {
    problems.push({ file, ...positionOf(node), rule, level: 'error', message, fix })
  }
  checkRepeated(tree, source, report)
  visitParents(tree, (node, ancestors) => {
    switch (node.type) {
      case 'mdxjsEsm':
        report(node, 'no-import', '稿件里不能写 import 或 export', '删掉这一行，组件直接用就行')
        return
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        if (!isComment((node as { value?: string }).value ?? '')) {
          report(node, 'no-expression', '正文里有花括号 { }', BRACES)
        }
        return
      case 'html':
        report(node, 'no-html', '正文里有 HTML', '改用 Markdown，或写稿手册里的组件')
        return
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        checkComponent(node as Jsx, ancestors, report)
        return
      case 'code':
      case 'inlineCode':
        // What is printed as a program is read by no check of words and numbers.
        report(
          node,
          'no-code',
          node.type === 'code' ? '``` 里的字会印成程序' : '反引号 ` 里的字会印成程序',
          node.type === 'code'
            ? '删掉 ``` 这两行（没有收尾的，删一行），留下里面的字'
            : '删掉反引号，留下里面的字；要强调的写成 **重点**',
        )
        return
      case 'heading':
        // One that is written on two lines is a paragraph over a row of dashes.
        if (node.position && node.position.start.line < node.position.end.line) {
          const { end } = node.position
          report(
            { type: 'heading', position: { start: { ...end, column: 1 }, end } },
            'setext-heading',
            '这一行短横或等号，会把上一行变成小标题',
            '删掉这一行；要分隔线的写 ---，前后各空一行；要小标题的写成 ## 小标题',
          )
        } else if (isEmpty(node as Nodes)) {
          report(node, 'empty-heading', '小标题里没有字', '# 后面空一格，写上小标题；不要的，删掉这一行')
        } else if ((node as { depth?: number }).depth === 1) {
          report(node, 'no-h1', '正文里用了一级标题', '标题已经在 title 里了，这里改成 ##')
        }
        return
      case 'text':
        checkUnread(node as Node & { value: string }, ancestors.at(-1)?.type ?? '', source, report)
        checkCutLink(node as Text, ancestors.at(-1), report)
        return
      case 'link':
        checkLink(node as unknown as Parameters<typeof checkLink>[0], report)
        return
      case 'linkReference':
        report(node, 'reference-link', '链接的文字和地址分开写了', '写在一起：[文字](/地址/)')
        return
      case 'definition':
        report(
          node,
          'reference-link',
          '这一行单独写了链接的地址',
          '删掉这一行，链接写成 [文字](/地址/)；不是链接的，方括号换成全角［］',
        )
        return
      case 'footnoteReference':
      case 'footnoteDefinition':
        report(
          node,
          'no-footnote',
          '正文里用了脚注 [^ ]',
          '数字的出处写进 claims，用 <Claim id="编号" /> 取用，脚注会自动排好；要补充的话写成 <Note>…</Note>',
        )
        return
      case 'blockquote':
        report(
          node,
          'no-blockquote',
          '行首的 > 会排成引文，没有写是谁说的、从哪里来',
          `引用的话写成 ${WRITER_COMPONENTS.Quote?.example}；不是引用的，删掉行首的 >`,
        )
        return
      case 'delete':
        report(node, 'no-strike', '~ 里的字会划上删除线', '要删的字直接删掉；表示范围的，写成 100—150元')
        return
      case 'listItem':
        if (typeof (node as { checked?: boolean | null }).checked === 'boolean') {
          report(node, 'no-checkbox', '列表里用了勾选框 [ ]', '删掉方括号；做完没有，用字写明')
        }
        return
      case 'table':
        checkTable(node as Table, report)
        return
      case 'image':
      case 'imageReference':
        report(
          node,
          'no-image',
          '图片不能用 ![]() 插入',
          `用 <Photo> 组件，写明说明、作者和许可：${WRITER_COMPONENTS.Photo?.example}`,
        )
        return SKIP
      default:
        return
    }
  })
  return problems
}

/** Whether an expression holds one block comment and nothing else. */
function isComment(value: string): boolean {
  return /^\s*\/\*(?:(?!\*\/)[\s\S])*\*\/\s*$/.test(value)
}
