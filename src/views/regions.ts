import type { Catalogue, Entry } from '../catalogue/catalogue.ts'
import { listPath } from '../urls/paths.ts'
import { linkViews } from './links.ts'
import { crumbsToList, type LinkView, type PageMeta } from './page.ts'
import { COVERAGE, MOST_NAMES, type SquareView, squareOf } from './squares.ts'
import { regionsWithContent } from './tables.ts'

/** Brands that are a whole region's and no smaller one's. */
export interface OwnBrands {
  id: string
  name: string
  /** Empty where nothing is collected yet. */
  path: string
  code: string
  /** The first of them, and how many there are. */
  own: LinkView[]
  ownCount: number
  /** Entries of the region and of all that lie in it. */
  count: number
}

/** One prefecture: its own brands, and its counties as squares. */
export interface SquareGroup extends OwnBrands {
  squares: SquareView[]
  covered: number
}

/** A row of the table: a county, or what lies above counties where it has brands of its own. */
export interface RegionRow extends Pick<OwnBrands, 'name' | 'path' | 'code' | 'count'> {
  /** The first of its brands, and how many there are. */
  brands: SquareView['brands']
  brandCount: number
  /** Said where it has no brand. */
  none: string
}

/** The page of all regions. */
export interface RegionsPage {
  meta: PageMeta
  /** Provinces with brands of their own. */
  provinces: OwnBrands[]
  groups: SquareGroup[]
  /** The same as a table, of those with entries: provinces, then each prefecture and its counties. */
  rows: RegionRow[]
  total: number
  covered: number
  /** How many counties are in each state, in words. */
  states: Array<{ word: string; count: number }>
}

const PROVINCES = ['guizhou', 'guangxi']

/** Every county of the two documents by prefecture, in the order of division codes, and the brands of what lies above counties. */
export function regionList(catalogue: Catalogue): RegionsPage {
  const byRegion = Map.groupBy(catalogue.list('brand'), ({ data }) => data.region)
  const ownBrands = (region: Entry<'region'>): OwnBrands => {
    const own = byRegion.get(region.id) ?? []
    const { length: count } = catalogue.inRegion(region.id)
    return {
      id: region.id,
      name: region.data.name,
      path: count > 0 ? region.path : '',
      code: region.data.code ?? '',
      own: linkViews(own.slice(0, MOST_NAMES), catalogue),
      ownCount: own.length,
      count,
    }
  }
  const provinces = PROVINCES.flatMap((id) => catalogue.find('region', id) ?? [])
    .map(ownBrands)
    .filter(({ ownCount }) => ownCount > 0)
  const groups = PROVINCES.flatMap((province) => catalogue.subregions(province))
    .filter(({ id }) => catalogue.subregions(id).length > 0 || byRegion.has(id))
    .map((prefecture): SquareGroup => {
      const squares = catalogue.subregions(prefecture.id).map((county) => squareOf(county, catalogue))
      return {
        ...ownBrands(prefecture),
        squares,
        covered: squares.filter(({ coverage }) => coverage === 'covered').length,
      }
    })
  const total = groups.reduce((sum, group) => sum + group.squares.length, 0)
  const covered = groups.reduce((sum, group) => sum + group.covered, 0)
  return {
    meta: {
      title: '按地区找',
      description: `贵州各市州县和广西玉林各县（市、区），共${total}个：哪些有收录的劳务品牌，哪些还没有。有页面的地区${regionsWithContent(catalogue).length}个。`,
      path: listPath('region'),
      crumbs: crumbsToList('region'),
    },
    provinces,
    groups,
    rows: [...provinces.map(regionRow), ...groups.flatMap(groupRows)].filter(({ count }) => count > 0),
    total,
    covered,
    states: Object.entries(COVERAGE).map(([state, word]) => ({
      word,
      count: groups.flatMap(({ squares }) => squares).filter(({ coverage }) => coverage === state).length,
    })),
  }
}

const regionRow = ({ own, ownCount, name, path, code, count }: OwnBrands): RegionRow => {
  return { name, path, code, brands: own, brandCount: ownCount, none: '', count }
}

const countyRow = ({ fullName, path, code, brands, brandCount, coverage, count }: SquareView): RegionRow => {
  return { name: fullName, path, code, brands, brandCount, none: COVERAGE[coverage], count }
}

const groupRows = (group: SquareGroup): RegionRow[] => [
  ...(group.ownCount > 0 ? [regionRow(group)] : []),
  ...group.squares.map(countyRow),
]
