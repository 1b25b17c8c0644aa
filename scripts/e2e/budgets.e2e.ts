import { resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { BUDGETS, heaviest } from '../lib/budgets.ts'
import { ONE_OF_EACH } from '../lib/page-kinds.ts'
import { type BuiltPage, readPages, sampled } from '../lib/site.ts'
import { useBrowser } from './browser.ts'

const site = useBrowser()
const dist = resolve('dist')
let pages: BuiltPage[]

beforeAll(() => {
  pages = readPages(dist, sampled)
})

/** Compressed sizes, remembered: most pages bring the same scripts. */
const sizes = new Map<string, number>()
function brotli(text: string): number {
  const known = sizes.get(text) ?? brotliCompressSync(text).length
  sizes.set(text, known)
  return known
}

/** The element's own text in the source: styles and scripts hold nothing else. */
const contents = (page: BuiltPage, tag: 'style' | 'script'): string[] =>
  [...page.html.matchAll(new RegExp(`<${tag}\\b([^>]*)>([\\s\\S]*?)</${tag}>`, 'g'))]
    // Structured data is no script: no browser runs it. It counts in the weight of the page.
    .filter((match) => !match[1]?.includes('application/ld+json'))
    .map((match) => match[2] as string)

/** The page on which `measure` is largest, for a message that says where to look. */
function worst(measure: (page: BuiltPage) => number, among = pages): { path: string; size: number } {
  return among
    .map((page) => ({ path: page.path, size: measure(page) }))
    .reduce((most, each) => (each.size > most.size ? each : most))
}

/** The page's stylesheets, inline and linked. */
function css(page: BuiltPage): string {
  const linked = page.elements
    .filter((element) => attribute(element, 'rel') === 'stylesheet')
    .map((element) => readFileSync(join(dist, attribute(element, 'href') as string), 'utf8'))
  return [...contents(page, 'style'), ...linked].join('')
}

const fontBytes = (page: BuiltPage): number =>
  [...page.html.matchAll(/url\(([^)]+\.woff2)\)/g)]
    .map((match) => readFileSync(join(dist, match[1] as string)).length)
    .reduce((sum, size) => sum + size, 0)

/** All script a page brings, modules it imports included. */
function script(page: BuiltPage): string {
  const follow = (file: string): string => {
    const text = readFileSync(file, 'utf8')
    const imports = [...text.matchAll(/\bfrom\s*["'](\.[^"']+)["']/g)]
    return [text, ...imports.map((match) => follow(resolve(file, '..', match[1] as string)))].join('')
  }
  const linked = page.elements
    .filter((element) => element.tagName === 'script' && attribute(element, 'src'))
    .map((element) => follow(join(dist, attribute(element, 'src') as string)))
  return [...contents(page, 'script'), ...linked].join('')
}

/** Bytes that a page of a kind may have, compressed, before pictures and lettering. */
const BUDGETS: ReadonlyArray<[kind: string, pages: RegExp, bytes: number]> = [
  ['brand', /^\/brands\/(?!table\/)[^/]+\/$/, 10_000],
  ['story', /^\/stories\/[^/]+\/$/, 15_000],
  ['person', /^\/figures\/[^/]+\/$/, 10_000],
  ['event', /^\/events\/[^/]+\/$/, 10_000],
  ['place', /^\/places\/[^/]+\/$/, 10_000],
  ['organisation', /^\/organisations\/[^/]+\/$/, 10_000],
  ['trade', /^\/trades\/[^/]+\/$/, 10_000],
  ['region', /^\/regions\/[^/]+\/$/, 10_000],
  ['policy', /^\/policies\/[^/]+\/$/, 12_000],
  ['source', /^\/sources\/[^/]+\/$/, 8_000],
  ['press kit', /^\/press\/[^/]+\/$/, 10_000],
  ['posters', /^\/posters\/[^/]+\/[^/]+\/$/, 8_000],
  ['sheet for the printer', /^\/posters\/.*\/a[34]\/$/, 1_000],
  ['card for other sites', /^\/embed\//, 1_500],
  ['design system', /^\/styleguide\/$/, 20_000],
  ['list or page of its own', /./, 12_000],
]

/**
 * A page with much to say may be as large as its words make it: besides the words themselves, this
 * much for head, styles, frame and script, and this share of the words for the marks that carry
 * sources and links. What these two bound is ours; the words are the page.
 */
const FRAME = 7_500
const MARKUP = 0.6

/** What of a page is words: all that a reader sees, compressed. */
const wordsOf = (page: BuiltPage): number => brotli(page.text.replace(/\s+/g, ' '))

/** Pictures in the text of the page are pictures all the same. */
const documentOf = (page: BuiltPage): string => page.html.replace(/data:image\/[^"')]+/g, '')

interface Weighed {
  kind: string
  path: string
  size: number
  words: number
  budget: number
}

const weigh = (page: BuiltPage): Weighed => {
  const [kind, , bytes] = BUDGETS.find(([, pattern]) => pattern.test(page.path)) as (typeof BUDGETS)[number]
  const [size, words] = [brotli(documentOf(page)), wordsOf(page)]
  return { kind, path: page.path, size, words, budget: Math.max(bytes, Math.round(FRAME + words * (1 + MARKUP))) }
}

describe('every page stays within its budget', () => {
  it('the page itself, compressed, whatever its kind', () => {
    const weighed = pages.map(weigh)
    const kb = (bytes: number) => (bytes / 1000).toFixed(1).padStart(5)
    for (const [kind, group] of Map.groupBy(weighed, (page) => page.kind)) {
      const { path, size, words, budget } = group.reduce((most, page) => (page.size > most.size ? page : most))
      const middle = group.map((page) => page.size).sort((a, b) => a - b)[group.length >> 1] as number
      console.info(
        `${kind.padEnd(24)}${String(group.length).padStart(4)} pages, middle ${kb(middle)} KB, ` +
          `largest ${kb(size)} of ${kb(budget)} KB, ${kb(words)} of it words: ${path}`,
      )
    }
    expect(weighed.filter(({ size, budget }) => size > budget)).toEqual([])
  }, 180_000)

  it('of brands, those that say little stay below ten kilobytes', () => {
    const thin = pages.filter(({ path }) => BUDGETS[0]?.[1].test(path)).filter((page) => wordsOf(page) <= 2_200)
    expect(thin.length).toBeGreaterThan(0)
    expect(thin.map(weigh).filter(({ size }) => size > 10_000)).toEqual([])
  })

  it('styles: at most 5 KB, compressed, but for the page that shows them all', () => {
    const most = worst(
      (page) => brotli(css(page)),
      pages.filter(({ path }) => path !== '/styleguide/'),
    )
    expect(most.size, most.path).toBeLessThanOrEqual(5_000)
  })

  it('display lettering: at most 20 KB', () => {
    const most = worst(fontBytes)
    expect(most.size, most.path).toBeGreaterThan(0)
    expect(most.size, most.path).toBeLessThanOrEqual(20_000)
  })

  it('script: at most 1.5 KB, compressed, on pages that are read', () => {
    const read = pages.filter(({ path }) => !['/find/', '/compare/'].includes(path))
    const most = worst((page) => brotli(script(page)), read)
    expect(most.size, most.path).toBeLessThanOrEqual(1_500)
  })

  it('nothing is asked for that the first paint would wait for', () => {
    const waiting = pages.flatMap(({ path, elements }) =>
      elements
        .filter((element) => {
          const rel = attribute(element, 'rel') ?? ''
          if (element.tagName === 'link') return /\b(?:stylesheet|preload|modulepreload)\b/.test(rel)
          return element.tagName === 'script' && attribute(element, 'src') !== undefined
        })
        .map((element) => `${path} ${element.tagName} ${attribute(element, 'href') ?? attribute(element, 'src')}`),
    )
    expect(waiting).toEqual([])
  })
})

describe('before anybody touches it, a page', () => {
  it.each(ONE_OF_EACH)('%s asks for nothing but itself, its pictures and its lettering, and does not move', (path) =>
    site.visit(
      async (page) => {
        const requests: string[] = []
        const lettering: string[] = []
        page.on('request', (request) => {
          const type = request.resourceType()
          if (type === 'font') lettering.push(request.url())
          else if (!['image', 'other'].includes(type)) requests.push(request.url())
        })
        await page.addInitScript(() => {
          const shifts = { total: 0 }
          Object.assign(window, { shifts })
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) shifts.total += (entry as unknown as { value: number }).value
          }).observe({ type: 'layout-shift', buffered: true })
        })
        await page.goto(site.origin + path, { waitUntil: 'networkidle' })
        await page.evaluate(() => document.fonts.ready)
        expect(requests.map((request) => new URL(request).pathname)).toHaveLength(1)
        expect(lettering.length).toBeLessThanOrEqual(2)
        const shifted = await page.evaluate(() => (window as unknown as { shifts: { total: number } }).shifts.total)
        expect(shifted).toBeLessThan(0.01)
      },
      { viewport: { width: 360, height: 780 } },
    ),
  )
})
