import type { Catalogue, Entry } from '../catalogue/catalogue.ts'
import { MEDIA_KINDS } from '../schemas/media.ts'
import { SITE } from '../site.config.ts'
import { longDate, minuteText } from '../text/dates.ts'
import { listPath } from '../urls/paths.ts'
import { layOutBody, type Piece } from './body.ts'
import type { RecordRow } from './brand.ts'
import { pageContext } from './context.ts'
import { groupsOf, type LinkGroup } from './entry.ts'
import type { Note } from './notes.ts'
import { crumbsTo, crumbsToList, type PageMeta, searchFacets } from './page.ts'
import { type BadgeView, overBadge } from './shown.ts'
import { type TileView, tileFor } from './tiles.ts'

/** A film, a video or a broadcast. Nothing is asked of another host before the reader clicks. */
export interface MediaView {
  path: string
  name: string
  summary: string
  kindWord: string
  tile: TileView | undefined
  /** 约3分30秒; for a broadcast, when it is on. */
  duration: string
  over: BadgeView | undefined
  /** Where to watch it: the replay, once there is one. */
  watch: { href: string; host: string; word: string }
  /** Address of a player that may be put into the page, after a click. */
  player: string | undefined
}

/** 3.5 → 约3分30秒. */
function durationText(minutes: number): string {
  const whole = Math.max(1, Math.round(minutes * 60))
  const [minute, second] = [Math.floor(whole / 60), whole % 60]
  if (second === 0) return `约${minute}分钟`
  return minute === 0 ? `约${second}秒` : `约${minute}分${second}秒`
}

/** The view of one entry. */
export function mediaView(
  entry: Entry<'media'>,
  catalogue: Catalogue,
  hosts: readonly string[] = SITE.players,
): MediaView {
  const { data } = entry
  const href = data.replay ?? data.url
  const allowed = data.player && hosts.includes(new URL(data.player).host)
  const { startsAt, endsAt } = data
  return {
    path: entry.path,
    name: entry.name,
    summary: data.summary,
    kindWord: MEDIA_KINDS[data.kind],
    tile: tileFor(entry, catalogue),
    duration: startsAt ? `${minuteText(startsAt)} 开播` : data.minutes ? durationText(data.minutes) : '',
    over: endsAt
      ? overBadge(endsAt.slice(0, 10), catalogue.today, data.replay ? '已结束，可以回看' : '已结束')
      : undefined,
    watch: { href, host: new URL(href).host, word: data.replay ? '看回放' : data.kind === 'live' ? '看直播' : '去看' },
    player: allowed ? data.player : undefined,
  }
}

/** A report in a newspaper, on a site, on the air: what the site's figures rest on. */
export interface ClippingView {
  title: string
  outlet: string
  date: string
  /** Page of the source here, and how many pages cite it. */
  path: string
  uses: number
  href: string | undefined
}

/** Reports and films about the brands (贵州实施意见 五（十九）). */
export interface MediaHubPage {
  meta: PageMeta
  media: MediaView[]
  years: Array<{ id: string; name: string; clippings: ClippingView[] }>
  total: number
}

/** So many clippings the page shows, the newest; the list of sources has all. */
const MOST_CLIPPINGS = 400

/** Everything the media hub shows: films, if any, then the press by year. */
export function mediaHubPage(catalogue: Catalogue): MediaHubPage {
  const press = catalogue
    .list('source')
    .filter(({ data }) => data.kind === 'news')
    .sort((a, b) => (b.data.date ?? '').localeCompare(a.data.date ?? ''))
  const when = ({ data }: Entry<'media'>) => data.startsAt ?? data.date ?? ''
  return {
    meta: {
      title: '报道与影像',
      description: `${press.length}篇公开报道，按年份排：哪家媒体、哪天、什么题目，可以去看原文，也可以看本站哪些页面引用了它。`,
      path: listPath('media'),
      crumbs: crumbsToList('media'),
    },
    media: catalogue
      .list('media')
      .toSorted((a, b) => when(b).localeCompare(when(a)))
      .map((entry) => mediaView(entry, catalogue)),
    years: [...Map.groupBy(press.slice(0, MOST_CLIPPINGS), ({ data }) => data.date?.slice(0, 4) ?? '')].map(
      ([year, sources]) => ({
        id: `y${year || 'none'}`,
        name: year ? `${year}年` : '日期没有查到',
        clippings: sources.map(({ id, data, path }) => ({
          uses: catalogue.citing(id).length,
          title: data.title,
          outlet: data.publisher,
          date: data.date ? longDate(data.date) : '未写日期',
          path,
          href: data.url,
        })),
      }),
    ),
    total: press.length,
  }
}

/** The page of one film or broadcast: where to watch it, and its transcript. */
export interface MediaPage {
  meta: PageMeta
  view: MediaView
  facts: RecordRow[]
  transcript: Piece[]
  note: string | undefined
  groups: LinkGroup[]
  notes: Note[]
}

/** Everything the page of a film or broadcast shows. */
export function mediaPage(entry: Entry<'media'>, catalogue: Catalogue, base: string): MediaPage {
  const context = pageContext(entry, catalogue, base)
  const { data } = entry
  const view = mediaView(entry, catalogue)
  return {
    meta: {
      title: `${view.kindWord}：${entry.name}`,
      description: `${data.summary}${data.producer}。`,
      path: entry.path,
      crumbs: crumbsTo(entry),
      search: searchFacets(entry, catalogue),
    },
    view,
    facts: [
      { name: '出品、主办', value: data.producer, marks: [context.notes.mark(data)] },
      ...(data.date ? [{ name: '发布', value: longDate(data.date) }] : []),
      { name: data.kind === 'live' ? '时间' : '时长', value: view.duration },
    ],
    transcript: layOutBody(entry, context),
    note: data.note,
    groups: groupsOf(entry, catalogue),
    notes: context.notes.list,
  }
}
