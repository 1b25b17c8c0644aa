import { resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { BUDGETS, heaviest, waitedFor, weigh } from '../lib/budgets.ts'
import { ONE_OF_EACH } from '../lib/page-kinds.ts'
import { type BuiltPage, readPages, sampled } from '../lib/site.ts'
import { useBrowser } from './browser.ts'

const site = useBrowser()
const dist = resolve('dist')
let pages: BuiltPage[]

beforeAll(() => {
  pages = readPages(dist, sampled)
})

describe('every page stays within its budget', () => {
  it('the page itself, whatever its kind', () => {
    const weighed = pages.map(weigh)
    const kb = (bytes: number) => (bytes / 1000).toFixed(1).padStart(5)
    for (const [kind, group] of Map.groupBy(weighed, (page) => page.kind)) {
      const { path, size, words, budget } = group.reduce((most, page) => (page.size > most.size ? page : most))
      const middle = group.map((page) => page.size).sort((a, b) => a - b)[group.length >> 1] as number
      console.info(
        `${kind.padEnd(24)}${String(group.length).padStart(4)} pages, middle ${kb(middle)} KB, ` +
          `largest ${kb(size)} of ${kb(budget)} KB${words === undefined ? '' : `, ${kb(words)} of it words`}: ${path}`,
      )
    }
    expect(weighed.filter(({ size, budget }) => size > budget)).toEqual([])
  }, 600_000)

  it.each(Object.keys(BUDGETS) as Array<keyof typeof BUDGETS>)(
    'its %s',
    (part) => {
      const { path, bytes } = heaviest(pages, dist)[part]
      expect(bytes).toBeGreaterThan(0)
      expect(bytes, path).toBeLessThanOrEqual(BUDGETS[part])
    },
    120_000,
  )

  it('and asks for nothing that its first paint would wait for', () => {
    expect(pages.flatMap((page) => waitedFor(page).map((address) => `${page.path} ${address}`))).toEqual([])
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
