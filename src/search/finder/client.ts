import { type CardShard, type FinderCard, shardOf } from './cards.ts'
import { type FinderIndex, type PackedFinder, unpackIndex } from './data.ts'
import { Finder, type Lesson } from './finder.ts'
import type { Found } from './found.ts'
import type { Wanted } from './lexicon.ts'

/** Fetches a file of the index by its path below `/find/`; rejects where that fails. */
export type Load = <T>(path: string) => Promise<T>

/** So many buckets are fetched beforehand at most; more would be more than anybody asks for. */
const FEW = 64

/** Questions of the kinds that are asked in characters: everyday words, a slip of the input method. */
const PRACTICE = ['哪里有做衣服的师傅', '吉它']

/** How a brand is addressed and called. */
export interface BrandLabel {
  id: string
  name: string
}

/** Measure words between a verb and its thing: 改条裤, 焊个门. Left out where nothing is found with them. */
const MEASURE = /([\u4e00-\u9fff])一?[条件个只张把套间栋](?=[\u4e00-\u9fff])/g

const isAnswer = ({ matches, elsewhere }: Found): boolean => matches.length + elsewhere.length > 0

/** The finder with the files it is fed from: fetches what a query needs, each file once. */
export class FinderClient {
  readonly index: FinderIndex
  readonly #finder: Finder
  readonly #load: Load
  readonly #files = new Map<string, Promise<unknown>>()
  readonly #learnt = new Set<string>()
  readonly #labels: Array<BrandLabel | undefined>

  constructor(packed: PackedFinder, load: Load) {
    this.index = unpackIndex(packed)
    this.#load = load
    this.#finder = new Finder(this.index)
    const names = new Map(this.index.words.flatMap(({ kind, at, texts }) => (kind === 'name' ? [[at, texts]] : [])))
    this.#labels = this.index.ids.map((id, at) => ({ id, name: names.get(at) ?? '' }))
  }

  /**
   * Fetches what must be known for a query and answers it. Where a file does not come, what is known
   * already answers, if it can.
   * @param isOff asked after every fetch; true when nobody waits for the answer any more
   * @throws when a file does not come and nothing is found without it
   */
  async find(query: string, isOff: () => boolean = () => false): Promise<Found | undefined> {
    const found = await this.#answer(query, isOff)
    const plain = query.replace(MEASURE, '$1')
    if (!found || isAnswer(found) || plain === query) return found
    const again = await this.#answer(plain, isOff)
    return again && isAnswer(again) ? again : found
  }

  async #answer(query: string, isOff: () => boolean): Promise<Found | undefined> {
    try {
      for (let wanted = this.#finder.wants(query); wanted; wanted = this.#finder.wants(query)) {
        await this.#learn(wanted)
        if (isOff()) return undefined
      }
    } catch (error) {
      const found = this.#finder.find(query)
      if (found.matches.length > 0) return found
      throw error
    }
    return this.#finder.find(query)
  }

  /**
   * Gets ready for a first question while it is being typed: fetches what slips need, and asks for practice,
   * so that the browser has compiled what answers. Failures do not matter.
   */
  async warmUp(): Promise<void> {
    await this.#learn({ part: 'sounds' })
    for (const query of PRACTICE) {
      // One at a time, so that a key pressed meanwhile does not wait for all.
      await new Promise((pause) => setTimeout(pause))
      this.#finder.wants(query)
      this.#finder.find(query)
    }
  }

  /** Fetches what later questions may need. Failures do not matter: what is missing is fetched when it is needed. */
  async prepare(): Promise<void> {
    const { buckets } = this.index
    const all = Array.from({ length: buckets <= FEW ? buckets : 0 }, (_, at) => at)
    for (const part of ['sounds', 'letters', 'traditional', 'conditions'] as const) await this.#learn({ part })
    // A few at a time, so that a question asked meanwhile does not wait behind them.
    for (let at = 0; at < all.length; at += 4) await this.#learn({ part: 'buckets', buckets: all.slice(at, at + 4) })
  }

  /** The card of the brand at a place of the index. */
  async card(at: number): Promise<FinderCard | undefined> {
    const [shard, place] = shardOf(at)
    const card = (await this.#file<CardShard>(`cards/${shard}`))[place]
    if (card) this.#labels[at] = card
    return card
  }

  /** Id and name of a brand; undefined where they come with its card, which has not been fetched. */
  readonly label = (at: number): BrandLabel | undefined => this.#labels[at]

  /** Fetches the labels of some brands, where they are not known. */
  async fetchLabels(places: readonly number[]): Promise<void> {
    await Promise.all(places.map((at) => this.#labels[at] ?? this.card(at)))
  }

  /** Id and name of the brand with this id; undefined where there is none. */
  async named(id: string): Promise<BrandLabel | undefined> {
    const known = this.#labels.find((label) => label?.id === id)
    if (known || this.index.complete) return known
    // Of a large catalogue the index has no ids; the file of the comparison has them one by one.
    return this.#load<BrandLabel>(`../compare/${id}.json`).catch(() => undefined)
  }

  async #learn({ part, buckets = [] }: Wanted<keyof Lesson>): Promise<void> {
    if (part === 'conditions') return this.#finder.learn({ conditions: await import('./conditions.ts') })
    if (part === 'letters') return this.#finder.learn({ letters: await import('./letters.ts') })
    const paths = part === 'buckets' ? buckets.map((number) => `words/${number}`) : [part]
    const files = await Promise.all(paths.map((path) => this.#file(path)))
    const fresh = paths.map((path) => !this.#learnt.has(path))
    for (const path of paths) this.#learnt.add(path)
    if (part !== 'buckets') {
      if (fresh[0]) this.#finder.learn({ [part]: files[0] })
      return
    }
    const list = buckets.flatMap((number, at) => (fresh[at] ? [[number, files[at]]] : []))
    this.#finder.learn({ buckets: list as unknown as Lesson['buckets'] })
  }

  /** A file of this version of the index; one that failed may be asked for again. */
  #file<T>(path: string): Promise<T> {
    const file = this.#files.get(path) ?? this.#load(`${this.index.version}/${path}.json`)
    this.#files.set(path, file)
    file.catch(() => this.#files.delete(path))
    return file as Promise<T>
  }
}
