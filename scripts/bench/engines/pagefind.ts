import type { Open } from './engine.ts'

interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>
  search(query: string): Promise<{ results: Array<{ data(): Promise<{ meta: { place: string } }> }> }>
}

/** How many results are read; each is a file of its own. */
const SHOWN = 10

/** Pagefind alone, as it comes, over one page per brand. */
export const open: Open = async ({ pagefind }) => {
  const module = (await import(/* @vite-ignore */ pagefind)) as Pagefind
  await module.options({ excerptLength: 5 })
  return async (query) => {
    const { results } = await module.search(query)
    const shown = await Promise.all(results.slice(0, SHOWN).map((result) => result.data()))
    return shown.map(({ meta }) => Number(meta.place))
  }
}
