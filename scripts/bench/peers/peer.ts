import { stringify } from 'yaml'
import type { Corpus, CorpusEntry, TableRow, Tables } from '../corpus.ts'
import { type CountedPage, sizesByMake } from '../equal.ts'

/**
 * The same catalogue for other generators: the same entries with the same front matter and text, and
 * the pages that our build was seen to make, with the same links on them.
 */

/** A page that shows a set of entries: a list, a region, a source, the home page. */
export interface ListPage {
  path: string
  make: string
  title: string
  /** Ids of the entries it shows. */
  members: string[]
}

/** A further page of every entry of a section: its card to embed, its page for the press. */
export interface Sheet {
  make: string
  section: CorpusEntry['section']
}

/** Everything another generator is to build. */
export interface PeerSite {
  corpus: Corpus
  tables: Tables
  lists: ListPage[]
  sheets: Sheet[]
  /** Bytes that pages of a make need on top to be as large as ours. */
  padding: ReadonlyMap<string, number>
}

/** A generator that can be given the catalogue. */
export interface Peer {
  name: 'Hugo' | 'Eleventy'
  /** Version and what to run for it; undefined where it is not installed. */
  find(): { version: string; shell: string } | undefined
  files(site: PeerSite): Iterable<[path: string, text: string]>
  /** Where it writes the site, below its folder. */
  output: string
}

/** What the peers are to build, read off our pages. */
export function peerSite(corpus: Corpus, tables: Tables, pages: readonly CountedPage[]): PeerSite {
  const sectionOf = new Map(corpus.entries.map(({ id, section }) => [id, section]))
  const lists: ListPage[] = []
  const sheets = new Map<string, Sheet>()
  for (const { path, make, links, entry } of pages) {
    if (!entry) lists.push({ path, make, title: path, members: links })
    else if (path !== `/${sectionOf.get(entry)}/${entry}/`) {
      sheets.set(make, { make, section: sectionOf.get(entry) as CorpusEntry['section'] })
    }
  }
  return { corpus, tables, lists, sheets: [...sheets.values()], padding: new Map() }
}

/** Which make of ours a page of a peer answers to: sheets are in folders by number, the rest has our addresses. */
export function answering(page: CountedPage, site: PeerSite, ours: ReadonlyMap<string, string>): string {
  const sheet = /^\/sheets\/(\d+)\//.exec(page.path)
  return (sheet ? site.sheets[Number(sheet[1])]?.make : ours.get(page.path)) ?? page.path
}

/**
 * How many bytes pages of each make need on top, from what a first build without padding gave.
 * Makes whose pages are larger than ours already get none.
 */
export function paddingFor(
  site: PeerSite,
  ours: readonly CountedPage[],
  theirs: readonly CountedPage[],
): Map<string, number> {
  const makes = new Map(ours.map(({ path, make }) => [path, make]))
  const wanted = sizesByMake(ours)
  const found = sizesByMake(theirs.map((page) => ({ ...page, make: answering(page, site, makes) })))
  return new Map(
    [...wanted].map(([make, { pages, bytes }]) => {
      const own = found.get(make)
      return [make, own ? Math.max(0, Math.round(bytes / pages - own.bytes / own.pages)) : 0]
    }),
  )
}

/** What stands for our styles and scripts: so many bytes that are not shown. */
export function paddingText(bytes: number): string {
  const [open, close] = ['<template>', '</template>']
  const rest = bytes - open.length - close.length
  return rest > 0 ? open + 'pad '.repeat(Math.ceil(rest / 4)).slice(0, rest) + close : ''
}

/** An entry as a Markdown file: our front matter below `entry`, our components as the HTML they come to. */
export function markdownFile({ data, body, section, id }: CorpusEntry): string {
  const title = data.name ?? data.title
  const date = data.publishedAt ?? `${data.checkedOn ?? '2026-01-01'}T09:00+08:00`
  const head = {
    title,
    date: String(date).replace('+08:00', ':00+08:00'),
    ident: id,
    part: section,
    lead: data.summary ?? data.lead,
    entry: data,
  }
  return `---\n${stringify(head, { lineWidth: 0, aliasDuplicateObjects: false })}---\n\n${withoutComponents(data, body)}\n`
}

function withoutComponents(data: Record<string, unknown>, body: string): string {
  const claims = new Map((data.claims as Array<{ id: string; source: string }>).map((claim) => [claim.id, claim]))
  return body
    .replace(
      /<Claim id="([^"]+)">(.*?)<\/Claim>/g,
      (_, id: string, text: string) =>
        `<span class="claim" data-claim="actual" data-source="${claims.get(id)?.source}">${text}</span>`,
    )
    .replace(
      /<Quote source="([^"]+)" by="([^"]+)">(.*?)<\/Quote>/g,
      '<blockquote data-source="$1"><p>$3</p><footer>$2</footer></blockquote>',
    )
    .replace(/<Note>(.*?)<\/Note>/g, '<aside class="note"><p>$1</p></aside>')
}

/** Tables as the generators look rows up in: by id. */
export function dataFiles({ corpus, tables }: PeerSite): Array<[name: string, text: string]> {
  const byId = (rows: ReadonlyArray<TableRow | { id: string }>) =>
    JSON.stringify(Object.fromEntries(rows.map((row) => [row.id, row])))
  return [
    ['sources.json', byId(corpus.sources)],
    ['regions.json', byId(tables.regions)],
    ['trades.json', byId(tables.trades)],
  ]
}

/** Sections with their Chinese names, as the navigation shows them. */
export const SECTIONS = { brands: '品牌', figures: '人物', stories: '故事' } as const
