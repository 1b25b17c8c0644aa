import { resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { layOutAll } from '../lib/browser.ts'
import { FILLED, IS_FILLED, ONE_OF_EACH } from '../lib/page-kinds.ts'
import { listFiles, pathOfFile } from '../lib/site.ts'
import { axe, violations } from './axe.ts'
import { useBrowser } from './browser.ts'

const site = useBrowser()

/** Sheets and cards are made from one template each, by the hundred: the first of every section stands for the others. */
const STAMPED = /^\/(?:embed\/[^/]+|posters\/[^/]+)\//

const seen = new Set<string>()
const EVERY_PAGE = listFiles(resolve('dist'))
  .filter((file) => file.endsWith('.html'))
  .map(pathOfFile)
  .filter((path) => {
    const stamp = STAMPED.exec(path)?.[0]
    const kind = stamp && stamp + (/\/a[34]\/$/.exec(path)?.[0] ?? '')
    if (!kind) return true
    if (seen.has(kind)) return false
    seen.add(kind)
    return true
  })

describe('every page of the build', () => {
  it(`has nothing for axe to find on a phone (${EVERY_PAGE.length} pages)`, async () => {
    const faults: string[] = []
    let next = 0
    // Two pages at a time: as many as the machine that this runs on is sure to have cores.
    const worker = () =>
      site.visit(async (page) => {
        while (next < EVERY_PAGE.length) {
          const path = EVERY_PAGE[next++] as string
          await page.goto(site.origin + path)
          await page.evaluate(axe)
          faults.push(...(await violations(page)).map((fault) => `${path} ${fault}`))
        }
      })
    await Promise.all([worker(), worker()])
    expect(faults).toEqual([])
  }, 1_500_000)
})

const KINDS = [...ONE_OF_EACH, ...FILLED]

/** Opens a page and waits until its script, if it has one that fills it, is done. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(site.origin + path)
  if (path.includes('?')) await page.waitForSelector(IS_FILLED, { state: 'attached' })
}

describe('every kind of page', () => {
  it.each(KINDS)('has nothing for axe to find at a desk, in large print and in the dark: %s', (path) =>
    site.visit(
      async (page) => {
        await open(page, path)
        await page.evaluate(axe)
        expect(await violations(page), 'desk').toEqual([])
        await page.setViewportSize({ width: 360, height: 780 })
        await page.evaluate(() => {
          document.documentElement.dataset.elder = '22'
        })
        expect(await violations(page), 'large print').toEqual([])
        await page.evaluate(() => {
          document.documentElement.dataset.elder = '22 black'
        })
        expect(await violations(page), 'large print, white on black').toEqual([])
        await page.evaluate(() => {
          delete document.documentElement.dataset.elder
        })
        await page.emulateMedia({ colorScheme: 'dark' })
        expect(await violations(page), 'dark').toEqual([])
      },
      { viewport: { width: 1280, height: 900 } },
    ),
  )
})

/** Narrow phones, and every size of large print on each: columns give way at other widths for each size. */
const NARROW = [320, 360, 390].flatMap((width) => ['', '22', '26', '30'].map((size) => ({ width, size })))

describe('on narrow phones', () => {
  it.each(KINDS)('%s does not scroll sideways, in normal or large print', (path) =>
    site.visit(
      async (page) => {
        await open(page, path)
        await layOutAll(page)
        for (const { width, size } of NARROW) {
          await page.setViewportSize({ width, height: 640 })
          const { scroll, client, wide } = await page.evaluate((elder) => {
            if (elder) document.documentElement.dataset.elder = elder
            else delete document.documentElement.dataset.elder
            const width = document.documentElement.clientWidth
            const beyond = [...document.querySelectorAll('body *')].filter(
              (element) => element.getBoundingClientRect().right > width + 1,
            )
            return {
              scroll: document.documentElement.scrollWidth,
              client: width,
              wide: beyond.slice(0, 3).map((element) => element.outerHTML.slice(0, 160)),
            }
          }, size)
          expect(scroll, `${width} ${size} ${wide.join('\n')}`).toBeLessThanOrEqual(client)
        }
      },
      { viewport: { width: 320, height: 640 } },
    ),
  )
})

describe('large print', () => {
  it('has 22-pixel text, generous lines and targets of 60 pixels', () =>
    site.visit(async (page) => {
      await page.goto(`${site.origin}/brands/fumian-caifeng/`)
      await page.getByRole('button', { name: '大字' }).click()
      const { size, leading, small } = await page.evaluate(() => {
        const prose = getComputedStyle(document.querySelector('.prose p') as Element)
        const targets = [
          ...document.querySelectorAll('.nav a, .elder-bar button:not([hidden]), .tool:not([hidden]), .pager a'),
        ]
        return {
          size: Number.parseFloat(prose.fontSize),
          leading: Number.parseFloat(prose.lineHeight) / Number.parseFloat(prose.fontSize),
          small: targets
            .filter((target) => target.getBoundingClientRect().height < 60)
            .map((target) => target.outerHTML),
        }
      })
      expect(size).toBeGreaterThanOrEqual(22)
      expect(leading).toBeGreaterThanOrEqual(1.85)
      expect(small).toEqual([])
    }))

  it('begins a brand within the upper third of a phone, with the ways most people want as large as a thumb', () =>
    site.visit(
      async (page) => {
        await page.goto(`${site.origin}/brands/zhengan-guitar-craftsman/`)
        await page.evaluate(() => localStorage.setItem('elder', '26'))
        await page.reload()
        await page.locator('[data-elder-off]').waitFor()
        const { head, bar, ways } = await page.evaluate(() => {
          const box = (part: Element) => part.getBoundingClientRect()
          const shown = [...document.querySelectorAll('.jumps a')].filter((way) => box(way).height > 0)
          return {
            head: box(document.querySelector('.masthead') as Element).height,
            bar: box(document.querySelector('.nav') as Element),
            ways: shown.map((way) => ({ name: way.textContent, height: box(way).height })),
          }
        })
        expect(head).toBeLessThanOrEqual(280)
        expect([bar.bottom, bar.width]).toEqual([844, 390])
        expect(ways.map(({ name }) => name)).toEqual(['去看看', '故事', '人物', '联系'])
        expect(ways.filter(({ height }) => height < 92)).toEqual([])
      },
      { viewport: { width: 390, height: 844 } },
    ))
})
