import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { attribute, type BuiltPage } from './site.ts'

/** A kind of Chinese page, also in the other editions. */
const inEditions = (section: string): RegExp =>
  new RegExp(`^(?:/en|/zh-hant)?/${section}/(?!table/|page/|\\d+/)[^/]+/$`)

/** Most bytes of a page by its kind, compressed with brotli, before pictures and lettering. The first that fits counts. */
const PAGE_BUDGETS: ReadonlyArray<[kind: string, pages: RegExp, bytes: number]> = [
  ['brand', inEditions('brands'), 10_000],
  ['story', inEditions('stories'), 15_000],
  ['person', inEditions('figures'), 10_000],
  ['event', inEditions('events'), 10_000],
  ['place', inEditions('places'), 10_000],
  ['organisation', inEditions('organisations'), 10_000],
  ['trade', inEditions('trades'), 10_000],
  ['region', inEditions('regions'), 10_000],
  ['policy', /^\/policies\/[^/]+\/$/, 12_000],
  ['source', /^\/sources\/[^/]+\/$/, 8_000],
  ['press kit', /^\/press\/[^/]+\/$/, 10_000],
  ['posters', /^\/posters\/[^/]+\/[^/]+\/$/, 8_000],
  ['sheet for the printer', /^\/posters\/.*\/a[34]\/$/, 1_200],
  ['card for other sites', /^\/embed\//, 1_500],
  ['design system', /^\/styleguide\/$/, 26_000],
  ['list or page of its own', /./, 12_000],
]

/**
 * A page with much to say may be as large as its words make it: besides the words themselves, this
 * many bytes for head, styles, frame, policy and script, and this share of the words for the marks
 * that carry sources and links. What these two bound is ours; the words are the page.
 */
const FRAME = 8_200
const MARKUP = 0.6

/** Most bytes of a part of a page, compressed with brotli; the design system, which shows all styles, apart. */
export const BUDGETS = {
  styles: 5_300,
  /** Not compressed further: woff2 is. */
  lettering: 20_000,
  /** On pages that are read; searching and comparing need more. */
  script: 1_500,
} as const

/** Pages that work rather than are read. */
const WORKING = ['/find/', '/en/find/', '/compare/']

/** Compressed sizes, remembered: many pages bring the same scripts. */
const sizes = new Map<string, number>()
function brotli(text: string): number {
  const known = sizes.get(text) ?? brotliCompressSync(text).length
  sizes.set(text, known)
  return known
}

/** A page on the scales. */
export interface Weighed {
  kind: string
  path: string
  size: number
  /** How much of it is words, all that a reader sees; only asked where a page is larger than its kind's budget. */
  words?: number
  budget: number
}

/** Pictures written into a page are pictures all the same. */
const documentOf = ({ html }: BuiltPage): string => html.replace(/data:image\/[^"')]+/g, '')

function allowance({ path, text }: BuiltPage): Pick<Weighed, 'kind' | 'words' | 'budget'> {
  const [kind, , bytes] = PAGE_BUDGETS.find(([, pattern]) => pattern.test(path)) as (typeof PAGE_BUDGETS)[number]
  const words = brotli(text.replace(/\s+/g, ' '))
  return { kind, words, budget: Math.max(bytes, Math.round(FRAME + words * (1 + MARKUP))) }
}

/** What a page weighs and may weigh. */
export const weigh = (page: BuiltPage): Weighed => ({
  ...allowance(page),
  path: page.path,
  size: brotli(documentOf(page)),
})

/** Pages over their budget. Most are seen to be within it without being compressed as hard as can be, which takes long. */
export function overweight(pages: readonly BuiltPage[]): Weighed[] {
  const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }
  return pages
    .filter((page) => brotliCompressSync(documentOf(page), quick).length > allowance(page).budget)
    .map(weigh)
    .filter(({ size, budget }) => size > budget)
}

/** What a page asks for and has to have before it can be painted, or fetches early in place of the page. */
export const waitedFor = ({ elements }: BuiltPage): string[] =>
  elements.flatMap((element) => {
    const [src, href, rel = ''] = ['src', 'href', 'rel'].map((name) => attribute(element, name))
    if (element.tagName === 'link' && /\b(?:stylesheet|preload|modulepreload)\b/.test(rel)) return [href ?? '']
    return element.tagName === 'script' && src !== undefined ? [src] : []
  })

/** The element's own text in the source: styles and scripts hold nothing else. */
const contents = (page: BuiltPage, tag: 'style' | 'script'): string[] =>
  [...page.html.matchAll(new RegExp(`<${tag}\\b([^>]*)>([\\s\\S]*?)</${tag}>`, 'g'))]
    // Structured data is no script: no browser runs it. It counts in the weight of the page.
    .filter((match) => !match[1]?.includes('application/ld+json'))
    .map((match) => match[2] as string)

/** A page with the folder that its links start from. */
interface Site {
  dist: string
  base: string
}

const fileOf = ({ dist, base }: Site, address: string): string =>
  join(dist, address.slice(base.replace(/\/$/, '').length))

/** The page's stylesheets, inline and linked. */
function css(page: BuiltPage, site: Site): string {
  const linked = page.elements
    .filter((element) => attribute(element, 'rel') === 'stylesheet')
    .map((element) => readFileSync(fileOf(site, attribute(element, 'href') as string), 'utf8'))
  return [...contents(page, 'style'), ...linked].join('')
}

const fontBytes = (page: BuiltPage, site: Site): number =>
  [...page.html.matchAll(/url\(([^)]+\.woff2)\)/g)]
    .map((match) => readFileSync(fileOf(site, match[1] as string)).length)
    .reduce((sum, size) => sum + size, 0)

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

/** The heaviest page by each budget of a part. */
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
    styles: worst(
      (page) => brotli(css(page, site)),
      pages.filter(({ path }) => path !== '/styleguide/'),
    ),
    lettering: worst((page) => fontBytes(page, site)),
    script: worst(
      (page) => brotli(script(page, site)),
      pages.filter(({ path }) => !WORKING.includes(path)),
    ),
  }
}
