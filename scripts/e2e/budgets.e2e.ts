import { resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { BUDGETS, heaviest, PAGE_BUDGETS, weigh, wordsOf } from '../lib/budgets.ts'
import { ONE_OF_EACH } from '../lib/page-kinds.ts'
import { attribute, type BuiltPage, readPages } from '../lib/site.ts'
import { useBrowser } from './browser.ts'

const site = useBrowser()
const dist = resolve('dist')
let pages: BuiltPage[]

beforeAll(() => {
  pages = readPages(dist)
})

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
    const thin = pages.filter(({ path }) => PAGE_BUDGETS[0]?.[1].test(path)).filter((page) => wordsOf(page) <= 2_200)
    expect(thin.length).toBeGreaterThan(0)
    expect(thin.map(weigh).filter(({ size }) => size > 10_000)).toEqual([])
  })

  it.each(Object.keys(BUDGETS) as Array<keyof typeof BUDGETS>)('%s', (what) => {
    const most = heaviest(pages, dist)[what]
    expect(most.bytes, most.path).toBeLessThanOrEqual(BUDGETS[what])
    // A measure that finds nothing anywhere measures nothing.
    expect(most.bytes).toBeGreaterThan(0)
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
