import { type Catalogue, type Entry, isKind } from '../catalogue/catalogue.ts'
import type { Form, PosterContent, PosterFigure, PosterTile } from '../posters/poster.ts'
import { CLAIM_KINDS, type Claim } from '../schemas/claim.ts'
import { EVENT_TYPES } from '../schemas/event.ts'
import { FIGURE_ROLES } from '../schemas/figure.ts'
import { STORY_KINDS } from '../schemas/story.ts'
import { SITE } from '../site.config.ts'
import { dateSpan, longDate } from '../text/dates.ts'
import { figureOf, joinFigure } from '../text/figure.ts'
import { motifs } from '../tiles/motifs.ts'
import { drawTile } from '../tiles/tile.ts'
import { embedPath, PAPERS, posterPath, pressPath, SHARED_KINDS, type SharedKind } from '../urls/paths.ts'
import { isWithout } from '../without.ts'
import { leadClaim } from './claims.ts'
import { crumbsTo, kindWord, type PageMeta, regionNames } from './page.ts'
import { brandFor, type Picture, pictureOf, pictures, type TileView, tileFor } from './tiles.ts'

/** An entry that has posters. */
export type SharedEntry = Entry<SharedKind>

/** Every entry that has posters and a card. */
export const sharedEntries = (catalogue: Catalogue): SharedEntry[] =>
  SHARED_KINDS.flatMap((kind): readonly SharedEntry[] => catalogue.list(kind))

/** Every entry whose posters this build draws. */
export const posterEntries = (catalogue: Catalogue): SharedEntry[] =>
  isWithout('posters') ? [] : sharedEntries(catalogue)

/** Every brand whose press kit this build makes. */
export const pressBrands = (catalogue: Catalogue): readonly Entry<'brand'>[] =>
  isWithout('posters') ? [] : catalogue.list('brand')

const CREDIT = '图案为示意，不是照片'

/**
 * What an entry's poster says.
 * @param address the entry's full address, for the code
 */
export function posterContent(entry: SharedEntry, catalogue: Catalogue, address: string): PosterContent {
  const common = { name: entry.name, credit: CREDIT, siteName: SITE.name, address, tile: posterTile(entry, catalogue) }
  const source = sourceLine(entry, catalogue)
  if (isKind(entry, 'brand')) {
    return {
      ...common,
      layout: 'spine',
      place: regionNames(catalogue, entry.data.region),
      kicker: '劳务品牌',
      sentence: knownPart(entry.data.summary),
      figure: posterFigure(entry.data.claims),
      source,
      invitation: '扫码看品牌与出处',
    }
  }
  if (isKind(entry, 'figure')) {
    const roles = entry.data.roles.map((role) => FIGURE_ROLES[role])
    return {
      ...common,
      layout: 'spine',
      place: roles.slice(0, 2),
      kicker: roles.join('、'),
      sentence: entry.data.summary,
      figure: undefined,
      source,
      invitation: '扫码看事迹与出处',
      credit: '图案为示意，不是照片、不是人像',
    }
  }
  const of = brandFor(entry, catalogue)?.name
  const kicker = (...parts: Array<string | undefined>) => parts.filter(Boolean).join(' · ')
  if (isKind(entry, 'story')) {
    return {
      ...common,
      layout: 'headline',
      place: [],
      kicker: kicker(STORY_KINDS[entry.data.kind], of),
      sentence: entry.data.lead,
      figure: undefined,
      source,
      invitation: '扫码读全文',
    }
  }
  const { type, start, end, summary } = (entry as Entry<'event'>).data
  return {
    ...common,
    layout: 'headline',
    place: [],
    kicker: kicker(EVENT_TYPES[type], dateSpan(start, end)),
    sentence: summary,
    figure: undefined,
    source,
    invitation: '扫码看详情与出处',
  }
}

/** A sentence without what it says was not found: the page tells that, a poster on a wall need not. All of it where nothing else is said. */
export function knownPart(summary: string): string {
  const parts = summary.replace(/。$/, '').split('；')
  const known = parts.filter((part) => !/没有查到|没查到|暂无/.test(part))
  return known.length > 0 && known.length < parts.length ? `${known.join('；')}。` : summary
}

/** The words of a poster in one paragraph, for those who do not see it. */
function posterAlt({ name, sentence, figure, invitation }: PosterContent): string {
  const number = figure && `${figure.kindWord}：${figure.label}${joinFigure(figure.figure)}。`
  return `海报：${name}。${sentence}${number ?? ''}右下角有二维码，${invitation}。`
}

function posterFigure(claims: readonly Claim[]): PosterFigure | undefined {
  const claim = leadClaim(claims)
  const figure = claim && figureOf(claim)
  if (!claim || !figure) return undefined
  const caveats = [
    claim.kind === 'target' ? '打算做到的，还不是结果' : undefined,
    claim.asOf && longDate(claim.asOf),
    claim.basis,
    claim.conflict && '各家说法不一',
  ]
  return {
    kind: claim.kind,
    kindWord: CLAIM_KINDS[claim.kind],
    label: claim.label ?? '',
    figure,
    caveat: caveats.filter(Boolean).join('；'),
  }
}

function sourceLine(entry: SharedEntry, catalogue: Catalogue): string {
  const claim = isKind(entry, 'brand') ? leadClaim(entry.data.claims) : undefined
  if (claim) {
    const { publisher, date } = catalogue.get('source', claim.source).data
    return `数据出自${publisher}${date ? `，${longDate(date)}` : ''}`
  }
  if (isKind(entry, 'brand')) return `资料核实于${longDate(entry.data.checkedOn)}`
  const publishers = new Set(entry.data.claims.map(({ source }) => catalogue.get('source', source).data.publisher))
  if (publishers.size === 0) return ''
  const [first, second] = publishers
  return `据${[first, second].filter(Boolean).join('、')}${publishers.size > 2 ? '等' : ''}公开资料`
}

/** The picture of an entry, or a loom with warp only, which says that there is none. */
export function posterTile(entry: Entry, catalogue: Catalogue): PosterTile {
  const { motif, svg } = pictureOf(entry, catalogue) ?? NO_PICTURE
  const { thread, focus, rule } = motifs[motif]
  return { drawing: inner(svg()), thread, focus, rule }
}

/** The children of an SVG document. */
const inner = (svg: string) => svg.replace(/^<svg[^>]*>|<\/svg>$/g, '')

/** Files of an entry's posters, without base path. */
export const posterFiles = (entry: SharedEntry): Readonly<Record<Form, string>> => {
  const folder = posterPath(entry.kind, entry.id)
  return { phone: `${folder}phone.jpg`, square: `${folder}square.jpg`, print: `${folder}print.svg` }
}

/** The page from which people take an entry with them. */
export interface PosterPage {
  meta: PageMeta
  entry: SharedEntry
  tile: TileView | undefined
  alt: string
  files: Readonly<Record<Form, string>>
  papers: Array<{ name: string; path: string }>
  address: string
  embed: { path: string; code: string }
  press: string | undefined
}

/** Everything the poster page shows. `absolute` makes a full address of a path. */
export function posterPage(entry: SharedEntry, catalogue: Catalogue, absolute: (path: string) => string): PosterPage {
  const path = posterPath(entry.kind, entry.id)
  const address = absolute(entry.path)
  const embed = embedPath(entry.kind, entry.id)
  return {
    meta: {
      title: `海报：${entry.name}`,
      description: `${kindWord(entry.kind)}“${entry.name}”的海报和嵌入代码。`,
      path,
      crumbs: [...crumbsTo(entry).slice(0, -1), { name: entry.name, path: entry.path }, { name: '海报' }],
      noindex: true,
    },
    entry,
    tile: tileFor(entry, catalogue),
    alt: posterAlt(posterContent(entry, catalogue, address)),
    files: posterFiles(entry),
    papers: Object.entries(PAPERS).map(([id, name]) => ({ name, path: `${path}${id}/` })),
    address,
    embed: { path: embed, code: embedCode(absolute(embed), entry.name) },
    press: isKind(entry, 'brand') ? pressPath(entry.id) : undefined,
  }
}

/** Size of a card on another page, in CSS pixels. */
const EMBED_SIZE = { width: 480, height: 288 } as const

function embedCode(address: string, name: string): string {
  const { width, height } = EMBED_SIZE
  const title = `${name} - ${SITE.name}`.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  return `<iframe src="${address}" width="${width}" height="${height}" title="${title}" loading="lazy" frameborder="0"></iframe>`
}

/** A card for other sites. */
export interface EmbedCard {
  title: string
  name: string
  kicker: string
  sentence: string
  figure: PosterFigure | undefined
  source: string
  address: string
  /** The picture's file without base path. */
  picture: string
  alt: string
  siteName: string
}

/** What the card of an entry says: the words of its poster. */
export function embedCard(entry: SharedEntry, catalogue: Catalogue, absolute: (path: string) => string): EmbedCard {
  const address = absolute(entry.path)
  const { name, kicker, place, sentence, figure, source } = posterContent(entry, catalogue, address)
  const picture = pictureOf(entry, catalogue) ?? NO_PICTURE
  return {
    title: `${kindWord(entry.kind)}卡片：${name}`,
    name,
    kicker: isKind(entry, 'brand') ? place.join(' · ') : kicker,
    sentence,
    figure,
    source,
    address,
    picture: thumbnailPath(picture.id),
    alt: `示意图案：${motifs[picture.motif].alt}`,
    siteName: SITE.name,
  }
}

/** The file of a small picture. */
const thumbnailPath = (picture: string): string => `/embed/tiles/${picture}.webp`

/** Stands for the picture of entries without one. */
const NO_PICTURE: Picture = { id: 'none', motif: 'warp', svg: () => drawTile('warp', motifs.warp, 'none', 0) }

/** Small pictures to publish, with what they show. */
export function thumbnails(catalogue: Catalogue): Array<{ id: string; drawing: () => string }> {
  if (isWithout('cards')) return []
  return [...pictures(catalogue), NO_PICTURE].map(({ id, svg }) => ({ id, drawing: () => inner(svg()) }))
}
