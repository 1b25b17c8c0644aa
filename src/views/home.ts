import type { Catalogue } from '../catalogue/catalogue.ts'
import { SITE } from '../site.config.ts'
import { PAGES } from '../urls/paths.ts'
import { newestFirst } from './brand.ts'
import { type FigureBrief, leadFigure } from './claims.ts'
import { linkViews } from './links.ts'
import { type BrandCardView, brandCard } from './lists.ts'
import type { LinkView, PageMeta } from './page.ts'
import { storiesInOrder } from './story.ts'
import { counts } from './tables.ts'

/** The front page. */
export interface HomePage {
  meta: PageMeta
  brandCount: number
  brands: BrandCardView[]
  stories: LinkView[]
  events: LinkView[]
  places: LinkView[]
  /** One figure that was reached and one that is aimed at, each with its brand. */
  pair: Array<FigureBrief & { brand: LinkView }>
  counts: ReturnType<typeof counts>
}

/** Everything the front page shows. */
export function homePage(catalogue: Catalogue): HomePage {
  const brands = catalogue.list('brand')
  const cards = brands.map((brand) => brandCard(brand, catalogue))
  const pairs = brands.flatMap((brand, index) => {
    const figure = leadFigure(brand.data.claims, catalogue)
    return figure ? [{ ...figure, brand: cards[index] as BrandCardView }] : []
  })
  const ofKind = (kind: FigureBrief['kind']) => pairs.find((pair) => pair.kind === kind)
  return {
    meta: {
      title: `${SITE.name}：贵州与广西玉林的劳务品牌`,
      description: SITE.description,
      path: PAGES.home,
      crumbs: [],
    },
    brandCount: brands.length,
    brands: cards,
    stories: linkViews(storiesInOrder(catalogue).slice(0, 4), catalogue),
    events: linkViews(newestFirst(catalogue.list('event')).slice(0, 4), catalogue),
    places: linkViews(
      catalogue
        .list('place')
        .filter((place) => ['museum', 'square', 'ich-workshop', 'village'].includes(place.data.kind))
        .slice(0, 4),
      catalogue,
    ),
    pair: [ofKind('actual'), ofKind('target')].flatMap((pair) => pair ?? []),
    counts: counts(catalogue),
  }
}
