import type { Catalogue, Entry } from '../catalogue/catalogue.ts'
import { KINDS, type Kind } from '../schemas/index.ts'
import { longDate } from '../text/dates.ts'
import { PAGES } from '../urls/paths.ts'
import { kindWord, type PageMeta } from './page.ts'

/** One line of a change log. */
export interface ChangeView {
  date: string
  text: string
}

/** A change on the page that lists all of them. */
export interface SiteChange extends ChangeView {
  name: string
  path: string
  kindWord: string
}

/** The change log of an entry, newest first; empty for kinds that keep none. */
export const changesOf = ({ data }: Entry): ChangeView[] =>
  'history' in data ? [...data.history].sort((a, b) => b.date.localeCompare(a.date)) : []

/** What was changed on one day. */
export interface ChangesDay {
  date: string
  /** 11月28日 */
  title: string
  year: string
  count: number
  /** The same change of many entries is told once. */
  alike: Array<{ text: string; kindWord: string; entries: SiteChange[] }>
  changes: SiteChange[]
}

/** So many equal changes of one kind are told as one. */
const ALIKE = 6

/** The changes of all records, by day. */
export interface ChangesPage {
  meta: PageMeta
  days: ChangesDay[]
  total: number
}

/** So many changes the page tells, the newest; every entry's own page tells all of its own. */
const MOST_CHANGES = 400

/** Everything that was changed in the records, newest first (贵州实施意见 二（七） 动态管理). */
export function changesPage(catalogue: Catalogue): ChangesPage {
  const changes = (Object.keys(KINDS) as Kind[])
    .flatMap((kind) => catalogue.list(kind))
    .flatMap((entry) =>
      changesOf(entry).map((change) => ({
        ...change,
        name: entry.name,
        path: entry.path,
        kindWord: kindWord(entry.kind),
      })),
    )
    .sort((a, b) => b.date.localeCompare(a.date))
  return {
    meta: {
      title: '变更记录',
      description: `资料库动态管理的记录：哪天收录了什么、改了什么，共${changes.length}条，新的在前。`,
      path: PAGES.changes,
      crumbs: [{ name: '首页', path: PAGES.home }, { name: '变更记录' }],
    },
    days: [...Map.groupBy(changes.slice(0, MOST_CHANGES), ({ date }) => date)].map(([date, changes]) =>
      dayOf(date, changes),
    ),
    total: changes.length,
  }
}

function dayOf(date: string, changes: readonly SiteChange[]): ChangesDay {
  const byText = [...Map.groupBy(changes, ({ kindWord, text }) => `${kindWord}：${text}`).values()].map((entries) => ({
    text: entries[0]?.text ?? '',
    kindWord: entries[0]?.kindWord ?? '',
    entries,
  }))
  const [year = '', day = ''] = longDate(date).split(/(?<=年)/)
  return {
    date,
    title: day || year,
    year: day && year,
    count: changes.length,
    alike: byText.filter(({ entries }) => entries.length >= ALIKE),
    changes: byText.filter(({ entries }) => entries.length < ALIKE).flatMap(({ entries }) => entries),
  }
}
