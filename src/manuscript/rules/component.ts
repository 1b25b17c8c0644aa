import type { Nodes } from 'mdast'
import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx'
import type { Node } from 'unist'
import { nearest } from '../../schemas/explain.ts'
import { PICTURE_NAME, pictureFate } from '../../schemas/pictures.ts'
import { WRITER_COMPONENTS, type WriterComponent, writerComponent } from '../components.ts'
import { htmlCure } from '../html.ts'
import { LEFTOVERS, MARKUP, SAMPLE_WORDS } from '../leftovers.ts'
import { isEmpty, type Report } from './report.ts'

/** A component in a body. */
export type Jsx = MdxJsxFlowElement | MdxJsxTextElement

/** Reports components that do not exist, stand in the wrong place, or have wrong attributes. */
export function checkComponent(node: Jsx, ancestors: readonly Node[], report: Report): void {
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
  checkAttributes(node, definition, report)
  checkContents(node, report)
  checkPlace(node, ancestors, definition, report)
}

function checkAttributes(node: Jsx, definition: WriterComponent, report: Report): void {
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
  if (node.name === 'Photo') checkPhoto(node, report)
}

function checkContents(node: Jsx, report: Report): void {
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
  if (node.name === 'Claim') {
    const inside = (node.children as Node[]).find(({ type }) => type !== 'text')
    if (inside)
      report(inside, 'claim-text-only', '<Claim> 里面只能是文字', '链接、加粗和别的组件放到 <Claim> 外面，或者去掉')
  }
}

function checkPlace(node: Jsx, ancestors: readonly Node[], definition: WriterComponent, report: Report): void {
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
