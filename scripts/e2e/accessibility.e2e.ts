import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { ONE_OF_EACH } from '../lib/page-kinds.ts'
import { useBrowser } from './browser.ts'

const site = useBrowser()
const axe = createRequire(import.meta.url).resolve('axe-core')

const MODES = [
  { name: 'a phone', options: {}, elder: '' },
  { name: 'a phone in the dark', options: { colorScheme: 'dark' as const }, elder: '' },
  { name: 'a phone with large print', options: {}, elder: '26' },
  { name: 'a desk', options: { viewport: { width: 1280, height: 900 } }, elder: '' },
]

describe.each(MODES)('on $name', ({ options, elder }) => {
  it.each(ONE_OF_EACH)('axe finds nothing on %s', (path) =>
    site.visit(async (page) => {
      if (elder) await page.addInitScript((size) => localStorage.setItem('elder', size), elder)
      await page.goto(site.origin + path)
      await page.addScriptTag({ path: axe })
      const violations = await page.evaluate(async () => {
        const { axe } = window as unknown as {
          axe: {
            run(
              context: Document,
              options: object,
            ): Promise<{ violations: Array<{ id: string; nodes: Array<{ html: string; failureSummary: string }> }> }>
          }
        }
        const { violations } = await axe.run(document, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        })
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`)
      })
      expect(violations).toEqual([])
    }, options),
  )
})

describe('at 320 pixels', () => {
  it.each(ONE_OF_EACH)('%s does not scroll sideways', (path) =>
    site.visit(
      async (page) => {
        await page.goto(site.origin + path)
        const { scroll, client, wide } = await page.evaluate(() => {
          const width = document.documentElement.clientWidth
          const beyond = [...document.querySelectorAll('body *')].filter(
            (element) => element.getBoundingClientRect().right > width + 1,
          )
          return {
            scroll: document.documentElement.scrollWidth,
            client: width,
            wide: beyond.slice(0, 3).map((element) => element.outerHTML.slice(0, 120)),
          }
        })
        expect(scroll, wide.join('\n')).toBeLessThanOrEqual(client)
      },
      { viewport: { width: 320, height: 640 } },
    ),
  )
})
