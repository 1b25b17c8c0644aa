import { type Catalogue, type Entry, GRAPH_KINDS, isKind } from '../catalogue/catalogue.ts'
import type { MotifName } from '../schemas/motifs.ts'
import { type Board, boards, drawBoard } from '../tiles/boards.ts'
import { guitarHero } from '../tiles/guitar-hero.ts'
import type { Motif } from '../tiles/motif.ts'
import { motifs } from '../tiles/motifs.ts'
import { Random } from '../tiles/random.ts'
import { drawTile } from '../tiles/tile.ts'
import { isWithout } from '../without.ts'
import { oncePer } from './once.ts'

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
  motif: MotifName
  /** Addresses of the strip that steps of the work are set on, where the page has any and the craft a strip. */
  board?: { lying: string; standing: string } | undefined
}

/** A generated picture: what it is called in addresses, of what craft it is, and the drawing itself. */
export interface Picture {
  id: string
  motif: MotifName
  svg: () => string
}

/** The picture of an entry: of the craft it names itself, or of its brand. */
export function pictureOf(entry: Entry, catalogue: Catalogue): Picture | undefined {
  const craft = craftOf(entry)
  if (craft) return craftPicture(craft)
  const brand = brandFor(entry, catalogue)
  return brand && { id: brand.id, motif: brand.data.motif, svg: () => tileSvg(brand, catalogue) }
}

/** The craft that an entry names because it has no brand, or one of another craft. */
const craftOf = (entry: Entry): MotifName | undefined =>
  !isKind(entry, 'brand') && 'motif' in entry.data ? entry.data.motif : undefined

/** No brand's id begins with a line. */
const craftPicture = (motif: MotifName): Picture => {
  const id = `_craft-${motif}`
  return { id, motif, svg: () => drawTile(motif, motifs[motif], id, 0) }
}

/** The pictures that entries name and no brand has. */
const craftPictures = oncePer((catalogue: Catalogue): Picture[] => {
  const named = new Set(
    WITH_CRAFT.flatMap((kind) => catalogue.list(kind).flatMap((entry: Entry) => craftOf(entry) ?? [])),
  )
  return [...named].sort().map(craftPicture)
})

/** Kinds whose entries can name a craft. */
const WITH_CRAFT = ['place', 'figure', 'organisation', 'event', 'story'] as const

/** Where a drawing lies, without base path. */
const drawingPath = (id: string): string => `/tiles/${id}.svg`

function viewOf({ id, motif }: Pick<Picture, 'id' | 'motif'>): TileView {
  const { alt, thread, focus, rule } = motifs[motif]
  return {
    path: drawingPath(id),
    jpeg: `/tiles/${id}.jpg`,
    alt,
    thread,
    focus: `${focus.x}% ${focus.y}%`,
    rule,
    motif,
  }
}

/** The tile of a brand. */
export const tileOf = (brand: Entry<'brand'>): TileView => viewOf({ id: brand.id, motif: brand.data.motif })

/** The tile of a brand, with what the steps of its work are set on. */
export function tileWithBoard(brand: Entry<'brand'>): TileView {
  const { motif, process } = brand.data
  const board = process.length > 0 ? boards[motif] : undefined
  const pathOf = (isStanding: boolean) => drawingPath(boardId(motif, isStanding))
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

/**
 * The tile in whose language an entry is shown: a brand's own; of what belongs to a brand or a craft one of the drawings of that
 * craft, so that a list of a brand's stories is no row of the same picture. Which one goes by the entry's id, and stays.
 */
export function tileFor(entry: Entry, catalogue: Catalogue): TileView | undefined {
  const picture = pictureOf(entry, catalogue)
  if (!picture || isKind(entry, 'brand')) return picture && viewOf(picture)
  return { ...viewOf(picture), path: drawingPath(formId(picture.motif, formOf(entry))) }
}

/** A motif has three forms in three colourings; what comes after is drawn like one of these. */
const FORMS = 9

const formId = (motif: MotifName, form: number): string => `_craft-${motif}-${form}`

/** The form for an entry: by its id alone, so that no other entry changes it. */
const formOf = ({ id }: Entry): number => new Random(id).int(0, FORMS - 1)

/** The drawings that entries other than brands show, each once. */
function forms(catalogue: Catalogue): Array<{ id: string; svg: () => string }> {
  const used = new Map<string, () => string>()
  for (const kind of GRAPH_KINDS) {
    if (kind === 'brand') continue
    for (const entry of catalogue.list(kind) as readonly Entry[]) {
      const motif = pictureOf(entry, catalogue)?.motif
      if (!motif) continue
      const form = formOf(entry)
      const id = formId(motif, form)
      used.set(id, () => drawTile(motif, motifs[motif], id, form))
    }
  }
  return [...used].map(([id, svg]) => ({ id, svg }))
}

/** The SVG document of a brand's tile. Brands of one motif are counted, so that their forms differ. */
export function tileSvg(brand: Entry<'brand'>, catalogue: Catalogue): string {
  const { motif } = brand.data
  return drawTile(motif, motifs[motif], brand.id, placeInMotif(brand, catalogue))
}

const placesInMotif = oncePer((catalogue: Catalogue): ReadonlyMap<Entry<'brand'>, number> => {
  const groups = Map.groupBy(catalogue.list('brand'), ({ data }) => data.motif)
  return new Map([...groups.values()].flatMap((brands) => brands.map((brand, place) => [brand, place] as const)))
})

/** How many brands of the same motif stand before the brand. */
const placeInMotif = (brand: Entry<'brand'>, catalogue: Catalogue): number => placesInMotif(catalogue).get(brand) ?? -1

/** The picture of every brand, and of every craft that other entries name. */
export const pictures = (catalogue: Catalogue): Picture[] => [...brandPictures(catalogue), ...craftPictures(catalogue)]

const brandPictures = (catalogue: Catalogue): Picture[] =>
  catalogue.list('brand').flatMap((brand) => pictureOf(brand, catalogue) ?? [])

/** Every drawing that pages show, made when asked for: the pictures of brands, the large guitar, the strips under steps, the forms that other entries show. */
export const drawings = (catalogue: Catalogue): Array<{ id: string; svg: () => string }> => [
  { id: '_guitar', svg: guitarHero },
  ...(Object.entries(boards) as Array<[MotifName, Board]>).flatMap(([motif, board]) =>
    (board.turns ? [false, true] : [false]).map((isTurned) => ({
      id: boardId(motif, isTurned),
      svg: () => drawBoard(board, isTurned),
    })),
  ),
  ...brandPictures(catalogue),
  ...forms(catalogue),
]

/** Every card: one per picture, and the site's own, which has no drawing here. */
export const cards = (catalogue: Catalogue): Array<{ id: string; svg: () => string | undefined }> => [
  { id: '_site', svg: () => undefined },
  ...(isWithout('cards') ? [] : pictures(catalogue)),
]
