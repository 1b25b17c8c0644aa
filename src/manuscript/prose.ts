import type { Nodes, Root } from 'mdast'
import { checkWording, type TextPlace } from '../safety/wording.ts'
import type { YamlSource } from './front-matter.ts'
import type { Problem } from './problem.ts'
import { positionOf } from './render.ts'
import { Lines, wordingProblem } from './scan.ts'

/** Stands where something stands that is not text. */
const THING = '\ufffc'

/** One run of text: a paragraph, a heading, a table cell. */
interface Block {
  text: string
  /** Offset in the source of each unit of `text`; -1 where it is not known. */
  offsets: number[]
  /** Parts that stand on a source: the words inside `<Claim>`. */
  exempt: Array<[number, number]>
  place: TextPlace
  node: Nodes
}

/** The wording of a body: what its reader reads, not its markup. */
export function checkProse(tree: Root, source: string, file: string): Problem[] {
  const lines = new Lines(source)
  const blocks: Block[] = []
  collect(tree, source, 'prose', blocks)
  return blocks.flatMap(({ text, offsets, exempt, place, node }) =>
    checkWording(text, place, exempt).map((found) => {
      const offset = offsets[found.start] ?? -1
      if (offset < 0) return wordingProblem({ ...found, replacement: undefined }, file, positionOf(node))
      const whole = offsets[found.end - 1] === offset + found.end - found.start - 1
      return wordingProblem(whole ? found : { ...found, replacement: undefined }, file, lines.at(offset))
    }),
  )
}

function collect(node: Nodes, source: string, place: TextPlace, blocks: Block[]): void {
  if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
    for (const attribute of node.attributes) {
      if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') continue
      if (!['alt', 'caption', 'title'].includes(attribute.name)) continue
      blocks.push({ text: attribute.value, offsets: [], exempt: [], place, node })
    }
  }
  if (!('children' in node)) return
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
    const block: Block = { text: '', offsets: [], exempt: [], place, node }
    for (const child of node.children) gather(child, source, block)
    blocks.push(block)
    return
  }
  const inside = node.type === 'mdxJsxFlowElement' && node.name === 'Quote' ? 'quoted' : place
  for (const child of node.children) collect(child, source, inside, blocks)
}

function gather(node: Nodes, source: string, block: Block): void {
  const put = (text: string, offset: number) => {
    for (let index = 0; index < text.length; index++) block.offsets.push(offset < 0 ? -1 : offset + index)
    block.text += text
  }
  if (node.type === 'text') {
    const [start, end] = [node.position?.start.offset, node.position?.end.offset]
    if (start === undefined || end === undefined) put(node.value, -1)
    else put(source.slice(start, end), start)
  } else if (node.type === 'break') put('\n', -1)
  else if ('children' in node && node.children.length > 0) {
    const start = block.text.length
    for (const child of node.children as Nodes[]) gather(child, source, block)
    if (node.type === 'mdxJsxTextElement') block.exempt.push([start, block.text.length])
  } else put(THING, -1)
}

/** Fields that are read first and alone: the strictest reading. */
const HEADLINES = new Set(['title', 'shortTitle', 'lead', 'summary', 'tagline', 'slogan'])

/** Fields that are not Chinese prose: what people type, addresses, exact wording of others. */
const NOT_PROSE = new Set(['searchTerms', 'cues', 'url', 'web', 'id', 'source', 'locator', 'documentNumber', 'hours'])

/**
 * The wording of front matter or of a table. Facts there have sources of their own and may say
 * what the source says; titles, leads and summaries are ours.
 * @param verbatim whether the texts are those of documents (policies, sources): only a digest of theirs is ours
 */
export function checkFields(yaml: YamlSource, file: string, verbatim: boolean): Problem[] {
  return yaml.scalars.flatMap(({ path, text, at }) => {
    const names = path.filter((part) => typeof part === 'string')
    const field = names.at(-1) ?? ''
    if (names.some((name) => NOT_PROSE.has(name))) return []
    const headline = !verbatim && names.length === 1 && HEADLINES.has(field)
    return checkWording(text, headline ? 'headline' : 'quoted').map((found) =>
      wordingProblem(found, file, at(found.start)),
    )
  })
}
