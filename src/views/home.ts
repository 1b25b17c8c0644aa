import type { Catalogue, Entry } from '../catalogue/catalogue.ts'
import { SITE } from '../site.config.ts'
import { PAGES } from '../urls/paths.ts'
import { type BrandCardView, brandCard } from './cards.ts'
import { type FigureBrief, leadFigure } from './claims.ts'
import { englishTwin } from './editions.ts'
import { type EventView, eventsHint, eventViews, linkViews } from './links.ts'
import type { LinkView, PageMeta } from './page.ts'
import { storiesInOrder } from './story.ts'
import { type TileView, tileOf } from './tiles.ts'

/** The swatch book: brands whose materials differ most, with short names for narrow strips. */
const SWATCHES = [
  ['zhengan-guitar-craftsman', '正安吉他'],
  ['fumian-caifeng', '福绵裁缝'],
  ['beiliu-ceramic-craftsman', '北流陶瓷'],
  ['guizhou-xiuniang', '贵州绣娘'],
  ['niunanfen-shifu', '牛腩粉'],
  ['bagui-jiangong', '八桂建工'],
  ['chishui-zhuyishi', '赤水竹艺'],
  ['xiangyao-shifu', '香药师傅'],
  ['duyun-maojian-jigong', '都匀毛尖'],
  ['guizhou-welder', '贵州焊工'],
  ['zhijin-xiuniang', '织金绣娘'],
  ['jiudu-jiangren', '酒都酱人'],
] as const

/** Brands shown as cards on the front page. */
const SHOWN = [
  'zhengan-guitar-craftsman',
  'fumian-caifeng',
  'chishui-zhuyishi',
  'puan-hongcha-jigong',
  'xiangyao-shifu',
  'guizhou-xiuniang',
  'huichuan-jiuyebang',
  'bagui-mifen-shifu',
] as const

/** The front page. */
export interface HomePage {
  meta: PageMeta
  brandCount: number
  brands: BrandCardView[]
  stories: LinkView[]
  events: EventView[]
  eventsHint: string
  storyCount: number
  /** Twelve crafts for the swatch book. */
  swatches: Array<{ name: string; path: string; tile: TileView }>
  places: LinkView[]
  /** One figure that was reached and one that is aimed at, each with its brand; `isPast`: the time of the target is up, and nothing was published about it. */
  pair: Array<FigureBrief & { brand: LinkView }>
}

/** Everything the front page shows. */
export function homePage(catalogue: Catalogue): HomePage {
  const brands = catalogue.list('brand')
  const cards = brands.map((brand) => brandCard(brand, catalogue))
  return {
    meta: {
      title: `${SITE.name}：贵州与广西玉林的劳务品牌`,
      description: SITE.description,
      path: PAGES.home,
      crumbs: [],
      ...englishTwin(catalogue),
    },
    brandCount: brands.length,
    brands: SHOWN.flatMap((id) => cards[brands.findIndex(isKnownAs(id))] ?? []),
    storyCount: catalogue.list('story').length,
    swatches: SWATCHES.flatMap(([id, name]) => {
      const brand = brands.find(isKnownAs(id))
      return brand ? [{ name, path: brand.path, tile: tileOf(brand) }] : []
    }),
    stories: linkViews(leadFirst(storiesInOrder(catalogue)).slice(0, 4), catalogue),
    events: eventViews(catalogue.list('event'), catalogue).slice(0, 4),
    eventsHint: eventsHint(catalogue.list('event'), catalogue.today),
    places: linkViews(
      catalogue
        .list('place')
        .filter((place) => ['museum', 'square', 'ich-workshop', 'village'].includes(place.data.kind))
        .slice(0, 4),
      catalogue,
    ),
    pair: pairOf(brands, cards, catalogue),
  }
}

/**
 * What a brand has reached beside what is aimed at for it: of the first brand that has both, with the newest result. Where none
 * has, one of each.
 */
function pairOf(
  brands: readonly Entry<'brand'>[],
  cards: readonly BrandCardView[],
  catalogue: Catalogue,
): HomePage['pair'] {
  const found = brands.flatMap((brand, index) => {
    const isAnswered = brand.data.claims.some(({ resultOf }) => resultOf !== undefined)
    const briefs = (['actual', 'target'] as const).flatMap((kind) => {
      const figure = leadFigure(
        brand.data.claims.filter((claim) => claim.kind === kind),
        catalogue,
      )
      return figure ? [{ ...figure, brand: cards[index] as BrandCardView, isPast: figure.isPast && !isAnswered }] : []
    })
    return briefs.length > 0 ? [briefs] : []
  })
  const dateOf = (briefs: HomePage['pair']) => briefs[0]?.asOf ?? ''
  const [both] = found.filter(({ length }) => length === 2).sort((a, b) => dateOf(b).localeCompare(dateOf(a)))
  return (
    both ?? (['actual', 'target'] as const).flatMap((kind) => found.flat().find((brief) => brief.kind === kind) ?? [])
  )
}

/** Entries keep their place on the front page when they get another id. */
const isKnownAs =
  (id: string) =>
  (entry: Entry<'brand' | 'story'>): boolean =>
    entry.id === id || entry.data.formerIds.includes(id)

/** The story that leads the front page. */
const LEAD_STORY = 'three-hundred-girls-and-a-factory'

function leadFirst(stories: readonly Entry<'story'>[]): readonly Entry<'story'>[] {
  const lead = stories.find(isKnownAs(LEAD_STORY))
  return lead ? [lead, ...stories.filter((story) => story !== lead)] : stories
}
