import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { randomOf } from '../lib/random.ts'
import { useBrowser } from './browser.ts'

/** Reading and finding on a weak network, and honest words where a part of the search does not come. */
const site = useBrowser()

/** 400 ms each way round, 250 kbit/s, and one request in twenty lost; the same ones each time for a seed. */
async function weaken(page: Page, seed: number): Promise<{ lost: number }> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 400,
    downloadThroughput: 250_000 / 8,
    uploadThroughput: 250_000 / 8,
  })
  const random = randomOf(seed)
  const count = { lost: 0 }
  await page.route('**/*', (route) => {
    if (random() >= 0.05) return route.continue()
    count.lost++
    return route.abort('connectionreset')
  })
  return count
}

/** Opens a page the way a person does: again, when it does not come. */
async function open(page: Page, path: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await page.goto(site.origin + path, { waitUntil: 'domcontentloaded' })
      return
    } catch (error) {
      if (attempt === 3) throw error
      // The browser may still be showing its own page about the failure.
      await page.waitForTimeout(1000)
    }
  }
}

describe('400 ms, 250 kbit/s, every twentieth request lost', () => {
  it.each([7, 19, 46])('reading and finding work (seed %i)', (seed) =>
    site.visit(async (page) => {
      const count = await weaken(page, seed)
      await open(page, '/stories/moller-eight-years/')
      expect((await page.locator('main').textContent())?.length).toBeGreaterThan(1000)
      await open(page, '/find/')
      const found = page.locator('[data-result="brand/fumian-caifeng"] [data-card-line]:not(:empty)')
      for (let attempt = 1; attempt <= 3 && !(await found.isVisible()); attempt++) {
        await page.locator('#q').fill('做衣服的')
        await page.locator('#q').press('Enter')
        await found.waitFor({ timeout: 25_000 }).catch(() => undefined)
      }
      expect(await found.isVisible()).toBe(true)
      await page.locator('[data-ask-full]').click()
      await page.locator('[data-full-results] [data-result]').first().waitFor({ timeout: 60_000 })
      console.log(`seed ${seed}: ${count.lost} requests lost`)
    }),
  )
})

describe('a part of the search that does not come', () => {
  const asks = (word: string) => `/find/?q=${encodeURIComponent(word)}&full=1`

  it('is asked for again by itself', () =>
    site.visit(async (page) => {
      const failed = new Map<string, number>()
      await page.route(/\.pf_(?:index|fragment)/, (route) => {
        const url = route.request().url()
        failed.set(url, (failed.get(url) ?? 0) + 1)
        return (failed.get(url) ?? 0) <= 2 ? route.abort() : route.continue()
      })
      await open(page, asks('月嫂'))
      await page.locator('[data-full-results] [data-result]').first().waitFor({ timeout: 60_000 })
      expect(failed.size).toBeGreaterThan(1)
    }))

  it.each([
    ['an index piece', /\.pf_index/, '修手机'],
    ['the table of the index', /\.pf_meta/, '修手机'],
    ['a passage', /\.pf_fragment/, '月嫂'],
    ['the engine', /\/pagefind\/pagefind\.js/, '修手机'],
    ['the script that shows it', /_astro\/full-text\./, '月嫂'],
  ])('%s: never “nothing found”, and one tap tries again', (_, piece, word) =>
    site
      .visit(async (page) => {
        await page.route(piece, (route) => route.abort())
        await open(page, asks(word))
        const status = page.locator('[data-find-status]')
        await expect.poll(() => status.textContent(), { timeout: 30_000 }).toMatch(/不能说没有/)
        expect(await page.locator('[data-no-results]').isVisible()).toBe(false)
        expect(await page.locator('[data-full-results]').count()).toBe(0)
        await page.unroute(piece)
        await page.locator('[data-again]').click()
        await expect
          .poll(async () => `${await status.textContent()} ${await page.locator('[data-full-results]').count()}`, {
            timeout: 30_000,
          })
          .toMatch(/没有找到。|页文章提到| 1$/)
      })
      .catch((error: Error) => {
        // Pagefind, without its table, leaves a failed promise of its own behind that nobody can wait for.
        if (!piece.test('.pf_meta') || error.message !== 'script errors: Pagefind: WASM Error (No pointer)') throw error
      }),
  )

  it.each([
    ['the index of the finder', /\/find\/catalogue\.json/],
    ['its script', /_astro\/page\./],
  ])('%s: one loss is made good without a word', (_, piece) =>
    site.visit(async (page) => {
      let lost = 0
      await page.route(piece, (route) => (++lost === 1 ? route.abort() : route.continue()))
      await open(page, `/find/?q=${encodeURIComponent('裁缝')}`)
      await page.locator('[data-result="brand/fumian-caifeng"]').first().waitFor()
      expect(lost).toBe(2)
    }),
  )
})
