import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ONE_OF_EACH } from '../lib/page-kinds.ts'
import { listFiles } from '../lib/site.ts'
import { axe, violations } from './axe.ts'
import { useBrowser } from './browser.ts'

const site = useBrowser()

const EVERY_PAGE = listFiles(resolve('dist'))
  .filter((file) => file.endsWith('.html'))
  .map((file) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`)

describe('every page of the build', () => {
  it(`has nothing for axe to find: at a desk, on a phone, in large print (${EVERY_PAGE.length} pages)`, async () => {
    const faults: string[] = []
    let next = 0
    // Two pages at a time: as many as the machine that this runs on is sure to have cores.
    const worker = () =>
      site.visit(async (page) => {
        while (next < EVERY_PAGE.length) {
          const path = EVERY_PAGE[next++] as string
          await page.setViewportSize({ width: 1280, height: 900 })
          await page.goto(site.origin + path)
          await page.evaluate(axe)
          const look = async (mode: string) =>
            faults.push(...(await violations(page)).map((fault) => `${path} (${mode}) ${fault}`))
          await look('desk')
          await page.setViewportSize({ width: 360, height: 780 })
          await look('phone')
          await page.evaluate(() => {
            document.documentElement.dataset.elder = '22'
          })
          await look('large print')
        }
      })
    await Promise.all([worker(), worker()])
    expect(faults).toEqual([])
  }, 1_500_000)
})

describe('in the dark', () => {
  it.each(ONE_OF_EACH)('axe finds nothing on %s', (path) =>
    site.visit(
      async (page) => {
        await page.goto(site.origin + path)
        await page.evaluate(axe)
        expect(await violations(page)).toEqual([])
      },
      { colorScheme: 'dark' },
    ),
  )
})

describe('at 320 pixels', () => {
  it.each(ONE_OF_EACH)('%s does not scroll sideways, in normal or large print', (path) =>
    site.visit(
      async (page) => {
        await page.goto(site.origin + path)
        for (const size of ['', '30']) {
          const { scroll, client, wide } = await page.evaluate((elder) => {
            document.documentElement.dataset.elder = elder
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
          expect(scroll, `${size} ${wide.join('\n')}`).toBeLessThanOrEqual(client)
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
})
