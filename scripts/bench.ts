/**
 * `npm run bench [-- NAME [PART …]]`: runs a measurement of `bench/`, or only parts of it; without a name,
 * lists them. Exit 1 when a target is missed.
 */

/** A measurement in `bench/`. */
export interface Bench {
  about: string
  /** Runs it and says which targets were missed. */
  load(): Promise<{ run(parts: string[]): Promise<string[]> }>
}

const BENCHES: Readonly<Record<string, Bench>> = {
  build: {
    about: 'building 100, 1,000 and 10,000 entries, beside Hugo and Eleventy; -- build --help for options',
    load: () => import('./bench/build.ts'),
  },
  check: {
    about: 'checking 1,000 manuscripts and 900 pictures',
    load: () => import('./bench/check.ts'),
  },
  search: {
    about: 'the finder beside Pagefind, MiniSearch, FlexSearch, Orama and Fuse.js at 15, 250 and 2,500 brands',
    load: () => import('./bench/search.ts'),
  },
  serving: {
    about: 'a page from nginx beside a file of three bytes, requests a second',
    load: () => import('./bench/serving.ts'),
  },
  preview: {
    about: 'from saving a story to seeing it in the preview, at 1,000 entries',
    load: () => import('./bench/preview.ts'),
  },
}

const wanted = process.argv[2]
const bench = BENCHES[wanted ?? '']
if (!bench) {
  if (wanted) console.error(`There is no bench “${wanted}”.`)
  console.log(
    ['npm run bench -- NAME', ...Object.entries(BENCHES).map(([id, { about }]) => `  ${id}  ${about}`)].join('\n'),
  )
  process.exitCode = wanted ? 1 : 0
} else {
  const { run } = await bench.load()
  const missed = await run(process.argv.slice(3))
  for (const target of missed) console.error(`Target missed: ${target}`)
  process.exitCode = missed.length > 0 ? 1 : 0
}
