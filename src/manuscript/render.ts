import type { Element, ElementContent, Root as HastRoot } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import type { Nodes, Root, Table } from 'mdast'
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx'
import { type Handler, type State, toHast } from 'mdast-util-to-hast'
import { countHan, joinSoftBreaks } from '../text/cjk.ts'
import { FILE_START, type Position } from './problem.ts'

/**
 * A body ready to be laid out: finished HTML, broken only where the page must decide —
 * a claim needs its footnote number, a citation its source.
 */
export type Segment = string | ClaimSlot | CiteSlot | PhotoSlot

/** Where a claim stands in the text. `entry` is empty for the manuscript's own claims. */
export interface ClaimSlot {
  slot: 'claim'
  entry: string
  id: string
  /** The writer's own words for it; empty: the figure itself. */
  text: string
  at: Position
}

/** Where a photograph stands. `src` is a file beside the manuscript, `./name.jpg`. */
export interface PhotoSlot {
  slot: 'photo'
  src: string
  alt: string
  caption: string
  credit: string
  licence: string
  at: Position
}

/** Where a quotation names its source. */
export interface CiteSlot {
  slot: 'cite'
  source: string
  at: Position
}

/** How a manuscript names the claim of a piece of its body, `class-2025` or `fumian-caifeng/jobs`; undefined where it is none. */
export function claimNameOf(segment: Segment): string | undefined {
  if (typeof segment === 'string' || segment.slot !== 'claim') return undefined
  return segment.entry ? `${segment.entry}/${segment.id}` : segment.id
}

/** An internal link, without base path: `/brands/fumian-caifeng/`, or `#heading` on the same page. */
export interface BodyLink {
  url: string
  at: Position
}

export interface Heading {
  id: string
  text: string
}

/** An amount that the text tells by itself, outside `<Claim>` and `<Quote>`. */
export interface BareAmount {
  written: string
  value: number
  at: Position
  /** The attribute of a component that tells it, where no claim can stand. */
  attribute?: string
}

/** Words that readers see or hear beside the text: who took a photograph, who is quoted, the title of a step or a link. */
export interface Label {
  text: string
  at: Position
}

/** A rendered body. */
export interface Body {
  segments: Segment[]
  headings: Heading[]
  /** Ids of all headings, which a link may name. */
  anchors: string[]
  links: BodyLink[]
  amounts: BareAmount[]
  /** Plain text, for counting and for finding the names in it. */
  text: string
  labels: Label[]
  /** Length in Han characters. */
  length: number
}

/** The body of an entry that has none, or whose text could not be read. */
export const EMPTY_BODY: Body = {
  segments: [],
  headings: [],
  anchors: [],
  links: [],
  amounts: [],
  text: '',
  labels: [],
  length: 0,
}

/**
 * What of a body with mistakes can still be checked against other manuscripts: what it links and takes, but on the lines
 * of the mistakes. Nothing of it is text, so nothing of it can be shown. Where something was not read as it was meant,
 * its numbers are not known: 2） of a list. Those of other paragraphs are.
 * @param source the text of the body
 */
export function checkable(body: Body, mistakes: ReadonlyArray<Position & { rule: string }>, source: string): Body {
  const lines = new Set(mistakes.map(({ line }) => line))
  const isSound = ({ at }: { at: Position }) => !lines.has(at.line)
  const text = source.split('\n')
  const unread = new Set<number>()
  for (const { rule, line } of mistakes) {
    // A paragraph may hold thousands of mistakes: its lines are gone through once.
    if (rule.startsWith('unread-') && !unread.has(line)) for (const at of linesOfParagraph(text, line)) unread.add(at)
  }
  return {
    ...EMPTY_BODY,
    segments: body.segments.filter((segment) => typeof segment !== 'string' && isSound(segment)),
    anchors: body.anchors,
    links: body.links.filter(isSound),
    amounts: body.amounts.filter((amount) => isSound(amount) && !unread.has(amount.at.line)),
    labels: body.labels,
  }
}

/** The lines, from 1, around a line up to the empty ones. */
function linesOfParagraph(text: readonly string[], line: number): number[] {
  const isEmpty = (at: number) => !text[at - 1]?.trim()
  let [first, last] = [line, line]
  while (!isEmpty(first - 1)) first--
  while (!isEmpty(last + 1)) last++
  return Array.from({ length: last - first + 1 }, (_, at) => first + at)
}

/** Stands for the site's base path in stored HTML; replaced when a page is laid out. */
export const BASE_MARK = '%BASE%'

const SLOT = /<x-slot n="(\d+)"><\/x-slot>/

type Slot = Exclude<Segment, string>

type Jsx = MdxJsxFlowElement | MdxJsxTextElement

/** Says in each cell which column it belongs to: on a phone a row stands as a block, without the head of the table. */
function nameColumns({ children: [head, ...rows] }: Table): void {
  const names = head?.children.map((cell) => plainText(cell)) ?? []
  for (const row of rows) {
    for (const [at, cell] of row.children.entries()) {
      if (at > 0) cell.data = { ...cell.data, hProperties: { dataColumn: names[at] } }
    }
  }
}

/** Renders a checked tree. Call `checkBody` first: unknown components are dropped here. */
export function renderBody(tree: Root, amounts: BareAmount[] = []): Body {
  for (const node of tree.children) if (node.type === 'table') nameColumns(node)
  const slots: Slot[] = []
  const headings: Heading[] = []
  const anchors = new Set<string>()
  const links: BodyLink[] = []
  const labels: Label[] = []
  const slot = (value: Slot): Element => h('x-slot', { n: String(slots.push(value) - 1) })

  const component: Handler = (state: State, node: Jsx) => {
    const attribute = (name: string) => attributeOf(node, name)
    for (const name of ['by', 'alt', 'caption', 'credit', 'title']) {
      if (attribute(name)) labels.push({ text: attribute(name), at: positionOf(node) })
    }
    switch (node.name) {
      case 'Claim': {
        const reference = attribute('id')
        const cut = reference.lastIndexOf('/')
        return slot({
          slot: 'claim',
          entry: reference.slice(0, Math.max(cut, 0)),
          id: reference.slice(cut + 1),
          text: plainText(node as unknown as Nodes),
          at: positionOf(node),
        })
      }
      case 'Quote':
        return h('figure.quote', [
          h('blockquote', blocks(state, node)),
          h('figcaption', [attribute('by'), slot({ slot: 'cite', source: attribute('source'), at: positionOf(node) })]),
        ])
      case 'Photo': {
        const [src, alt, caption] = [attribute('src'), attribute('alt'), attribute('caption')]
        return slot({
          slot: 'photo',
          src,
          alt,
          caption,
          credit: attribute('credit'),
          licence: attribute('licence'),
          at: positionOf(node),
        })
      }
      case 'Steps':
        return h('ol.steps', blocks(state, node))
      case 'Step':
        return h('li', [h('strong', attribute('title')), ...blocks(state, node)])
      case 'Note':
        return h('div.note', { role: 'note' }, blocks(state, node))
      default:
        return undefined
    }
  }

  const hast = toHast(tree, {
    handlers: {
      mdxJsxFlowElement: component,
      mdxJsxTextElement: component,
      mdxFlowExpression: () => undefined,
      mdxTextExpression: () => undefined,
      text: (_state: State, node: { value: string }) => ({ type: 'text', value: joinSoftBreaks(node.value) }),
      heading: (state: State, node: Nodes & { depth: number }) => {
        const text = plainText(node)
        const id = headingId(text, anchors)
        anchors.add(id)
        if (node.depth === 2) headings.push({ id, text: text.trim() })
        return h(`h${node.depth}`, { id }, state.all(node as never) as ElementContent[])
      },
      link: (state: State, node: Nodes & { url: string; title?: string | null }) => {
        if (node.title) labels.push({ text: node.title, at: positionOf(node) })
        const internal = node.url.startsWith('/')
        if (internal || node.url.startsWith('#')) links.push({ url: node.url, at: positionOf(node) })
        const properties = internal ? { href: BASE_MARK + node.url } : { href: node.url, rel: 'noopener' }
        return h('a', properties, state.all(node as never) as ElementContent[])
      },
    },
  }) as HastRoot

  const pieces = toHtml(hast).split(SLOT)
  const segments = pieces
    .map((piece, index): Segment => (index % 2 ? (slots[Number(piece)] as Slot) : piece))
    .filter((segment) => segment !== '')
  const text = plainText(tree)
  return { segments, headings, anchors: [...anchors], links, amounts, text, labels, length: countHan(text) }
}

/** Where a node starts in its file. */
export function positionOf(node: { position?: { start: Position } | undefined }): Position {
  const start = node.position?.start
  return start ? { line: start.line, column: start.column } : FILE_START
}

function blocks(state: State, node: Jsx): ElementContent[] {
  return state.all(node as never) as ElementContent[]
}

function attributeOf(node: Jsx, name: string): string {
  for (const attribute of node.attributes) {
    if (attribute.type === 'mdxJsxAttribute' && attribute.name === name && typeof attribute.value === 'string') {
      return attribute.value.trim()
    }
  }
  return ''
}

const ENDS_LINE: ReadonlySet<string> = new Set(['paragraph', 'heading', 'tableCell'])

/** Words of a node without markup; blocks, cells and broken lines end with a line end. */
export function plainText(node: Nodes): string {
  if (node.type === 'break') return '\n'
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value
  if (!('children' in node)) return ''
  const inner = (node.children as Nodes[]).map(plainText).join('')
  return ENDS_LINE.has(node.type) ? `${inner}\n` : inner
}

function headingId(text: string, taken: ReadonlySet<string>): string {
  const base =
    text
      .trim()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '') || 'section'
  let id = base
  for (let n = 2; taken.has(id); n++) id = `${base}-${n}`
  return id
}
