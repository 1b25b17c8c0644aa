import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { Catalogue } from '../../src/catalogue/catalogue.ts'
import { readContent } from '../../src/catalogue/read.ts'
import { contentRoot } from '../../src/catalogue/root.ts'
import { validate } from '../../src/catalogue/validate.ts'
import { publish } from '../../src/search/finder/build.ts'
import { SHARD_SIZE } from '../../src/search/finder/cards.ts'
import { cuesOf, finderData, finderFiles } from '../../src/views/finder.ts'
import { cardFor, catalogueOf } from '../bench/catalogue.ts'
import { useBrowser } from './browser.ts'

/** The search page over 2,500 brands: the real ones and invented ones, whose files are answered from memory. */
const SIZE = 2500
const site = useBrowser()
const catalogue = new Catalogue(validate(await readContent(contentRoot())).entries)
const queries = JSON.parse(readFileSync(new URL('queries.json', import.meta.url), 'utf8'))
const data = catalogueOf(SIZE, { ...finderData(catalogue), cues: cuesOf(catalogue) }, queries)
const files = publish(data, data.cues)
const ownCards = new Map(
  finderFiles(catalogue)
    .cards.flat()
    .map((card) => [card.id, card]),
)

/** What lies at a path below `/find/`; undefined for nothing. */
function fileAt(path: string): unknown {
  if (path === 'catalogue.json') return files.index
  const [version, part, number] = path.replace(/\.json$/, '').split('/')
  if (version !== files.index.version) return undefined
  if (part === 'words') return files.buckets[Number(number)]
  if (part === 'cards') {
    const from = Number(number) * SHARD_SIZE
    return data.brands.slice(from, from + SHARD_SIZE).map((brand) => cardFor(brand, data, ownCards))
  }
  return { sounds: files.sounds, traditional: files.traditional }[part as 'sounds']
}

/** Opens the search page over the large catalogue; the list fills with the sizes of what it fetches. */
async function open(page: Page, address: string): Promise<Array<{ path: string; bytes: number }>> {
  const fetched: Array<{ path: string; bytes: number }> = []
  const compressed = (text: string | Buffer) => brotliCompressSync(text).length
  await page.route('**/find/**/*.json', answer)
  await page.route('**/find/catalogue.json', answer)
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.endsWith('.js')) {
      fetched.push({ path: pathname, bytes: compressed(readFileSync(join(resolve('dist'), pathname))) })
    }
  })
  async function answer(route: Parameters<Parameters<Page['route']>[1]>[0]) {
    const path = new URL(route.request().url()).pathname.replace(/^.*?\/find\//, '')
    const content = fileAt(path)
    if (content === undefined) return route.fulfill({ status: 404 })
    const text = JSON.stringify(content)
    fetched.push({ path, bytes: compressed(text) })
    return route.fulfill({ contentType: 'application/json', body: text })
  }
  await page.goto(site.origin + address)
  return fetched
}

describe('2,500 brands', () => {
  it.each([
    ['裁缝', 'fumian-caifeng'],
    ['玉林 裁缝', 'fumian-caifeng'],
    ['月嫂', 'bagui-jiazheng'],
    ['caifeng', 'fumian-caifeng'],
    ['fmcf', 'fumian-caifeng'],
    ['福棉裁缝', 'fumian-caifeng'],
    ['裁縫', 'fumian-caifeng'],
    ['插座坏了', 'guizhou-electrician'],
    ['家里老人生病了要请人照顾', 'bagui-jiazheng'],
  ])('%s: %s among the first, at most 60,000 bytes to the first answer', (query, id) =>
    site.visit(async (page) => {
      const fetched = await open(page, '/find/')
      fetched.length = 0
      await page.getByRole('searchbox').fill(query)
      const card = page.locator(`[data-result="brand/${id}"] [data-card-line]`)
      await card.filter({ hasText: /./ }).waitFor()
      const bytes = fetched.reduce((sum, file) => sum + file.bytes, 0)
      expect(bytes, JSON.stringify(fetched)).toBeLessThanOrEqual(60_000)
      const places = await page
        .locator('[data-result]')
        .evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset.result))
      expect(places.indexOf(`brand/${id}`)).toBeLessThan(10)
      expect(await page.locator('[data-results] h3').first().textContent()).not.toBe('')
    }),
  )

  it('lists all in pages, counts facets exactly, and keeps what was picked', () =>
    site.visit(
      async (page) => {
        await open(page, '/find/?all=1&b=fumian-caifeng')
        await page.waitForSelector('[data-search-ready]')
        const shown = () => page.locator('[data-result]').count()
        await expect.poll(() => page.locator('[data-find-status]').textContent()).toContain(`${SIZE}个`)
        await expect.poll(shown).toBe(24)
        await page.getByRole('button', { name: /^再列/ }).click()
        await page.waitForFunction(() => document.querySelectorAll('[data-result]').length === 48)
        const focused = () =>
          page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-result]')?.dataset.result)
        await expect.poll(focused).toBe(`brand/${data.brands[24]?.id}`)

        // The index has no ids: the name of what was picked comes from its own file.
        await page.locator('[data-shortlist]').getByText('福绵裁缝').waitFor()

        const count = page.locator('label', { has: page.getByRole('checkbox', { name: /^服装制作/ }) })
        const sewing = data.trades.findIndex(({ name }) => name === '服装制作')
        const expected = data.brands.filter(({ trades }) => trades.some((at) => data.trades[at]?.parent === sewing))
        // Facets are fetched after the answer.
        await expect.poll(() => count.locator('[data-count]').textContent()).toBe(String(expected.length))
      },
      { viewport: { width: 1280, height: 900 } },
    ))
})
