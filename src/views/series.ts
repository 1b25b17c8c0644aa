import type { Catalogue, Entry } from '../catalogue/catalogue.ts'
import { FIELDS, SERIES } from '../schemas/brand.ts'
import { longDate } from '../text/dates.ts'
import { PAGES } from '../urls/paths.ts'
import { MOST_LINKS } from './entry.ts'
import { linkView, linkViews } from './links.ts'
import { type Mark, type Note, Notes } from './notes.ts'
import type { LinkView, PageMeta } from './page.ts'

/** A brand with the brands below it. */
export interface FamilyView extends LinkView {
  children: FamilyView[]
}

/** A name a brand had before. */
export interface FormerNameView {
  brand: LinkView
  name: string
  until: string
  mark: Mark
}

/** The series of the two documents, each with its brands as a tree; and what brands were called before. */
export interface SeriesPage {
  meta: PageMeta
  series: Array<{ id: string; name: string; families: FamilyView[]; count: number }>
  /** The five fields of 贵州实施意见 二（五）, each with its brands; a field without brands is left out. */
  fields: Array<{ id: string; name: string; count: number; brands: LinkView[] }>
  /** Names of the fields without brands. */
  emptyFields: string[]
  formerNames: FormerNameView[]
  notes: Note[]
}

/** Everything the page of series shows. */
export function seriesPage(catalogue: Catalogue): SeriesPage {
  const notes = new Notes(catalogue)
  const brands = catalogue.list('brand')
  const series = Object.entries(SERIES).flatMap(([id, name]) => {
    const members = brands.filter(({ data }) => data.series === id)
    const familyOf = (brand: Entry<'brand'>): FamilyView => ({
      ...linkView(brand, catalogue),
      children: members.filter(({ data }) => data.parent === brand.id).map(familyOf),
    })
    // A brand may stand under one that is in no series, or in another.
    const tops = members.filter(({ data }) => !members.some((member) => member.id === data.parent))
    return members.length > 0
      ? [{ id, name, families: tops.slice(0, MOST_LINKS).map(familyOf), count: members.length }]
      : []
  })
  return {
    meta: {
      title: '系列与领域：成系列的劳务品牌',
      description: `文件里成系列的劳务品牌：${series.map(({ name, count }) => `${name}${count}个`).join('、')}；再按文件的五个领域分。`,
      path: PAGES.series,
      crumbs: [{ name: '首页', path: PAGES.home }, { name: '系列与领域' }],
    },
    series,
    fields: Object.entries(FIELDS).flatMap(([id, name]) => {
      const inField = brands.filter(({ data }) => data.field === id)
      return inField.length > 0
        ? [{ id, name, count: inField.length, brands: linkViews(inField.slice(0, MOST_LINKS), catalogue) }]
        : []
    }),
    emptyFields: Object.entries(FIELDS).flatMap(([id, name]) =>
      brands.some(({ data }) => data.field === id) ? [] : [name],
    ),
    formerNames: brands.flatMap((brand) =>
      brand.data.formerNames.map((former) => ({
        brand: linkView(brand, catalogue),
        name: former.name,
        until: former.until ? `用到${longDate(former.until)}` : '',
        mark: notes.mark(former),
      })),
    ),
    notes: notes.list,
  }
}
