import { existsSync } from 'node:fs'
import { appendFile, cp, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { close, createIndex } from 'pagefind'
import { documentOf, type SearchPage, type Shard, searchPage, shardsOf } from '../lib/search-pages.ts'
import { listFiles } from '../lib/site.ts'

/**
 * Writes the full-text index of dist/ (a step of `npm run build`): one index, or several shards on a
 * large site, which the browser searches together. A shard whose pages did not change is taken from
 * the cache. Every fault is fatal: a site whose search quietly finds nothing must not be published.
 */

/**
 * Most pages in one index. The engine keeps half a megabyte a page while it cuts Chinese into words: this many pages of
 * 1,300 characters need 1.1 GB (docs/search-scale.md). A machine with less memory sets SEARCH_SHARD_PAGES lower;
 * searches then ask for more files.
 */
const SHARD_PAGES = Number(process.env.SEARCH_SHARD_PAGES ?? 2_000)
if (!Number.isInteger(SHARD_PAGES) || SHARD_PAGES < 1)
  throw new Error(`SEARCH_SHARD_PAGES=${process.env.SEARCH_SHARD_PAGES}: a number of pages, 1 or more`)
const CACHE = '.cache/search'

/** To be counted up when pages are prepared differently, so that kept shards are not taken for new ones. */
const RULES = 2

/** Pages are written one after the other; this many wait to be read at a time. */
const AT_ONCE = 64

const dist = resolve('dist')
const to = join(dist, 'pagefind')
const started = performance.now()
const engine = await readFile(new URL('../package.json', import.meta.resolve('pagefind')), 'utf8')

const pages = await searchedPages()
if (pages.length === 0) throw new Error('no page is marked with data-pagefind-body')
const shards = shardsOf(pages, SHARD_PAGES, `${(JSON.parse(engine) as { version: string }).version} ${RULES}`)
await rm(to, { recursive: true, force: true })
let made = 0
for (const [at, shard] of shards.entries()) {
  const kept = join(CACHE, shard.key)
  if (!existsSync(kept)) {
    made++
    await build(shard, kept)
  }
  await cp(kept, at === 0 ? to : join(to, String(at)), { recursive: true })
}
await dropOld(shards.map(({ key }) => key))
// The browser's module itself says which other shards there are: one request less than a list of its own.
const others = shards.slice(1).map((_, at) => String(at + 1))
await appendFile(join(to, 'pagefind.js'), `\nexport const shards=${JSON.stringify(others)};\n`)
console.log(
  `Full-text index: ${pages.length} pages in ${shards.length} shard${shards.length > 1 ? 's' : ''}, ` +
    `${made} made anew, ${((performance.now() - started) / 1000).toFixed(1)} s.`,
)

async function searchedPages(): Promise<SearchPage[]> {
  const files = listFiles(dist).filter((file) => file.endsWith('.html'))
  const found: SearchPage[] = []
  for (let at = 0; at < files.length; at += AT_ONCE) {
    const some = files.slice(at, at + AT_ONCE)
    const texts = await Promise.all(some.map((file) => readFile(join(dist, file), 'utf8')))
    found.push(...texts.flatMap((text, index) => searchPage(some[index] as string, text) ?? []))
  }
  return found
}

/** Indexes a shard into `folder`; the engine's process ends with it and gives its memory back. */
async function build(shard: Shard, folder: string): Promise<void> {
  const aside = `${folder}.${process.pid}`
  await mkdir(CACHE, { recursive: true })
  try {
    const { index, errors } = await createIndex({ forceLanguage: 'zh-CN' })
    if (!index) throw new Error(errors.join('\n'))
    for (const page of shard.pages) {
      const added = await index.addHTMLFile({ url: page.url, content: documentOf(page) })
      if (added.errors.length > 0) throw new Error(`${page.url}: ${added.errors.join('\n')}`)
    }
    const written = await index.writeFiles({ outputPath: aside })
    if (written.errors.length > 0) throw new Error(written.errors.join('\n'))
  } finally {
    await close()
  }
  // Ready-made interfaces, which this site does not use, are larger than everything else together.
  for (const file of await readdir(aside)) if (/ui\.(?:js|css)$|highlight\.js$/.test(file)) await rm(join(aside, file))
  await rename(aside, folder)
}

/** Keeps what this build used, and as much again of what was made last. */
async function dropOld(used: readonly string[]): Promise<void> {
  const rest = (await readdir(CACHE)).filter((name) => !used.includes(name))
  const dated = await Promise.all(rest.map(async (name) => ({ name, made: (await stat(join(CACHE, name))).mtimeMs })))
  for (const { name } of dated.toSorted((a, b) => b.made - a.made).slice(used.length + 4))
    await rm(join(CACHE, name), { recursive: true })
}
