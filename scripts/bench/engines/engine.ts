/** What an engine is given in the browser. */
export interface Ground {
  /** Folder of the published files of our finder. */
  finder: string
  /** The brands as documents, for engines that index them on arrival. */
  documents: string
  /** Traditional characters and their simplified forms in turn. */
  simplify: string
  /** Pagefind's bundle. */
  pagefind: string
}

/** Answers a query with the places of the brands in the catalogue, best first. */
export type Ask = (query: string) => Promise<number[]>

/** Loads what the engine needs and makes it ready. Every engine module exports one as `open`. */
export type Open = (ground: Ground) => Promise<Ask>

export const loadJson = async <T>(address: string): Promise<T> => (await (await fetch(address)).json()) as T
