import { type Body, EMPTY_BODY } from '../manuscript/render.ts'
import type { Measured } from '../photos/photo.ts'
import type { Data, Kind } from '../schemas/index.ts'
import { KINDS, RECORD_KINDS, type RecordKind } from '../schemas/index.ts'
import { referencesIn } from '../schemas/references.ts'
import { entryPath, readLink } from '../urls/paths.ts'
import { NameFinder } from './names.ts'
import type { ValidEntry } from './validate.ts'

/** One published thing: a brand, a person, a story … `name` is what it is called on pages. */
export interface Entry<K extends Kind = Kind> {
  kind: K
  id: string
  name: string
  /** Address without base path. */
  path: string
  data: Data<K>
  body: Body
  /** Measured pictures by the name the body uses. */
  photos: Readonly<Record<string, Measured>>
}

/** How two entries are connected: one names the other as a reference, or only in its text. */
type Tie = 'reference' | 'mention'

/** Kinds that carry content of their own; the graph of references and mentions joins these. */
export const CONTENT_KINDS = [
  'brand',
  'figure',
  'event',
  'story',
  'place',
  'organisation',
  'policy',
  'programme',
] as const

/** A kind that the graph joins. */
export type ContentKind = (typeof CONTENT_KINDS)[number]

/** Every kind that the graph joins: content, films, and the records of the small lists. */
export type GraphKind = ContentKind | 'media' | RecordKind

/** All kinds that the graph joins. */
export const GRAPH_KINDS: readonly GraphKind[] = [...CONTENT_KINDS, 'media', ...RECORD_KINDS]

/**
 * All content, loaded and linked: plain data that views read and nothing changes.
 * Built once; every lookup afterwards is a map access.
 */
export class Catalogue {
  readonly names: NameFinder
  readonly #entries = new Map<Kind, Map<string, Entry>>()
  /** What `list` answers: made once, because every page asks. */
  readonly #lists = new Map<Kind, readonly Entry[]>()
  /** Where each entry stands in its list. */
  readonly #places = new Map<Entry, number>()
  readonly #ties = new Map<Entry, Map<Entry, Tie>>()
  readonly #regionChildren = new Map<string, Entry<'region'>[]>()
  readonly #inRegion = new Map<string, Entry[]>()
  readonly #tradeChildren = new Map<string, Entry<'trade'>[]>()
  readonly #brandsByTrade = new Map<string, Entry<'brand'>[]>()
  readonly #citedIn = new Map<string, Entry[]>()

  readonly #withdrawn: Entry<'figure'>[] = []
  /** The last day on which any brand's record was checked: "now", as far as the content knows. */
  readonly checkedOn: string
  /** The day the site is built for: the one the build was told, else the newest day the content knows. */
  readonly today: string

  /** @param now the day of the build in Beijing, where the build was told; the clock is never read */
  constructor(valid: readonly ValidEntry[], now?: string) {
    for (const kind of Object.keys(KINDS) as Kind[]) this.#entries.set(kind, new Map())
    for (const { kind, id, data, body, photos } of valid) {
      const entry: Entry = {
        kind,
        id,
        name: nameOf(data),
        path: entryPath(kind, id),
        data,
        body: body ?? EMPTY_BODY,
        photos: photos ?? {},
      }
      this.#entries.get(kind)?.set(id, entry)
      if (isKind(entry, 'figure') && entry.data.withdrawnOn) this.#withdrawn.push(entry)
    }
    const gone = new Set<Entry>(this.#withdrawn)
    for (const [kind, entries] of this.#entries) {
      const list = [...entries.values()].filter((entry) => !gone.has(entry))
      this.#lists.set(kind, list)
      for (const [place, entry] of list.entries()) this.#places.set(entry, place)
    }
    this.checkedOn = newest(this.list('brand').map(({ data }) => data.checkedOn))
    this.today = now ?? newest([this.checkedOn, ...this.list('story').map(({ data }) => data.publishedAt.slice(0, 10))])
    this.names = new NameFinder(CONTENT_KINDS.flatMap((kind) => this.list(kind)))
    this.#linkTables()
    for (const kind of GRAPH_KINDS) for (const entry of this.list(kind)) this.#link(entry)
  }

  /** All entries of a kind, in the order of their files or table rows; people taken down are left out. */
  list<K extends Kind>(kind: K): readonly Entry<K>[] {
    return (this.#lists.get(kind) ?? []) as readonly Entry<K>[]
  }

  /** Where the entry stands in the list of its kind; -1 when it was taken down. */
  placeOf(entry: Entry): number {
    return this.#places.get(entry) ?? -1
  }

  /** People who asked to be taken down: their addresses stay, nothing about them is shown. */
  get withdrawn(): readonly Entry<'figure'>[] {
    return this.#withdrawn
  }

  /** The entry, if it exists. */
  find<K extends Kind>(kind: K, id: string): Entry<K> | undefined {
    return this.#entries.get(kind)?.get(id) as Entry<K> | undefined
  }

  /** The entry; references are checked before a catalogue is made, so a missing one is our fault. */
  get<K extends Kind>(kind: K, id: string): Entry<K> {
    const entry = this.find(kind, id)
    if (!entry) throw new Error(`catalogue has no ${kind} "${id}"`)
    return entry
  }

  /** Entries of `kind` tied to `entry` by a reference in either direction. */
  related<K extends GraphKind>(entry: Entry, kind: K): Entry<K>[] {
    return this.#tied(entry, kind, 'reference')
  }

  /** Entries of `kind` that name `entry` in their text, or are named in its text, without a reference. */
  mentioned<K extends GraphKind>(entry: Entry, kind: K): Entry<K>[] {
    return this.#tied(entry, kind, 'mention')
  }

  /** The region and everything it lies in, nearest first. */
  regionChain(id: string | undefined): Entry<'region'>[] {
    const chain: Entry<'region'>[] = []
    for (let next = id; next; next = chain.at(-1)?.data.parent) chain.push(this.get('region', next))
    return chain
  }

  /** Regions directly below `id`, in the order of their codes; without `id`, those below none. */
  subregions(id = ''): Entry<'region'>[] {
    return this.#regionChildren.get(id) ?? []
  }

  /** Content entries in the region or anywhere below it. */
  inRegion(id: string): Entry[] {
    return this.#inRegion.get(id) ?? []
  }

  /** Trades directly below `id`; without `id`, the families. */
  subtrades(id = ''): Entry<'trade'>[] {
    return this.#tradeChildren.get(id) ?? []
  }

  /** Brands that practise the trade itself (not its subtrades). */
  brandsOfTrade(id: string): Entry<'brand'>[] {
    return this.#brandsByTrade.get(id) ?? []
  }

  /** Entries that cite the source. */
  citing(sourceId: string): Entry[] {
    return this.#citedIn.get(sourceId) ?? []
  }

  /** The entry of any content kind that holds claims under this id; brands first. */
  claimHolder(id: string): Entry | undefined {
    for (const kind of CONTENT_KINDS) {
      const entry = this.find(kind, id)
      if (entry && 'claims' in entry.data) return entry
    }
    return undefined
  }

  #tied<K extends GraphKind>(entry: Entry, kind: K, tie: Tie): Entry<K>[] {
    const found: Entry<K>[] = []
    for (const [other, how] of this.#ties.get(entry) ?? []) {
      if (how === tie && isKind(other, kind) && this.#places.has(other)) found.push(other)
    }
    return found.sort((a, b) => this.placeOf(a) - this.placeOf(b))
  }

  #linkTables(): void {
    for (const region of this.list('region')) push(this.#regionChildren, region.data.parent ?? '', region)
    for (const trade of this.list('trade')) push(this.#tradeChildren, trade.data.parent ?? '', trade)
  }

  #link(entry: Entry): void {
    const sources = new Set<string>()
    const regions = new Set<string>()
    for (const { kind, id } of referencesIn(entry.kind, entry.data)) {
      if (kind === 'source') sources.add(id)
      else if (kind === 'region') regions.add(id)
      else if (kind === 'trade' && isKind(entry, 'brand')) push(this.#brandsByTrade, id, entry)
      else this.#tie(entry, this.get(kind, id), 'reference')
    }
    // A story lies where its brands lie.
    if (isKind(entry, 'story')) for (const id of entry.data.brands) regions.add(this.get('brand', id).data.region)
    for (const source of sources) push(this.#citedIn, source, entry)
    for (const region of new Set([...regions].flatMap((id) => this.regionChain(id))))
      push(this.#inRegion, region.id, entry)
    for (const { url } of entry.body.links) {
      const target = readLink(url)
      if (target.type === 'entry' && isContentKind(target.kind))
        this.#tie(entry, this.get(target.kind, target.id), 'mention')
    }
    for (const named of this.names.findAll(wordsOf(entry))) this.#tie(entry, named, 'mention')
  }

  #tie(a: Entry, b: Entry, tie: Tie): void {
    if (a === b) return
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const ties = this.#ties.get(from) ?? new Map<Entry, Tie>()
      this.#ties.set(from, ties)
      if (ties.get(to) !== 'reference') ties.set(to, tie)
    }
  }
}

/** `kind/id`: the key of an entry wherever one string must do, such as `data-result`. */
export const keyOf = (entry: Pick<Entry, 'kind' | 'id'>): string => `${entry.kind}/${entry.id}`

/** Whether the entry is of that kind, for TypeScript. */
export const isKind = <K extends Kind>(entry: Entry, kind: K): entry is Entry<K> => entry.kind === kind

const isContentKind = (kind: Kind): kind is ContentKind => (CONTENT_KINDS as readonly Kind[]).includes(kind)

function nameOf(data: Data<Kind>): string {
  if ('shortTitle' in data) return data.shortTitle
  return 'name' in data ? data.name : data.title
}

/** All words of an entry in which other entries may be named. */
function wordsOf({ data, body }: Entry): string {
  const parts = [body.text]
  if ('summary' in data) parts.push(data.summary)
  if ('claims' in data) parts.push(...data.claims.map((claim) => claim.text))
  if ('timeline' in data) parts.push(...data.timeline.map((node) => node.text))
  if ('process' in data) parts.push(...data.process.map((step) => step.text))
  if ('clauses' in data) parts.push(...data.clauses.flatMap((clause) => clause.digest))
  return parts.join('\n')
}

/** Adds to a list of a map; what is added twice in a row stands there once. */
function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (!list) map.set(key, [value])
  else if (list.at(-1) !== value) list.push(value)
}

const newest = (days: readonly string[]): string => days.toSorted().at(-1) ?? ''
