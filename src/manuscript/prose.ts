import type { Nodes, Root, Text } from 'mdast'
import type { WordingProblem } from '../safety/told.ts'
import { checkWording, type TextPlace } from '../safety/wording.ts'
import { amountsIn } from '../text/amounts.ts'
import { joinSoftBreaks } from '../text/cjk.ts'
import type { YamlSource } from './front-matter.ts'
import { LEFTOVERS, MARKUP } from './leftovers.ts'
import { placesOf } from './made-text.ts'
import { Lines, type Position, type Problem } from './problem.ts'
import { type BareAmount, positionOf } from './render.ts'
import { wordingProblem } from './scan.ts'

// For checks across manuscripts, which know the names of people.
export { NAMED_HARDSHIP_RULE, namesHardship, tellsHardship } from '../safety/hardship.ts'
// For those that know what a claim says.
export { checkWording } from '../safety/wording.ts'

/** Stands where something stands that is not text. */
const THING = '\ufffc'

/** One run of text as its reader reads it: a paragraph, a heading, a table cell. */
interface Block {
  text: string
  pieces: Piece[]
  /** Parts that stand on a source: the words inside `<Claim>`. */
  exempt: Array<[number, number]>
  place: TextPlace
  node: Nodes
  /** The attribute it is. */
  attribute?: string
}

/** A part of a block that was made from one place of the source. */
interface Piece {
  /** Where it begins in the text of its block. */
  from: number
  text: string
  node: Text
  /** Offset in the source of each unit of `text`; only known once something is found in it. */
  offsets?: number[]
}

/** What is wrong with the wording of a body, and the amounts it tells by itself: of what its reader reads, not its markup. */
export function readProse(tree: Root, source: string, file: string): { problems: Problem[]; amounts: BareAmount[] } {
  const lines = new Lines(source)
  const blocks: Block[] = []
  collect(tree, 'prose', blocks)
  const placeOf = (block: Block, index: number) => {
    const offset = offsetIn(block, index, source)
    return { offset, at: offset < 0 ? positionOf(block.node) : lines.at(offset) }
  }
  return {
    problems: blocks.flatMap((block) =>
      checkWording(block.text, block.place, block.exempt).map((found) => {
        const { offset, at } = placeOf(block, found.start)
        return wordingProblem(asWritten(found, block.text, source, offset), block.text, file, at)
      }),
    ),
    amounts: blocks
      // What can be counted in a picture needs no source.
      .filter(({ place, attribute }) => place === 'prose' && attribute !== 'alt')
      .flatMap((block) =>
        amountsIn(ownWords(block)).map(({ written, value, start }) => ({
          written,
          value,
          at: placeOf(block, start).at,
          ...(block.attribute && { attribute: block.attribute }),
        })),
      ),
  }
}

/** The text of a block with blanks where the words of a claim stand. */
const ownWords = ({ text, exempt }: Block): string =>
  exempt.reduce((told, [from, to]) => told.slice(0, from) + ' '.repeat(to - from) + told.slice(to), text)

/** Where the unit at `index` of a block stands in the source; -1 where that is not known. */
function offsetIn({ pieces }: Block, index: number, source: string): number {
  const piece = pieces.findLast(({ from }) => from <= index)
  if (!piece) return -1
  if (!piece.offsets) {
    const start = piece.node.position?.start.offset ?? 0
    const written = source.slice(start, piece.node.position?.end.offset ?? 0)
    piece.offsets = placesOf(piece.text, written).map((offset) => (offset < 0 ? -1 : start + offset))
  }
  return piece.offsets[index - piece.from] ?? -1
}

/** A find without its repair unless the source says the same there: an escape is for a person to change. */
function asWritten(found: WordingProblem, text: string, source: string, offset: number): WordingProblem {
  const same = offset >= 0 && source.startsWith(text.slice(found.start, found.end), offset)
  return same ? found : { ...found, replacement: undefined }
}

function collect(node: Nodes, place: TextPlace, blocks: Block[]): void {
  if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
    for (const attribute of node.attributes) {
      if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') continue
      if (!['alt', 'caption', 'title'].includes(attribute.name)) continue
      blocks.push({ text: attribute.value, pieces: [], exempt: [], place, node, attribute: attribute.name })
    }
  }
  if (!('children' in node)) return
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
    const block: Block = { text: '', pieces: [], exempt: [], place, node }
    for (const child of node.children) gather(child, block)
    blocks.push(block)
    return
  }
  const inside = node.type === 'mdxJsxFlowElement' && node.name === 'Quote' ? 'quoted' : place
  for (const child of node.children) collect(child, inside, blocks)
}

function gather(node: Nodes, block: Block): void {
  if (node.type === 'text') {
    const text = node.value.includes('\n') ? joinSoftBreaks(node.value) : node.value
    block.pieces.push({ from: block.text.length, text, node })
    block.text += text
  } else if (node.type === 'break') block.text += '\n'
  else if ('children' in node && node.children.length > 0) {
    const start = block.text.length
    for (const child of node.children as Nodes[]) gather(child, block)
    if (node.type === 'mdxJsxTextElement' && (node.name === 'Claim' || node.name === 'Quote'))
      block.exempt.push([start, block.text.length])
  } else block.text += THING
}

/** Fields that are read first and alone: the strictest reading. Names are read so too, but may have numbers in them. */
export const HEADLINES: ReadonlySet<string> = new Set(['title', 'shortTitle', 'lead', 'summary', 'tagline', 'slogan'])

/** Fields that are not Chinese prose: what people type, addresses, exact wording of others. */
const NOT_PROSE = new Set(['searchTerms', 'cues', 'url', 'web', 'id', 'source', 'locator', 'documentNumber', 'hours'])

const markupProblem = (found: string, file: string, at: Position): Problem => ({
  file,
  ...at,
  rule: 'markup-in-field',
  level: 'error',
  message: `这一栏只能写普通文字，「${found.slice(0, 20)}」会连符号一起印出来`,
  fix: '去掉这些符号；要强调、要链接、要取用数据的话，写在正文里',
})

/**
 * The wording of front matter or of a table. Facts there have sources of their own and may say
 * what the source says; titles, leads and summaries are ours.
 * @param verbatim whether the texts are those of documents (policies, sources): only a digest of theirs is ours
 */
export function checkFields(yaml: YamlSource, file: string, verbatim: boolean): Problem[] {
  return yaml.scalars.flatMap(({ path, text, value, at }) => {
    const names = path.filter((part) => typeof part === 'string')
    const field = names.at(-1) ?? ''
    if (names.some((name) => NOT_PROSE.has(name))) return []
    const markup = MARKUP.exec(value)
    if (markup) {
      const place = Math.max(placesOf(value, text)[markup.index] ?? 0, 0)
      return [markupProblem(markup[0], file, at(place))]
    }
    // What a document says is for it to say.
    for (const [rule, line, message, fix] of verbatim ? [] : LEFTOVERS) {
      const index = value.search(line)
      if (index >= 0)
        return [{ file, ...at(Math.max(placesOf(value, text)[index] ?? 0, 0)), rule, level: 'error', message, fix }]
    }
    const headline = names.length === 1 && (HEADLINES.has(field) || field === 'name')
    const found = checkWording(value, verbatim ? 'document' : headline ? 'headline' : 'quoted')
    if (found.length === 0) return []
    const places = placesOf(value, text)
    return found.map((problem) => {
      const offset = places[problem.start] ?? -1
      return wordingProblem(asWritten(problem, value, text, offset), value, file, at(Math.max(offset, 0)))
    })
  })
}
