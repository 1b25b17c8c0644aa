import { type Catalogue, type Entry, isKind } from '../catalogue/catalogue.ts'
import type { Feed, FeedItem } from '../feeds/feed.ts'
import { uuidOf } from '../feeds/uid.ts'
import { contentSource, SITE } from '../site.config.ts'
import { listPath, PAGES } from '../urls/paths.ts'
import { changedOn, lastingKey, timestamp } from './changed.ts'
import { fullText } from './full-text.ts'
import { linkView } from './links.ts'
import { LIST_NAMES, searchFacets } from './page.ts'
import { regionsWithContent } from './tables.ts'
import { SITE_CARD, tileFor } from './tiles.ts'
import { ALL_FEED, FEED_KINDS, feedOfKind } from './travel.ts'

/** A feed before its items are written. */
export interface FeedPlan {
  /** Its name in the address: `stories`, `regions/yulin`. */
  name: string
  title: string
  description: string
  /** The page that shows the same, without base path. */
  path: string
  entries: readonly Entry[]
}

/** A reader loads a feed whole, again and again: the newest so many are in it. All are in the open data. */
const LONGEST = 50

/** Every feed: of everything, of each kind, of each region that has content. */
export function feedPlans(catalogue: Catalogue): FeedPlan[] {
  const all = FEED_KINDS.flatMap((kind): readonly Entry[] => catalogue.list(kind))
  const kinds = FEED_KINDS.map((kind): FeedPlan => {
    const title = `${SITE.name}：${LIST_NAMES[kind]}`
    const entries: readonly Entry[] = catalogue.list(kind)
    return {
      name: feedOfKind(kind),
      title,
      description: `新发布和新核对的${LIST_NAMES[kind]}。`,
      path: listPath(kind),
      entries,
    }
  })
  const regions = regionsWithContent(catalogue).map((region): FeedPlan => {
    const inside = new Set(catalogue.inRegion(region.id))
    return {
      name: `regions/${region.id}`,
      title: `${SITE.name}：${region.data.name}`,
      description: `${region.data.name}的劳务品牌、人物、活动和故事。`,
      path: region.path,
      entries: all.filter((entry) => inside.has(entry)),
    }
  })
  return [
    { name: ALL_FEED, title: SITE.name, description: SITE.description, path: PAGES.home, entries: all },
    ...kinds,
    ...regions,
  ].map((plan) => ({ ...plan, entries: newest(plan.entries, catalogue) }))
}

/** When an entry last changed; the day of the catalogue's last check stands in where nothing nearer is known. */
const momentOf = (entry: Entry, catalogue: Catalogue): string => changedOn(entry, catalogue) ?? catalogue.checkedOn

function newest(entries: readonly Entry[], catalogue: Catalogue): Entry[] {
  const moments = new Map(entries.map((entry) => [entry, momentOf(entry, catalogue)]))
  const moment = (entry: Entry) => moments.get(entry) ?? ''
  return entries.toSorted((a, b) => moment(b).localeCompare(moment(a))).slice(0, LONGEST)
}

/** Items written so far: a region's feed repeats those of its kind. */
const written = new WeakMap<Entry, Map<string, Promise<FeedItem>>>()

/**
 * A feed with its items.
 * @param origin absolute address of the site's root, without a slash at its end
 */
export async function feedOf(plan: FeedPlan, catalogue: Catalogue, origin: string): Promise<Feed> {
  const address = (path: string) => origin + path
  return {
    id: await uuidOf(`feed/${plan.name}`),
    title: plan.title,
    description: plan.description,
    language: SITE.language,
    page: address(plan.path),
    atom: address(`/feeds/${plan.name}.xml`),
    json: address(`/feeds/${plan.name}.json`),
    icon: address(SITE_CARD),
    author: contentSource(),
    licence: `${SITE.licence.name}（${SITE.licence.id}） ${SITE.licence.url}`,
    checked: timestamp(catalogue.checkedOn),
    items: await Promise.all(plan.entries.map((entry) => itemOnce(entry, catalogue, origin))),
  }
}

function itemOnce(entry: Entry, catalogue: Catalogue, origin: string): Promise<FeedItem> {
  const known = written.get(entry) ?? new Map<string, Promise<FeedItem>>()
  written.set(entry, known)
  const item = known.get(origin) ?? itemOf(entry, catalogue, origin)
  known.set(origin, item)
  return item
}

async function itemOf(entry: Entry, catalogue: Catalogue, origin: string): Promise<FeedItem> {
  const { line, detail, kindWord } = linkView(entry, catalogue)
  const tile = tileFor(entry, catalogue)
  const { regions, trades } = searchFacets(entry, catalogue)
  const html = fullText(entry, catalogue, origin)
  return {
    id: await uuidOf(lastingKey(entry)),
    page: origin + entry.path,
    title: entry.name,
    summary: line || detail,
    html: tile ? `<p><img src="${origin}${tile.jpeg}" alt="示意图案：${tile.alt}" width="300"/></p>\n${html}` : html,
    published: isKind(entry, 'story') ? timestamp(entry.data.publishedAt) : undefined,
    updated: timestamp(momentOf(entry, catalogue)),
    image: tile && origin + tile.jpeg,
    tags: [...new Set([kindWord, ...regions, ...trades])],
  }
}
