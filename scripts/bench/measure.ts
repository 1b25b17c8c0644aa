import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import type { Ask, Ground, Open } from './engines/engine.ts'
import { percentile } from './judging.ts'

/** How much slower the processor is made, for an old phone. */
export const SLOWDOWN = 4

/** What people type first, of every kind: a trade, everyday words, pinyin, a slip, traditional characters, a thing, a question. */
export const FIRST_QUERIES = [
  '裁缝',
  '做衣服的',
  '月嫂',
  'caifeng',
  '福棉裁缝',
  '裁縫',
  '八桂家務服務員',
  '插座坏了',
  '家里老人生病了要请人照顾',
]

/** Milliseconds after which a first answer is given up, and after which no more queries are tried. */
const LIMIT = { first: 5_000, answers: 6_000, warm: 1_500 } as const

/** Times that a warm query is asked; the median counts, which keeps the machine's other work out. */
const ASKED = 3

/** What was measured of an engine over a catalogue. Times in milliseconds, slowed down, sizes in bytes. */
export interface Measures {
  /** Until the first answer, from asking for code and index; undefined where it took longer than the limit. */
  first: number | undefined
  /** What travelled until the first answer of each first query; none where that took too long. */
  wire: number[]
  /** Places of the brands found, per query; undefined for those that there was no time for. */
  answers: Array<number[] | undefined>
  /** Median time per query that was asked again. */
  warm: number[]
}

declare global {
  interface Window {
    /** The engine that was opened last. */
    ask: Ask
  }
}

/** Measures an engine on fresh pages. */
export async function measure(
  browser: Browser,
  { origin, root }: { origin: string; root: string },
  engine: string,
  ground: Ground,
  queries: readonly string[],
): Promise<Measures> {
  const firsts: number[] = []
  const wire: number[] = []
  for (const query of FIRST_QUERIES) {
    const first = await onPage(browser, origin, async (page) => {
      const sent: string[] = []
      page.on('request', (request) => sent.push(new URL(request.url()).pathname))
      await slow(page)
      const time = await withLimit(firstAnswer(page, engine, ground, query), LIMIT.first)
      if (time !== undefined) wire.push(await sizeOf(root, sent))
      return time
    })
    if (first === undefined) break
    firsts.push(first)
  }
  return onPage(browser, origin, async (page) => {
    await firstAnswer(page, engine, ground, queries[0] as string)
    const answers = await allAnswers(page, queries)
    await slow(page)
    const warm = await warmTimes(page, queries)
    return { first: firsts.length === FIRST_QUERIES.length ? percentile(firsts, 0.5) : undefined, wire, answers, warm }
  })
}

/** Runs `use` on a page in a context of its own, so that nothing is cached. */
async function onPage<T>(browser: Browser, address: string, use: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    await page.goto(address)
    return await use(page)
  } finally {
    await context.close()
  }
}

async function slow(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
}

const firstAnswer = (page: Page, engine: string, ground: Ground, query: string): Promise<number> =>
  page.evaluate(
    async ([engine, ground, query]) => {
      const start = performance.now()
      const { open } = (await import(/* @vite-ignore */ `/${engine}.js`)) as { open: Open }
      window.ask = await open(ground)
      await window.ask(query)
      return performance.now() - start
    },
    [engine, ground, query] as const,
  )

/** Answers to the queries, as many as there is time for, spread over the whole list. */
const allAnswers = (page: Page, queries: readonly string[]): Promise<Array<number[] | undefined>> =>
  page.evaluate(
    async ([queries, limit]) => {
      const answers: Array<number[] | undefined> = queries.map(() => undefined)
      const end = performance.now() + limit
      const stride = 7
      for (let offset = 0; offset < stride; offset++) {
        for (let at = offset; at < queries.length && performance.now() < end; at += stride) {
          answers[at] = await window.ask(queries[at] as string)
        }
      }
      return answers
    },
    [queries, LIMIT.answers] as const,
  )

const warmTimes = (page: Page, queries: readonly string[]): Promise<number[]> =>
  page.evaluate(
    async ([queries, limit, asked]) => {
      const medians: number[] = []
      const end = performance.now() + limit
      const stride = 7
      for (let offset = 0; offset < stride; offset++) {
        for (let at = offset; at < queries.length && performance.now() < end; at += stride) {
          const times: number[] = []
          for (let time = 0; time < asked; time++) {
            const start = performance.now()
            await window.ask(queries[at] as string)
            times.push(performance.now() - start)
          }
          medians.push(times.sort((a, b) => a - b)[asked >> 1] as number)
        }
      }
      return medians
    },
    [queries, LIMIT.warm, ASKED] as const,
  )

/** Milliseconds for which somebody types before the question stands in the box. */
const TYPING = 2_000

/** What was measured of the search page itself. Times in milliseconds, slowed down; one per first query. */
export interface PageMeasures {
  /** The first question, typed into a field that got focus two seconds before: from its last key to the first result. */
  afterFocus: number[]
  /** A question that stood in the field before it got focus: from focus, and from when script and index have arrived. */
  fromFocus: number[]
  fromArrival: number[]
  /** Bytes of everything but pictures that travelled from focus until then, of the heavier of both. */
  wire: number[]
  /** Bytes of the scripts among it. */
  code: number
}

/** Measures the built search page. */
export async function measurePage(
  browser: Browser,
  { origin, root }: { origin: string; root: string },
): Promise<PageMeasures> {
  const measures: PageMeasures = { afterFocus: [], fromFocus: [], fromArrival: [], wire: [], code: 0 }
  for (const query of FIRST_QUERIES) {
    const waiting = await onPage(browser, `${origin}/find/`, async (page) => {
      await slow(page)
      await page.evaluate(watchFirst)
      await page.evaluate((query) => {
        if (window.first) window.first.field.value = query
        window.first?.field.focus()
      }, query)
      return page.evaluate(firstResult)
    })
    const typed = await onPage(browser, `${origin}/find/`, async (page) => {
      await slow(page)
      await page.evaluate(watchFirst)
      await page.evaluate(() => window.first?.field.focus())
      await page.waitForTimeout(TYPING)
      // Letters come one by one, Chinese as an input method gives it.
      if (/^[a-z ]+$/.test(query)) await page.keyboard.type(query)
      else await page.keyboard.insertText(query)
      return page.evaluate(firstResult)
    })
    measures.afterFocus.push(typed.result - typed.lastInput)
    measures.fromFocus.push(waiting.result - waiting.focus)
    measures.fromArrival.push(waiting.result - waiting.arrival)
    measures.wire.push(Math.max(await sizeOf(root, waiting.paths), await sizeOf(root, typed.paths)))
    const scripts = waiting.paths.filter((path) => path.endsWith('.js'))
    measures.code = Math.max(measures.code, await sizeOf(root, scripts))
  }
  return measures
}

declare global {
  interface Window {
    /** The search page, watched until its first result. */
    first?: { field: HTMLInputElement; focus: number; lastInput: number; result: Promise<number> }
  }
}

/** Runs in the page: notes when the field gets focus, when something is typed last, and when the first result is there. */
function watchFirst(): void {
  const field = document.querySelector('[data-find] [name=q]') as HTMLInputElement
  const results = document.querySelector('[data-results]') as HTMLElement
  const { promise, resolve } = Promise.withResolvers<number>()
  const first = { field, focus: 0, lastInput: 0, result: promise }
  window.first = first
  field.addEventListener('focus', () => {
    first.focus = performance.now()
  })
  field.addEventListener('input', () => {
    first.lastInput = performance.now()
  })
  new MutationObserver(() => results.querySelector('[data-result]') && resolve(performance.now())).observe(results, {
    childList: true,
  })
}

/**
 * Runs in the page: waits for the first result.
 * @returns the times, when script and index were there, and what was fetched for the first result: cards come after it,
 * and the page then goes on to fetch what later queries may need, which does not count
 */
async function firstResult(): Promise<{
  focus: number
  lastInput: number
  arrival: number
  result: number
  paths: string[]
}> {
  const { focus, lastInput, result: pending } = window.first as NonNullable<Window['first']>
  const result = await pending
  while (!document.querySelector('[data-search-ready]')) await new Promise((done) => setTimeout(done, 20))
  const fetched = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
  const paths = fetched.flatMap(({ name, startTime, initiatorType }) => {
    const { pathname } = new URL(name)
    const counts =
      startTime >= focus && initiatorType !== 'img' && (startTime <= result || pathname.includes('/cards/'))
    return counts ? [pathname] : []
  })
  const arrivals = fetched.flatMap(({ name, responseEnd }) =>
    responseEnd <= result && /\.js$|\/catalogue\.json$/.test(name) ? [responseEnd] : [],
  )
  return { focus, lastInput, arrival: Math.max(...arrivals), result, paths }
}

async function withLimit(work: Promise<number>, limit: number): Promise<number | undefined> {
  // The page of late work is closed under it; that is its end, not a fault.
  work.catch(() => undefined)
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<undefined>((done) => {
    timer = setTimeout(() => done(undefined), limit)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

const sizes = new Map<string, Promise<number>>()

/** Bytes of files as they travel: text in brotli, the rest as it is. */
export async function sizeOf(root: string, paths: readonly string[]): Promise<number> {
  const all = await Promise.all([...new Set(paths)].map((path) => sizeOnce(join(root, path))))
  return all.reduce((sum, size) => sum + size, 0)
}

function sizeOnce(file: string): Promise<number> {
  const known = sizes.get(file) ?? readFile(file).then((bytes) => wireSize(bytes, extname(file)))
  sizes.set(file, known)
  return known
}

/** Bytes of one file as it travels. */
export function wireSize(bytes: Uint8Array, extension: string): number {
  if (!['.js', '.json', '.css', '.html', '.svg'].includes(extension)) return bytes.length
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length
}
