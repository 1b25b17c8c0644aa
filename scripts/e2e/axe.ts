import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { layOutAll } from '../lib/browser.ts'

/** The script of axe, to be evaluated on a page before it is asked. */
export const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8')

/** What axe has against the page as it stands, down to its end. */
export async function violations(page: Page): Promise<string[]> {
  await layOutAll(page)
  return page.evaluate(async () => {
    interface Axe {
      run(
        context: Document,
        options: object,
      ): Promise<{ violations: Array<{ id: string; nodes: Array<{ html: string; failureSummary: string }> }> }>
    }
    const { axe } = window as unknown as { axe: Axe }
    const found = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      resultTypes: ['violations'],
    })
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`)
  })
}
