import { type Catalogue, type Entry, isKind } from '../catalogue/catalogue.ts'
import type { MotifName } from '../schemas/brand.ts'
import { type Board, boards, drawBoard } from '../tiles/boards.ts'
import { guitarHero } from '../tiles/guitar-hero.ts'
import type { Motif } from '../tiles/motif.ts'
import { motifs } from '../tiles/motifs.ts'
import { drawTile } from '../tiles/tile.ts'
import { isWithout } from '../without.ts'

/** Side of the square pictures for cards, in pixels. */
export const CARD_SIZE = 600

/** The card of pages that belong to no craft. */
export const SITE_CARD = '/tiles/_site.jpg'

/** The guitar that heads the pages of guitar makers. No brand's id begins with a line. */
export const GUITAR_HERO = '/tiles/_guitar.svg'

/** A brand's generated picture as a page shows it. */
export interface TileView {
  /** Address without base path. */
  path: string
  /** The same as a JPEG, for cards in chats and feeds. */
  jpeg: string
  alt: string
  /** Colour of rules and small marks. */
  thread: string
  /** Where to look when the square is cropped, as CSS `object-position` wants it. */
  focus: string
  rule: Motif['rule']
  motif: string
  /** Addresses of the strip that steps of the work are set on, where the page has any and the craft a strip. */
  board?: { lying: string; standing: string } | undefined
}

/** The tile of a brand. */
export function tileOf(brand: Entry<'brand'>): TileView {
  const { motif: name } = brand.data
  const { alt, thread, focus, rule } = motifs[name]
  return {
    path: `/tiles/${brand.id}.svg`,
    jpeg: `/tiles/${brand.id}.jpg`,
    alt,
    thread,
    focus: `${focus.x}% ${focus.y}%`,
    rule,
    motif: name,
  }
}

/** The tile of a brand, with what the steps of its work are set on. */
export function tileWithBoard(brand: Entry<'brand'>): TileView {
  const { motif, process } = brand.data
  const board = process.length > 0 ? boards[motif] : undefined
  const pathOf = (isStanding: boolean) => `/tiles/${boardId(motif, isStanding)}.svg`
  return { ...tileOf(brand), ...(board && { board: { lying: pathOf(false), standing: pathOf(board.turns) } }) }
}

/** @param isTurned whether it is the picture for a strip that stands; of what is not turned there is one for both */
const boardId = (motif: MotifName, isTurned: boolean): string => `_board-${motif}${isTurned ? '-up' : ''}`

/** The brand in whose language an entry is shown: itself, its own, or the first related one. */
export function brandFor(entry: Entry, catalogue: Catalogue): Entry<'brand'> | undefined {
  if (isKind(entry, 'brand')) return entry
  const named = 'brand' in entry.data && entry.data.brand ? catalogue.find('brand', entry.data.brand) : undefined
  return named ?? catalogue.related(entry, 'brand')[0]
}

/** The tile in whose language an entry is shown. */
export function tileFor(entry: Entry, catalogue: Catalogue): TileView | undefined {
  const brand = brandFor(entry, catalogue)
  return brand && tileOf(brand)
}

/** The SVG document of a brand's tile. Brands of one motif are counted, so that their forms differ. */
export function tileSvg(brand: Entry<'brand'>, catalogue: Catalogue): string {
  const { motif } = brand.data
  return drawTile(motif, motifs[motif], brand.id, placeInMotif(brand, catalogue))
}

const placesInMotif = new WeakMap<Catalogue, Map<Entry<'brand'>, number>>()

/** How many brands of the same motif stand before the brand. */
function placeInMotif(brand: Entry<'brand'>, catalogue: Catalogue): number {
  let places = placesInMotif.get(catalogue)
  if (!places) {
    places = new Map()
    for (const [, brands] of Map.groupBy(catalogue.list('brand'), ({ data }) => data.motif))
      for (const [place, sibling] of brands.entries()) places.set(sibling, place)
    placesInMotif.set(catalogue, places)
  }
  return places.get(brand) ?? -1
}

/** Every picture that pages show, drawn when asked for: one per brand, the large guitar, the strips under steps. */
export const drawings = (catalogue: Catalogue): Array<{ id: string; svg: () => string }> => [
  { id: '_guitar', svg: guitarHero },
  ...(Object.entries(boards) as Array<[MotifName, Board]>).flatMap(([motif, board]) =>
    (board.turns ? [false, true] : [false]).map((isTurned) => ({
      id: boardId(motif, isTurned),
      svg: () => drawBoard(board, isTurned),
    })),
  ),
  ...catalogue.list('brand').map((brand) => ({ id: brand.id, svg: () => tileSvg(brand, catalogue) })),
]

/** Every card: one per brand, and the site's own, which has no drawing here. */
export const cards = (catalogue: Catalogue): Array<{ id: string; svg: () => string | undefined }> => [
  { id: '_site', svg: () => undefined },
  ...(isWithout('cards') ? [] : catalogue.list('brand')).map((brand) => ({
    id: brand.id,
    svg: () => tileSvg(brand, catalogue),
  })),
]
