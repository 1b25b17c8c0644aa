import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { ONE_OF_EACH } from '../lib/page-kinds.ts'
import { attribute, type BuiltPage, readPages, sampled } from '../lib/site.ts'
import { useBrowser } from './browser.ts'

const site = useBrowser()
const dist = resolve('dist')
let pages: BuiltPage[]

beforeAll(() => {
  pages = readPages(dist, sampled)
})

/** Compressed sizes, remembered: most pages bring the same styles. */
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

const FONT = /url\(data:font\/woff2;base64,([^)]*)\)/g

/** The page's stylesheets, inline and linked, without the glyphs of its title. */
function css(page: BuiltPage): string {
  const linked = page.elements
    .filter((element) => attribute(element, 'rel') === 'stylesheet')
    .map((element) => readFileSync(join(dist, attribute(element, 'href') as string), 'utf8'))
  return [...contents(page, 'style'), ...linked].join('').replace(FONT, '')
}

function fontBytes(page: BuiltPage): number {
  const own = [...page.html.matchAll(FONT)].reduce(
    (sum, match) => sum + Buffer.from(match[1] as string, 'base64').length,
    0,
  )
  const shared = page.elements
    .filter((element) => attribute(element, 'as') === 'font')
    .reduce((sum, element) => sum + readFileSync(join(dist, attribute(element, 'href') as string)).length, 0)
  return own + shared
}

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

describe('every page stays within its budget', () => {
  it('styles: at most 15 KB, compressed', () => {
    expect(worst((page) => brotli(css(page))).size).toBeLessThanOrEqual(15_000)
  })

  it('display lettering: at most 20 KB', () => {
    const most = worst(fontBytes)
    expect(most.size, most.path).toBeLessThanOrEqual(20_000)
  })

  it('script: at most 4 KB, compressed, on pages that are read', () => {
    const read = pages.filter(({ path }) => !['/find/', '/compare/'].includes(path))
    const most = worst((page) => brotli(script(page)), read)
    expect(most.size, most.path).toBeLessThanOrEqual(4_000)
  })
})

describe('before anybody touches it, a page', () => {
  it.each(ONE_OF_EACH)('%s asks for two things at most, pictures apart, and does not move', (path) =>
    site.visit(
      async (page) => {
        const requests: string[] = []
        page.on('request', (request) => {
          if (!['image', 'other'].includes(request.resourceType())) requests.push(request.url())
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
        expect(requests.map((request) => new URL(request).pathname).length, requests.join(' ')).toBeLessThanOrEqual(2)
        const shifted = await page.evaluate(() => (window as unknown as { shifts: { total: number } }).shifts.total)
        expect(shifted).toBeLessThan(0.01)
      },
      { viewport: { width: 360, height: 780 } },
    ),
  )
})
