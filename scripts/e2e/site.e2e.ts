import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { contentRoot } from '../../src/catalogue/root.ts'
import { KINDS } from '../../src/schemas/index.ts'
import { deadLinks, doubledIds, foreignRequests, invalidHtml } from '../lib/checks.ts'
import { readPublic } from '../lib/release/content.ts'
import {
  attribute,
  type BuiltPage,
  type Element,
  elementsOf,
  innerText,
  listFiles,
  pathOfFile,
  readPages,
  sampled,
} from '../lib/site.ts'

const dist = resolve('dist')
let pages: BuiltPage[]
let byPath: Map<string, BuiltPage>

beforeAll(() => {
  pages = readPages(dist, sampled)
  byPath = new Map(pages.map((page) => [page.path, page]))
})

/** The language a page should be in, by its address. */
const languageOf = ({ path }: BuiltPage): string =>
  path.startsWith('/en/') ? 'en' : path.startsWith('/zh-hant/') ? 'zh-Hant' : 'zh-CN'

const tags = (page: BuiltPage, name: string) => page.elements.filter((element) => element.tagName === name)

describe('every page', () => {
  it('exists: the site is as large as its catalogue', async () => {
    const { pages: expected } = await readPublic(contentRoot())
    expect(expected.length).toBeGreaterThan(400)
    const built = new Set(listFiles(dist).map(pathOfFile))
    expect([...expected, '/404.html'].filter((path) => !built.has(path))).toEqual([])
  })

  it('has a title and a description of its own', () => {
    for (const of of ['title', 'description'] as const) {
      const seen = new Map<string, string[]>()
      // Pages that were taken down say nothing that could tell them apart.
      for (const page of pages.filter(
        ({ path, html }) => !(path.startsWith('/figures/') && html.includes('noindex')),
      )) {
        const value =
          of === 'title'
            ? innerText(tags(page, 'title')[0] as never)
            : (attribute(
                tags(page, 'meta').find((meta) => attribute(meta, 'name') === 'description') as never,
                'content',
              ) ?? '')
        expect(value.trim(), page.path).not.toBe('')
        // Twins may share a title: some words are written the same in both kinds of characters.
        const key = `${languageOf(page)} ${value}`
        seen.set(key, [...(seen.get(key) ?? []), page.path])
      }
      expect([...seen].filter(([, paths]) => paths.length > 1)).toEqual([])
    }
  })

  it('names its language, has one h1 and skips no heading level', () => {
    for (const page of pages) {
      expect(attribute(tags(page, 'html')[0] as never, 'lang'), page.path).toBe(languageOf(page))
      const levels = page.elements.flatMap((element) => /^h([1-6])$/.exec(element.tagName)?.[1] ?? []).map(Number)
      expect(
        levels.filter((level) => level === 1),
        page.path,
      ).toHaveLength(1)
      levels.forEach((level, index) => {
        expect(level - (levels[index - 1] ?? 0), `${page.path} ${levels.join('')}`).toBeLessThanOrEqual(1)
      })
    }
  })

  it('links only to what exists, anchors included', () => {
    // All of them, twins in traditional characters too: pages link to each other.
    expect(deadLinks(readPages(dist), dist)).toEqual([])
  })

  it('loads nothing from anywhere else', () => {
    expect(foreignRequests(pages)).toEqual([])
  })

  it('has a canonical address, unless it is not to be indexed', () => {
    for (const page of pages) {
      const canonical = tags(page, 'link').find((link) => attribute(link, 'rel') === 'canonical')
      const robots = tags(page, 'meta').find((meta) => attribute(meta, 'name') === 'robots')
      if (robots) expect(canonical, page.path).toBeUndefined()
      else expect(new URL(attribute(canonical as never, 'href') ?? '').pathname, page.path).toBe(page.path)
    }
  })

  it('is valid HTML', async () => {
    expect((await invalidHtml(pages)).slice(0, 20)).toEqual([])
    expect(doubledIds(pages)).toEqual([])
  })
})

describe('claims', () => {
  it('all carry a source that is listed on their page', () => {
    let count = 0
    const home = tags(byPath.get('/') as BuiltPage, 'link').find((link) => attribute(link, 'rel') === 'canonical')
    const { origin } = new URL(attribute(home as Element, 'href') ?? '')
    const unsourced: string[] = []
    for (const page of pages) {
      const hrefs = new Set(tags(page, 'a').map((link) => attribute(link, 'href')))
      for (const element of page.elements) {
        const kind = attribute(element, 'data-claim')
        if (kind === undefined) continue
        count++
        const source = attribute(element, 'data-source')
        expect(['actual', 'target', 'estimate'], page.path).toContain(kind)
        // Cards stand on other sites, so their links are whole addresses.
        const isListed = [`/sources/${source}/`, `${origin}/sources/${source}/`].some((href) => hrefs.has(href))
        if (!source || !isListed) unsourced.push(`${page.path} ${source}`)
      }
    }
    console.log(`claims on built pages: ${count}, all with a source listed on the same page`)
    expect(unsourced).toEqual([])
    expect(count).toBeGreaterThan(1000)
  })

  it('have notes that rise over the screen: none lies in a part that waits to be laid out, which would hold it there', () => {
    const waits = (element: Element): boolean => {
      const classes = (attribute(element, 'class') ?? '').split(/\s+/)
      if (classes.includes('later') || (classes.includes('section') && attribute(element, 'id') !== 'sources'))
        return true
      return element.parentNode !== null && 'tagName' in element.parentNode && waits(element.parentNode)
    }
    const notes = pages.flatMap((page) =>
      page.elements
        .filter((element) => (attribute(element, 'class') ?? '').split(/\s+/).includes('notes'))
        .map((element) => ({ path: page.path, element })),
    )
    expect(notes.length).toBeGreaterThan(200)
    expect(notes.filter(({ element }) => waits(element)).map(({ path }) => path)).toEqual([])
  })

  it('say the word 目标 wherever a target is shown', () => {
    const words: Record<string, string> = { 'zh-CN': '目标', 'zh-Hant': '目標', en: 'Target' }
    for (const page of pages) {
      for (const element of page.elements) {
        if (attribute(element, 'data-claim') === 'target')
          expect(innerText(element), page.path).toContain(words[languageOf(page)])
      }
    }
  })

  it('say on their page on which basis they stand, and what limits them', async () => {
    const { entries } = await readPublic(contentRoot())
    const held = new Map(entries.flatMap(({ id, data }) => ('claims' in data ? [[id, data.claims] as const] : [])))
    let count = 0
    const silent = entries.flatMap(({ kind, id, data, body }) => {
      const definition = KINDS[kind]
      const page = 'folder' in definition ? byPath.get(`/${definition.folder}/${id}/`) : undefined
      if (!page || !('claims' in data)) return []
      const inText = (body?.segments ?? []).flatMap((part) =>
        typeof part === 'object' && part.slot === 'claim' ? part : [],
      )
      const borrowed = inText.flatMap((slot) =>
        slot.entry ? (held.get(slot.entry)?.filter((claim) => claim.id === slot.id) ?? []) : [],
      )
      // A story shows those of its figures that stand in its text; the others it only keeps.
      const told = new Set(inText.flatMap((slot) => (slot.entry ? [] : slot.id)))
      const own = kind === 'story' ? data.claims.filter((claim) => told.has(claim.id)) : data.claims
      const shown = [...own, ...borrowed]
      return shown.flatMap((claim) =>
        [claim.basis, claim.note].flatMap((words) => {
          if (!words) return []
          count++
          return page.text.includes(words.replace(/。$/, '')) ? [] : [`${page.path} ${claim.id}: ${words}`]
        }),
      )
    })
    expect(silent).toEqual([])
    expect(count).toBeGreaterThan(300)
  })

  it('shows the three disagreements about 正安 side by side', () => {
    const text = byPath.get('/brands/zhengan-guitar-craftsman/')?.text ?? ''
    for (const pair of [
      ['600万', '226万余把', '约250万把'],
      ['60', '29.15亿元'],
      ['1.4万人', '近4000个'],
    ]) {
      for (const words of pair) expect(text).toContain(words)
    }
  })
})

describe('every list', () => {
  it('has no empty section: a heading is followed by content', () => {
    for (const page of pages) {
      for (const section of tags(page, 'section')) {
        const words = innerText(section).trim()
        const heads = elementsOf(section).filter(({ tagName }) => /^(?:header|h[1-6])$/.test(tagName))
        const first = heads[0] ? innerText(heads[0]).trim() : ''
        const more = elementsOf(section).some(({ tagName }) => /^(?:img|svg|form|iframe|video)$/.test(tagName))
        expect(words.length > first.length || more, `${page.path} “${words.slice(0, 20)}”`).toBe(true)
      }
    }
  })
})

describe('for machines', () => {
  it('publishes a site map of exactly the indexed pages, each once', () => {
    const map = readFileSync(`${dist}/sitemap.xml`, 'utf8')
    const listed = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => new URL(match[1] as string).pathname)
    const twins = listFiles(dist).filter((file) => /^zh-hant\/.*index\.html$/.test(file))
    const indexed = [
      ...pages
        .filter(({ path, html }) => !path.startsWith('/zh-hant/') && !html.includes('name="robots"'))
        .map(({ path }) => path),
      ...twins.map((file) => `/${file.replace('index.html', '')}`),
    ]
    expect(listed.sort()).toEqual(indexed.sort())
  })

  it('dates the pages whose content is dated, and shows crawlers only pictures that exist', () => {
    const map = readFileSync(`${dist}/sitemap.xml`, 'utf8')
    const entry = /<url><loc>[^<]*\/stories\/moller-eight-years\/<\/loc>.*/.exec(map)?.[0] ?? ''
    const visible = tags(byPath.get('/stories/moller-eight-years/') as BuiltPage, 'time')
    expect(entry).toContain(
      `<lastmod>${attribute(visible[0] as never, 'datetime')?.replace('+08:00', ':00+08:00')}</lastmod>`,
    )
    expect(map).not.toContain('<lastmod></lastmod>')
    const images = [...map.matchAll(/<image:loc>([^<]+)</g)].map((match) => new URL(match[1] as string).pathname)
    expect(images.length).toBeGreaterThan(100)
    expect(images.filter((path) => !existsSync(`${dist}${path}`))).toEqual([])
  })

  it('tells robots where it is', () => {
    expect(readFileSync(`${dist}/robots.txt`, 'utf8')).toMatch(/Sitemap: https?:\/\/.+sitemap\.xml/)
  })

  it('publishes nothing from content/ but what pages show', () => {
    expect(listFiles(dist).filter((file) => /\.(mdx|yaml|ts|map)$/.test(file))).toEqual([])
  })
})

/**
 * What phones of 2022 (iOS 16.0) refuse or lack, and bundlers neither rewrite nor report. A pattern that looks back is the worst:
 * where it is made as its module begins, nothing of the module runs, and the search is dead.
 */
const TOO_NEW = [
  /\(\?<[=!]/,
  /\.(?:groupBy|withResolvers|isWellFormed|toWellFormed|fromAsync|canParse)\(/,
  /\.(?:union|intersection|difference|symmetricDifference|isSubsetOf|isSupersetOf|isDisjointFrom)\(/,
  /\/[a-z]*v[a-z]*\.(?:test|exec)\(/,
]

describe('every script', () => {
  const tooNew = (text: string) => TOO_NEW.filter((pattern) => pattern.test(text)).map(String)

  it('is read by phones of 2022', () => {
    const files = listFiles(dist).filter((file) => /^(?:_astro|admin)?\/?[^/]+\.js$/.test(file))
    expect(files).toContain('sw.js')
    expect(files.filter((file) => file.startsWith('_astro/')).length).toBeGreaterThan(10)
    const loaded = files.map((file) => ({ where: file, text: readFileSync(`${dist}/${file}`, 'utf8') }))
    const written = pages.flatMap(({ path, html }) =>
      [...html.matchAll(/<script(?![^>]* type="application)[^>]*>(.*?)<\/script>/gs)].map(([, text = '']) => ({
        where: path,
        text,
      })),
    )
    expect(written.some(({ text }) => text.length > 100)).toBe(true)
    const faults = [...loaded, ...written].map(({ where, text }) => ({ where, tooNew: tooNew(text) }))
    expect(faults.filter(({ tooNew }) => tooNew.length > 0)).toEqual([])
  })

  it('would be caught', () => {
    expect(tooNew('RegExp(`(?<=[a])`)')).toHaveLength(1)
    expect(tooNew('Object.groupBy(a,b)')).toHaveLength(1)
    expect(tooNew('a.replace(/(?<year>\\d)/,b)')).toEqual([])
  })
})
