import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { cpus, loadavg } from 'node:os'
import { resolve } from 'node:path'
import { Catalogue } from '../../src/catalogue/catalogue.ts'
import { readContent } from '../../src/catalogue/read.ts'
import { contentRoot } from '../../src/catalogue/root.ts'
import { validate } from '../../src/catalogue/validate.ts'
import { type FinderCard, SHARD_SIZE, shardOf } from '../../src/search/finder/cards.ts'
import { cuesOf, finderData, finderFiles } from '../../src/views/finder.ts'
import { launchBrowser } from '../lib/browser.ts'
import { serveStatic } from '../lib/static-server.ts'
import { type BenchCatalogue, cardFor, catalogueOf } from './catalogue.ts'
import { ENGINES, type EngineName, writeEngines, writeGround } from './ground.ts'
import { type JudgedQuery, judge, percentile, queriesFor } from './judging.ts'
import { FIRST_QUERIES, measure, measurePage, type PageMeasures, wireSize } from './measure.ts'
import { type Row, report, type Target } from './report.ts'

const SIZES = [15, 250, 2500]
const ROOT = resolve('.cache/bench/search')
const REPORT = 'docs/bench-search.md'

/** Sizes in bytes, a kilobyte being 1,000; times in milliseconds on a slowed-down processor. */
const LIMITS = {
  quality: { recall: 0.98, mrr: 0.97, none: 0.95 },
  today: { wire: 30_000, first: 150 },
  250: { warm: 20 },
  2500: { warm: 50, wire: 60_000 },
} as const

/** The parts that can be measured one by one, when the machine has no long quiet time. */
const PARTS = ['page', ...SIZES.map(String)]

/** Where the figures of each part wait until all are there. */
const RESULTS = resolve('.cache/bench/search-results.json')

/** What has been measured so far. */
interface Results {
  page?: { load: number; measures: PageMeasures }
  tables: Partial<Record<string, { load: number; table: { size: number; queries: number; rows: Row[] } }>>
  /** Bytes of the finder's code as the bench loads it. */
  engineCode: number
}

/**
 * Measures quality and cost of the finder beside other engines, on judged queries, in a browser.
 * Prints the figures and writes them to `docs/bench-search.md`, once every part has been measured.
 * @param parts `page` or sizes: only these are measured, figures of the others are those of their last run
 * @returns the targets that were missed, and the parts without figures
 * @throws when the site has not been built: the search page itself is measured too
 */
export async function run(parts: string[] = []): Promise<string[]> {
  if (!existsSync('dist/find/index.html')) throw new Error('dist/ has no search page: run `npm run build` first.')
  const unknown = parts.filter((part) => !PARTS.includes(part))
  if (unknown.length > 0) throw new Error(`no such part: ${unknown.join(', ')}; there are ${PARTS.join(', ')}`)
  const wanted = parts.length > 0 ? parts : PARTS
  const load = () => (loadavg()[0] ?? 0) / cpus().length
  const { queries, real, cards } = await readReal()
  const results: Results = existsSync(RESULTS)
    ? (JSON.parse(await readFile(RESULTS, 'utf8')) as Results)
    : { tables: {}, engineCode: 0 }
  await writeEngines(ROOT)
  results.engineCode = await codeSize('finder')
  const site = { root: resolve('dist'), server: await serveStatic(resolve('dist')) }
  const ground = { root: ROOT, server: await serveStatic(ROOT) }
  const browser = await launchBrowser()
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, Chromium ${browser.version()}, Node ${process.version}`
  try {
    if (wanted.includes('page')) {
      results.page = {
        load: load(),
        measures: await measurePage(browser, { origin: site.server.origin, root: site.root }),
      }
    }
    for (const size of SIZES.filter((size) => wanted.includes(String(size)))) {
      const before = load()
      const catalogue = catalogueOf(size, real, queries)
      const asked = queriesFor(queries, new Set(catalogue.brands.map(({ name }) => name)))
      const files = await writeGround(ROOT, String(size), catalogue)
      const cardsOf = cardSizes(catalogue, cards)
      const rows: Row[] = []
      for (const engine of ENGINES) {
        console.error(`${size} brands: ${engine}`)
        const texts = asked.map(({ q }) => q)
        const measures = await measure(browser, { origin: ground.server.origin, root: ROOT }, engine, files, texts)
        rows.push(rowOf(engine, catalogue, asked, measures, cardsOf))
      }
      results.tables[size] = { load: before, table: { size, queries: asked.length, rows } }
    }
  } finally {
    await browser.close()
    await Promise.all([site.server.close(), ground.server.close()])
  }
  await writeFile(RESULTS, JSON.stringify(results))
  const { page } = results
  const tables = SIZES.flatMap((size) => results.tables[size] ?? [])
  if (!page || tables.length < SIZES.length) {
    return PARTS.filter((part) => !(part === 'page' ? page : results.tables[part])).map(
      (part) => `no figures for ${part}`,
    )
  }
  const targets = targetsOf(
    page.measures,
    tables.map(({ table }) => table),
    results.engineCode,
  )
  const text = report({
    machine,
    load: Math.max(page.load, ...tables.map(({ load }) => load)),
    today: real.brands.length,
    page: page.measures,
    tables: tables.map(({ table }) => table),
    targets,
  })
  console.log(text)
  await mkdir('docs', { recursive: true })
  await writeFile(REPORT, text)
  return targets.filter(({ met }) => !met).map(({ text }) => text)
}

async function readReal(): Promise<{ queries: JudgedQuery[]; real: BenchCatalogue; cards: FinderCard[] }> {
  const catalogue = new Catalogue(validate(await readContent(contentRoot())).entries)
  return {
    queries: JSON.parse(await readFile('scripts/e2e/queries.json', 'utf8')) as JudgedQuery[],
    real: { ...finderData(catalogue), cues: cuesOf(catalogue) },
    cards: finderFiles(catalogue).cards.flat(),
  }
}

/** Bytes of the shards of cards that brands at these places lie in. */
function cardSizes(catalogue: BenchCatalogue, cards: readonly FinderCard[]): (places: readonly number[]) => number {
  const own = new Map(cards.map((card) => [card.id, card]))
  const sizes = new Map<number, number>()
  const sizeOf = (shard: number): number => {
    const brands = catalogue.brands.slice(shard * SHARD_SIZE, (shard + 1) * SHARD_SIZE)
    const text = JSON.stringify(brands.map((brand) => cardFor(brand, catalogue, own)))
    const size = sizes.get(shard) ?? wireSize(Buffer.from(text), '.json')
    sizes.set(shard, size)
    return size
  }
  return (places) => [...new Set(places.map((at) => shardOf(at)[0]))].reduce((sum, shard) => sum + sizeOf(shard), 0)
}

/** Results that are shown at once: on the search page, and of engines that list many. */
const SHOWN = { finder: 24, others: 10 } as const

function rowOf(
  engine: EngineName,
  { brands }: BenchCatalogue,
  queries: readonly JudgedQuery[],
  { first, wire, answers, warm }: Awaited<ReturnType<typeof measure>>,
  cardsOf: (places: readonly number[]) => number,
): Row {
  const judged = queries.flatMap((query, at) => {
    const places = answers[at]
    return places ? [{ query, places }] : []
  })
  const quality = judge(
    judged.map(({ query }) => query),
    judged.map(({ places }) => places.map((place) => brands[place]?.name ?? '')),
  )
  // Pagefind brings what it shows with it; all others show our cards.
  const shown = (places: readonly number[]) => places.slice(0, engine === 'finder' ? SHOWN.finder : SHOWN.others)
  const cards =
    engine === 'pagefind'
      ? 0
      : percentile(
          judged.filter(({ query }) => FIRST_QUERIES.includes(query.q)).map(({ places }) => cardsOf(shown(places))),
          0.5,
        )
  return {
    engine,
    quality,
    judged: judged.length,
    wire: wire.length > 0 ? { p50: percentile(wire, 0.5) + cards, max: Math.max(...wire) + cards } : undefined,
    first,
    warm: { p50: percentile(warm, 0.5), p95: percentile(warm, 0.95) },
  }
}

const codeSize = async (engine: EngineName): Promise<number> => wireSize(await readFile(`${ROOT}/${engine}.js`), '.js')

function targetsOf(
  page: Awaited<ReturnType<typeof measurePage>>,
  tables: ReadonlyArray<{ size: number; rows: Row[] }>,
  engineCode: number,
): Target[] {
  const ours = (size: number) =>
    tables.find((table) => table.size === size)?.rows.find(({ engine }) => engine === 'finder') as Row
  const target = (what: string, value: number, limit: number, unit: 'KB' | 'ms'): Target => {
    const shown = (number: number) => (unit === 'KB' ? number / 1000 : number).toFixed(unit === 'KB' ? 1 : 0)
    const met = value <= limit
    return { met, text: `${what}: ${shown(value)} ${unit}, at most ${shown(limit)} ${unit}` }
  }
  // At other sizes the engine's code stands for the page's; the page has more.
  const wire = (ours(2500).wire?.max ?? Number.POSITIVE_INFINITY) - engineCode + page.code
  const quality = SIZES.map((size): Target => {
    const { recall, mrr, none } = ours(size).quality
    const { quality } = LIMITS
    return {
      met: recall >= quality.recall && mrr >= quality.mrr && none >= quality.none,
      text: `quality at ${size} brands: recall ${recall.toFixed(3)}, MRR ${mrr.toFixed(3)}, none ${none.toFixed(3)}; at least ${quality.recall}, ${quality.mrr}, ${quality.none}`,
    }
  })
  return [
    ...quality,
    target(
      'bytes for the first answer, today, most of all kinds of queries',
      Math.max(...page.wire),
      LIMITS.today.wire,
      'KB',
    ),
    target(
      'first answer after focus, from the last key, today, p50',
      percentile(page.afterFocus, 0.5),
      LIMITS.today.first,
      'ms',
    ),
    target('bytes for the first answer, 2,500 brands, most of all kinds of queries', wire, LIMITS[2500].wire, 'KB'),
    target('warm query, 250 brands, p95', ours(250).warm.p95, LIMITS[250].warm, 'ms'),
    target('warm query, 2,500 brands, p95', ours(2500).warm.p95, LIMITS[2500].warm, 'ms'),
  ]
}
