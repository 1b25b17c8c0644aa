import { resolve } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { launchBrowser } from '../lib/browser.ts'
import { type StaticServer, serveStatic } from '../lib/static-server.ts'

/** One page of each kind, for checks that need only one. */
export const ONE_OF_EACH = [
  '/',
  '/brands/',
  '/brands/zhengan-guitar-craftsman/',
  '/brands/shiyou-laowu/',
  '/figures/',
  '/figures/zhang-ziquan/',
  '/events/',
  '/events/fumian-guinness-jeans-2024/',
  '/stories/',
  '/stories/three-hundred-girls-and-a-factory/',
  '/places/',
  '/places/zhengan-guitar-park/',
  '/organisations/',
  '/organisations/shenqu-yueqi/',
  '/trades/',
  '/trades/sewing-worker/',
  '/regions/',
  '/regions/yulin/',
  '/policies/',
  '/policies/gz-2022-opinion/',
  '/sources/',
  '/sources/xinhua-20250714/',
  '/progress/',
  '/find/',
  '/about/',
  '/contribute/',
  '/sitemap/',
  '/404.html',
]

/** A browser over the built site, for the tests of one file. */
export interface BrowserOverSite {
  origin: string
  /** Runs `use` on a fresh page; script errors on it fail the test. */
  visit<T>(use: (page: Page) => Promise<T>, options?: BrowserContextOptions): Promise<T>
}

/** Starts the server and the browser before the tests of a file, and stops both after them. */
export function useBrowser(): BrowserOverSite {
  let server: StaticServer
  let browser: Browser
  const site: BrowserOverSite = {
    origin: '',
    visit: async (use, options = {}) => {
      const context = await browser.newContext({ viewport: { width: 360, height: 780 }, ...options })
      const page = await context.newPage()
      const errors: string[] = []
      page.on('pageerror', (error) => errors.push(error.message))
      try {
        const result = await use(page)
        if (errors.length > 0) throw new Error(`script errors: ${errors.join('; ')}`)
        return result
      } finally {
        await context.close()
      }
    },
  }
  beforeAll(async () => {
    server = await serveStatic(resolve('dist'))
    site.origin = server.origin
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })
  return site
}
