import type { Nodes, Root, Table } from 'mdast'
import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx'
import type { Node } from 'unist'
import { SKIP, visitParents } from 'unist-util-visit-parents'
import { nearest } from '../schemas/explain.ts'
import { PICTURE_NAME, pictureFate } from '../schemas/pictures.ts'
import { isPublicAddress, NOT_PUBLIC } from '../schemas/public.ts'
import { WRITER_COMPONENTS, writerComponent } from './components.ts'
import { htmlCure } from './html.ts'
import { LEFTOVERS, MARKUP, SAMPLE_WORDS, type Unread } from './leftovers.ts'
import { BRACES } from './markdown.ts'
import type { Problem } from './problem.ts'
import { plainText, positionOf } from './render.ts'

type Jsx = MdxJsxFlowElement | MdxJsxTextElement

const ALLOWED_PROTOCOLS = /^(?:https?:|mailto:)/i

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
  [
    'unread-link',
    /(?:\[[^\]]+\]|【[^【】]{1,60}】)\s*[（(]\s*(?:https?:|\/[a-z])/,
    '链接没有认出来，会原样印出来',
    '方括号后面紧跟半角圆括号，网址里不能有空格：[文字](/brands/fumian-caifeng/)',
  ],
  ...LEFTOVERS,
]

/** What of a person is nobody else's business: money, ways to reach them, their troubles. */
const OWN_MATTER =
  /补[贴助]|金额|工[资钱]|薪(?!火)|电话|手机|联系方式|微信|身份证|证件|卡号|账号|住址|家庭地址|出生(?!地)|年龄|困难|贫困|残疾|低保|脱贫/

/** Cells beyond the columns of the head are left out of the page. */
function checkTable({ children, align }: Table, report: Report): void {
  const columns = align?.length ?? 0
  const heads = (children[0]?.children ?? []).map((cell) => plainText(cell).trim())
  const name = heads.find((head) => /姓\s*名$|^名字$|^户主$/.test(head))
  const own = heads.find((head) => OWN_MATTER.test(head))
  if (name && own && children[0])
    report(
      children[0],
      'roster',
      `这张表把「${name}」和「${own}」列在一起，是花名册`,
      '只写多少人、一共多少，不列名单；公布的获奖名单，写姓名和奖项就够了',
    )
  for (const { children: cells } of children) {
    const excess = cells.slice(columns).find((cell) => cell.children.length > 0)
    if (!excess) continue
    report(
      excess,
      'table-cells',
      `这一行有${cells.length}格，表头只有${columns}格：多出来的不会显示`,
      '给表头和第二行（| --- |）补上一格，或把这一行并成一样多；竖线本身写成 \\|',
    )
  }
}

/** @param parent what the text stands in; only lines of a paragraph can be meant as something else than text */
function checkUnread(
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

type Report = (node: Node, rule: string, message: string, fix: string) => void

function checkComponent(node: Jsx, ancestors: readonly Node[], report: Report): void {
  const definition = writerComponent(node.name)
  const html = htmlCure(node.name)
  if (html) {
    // What stands in it and has the same cure is told with it.
    const told = ancestors.some((ancestor) => htmlCure((ancestor as { name?: string }).name) === html)
    if (!told) report(node, 'unknown-component', `不能使用 <${node.name}>`, html)
    return
  }
  if (!definition) {
    const known = Object.keys(WRITER_COMPONENTS)
    const near = node.name ? nearest(node.name, known) : undefined
    report(
      node,
      'unknown-component',
      node.name ? `不能使用 <${node.name}>` : '不能使用 <>',
      near ? `是不是想写 <${near}>？` : `能用的组件有 ${known.join('、')}；想写小于号就用全角＜`,
    )
    return
  }
  const seen = new Set<string>()
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value === 'object') {
      const plain = attribute.type === 'mdxJsxAttribute' && attribute.value === null
      if (!plain) {
        report(
          node,
          'no-attribute-code',
          `<${node.name}> 的属性里有花括号`,
          `属性写成引号里的文字：${definition.example}`,
        )
        continue
      }
    }
    const { name, value } = attribute as MdxJsxAttribute
    seen.add(name)
    if (!Object.hasOwn(definition.attributes, name)) {
      report(node, 'unknown-attribute', `<${node.name}> 没有 ${name} 这个属性`, `照这样写：${definition.example}`)
    } else if (typeof value !== 'string' || !value.trim()) {
      report(node, 'empty-attribute', `<${node.name}> 的 ${name} 空着`, `照这样写：${definition.example}`)
    } else checkAttribute(node, name, value, report)
  }
  for (const [name, need] of Object.entries(definition.attributes)) {
    if (need === 'required' && !seen.has(name)) {
      report(node, 'missing-attribute', `<${node.name}> 少了 ${name}`, `照这样写：${definition.example}`)
    }
  }
  if (['Quote', 'Steps', 'Note'].includes(node.name as string) && (node.children as Nodes[]).every(isEmpty)) {
    report(
      node,
      'empty-component',
      `<${node.name}> 里面没有字`,
      node.name === 'Steps'
        ? '在 <Steps> 和 </Steps> 中间放几个 <Step title="工序">一句话</Step>；不要的，整个删掉'
        : `把字写在 <${node.name} …> 和 </${node.name}> 中间；不要的，整个删掉`,
    )
  }
  if (node.name === 'Photo') checkPhoto(node, report)
  if (node.name === 'Claim') {
    const inside = (node.children as Node[]).find(({ type }) => type !== 'text')
    if (inside)
      report(inside, 'claim-text-only', '<Claim> 里面只能是文字', '链接、加粗和别的组件放到 <Claim> 外面，或者去掉')
  }
  const parent = ancestors.at(-1) as (Node & { name?: string }) | undefined
  if (definition.parent && parent?.name !== definition.parent) {
    report(
      node,
      'misplaced-component',
      `<${node.name}> 要放在 <${definition.parent}> 里面`,
      `外面包一层 <${definition.parent}> … </${definition.parent}>`,
    )
  }
  if (definition.place === 'block' && node.type === 'mdxJsxTextElement' && parent?.type === 'paragraph') {
    const alone = (parent as unknown as { children: Node[] }).children.length === 1
    if (!alone) {
      report(node, 'misplaced-component', `<${node.name}> 要独立成段`, '前后各空一行，不要和别的字写在一行')
    }
  }
}

/** What is shown of an attribute is plain text. */
function checkAttribute(node: Jsx, name: string, value: string, report: Report): void {
  const which = `<${node.name}> 的 ${name}`
  const markup = MARKUP.exec(value)?.[0]
  if (markup) {
    const message = `${which} 只能写普通文字，「${markup.slice(0, 20)}」会连符号一起印出来`
    report(node, 'markup-in-field', message, '去掉这些符号；要强调、要链接、要取用数据的话，写在正文里')
    return
  }
  if (SAMPLE_WORDS.has(value.trim())) {
    report(node, 'sample-words', `${which} 还是手册里的例子「${value.trim()}」`, '换成这一处真正的名字')
    return
  }
  const left = LEFTOVERS.find(([, line]) => line.test(value))
  if (left) report(node, left[0], `${which}：${left[2]}`, left[3])
}

/** A picture stands beside its manuscript; anything else is somebody else's, or a way out of the folder. */
const PICTURE = new RegExp(`^\\./${PICTURE_NAME}$`)

const ALT_LENGTH = { least: 8, most: 60 }

function checkPhoto(node: Jsx, report: Report): void {
  const value = (name: string) => {
    const attribute = node.attributes.find(
      (candidate) => candidate.type === 'mdxJsxAttribute' && candidate.name === name,
    )
    return typeof attribute?.value === 'string' ? attribute.value.trim() : ''
  }
  const [src, alt] = [value('src'), value('alt')]
  const fate = /^\.\/[^/]+$/.test(src) ? pictureFate(src) : undefined
  if (fate === 'converted' || fate === 'unreadable') {
    report(
      node,
      'bad-picture',
      `图片「${src.slice(0, 40)}」不是网页能用的格式`,
      fate === 'converted'
        ? '运行 npm run photos，照片和这里的名字会一起改好'
        : '用看图软件打开它，另存为 JPG，放进本篇文件夹，这里的名字跟着改',
    )
  } else if (src && !PICTURE.test(src)) {
    report(
      node,
      'bad-picture',
      `图片「${src.slice(0, 40)}」不能用`,
      '把图片放在本篇文件夹里，名字用小写拼音，写成 ./chejian.jpg；可用 jpg、png、webp',
    )
  }
  const length = [...alt].length
  if (alt && (length < ALT_LENGTH.least || length > ALT_LENGTH.most)) {
    report(
      node,
      'bad-alt',
      `图片的文字说明（alt）有${length}个字`,
      `写${ALT_LENGTH.least}到${ALT_LENGTH.most}个字，说清画面里有什么，给看不见的人听`,
    )
  }
}

/** Whether a reader is shown nothing of a node. */
function isEmpty(node: Nodes): boolean {
  if (node.type === 'text') return node.value.trim() === ''
  if (node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement') return false
  return 'children' in node ? node.children.every(isEmpty) : !['image', 'imageReference'].includes(node.type)
}

function checkLink(node: { url: string; children?: Array<{ value?: string }> } & Node, report: Report): void {
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

/** Whether an expression holds one block comment and nothing else. */
function isComment(value: string): boolean {
  return /^\s*\/\*(?:(?!\*\/)[\s\S])*\*\/\s*$/.test(value)
}
