import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attribute, type BuiltPage, innerText, listFiles, readPages } from '../lib/site.ts'
import { useBrowser } from './browser.ts'
import { build } from './build.ts'

/** The editions beside the Chinese pages: in English, by hand; in traditional characters, by conversion. */
const dist = resolve('dist')
const site = useBrowser()
let files: string[]
let english: BuiltPage[]

beforeAll(() => {
  files = listFiles(dist)
  english = readPages(dist, (path) => path.startsWith('/en/'))
})

const pathOf = (address: string) => new URL(address).pathname
const html = (path: string) => readFileSync(`${dist}${path}index.html`, 'utf8')

/** The alternates of a page by language. */
const alternates = (text: string): Map<string, string> =>
  new Map(
    [...text.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)].map(
      ([, language = '', href = '']) => [language, pathOf(href)],
    ),
  )

describe('languages', () => {
  it('point at each other: every page named is there, and names the same pages', () => {
    const pages = files
      .filter((file) => file.endsWith('index.html'))
      .map((file) => `/${file.replace('index.html', '')}`)
    let twins = 0
    for (const path of pages) {
      const own = alternates(html(path))
      if (own.size === 0) continue
      twins++
      expect(own.get('x-default'), path).toBe(own.get('zh-Hans'))
      expect([...own.values()], path).toContain(path)
      for (const [language, other] of own) {
        expect(existsSync(`${dist}${other}index.html`), `${path} ${language}`).toBe(true)
        expect([...alternates(html(other))], `${path} ${other}`).toEqual([...own])
      }
    }
    expect(twins).toBeGreaterThan(100)
  })

  it('are told in the site map, the same for each page of a family', () => {
    const map = readFileSync(`${dist}/sitemap.xml`, 'utf8')
    const entries = [...map.matchAll(/<url><loc>([^<]+)<\/loc>(.*?)<\/url>/g)]
    for (const [, page = '', rest = ''] of entries) {
      const told = [...rest.matchAll(/hreflang="([^"]+)" href="([^"]+)"/g)].map(([, language, href = '']) => [
        language,
        pathOf(href),
      ])
      const own = [...alternates(html(pathOf(page)))].filter(([language]) => language !== 'x-default')
      expect(told, page).toEqual(own)
    }
  })

  it('can be switched on the page', () =>
    site.visit(async (page) => {
      await page.goto(`${site.origin}/brands/fumian-caifeng/`)
      await page.getByRole('navigation', { name: '语言' }).getByRole('link', { name: 'EN' }).click()
      expect(await page.locator('h1').textContent()).toBe('Tailors of Fumian')
      expect(await page.locator('html').getAttribute('lang')).toBe('en')
      await page.getByRole('link', { name: 'Full page in Chinese' }).click()
      expect(await page.locator('h1').textContent()).toBe('福绵裁缝')
    }))
})

describe('in English', () => {
  it('are every brand and story that has English, and nothing half', () => {
    for (const kind of ['brands', 'stories']) {
      const rows: Array<{ id: string; en?: object }> = JSON.parse(readFileSync(`${dist}/open/${kind}.json`, 'utf8'))
      for (const { id, en } of rows) {
        expect(existsSync(`${dist}/en/${kind}/${id}/index.html`), id).toBe(en !== undefined)
        expect(alternates(html(`/${kind}/${id}/`)).has('en'), id).toBe(en !== undefined)
      }
    }
    expect(english.length).toBeGreaterThan(40)
  })

  it('say nothing in Chinese but names and sources, which are marked as Chinese', () => {
    for (const page of english) {
      const unmarked = page.elements.filter(
        (element) =>
          !['html', 'head', 'script', 'style', 'title', 'meta'].includes(element.tagName) &&
          element.childNodes.some(
            (node) => node.nodeName === '#text' && /[\u3400-\u9fff]/.test((node as { value: string }).value),
          ) &&
          !inChinese(element),
      )
      expect(
        unmarked.map((element) => innerText(element)),
        page.path,
      ).toEqual([])
    }
  })

  type Parented = { parentNode?: Parented; attrs?: Array<{ name: string; value: string }> }
  /** Whether the nearest language given is Chinese. */
  function inChinese(element: unknown): boolean {
    for (let node: Parented | undefined = element as Parented; node; node = node.parentNode) {
      const language = node.attrs?.find(({ name }) => name === 'lang')?.value
      if (language) return language.startsWith('zh')
    }
    return false
  }

  it('name the language, and the site in it, to machines', () => {
    for (const page of english) {
      const told = (key: 'name' | 'property', name: string) =>
        attribute(page.elements.find((element) => attribute(element, key) === name) as never, 'content')
      expect(told('property', 'og:locale'), page.path).toBe('en_GB')
      expect(told('property', 'og:site_name'), page.path).toBe('Yifang Jiangren')
      expect(told('name', 'SiteName'), page.path).toBe('Yifang Jiangren')
    }
    expect(html('/en/')).toContain('"inLanguage":"en"')
    expect(html('/en/stories/cinnamon-town/')).toContain('"inLanguage":"en"')
  })

  it('tell a list from what stands in it: the link of the navigation is the page, or only leads to it', () => {
    const current = (path: string) =>
      html(path)
        .match(/<nav class="nav"[\s\S]*?<\/nav>/)?.[0]
        .match(/aria-current="(\w+)"/g)
    expect(current('/en/')).toBeNull()
    expect(current('/en/brands/')).toEqual(['aria-current="page"'])
    expect(current('/en/brands/fumian-caifeng/')).toEqual(['aria-current="true"'])
  })

  it.each([
    ['tailor', 'brand/fumian-caifeng'],
    ['guitar maker', 'brand/zhengan-guitar-craftsman'],
    ['nanny', 'brand/bagui-jiazheng'],
    ['bricklayers', 'brand/bagui-jiangong'],
    ['Yulin', 'brand/fumian-caifeng'],
  ])('find “%s”', (query, expected) =>
    site.visit(async (page) => {
      await page.goto(`${site.origin}/en/`)
      await page.getByRole('searchbox').fill(query)
      await page.getByRole('button', { name: 'Find' }).click()
      await page.locator('[data-result]:visible').first().waitFor()
      const keys = await page
        .locator('[data-result]:visible')
        .evaluateAll((list) => list.map((item) => (item as HTMLElement).dataset.result))
      expect(keys).toContain(expected)
      if (query === 'tailor') expect(keys[0]).toBe(expected)
    }),
  )

  it('show of every source where in it, and its title unless it stands above', () =>
    site.visit(async (page) => {
      await page.goto(`${site.origin}/en/brands/zhengan-guitar-craftsman/`)
      const notes = await page.locator('.notes li').evaluateAll((all) =>
        all.map((note) => ({
          place: note.querySelector('div > span[lang]')?.checkVisibility(),
          title: note.querySelector('a[data-source-link]')?.checkVisibility(),
          isAbove: note.querySelector('.same') !== null,
        })),
      )
      expect(notes.length).toBeGreaterThan(2)
      for (const { place, title, isAbove } of notes) expect([place, title]).toEqual([true, !isAbove])
    }))

  it('say so when nothing is found, and list every trade without script', async () => {
    await site.visit(async (page) => {
      await page.goto(`${site.origin}/en/find/?q=dentist`)
      await page.locator('[data-no-results]').waitFor()
      expect(await page.getByRole('status').textContent()).toBe('Nothing found.')
    })
    await site.visit(
      async (page) => {
        await page.goto(`${site.origin}/en/find/?q=tailor`)
        expect(await page.locator('dl a[href="/en/brands/fumian-caifeng/"]').first().isVisible()).toBe(true)
        expect(await page.locator('noscript p').textContent()).toContain('look through the trades below')
      },
      { javaScriptEnabled: false },
    )
  })
})

describe('in traditional characters', () => {
  it('are the pages one reads, each with its own address, links among themselves, and the one finder', () =>
    site.visit(
      async (page) => {
        await page.goto(`${site.origin}/zh-hant/`)
        expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hant')
        expect(await page.locator('form.searchbox').getAttribute('action')).toBe('/find/')
        await page.locator('main a[href="/zh-hant/brands/fumian-caifeng/"]').first().click()
        expect(await page.locator('h1').textContent()).toBe('福綿裁縫')
        const canonical = await page.locator('link[rel=canonical]').getAttribute('href')
        expect(pathOf(canonical ?? '')).toBe('/zh-hant/brands/fumian-caifeng/')
        await page.getByRole('navigation', { name: '語言' }).getByRole('link', { name: '中文' }).click()
        expect(await page.locator('h1').textContent()).toBe('福绵裁缝')
      },
      { viewport: { width: 1280, height: 800 } },
    ))

  it('lose no element, no anchor and no number of the page they are made from', () => {
    // It tells which pages it has.
    const isOwnNote = (element: BuiltPage['elements'][number]) => attribute(element, 'class') === 'caption edition-note'
    for (const path of ['/stories/six-characters-on-the-steamer/', '/brands/zhengan-guitar-craftsman/', '/events/']) {
      const [own, twin] = [path, `/zh-hant${path}`].map(
        (address) => readPages(dist, (each) => each === address)[0] as BuiltPage,
      ) as [BuiltPage, BuiltPage]
      const shape = (page: BuiltPage) =>
        page.elements
          .filter((element) => !['link', 'style'].includes(element.tagName) && !isOwnNote(element))
          .map(({ tagName }) => tagName)
      const ids = (page: BuiltPage) => page.elements.flatMap((element) => attribute(element, 'id') ?? [])
      const numbers = (page: BuiltPage) => page.text.match(/\d+/g)
      expect(shape(twin)).toEqual(shape(own))
      expect(ids(twin)).toEqual(ids(own))
      expect(numbers(twin)).toEqual(numbers(own))
      expect(twin.text).not.toBe(own.text)
    }
  })

  it('are not searched a second time', () => {
    const twins = files.filter((file) => /^zh-hant\/.*index\.html$/.test(file))
    expect(twins.length).toBeGreaterThan(200)
    for (const file of twins) expect(readFileSync(`${dist}/${file}`, 'utf8'), file).not.toContain('data-pagefind-body')
  })
})

describe('the choice of editions', () => {
  const outs: string[] = []
  afterAll(() => {
    for (const out of outs) rmSync(out, { recursive: true, force: true })
  })

  it('is the site’s: with none, no page knows of another language', () => {
    const out = mkdtempSync(join(tmpdir(), 'yifang-editions-'))
    outs.push(out)
    const content = resolve('scripts/e2e/sample-content')
    const { status, output } = build({ SITE_EDITIONS: '', CONTENT_DIR: content, PUBLISH_NOW: '2025-10-01' }, out)
    expect(status, output).toBe(0)
    expect(listFiles(out).filter((file) => /^(?:en|zh-hant)\//.test(file))).toEqual([])
    expect(readFileSync(join(out, 'index.html'), 'utf8')).not.toMatch(/hreflang|class="languages/)
    expect(readFileSync(join(out, 'sitemap.xml'), 'utf8')).not.toContain('hreflang="')
  })
})
