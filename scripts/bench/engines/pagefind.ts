import type { Open } from './engine.ts'

interface Pagefind {
  search(query: string): Promise<{ results: Array<{ data(): Promise<{ meta: { place: string } }> }> }>
}

/** How many results are read; each is a file of its own. */
const SHOWN = 10

/**
 * Pagefind alone, as it comes, over one page per brand. Without its worker, because a slowed-down page
 * does not slow its workers down.
 */
export const open: Open = async ({ pagefind }) => {
  const { createInstance } = (await import(/* @vite-ignore */ pagefind)) as {
    createInstance(options: { basePath: string; noWorker: boolean }): Pagefind
  }
  const module = createInstance({ basePath: pagefind.replace(/[^/]+$/, ''), noWorker: true })
  return async (query) => {
    const { results } = await module.search(query)
    const shown = await Promise.all(results.slice(0, SHOWN).map((result) => result.data()))
    return shown.map(({ meta }) => Number(meta.place))
  }
}
