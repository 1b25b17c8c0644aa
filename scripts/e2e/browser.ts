import { resolve } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { launchBrowser } from '../lib/browser.ts'
import { type ServerOptions, type StaticServer, serveStatic } from '../lib/static-server.ts'

/** A browser over the built site, for the tests of one file. */
export interface BrowserOverSite {
  origin: string
  /** Runs `use` on a fresh page; script errors on it fail the test. */
  visit<T>(use: (page: Page) => Promise<T>, options?: BrowserContextOptions): Promise<T>
}

/** Starts the server over the folder and the browser before the tests of a file, and stops both after them. */
export function useBrowser(dist = resolve('dist'), options: ServerOptions = {}): BrowserOverSite {
  let server: StaticServer
  let browser: Browser
  const site: BrowserOverSite = {
    origin: '',
    visit: async (use, context = {}) => {
      const visitor = await browser.newContext({
        viewport: { width: 360, height: 780 },
        // Only tests of the worker want it: what it answers, a test can neither see nor change on the way.
        serviceWorkers: 'block',
        ...context,
      })
      const page = await visitor.newPage()
      const errors: string[] = []
      page.on('pageerror', (error) => errors.push(error.message))
      try {
        const result = await use(page)
        if (errors.length > 0) throw new Error(`script errors: ${errors.join('; ')}`)
        return result
      } finally {
        await visitor.close()
      }
    },
  }
  beforeAll(async () => {
    server = await serveStatic(dist, '/', options)
    site.origin = server.origin
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })
  return site
}
