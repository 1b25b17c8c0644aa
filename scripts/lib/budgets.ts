import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { attribute, type BuiltPage } from './site.ts'

/** Most bytes that a page may bring, compressed with brotli. */
export const BUDGETS = {
  styles: 15_000,
  /** Not compressed further: woff2 is. */
  lettering: 20_000,
  /** On pages that are read; searching and comparing need more. */
  script: 4_000,
} as const

/** Pages that work rather than are read. */
const WORKING = ['/find/', '/compare/', '/en/find/']

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

const FONT = /url\(data:font\/woff2;base64,([^)]*)\)/g

/** A page with the folder that its links start from. */
interface Site {
  dist: string
  base: string
}

const fileOf = ({ dist, base }: Site, address: string): string =>
  join(dist, address.slice(base.replace(/\/$/, '').length))

/** The page's stylesheets, inline and linked, without the glyphs of its title. */
function css(page: BuiltPage, site: Site): string {
  const linked = page.elements
    .filter((element) => attribute(element, 'rel') === 'stylesheet')
    .map((element) => readFileSync(fileOf(site, attribute(element, 'href') as string), 'utf8'))
  return [...contents(page, 'style'), ...linked].join('').replace(FONT, '')
}

function fontBytes(page: BuiltPage, site: Site): number {
  const own = [...page.html.matchAll(FONT)].reduce(
    (sum, match) => sum + Buffer.from(match[1] as string, 'base64').length,
    0,
  )
  const shared = page.elements
    .filter((element) => attribute(element, 'as') === 'font')
    .reduce((sum, element) => sum + readFileSync(fileOf(site, attribute(element, 'href') as string)).length, 0)
  return own + shared
}

/** All script a page brings, modules it imports included. */
function script(page: BuiltPage, site: Site): string {
  const follow = (file: string): string => {
    const text = readFileSync(file, 'utf8')
    const imports = [...text.matchAll(/\bfrom\s*["'](\.[^"']+)["']/g)]
    return [text, ...imports.map((match) => follow(resolve(file, '..', match[1] as string)))].join('')
  }
  const linked = page.elements
    .filter((element) => element.tagName === 'script' && attribute(element, 'src'))
    .map((element) => follow(fileOf(site, attribute(element, 'src') as string)))
  return [...contents(page, 'script'), ...linked].join('')
}

/** The heaviest page by one measure. */
export interface Heaviest {
  path: string
  bytes: number
}

/** The heaviest page by each budget. */
export function heaviest(
  pages: readonly BuiltPage[],
  dist: string,
  base = '/',
): Record<keyof typeof BUDGETS, Heaviest> {
  const site = { dist, base }
  const worst = (measure: (page: BuiltPage) => number, among = pages): Heaviest =>
    among
      .map((page) => ({ path: page.path, bytes: measure(page) }))
      .reduce((most, each) => (each.bytes > most.bytes ? each : most), { path: '', bytes: 0 })
  return {
    styles: worst((page) => brotli(css(page, site))),
    lettering: worst((page) => fontBytes(page, site)),
    script: worst(
      (page) => brotli(script(page, site)),
      pages.filter(({ path }) => !WORKING.includes(path)),
    ),
  }
}
