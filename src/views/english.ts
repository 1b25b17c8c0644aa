import { type Catalogue, type Entry, keyOf } from '../catalogue/catalogue.ts'
import type { Claim } from '../schemas/claim.ts'
import type { EnglishRow } from '../search/english.ts'
import type { Structured } from '../seo/json-ld.ts'
import { dotted } from '../text/caption.ts'
import { englishDate } from '../text/dates.ts'
import { twinPath } from '../urls/editions.ts'
import { listPath, PAGES } from '../urls/paths.ts'
import { hasChannels, officesToAsk } from './contact.ts'
import { inEnglish, isToldInEnglish } from './editions.ts'
import type { Mark } from './notes.ts'
import { type Note, Notes } from './notes.ts'
import type { Crumb, PageMeta } from './page.ts'
import { storiesInOrder } from './story.ts'
import { listThing } from './subjects.ts'
import { type TileView, tileFor, tileOf } from './tiles.ts'

/** Name of the site in English, beside 一方匠人. */
export const ENGLISH_NAME = 'Yifang Jiangren'

/** Where the pages in English stand. */
export const ENGLISH_PAGES = {
  home: twinPath('en', PAGES.home),
  brands: twinPath('en', listPath('brand')),
  stories: twinPath('en', listPath('story')),
  find: twinPath('en', PAGES.find),
} as const

const KIND_WORDS: Readonly<Record<Claim['kind'], string>> = { actual: 'Result', target: 'Target', estimate: 'Estimate' }

/** What the drawn patterns show. */
const MOTIF_WORDS: Readonly<Record<Entry<'brand'>['data']['motif'], string>> = {
  guitar: 'guitar rosette and strings',
  denim: 'denim pocket with stitches',
  ceramic: 'celadon glaze',
  noodle: 'a bowl of beef noodles',
  mifen: 'rice noodles',
  spice: 'drawers of a spice cabinet',
  embroidery: 'cross-stitch',
  batik: 'batik',
  silver: 'a silver collar and bells',
  brick: 'a brick wall',
  window: 'washing on a line',
  apron: 'an apron',
  cradle: 'a cradle',
  kettle: 'a stove',
  door: 'a house door',
  electric: 'electric wiring',
  weld: 'a weld seam',
  tools: 'tools',
  jars: 'liquor jars',
  bamboo: 'woven bamboo',
  tea: 'green tea',
  redtea: 'black tea',
  warp: 'warp threads',
}

/** What a page in English says about itself. */
export interface EnglishMeta extends PageMeta {
  /** The lists of the edition, for the main navigation: those that exist. */
  navigation: ReadonlyArray<Required<Crumb>>
}

/** A brand told in English, in a list. */
export interface EnglishCard {
  key: string
  path: string
  name: string
  pinyin: string
  /** The name itself, in Chinese. */
  chinese: string
  place: string
  line: string
  tile: TileView
}

/** A claim told in English. */
export interface EnglishClaim {
  kind: Claim['kind']
  kindWord: string
  text: string
  basis: string | undefined
  /** Left out where the text or the basis says it. */
  asOf: string | undefined
  /** Whether other sources say otherwise; the Chinese page shows them side by side. */
  disputed: boolean
  mark: Mark
}

/** A brand's page. */
export interface EnglishBrand extends EnglishCard {
  type: 'brand'
  meta: EnglishMeta
  original: string
  trades: string[]
  text: string[]
  claims: EnglishClaim[]
  checkedOn: string
  stories: EnglishLine[]
  contact: EnglishContact
  notes: Note[]
}

/** Whom to turn to. */
export interface EnglishContact {
  /** Where the Chinese page lists the official channels; undefined where none is public. */
  channels: string | undefined
  /** Offices that may know, by their Chinese names; there is always one. */
  ask: string[]
}

/** A story in a list. */
export interface EnglishLine {
  path: string
  name: string
  /** The name in Chinese. */
  chinese: string
  detail: string
  tile: TileView | undefined
}

/** A story's page. */
export interface EnglishStory extends EnglishLine {
  type: 'story'
  meta: EnglishMeta
  original: string
  published: string
  publishedAt: string
  summary: string
  brands: EnglishCard[]
  /** What the figures of the summary rest on. */
  grounds: Array<{ kind: Claim['kind']; kindWord: string; mark: Mark }>
  notes: Note[]
}

/** The front page of the edition. */
export interface EnglishHome {
  type: 'home'
  meta: EnglishMeta
  brands: EnglishCard[]
  brandCount: number
  stories: EnglishLine[]
}

/** A list of brands or stories. */
export interface EnglishList {
  type: 'brands' | 'stories'
  meta: EnglishMeta
  brands: EnglishCard[]
  stories: EnglishLine[]
}

/** The search by trade. */
export interface EnglishFind {
  type: 'find'
  meta: EnglishMeta
  rows: Array<{ brand: EnglishCard; row: EnglishRow }>
  families: Array<{ name: string; trades: Array<{ name: string; also: string[]; brands: EnglishCard[] }> }>
}

/** Any page in English. */
export type EnglishPage = EnglishHome | EnglishList | EnglishBrand | EnglishStory | EnglishFind

/** Every page in English; none while no brand is told in English. */
export function englishPages(catalogue: Catalogue): EnglishPage[] {
  const brands = inEnglish(catalogue.list('brand'))
  const stories = inEnglish(storiesInOrder(catalogue))
  if (brands.length === 0) return []
  const lists = [brandList(brands, catalogue), ...(stories.length > 0 ? [storyList(stories, catalogue)] : [])]
  return [
    home(brands, stories, catalogue),
    ...lists,
    findPage(brands, catalogue),
    ...brands.map((brand) => brandPage(brand, catalogue)),
    ...stories.map((story) => storyPage(story, catalogue)),
  ]
}

const told = <K extends 'brand' | 'story'>({ data }: Entry<K>) => data.en as NonNullable<Entry<K>['data']['en']>

const HOME = { name: 'Home', path: ENGLISH_PAGES.home }
const BRANDS = { name: 'Brands', path: ENGLISH_PAGES.brands }
const STORIES = { name: 'Stories', path: ENGLISH_PAGES.stories }
const FIND = { name: 'Find a trade', path: ENGLISH_PAGES.find }

const metaOf = (
  catalogue: Catalogue,
  path: string,
  title: string,
  description: string,
  crumbs: Crumb[],
  things: Structured[] = [],
): EnglishMeta => ({
  title,
  description,
  path,
  crumbs,
  things,
  english: 'page',
  navigation: [...(isToldInEnglish('story', catalogue) ? [STORIES] : []), BRANDS, FIND],
})

/** Zheng’an County, Zunyi, Guizhou Province; places without an English name are left out. */
const placeLine = (region: string, catalogue: Catalogue): string =>
  catalogue
    .regionChain(region)
    .flatMap(({ data }) => data.en ?? [])
    .join(', ')

/** Characters of a description that search engines and share cards show, more or less. */
const OPENING = 160

/** Of fewer characters than these a description says too little: better one sentence more than is shown. */
const BARE = 60

/** The first sentences of a text, whole, as many as a description holds; one that says something in any case. */
export function openingOf(text: string): string {
  const [first = text, ...others] = text.split(/(?<=[.?!]”?) /)
  let opening = first
  for (const sentence of others) {
    if (opening.length >= BARE && opening.length + 1 + sentence.length > OPENING) break
    opening += ` ${sentence}`
  }
  return opening
}

/** A picture, described in English. */
const inWords = (tile: TileView): TileView => ({ ...tile, alt: `Drawn pattern: ${MOTIF_WORDS[tile.motif]}` })

function card(brand: Entry<'brand'>, catalogue: Catalogue): EnglishCard {
  const { name, pinyin, summary } = told(brand)
  return {
    key: keyOf(brand),
    path: twinPath('en', brand.path),
    name,
    pinyin,
    chinese: brand.name,
    place: placeLine(brand.data.region, catalogue),
    line: summary,
    tile: inWords(tileOf(brand)),
  }
}

function line(story: Entry<'story'>, catalogue: Catalogue): EnglishLine {
  const tile = tileFor(story, catalogue)
  return {
    path: twinPath('en', story.path),
    name: told(story).title,
    chinese: story.name,
    detail: dotted(
      ...inEnglish(story.data.brands.map((id) => catalogue.get('brand', id))).map((each) => told(each).name),
    ),
    tile: tile && inWords(tile),
  }
}

/** Brands shown on the front page: one of each pattern, then the rest. */
function home(brands: Entry<'brand'>[], stories: Entry<'story'>[], catalogue: Catalogue): EnglishHome {
  const firstOfMotif = brands.filter(
    (brand, at) => brands.findIndex((other) => other.data.motif === brand.data.motif) === at,
  )
  return {
    type: 'home',
    meta: {
      ...metaOf(
        catalogue,
        ENGLISH_PAGES.home,
        `${ENGLISH_NAME}: labour-service brands of Guizhou and of Yulin in Guangxi, China`,
        'People of one place known for one craft: who does the work, how, and where to find them. Every figure has its source.',
        [],
      ),
    },
    brands: [...firstOfMotif]
      .sort((a, b) => told(b).claims.length - told(a).claims.length)
      .slice(0, 8)
      .map((brand) => card(brand, catalogue)),
    brandCount: brands.length,
    stories: stories.slice(0, 4).map((story) => line(story, catalogue)),
  }
}

function brandList(brands: Entry<'brand'>[], catalogue: Catalogue): EnglishList {
  const cards = brands.map((brand) => card(brand, catalogue)).sort((a, b) => a.name.localeCompare(b.name, 'en'))
  return {
    type: 'brands',
    meta: metaOf(
      catalogue,
      ENGLISH_PAGES.brands,
      'All labour-service brands',
      'Every brand with its place and what its people do, in alphabetical order.',
      [HOME, { name: BRANDS.name }],
      [listThing('Brands', cards)],
    ),
    brands: cards,
    stories: [],
  }
}

function storyList(stories: Entry<'story'>[], catalogue: Catalogue): EnglishList {
  const lines = stories.map((story) => line(story, catalogue))
  return {
    type: 'stories',
    meta: metaOf(
      catalogue,
      ENGLISH_PAGES.stories,
      'Stories',
      'A person or a place, something they did, and what came of it: summaries in English, newest first.',
      [HOME, { name: STORIES.name }],
      [listThing('Stories', lines)],
    ),
    brands: [],
    stories: lines,
  }
}

function brandPage(brand: Entry<'brand'>, catalogue: Catalogue): EnglishBrand {
  const own = card(brand, catalogue)
  const { text, claims } = told(brand)
  const notes = new Notes(catalogue)
  const byId = new Map(brand.data.claims.map((claim) => [claim.id, claim]))
  const views = claims.flatMap(({ claim: id, text, basis }): EnglishClaim[] => {
    const claim = byId.get(id)
    if (!claim) return []
    const asOf = claim.asOf && englishDate(claim.asOf)
    return [
      {
        kind: claim.kind,
        kindWord: KIND_WORDS[claim.kind],
        text,
        basis,
        asOf: asOf && ![text, basis].join(' ').includes(asOf) ? asOf : undefined,
        disputed: claim.conflict !== undefined,
        mark: notes.mark(claim),
      },
    ]
  })
  const trades = brand.data.trades.flatMap(({ trade }) => catalogue.get('trade', trade).data.en?.name ?? [])
  return {
    type: 'brand',
    meta: metaOf(
      catalogue,
      own.path,
      `${own.name} (${own.place})`,
      `${own.line} Figures with their sources, checked on ${englishDate(brand.data.checkedOn)}.`,
      [HOME, BRANDS, { name: own.name }],
      [
        {
          '@type': 'Brand',
          '@id': `${brand.path}#it`,
          url: own.path,
          mainEntityOfPage: own.path,
          name: own.name,
          alternateName: [own.chinese, own.pinyin],
          description: own.line,
        },
      ],
    ),
    ...own,
    original: brand.path,
    trades,
    text,
    claims: views,
    checkedOn: englishDate(brand.data.checkedOn),
    stories: inEnglish(catalogue.related(brand, 'story')).map((story) => line(story, catalogue)),
    contact: {
      channels: hasChannels(brand, catalogue) ? `${brand.path}#contact` : undefined,
      ask: officesToAsk(brand),
    },
    notes: notes.list,
  }
}

function storyPage(story: Entry<'story'>, catalogue: Catalogue): EnglishStory {
  const own = line(story, catalogue)
  const { summary, claims } = told(story)
  const notes = new Notes(catalogue)
  const byId = new Map(story.data.claims.map((claim) => [claim.id, claim]))
  // Claims of one place in one source are one ground.
  const grounds = claims
    .flatMap((id) => byId.get(id) ?? [])
    .map((claim) => ({ kind: claim.kind, kindWord: KIND_WORDS[claim.kind], mark: notes.mark(claim) }))
  const brands = inEnglish(story.data.brands.map((id) => catalogue.get('brand', id)))
  return {
    type: 'story',
    meta: {
      ...metaOf(
        catalogue,
        own.path,
        own.name,
        openingOf(summary),
        [HOME, STORIES, { name: own.name }],
        [
          {
            '@type': 'Article',
            '@id': `${own.path}#it`,
            url: own.path,
            mainEntityOfPage: own.path,
            headline: own.name,
            alternativeHeadline: own.chinese,
            inLanguage: 'en',
            datePublished: story.data.publishedAt,
            about: brands.map((brand) => ({ '@type': 'Brand', '@id': `${brand.path}#it`, name: told(brand).name })),
          },
        ],
      ),
      article: { title: own.name, published: story.data.publishedAt },
    },
    ...own,
    original: story.path,
    published: englishDate(story.data.publishedAt),
    publishedAt: story.data.publishedAt,
    summary,
    brands: brands.map((brand) => card(brand, catalogue)),
    grounds: grounds.filter(
      ({ kind, mark }, at) =>
        grounds.findIndex((other) => other.kind === kind && other.mark.number === mark.number) === at,
    ),
    notes: notes.list,
  }
}

function findPage(brands: Entry<'brand'>[], catalogue: Catalogue): EnglishFind {
  const cards = new Map(brands.map((brand) => [brand.id, card(brand, catalogue)]))
  const wordsOf = (trade: Entry<'trade'>) => (trade.data.en ? [trade.data.en.name, ...trade.data.en.also] : [])
  const families = catalogue.subtrades().flatMap((family) => {
    const trades = catalogue.subtrades(family.id).flatMap((trade) => {
      const found = catalogue.brandsOfTrade(trade.id).flatMap(({ id }) => cards.get(id) ?? [])
      return trade.data.en && found.length > 0 ? [{ ...trade.data.en, brands: found }] : []
    })
    return trades.length > 0 ? [{ name: family.data.en?.name ?? family.name, trades }] : []
  })
  return {
    type: 'find',
    meta: metaOf(
      catalogue,
      ENGLISH_PAGES.find,
      'Find a trade',
      'Type a trade in English: tailor, guitar maker, welder, nanny. Or look through the trades family by family.',
      [HOME, { name: 'Find' }],
    ),
    rows: brands.map((brand) => {
      const own = cards.get(brand.id) as EnglishCard
      const trades = brand.data.trades.map(({ trade }) => catalogue.get('trade', trade))
      const parents = [...new Set(trades.flatMap(({ data }) => data.parent ?? []))].map((id) =>
        catalogue.get('trade', id),
      )
      return {
        brand: own,
        row: {
          trades: [...trades, ...parents].map(wordsOf).filter((words) => words.length > 0),
          others: [own.name, own.pinyin, own.place],
        },
      }
    }),
    families,
  }
}
