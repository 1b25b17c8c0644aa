import { type Catalogue, type Entry, isKind } from '../catalogue/catalogue.ts'
import { type TileView, tileFor } from './tiles.ts'

/** What the site knows of a place: a brand, other entries but no brand, nothing. */
export const COVERAGE = { covered: '有收录的品牌', partly: '有资料，未见品牌', unknown: '还没有查到资料' } as const

/** One place as an equal square: the pictures of its brands, or of what else is there. */
export interface SquareView {
  name: string
  fullName: string
  code: string
  /** Empty where nothing is collected yet. */
  path: string
  tiles: TileView[]
  /** The first of its brands, and how many there are. */
  brands: Array<Pick<Entry<'brand'>, 'name' | 'path'>>
  brandCount: number
  count: number
  coverage: keyof typeof COVERAGE
}

/** So many brands of a region are named in a row. */
export const MOST_NAMES = 24

/** So many pictures share a square. */
const MOST_TILES = 3

/** The square of a region. */
export function squareOf(region: Entry<'region'>, catalogue: Catalogue): SquareView {
  const entries = catalogue.inRegion(region.id)
  const brands = entries.filter((entry) => isKind(entry, 'brand'))
  return {
    name: region.data.shortName,
    fullName: region.data.name,
    code: region.data.code ?? '',
    path: entries.length > 0 ? region.path : '',
    tiles: (brands.length > 0 ? brands.slice(0, MOST_TILES) : entries)
      .flatMap((entry) => tileFor(entry, catalogue) ?? [])
      .slice(0, MOST_TILES),
    brands: brands.slice(0, MOST_NAMES).map(({ name, path }) => ({ name, path })),
    brandCount: brands.length,
    count: entries.length,
    coverage: brands.length > 0 ? 'covered' : entries.length > 0 ? 'partly' : 'unknown',
  }
}
