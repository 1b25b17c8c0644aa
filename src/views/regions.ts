import type { Catalogue } from '../catalogue/catalogue.ts'
import { listPath } from '../urls/paths.ts'
import { crumbsToList, type PageMeta } from './page.ts'
import { COVERAGE, type SquareView, squareOf } from './squares.ts'
import { regionsWithContent } from './tables.ts'

/** Squares of one prefecture or province. */
export interface SquareGroup {
  id: string
  name: string
  path: string
  squares: SquareView[]
  covered: number
}

/** The page of all regions. */
export interface RegionsPage {
  meta: PageMeta
  groups: SquareGroup[]
  total: number
  covered: number
  /** How many counties are in each state, in words. */
  states: Array<{ word: string; count: number }>
}

/** Every county of the two documents by prefecture, in the order of division codes. */
export function regionList(catalogue: Catalogue): RegionsPage {
  const groups = ['guizhou', 'guangxi']
    .flatMap((province) => catalogue.subregions(province))
    .filter((prefecture) => catalogue.subregions(prefecture.id).length > 0)
    .map((prefecture): SquareGroup => {
      const squares = catalogue.subregions(prefecture.id).map((county) => squareOf(county, catalogue))
      return {
        id: prefecture.id,
        name: prefecture.name,
        path: catalogue.inRegion(prefecture.id).length > 0 ? prefecture.path : '',
        squares,
        covered: squares.filter((square) => square.brands.length > 0).length,
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
    groups,
    total,
    covered,
    states: Object.entries(COVERAGE).map(([state, word]) => ({
      word,
      count: groups.flatMap(({ squares }) => squares).filter(({ coverage }) => coverage === state).length,
    })),
  }
}
