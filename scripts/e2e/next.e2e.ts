import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPages } from '../lib/site.ts'
import { useBrowser } from './browser.ts'

const site = useBrowser()

/** Stands before the site and writes down which pages are asked for: the browser's own tools do not show fetches ahead. */
let counter: Server
let origin: string
let asked: Array<{ path: string; ahead: boolean }> = []

beforeAll(async () => {
  counter = createServer(async (request, response) => {
    const path = request.url ?? '/'
    if (path.endsWith('/')) asked.push({ path, ahead: /prefetch/.test(`${request.headers['sec-purpose']}`) })
    const answer = await fetch(site.origin + path)
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' })
    response.end(Buffer.from(await answer.arrayBuffer()))
  })
  await new Promise<void>((done) => counter.listen(0, '127.0.0.1', done))
  origin = `http://localhost:${(counter.address() as AddressInfo).port}`
})

afterAll(() => {
  counter?.closeAllConnections()
  counter?.close()
})

const DESK = { viewport: { width: 1280, height: 900 } }

/** Longer than a mouse must rest, and than a fetch takes that would follow. */
const SETTLED = 800

/** Opens the list of brands and forgets what that took. */
async function open(page: Page): Promise<void> {
  await page.goto(`${origin}/brands/`, { waitUntil: 'networkidle' })
  asked = []
}

const cards = (page: Page) => page.locator('main .card .name a')
const ahead = () => asked.filter((each) => each.ahead).map(({ path }) => path)

describe('the next page', () => {
  it('is fetched when a mouse rests on its link, once a page view, and opens without being asked for again', () =>
    site.visit(async (page) => {
      await open(page)
      const href = await cards(page).nth(0).getAttribute('href')
      await cards(page).nth(0).hover()
      await expect.poll(ahead).toEqual([href])
      for (const at of [1, 2, 3]) {
        await cards(page).nth(at).hover()
        await page.waitForTimeout(SETTLED)
      }
      expect(asked).toHaveLength(1)
      await cards(page).nth(0).click()
      await page.waitForURL(`${origin}${href}`)
      expect(asked.map(({ path }) => path)).toEqual([href])
    }, DESK))

  it('is fetched on English pages too', () =>
    site.visit(async (page) => {
      await page.goto(`${origin}/en/brands/`, { waitUntil: 'networkidle' })
      asked = []
      const link = page.locator('main a[href^="/en/brands/"]').first()
      const href = await link.getAttribute('href')
      await link.hover()
      await expect.poll(ahead).toEqual([href])
    }, DESK))

  it('is not fetched for a mouse that only passes', () =>
    site.visit(async (page) => {
      await open(page)
      const boxes = await Promise.all([0, 1, 2, 3].map((at) => cards(page).nth(at).boundingBox()))
      for (const box of boxes) if (box) await page.mouse.move(box.x + 5, box.y + 5)
      await page.mouse.move(2, 2)
      await page.waitForTimeout(SETTLED)
      expect(asked).toEqual([])
    }, DESK))

  it('is not fetched for a link to this very page, nor for a file', () =>
    site.visit(async (page) => {
      await page.goto(`${origin}/open/`, { waitUntil: 'networkidle' })
      asked = []
      await page.locator('main a[href$=".csv"]').first().hover()
      await page.waitForTimeout(SETTLED)
      await page.locator('.skip').focus()
      await page.locator('.skip').hover()
      await page.waitForTimeout(SETTLED)
      expect(asked).toEqual([])
    }, DESK))

  it.each([
    ['asked the browser to', { connection: { saveData: true, effectiveType: '4g' }, reduced: false }],
    ['are on the slowest networks', { connection: { saveData: false, effectiveType: '2g' }, reduced: false }],
    ['prefer it on their system', { connection: undefined, reduced: true }],
  ])('is not fetched for readers who save data because they %s', (_, reader) =>
    site.visit(async (page) => {
      await page.addInitScript(({ connection, reduced }) => {
        Object.defineProperty(navigator, 'connection', { value: connection })
        // No browser can be told to report this preference yet.
        const { matchMedia } = window
        window.matchMedia = (query) =>
          matchMedia.call(window, query.includes('prefers-reduced-data') && reduced ? 'all' : query)
      }, reader)
      await open(page)
      await cards(page).nth(0).hover()
      await page.waitForTimeout(SETTLED)
      expect(asked).toEqual([])
    }, DESK),
  )

  it('is announced in the same words on every page, so that one hash in a content policy allows it', () => {
    const rules = readPages(resolve('dist')).flatMap(({ html }) => [
      ...html.matchAll(/<script type="speculationrules">(.*?)<\/script>/g),
    ])
    expect(rules.length).toBeGreaterThan(100)
    expect(new Set(rules.map((match) => match[1])).size).toBe(1)
  })
})
