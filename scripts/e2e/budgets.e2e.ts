import { resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { BUDGETS, heaviest } from '../lib/budgets.ts'
import { ONE_OF_EACH } from '../lib/page-kinds.ts'
import { type BuiltPage, readPages } from '../lib/site.ts'
import { useBrowser } from './browser.ts'

const site = useBrowser()
const dist = resolve('dist')
let pages: BuiltPage[]

beforeAll(() => {
  pages = readPages(dist)
})

describe('every page stays within its budget', () => {
  it.each(Object.keys(BUDGETS) as Array<keyof typeof BUDGETS>)('%s', (what) => {
    const most = heaviest(pages, dist)[what]
    expect(most.bytes, most.path).toBeLessThanOrEqual(BUDGETS[what])
    // A measure that finds nothing anywhere measures nothing.
    expect(most.bytes).toBeGreaterThan(0)
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
        expect(requests.map((request) => new URL(request).pathname)).toHaveLength(2)
        const shifted = await page.evaluate(() => (window as unknown as { shifts: { total: number } }).shifts.total)
        expect(shifted).toBeLessThan(0.01)
      },
      { viewport: { width: 360, height: 780 } },
    ),
  )
})
