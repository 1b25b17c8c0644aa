import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listFiles } from '../lib/site.ts'
import { type StaticServer, serveStatic } from '../lib/static-server.ts'
import { useBrowser } from './browser.ts'

/** The service worker: what is there without a network, and that two releases never meet in one page. */
const STORY = '/stories/moller-eight-years/'
const ALLOWED = { serviceWorkers: 'allow' } as const
const site = useBrowser()
const work = mkdtempSync(join(tmpdir(), 'yifang-offline-'))
/** A copy of the built site that a test may publish anew. */
const copy = join(work, 'site')
let server: StaticServer

beforeAll(async () => {
  const needed =
    /^(?:index|404)\.html$|^(?:find|offline|_astro|fonts|tiles|stories|brands|about|embed|pagefind)\/|^(?:sw\.js|release\.txt|icon\.svg)$/
  for (const file of listFiles(resolve('dist'))) if (needed.test(file)) cpSync(resolve('dist', file), join(copy, file))
  server = await serveStatic(copy)
})
afterAll(async () => {
  await server?.close()
  rmSync(work, { recursive: true, force: true })
})

/** Opens a page and waits until the worker has everything that it keeps ahead. */
async function openWithWorker(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.waitForFunction(() => navigator.serviceWorker.controller)
}

const kept = (page: Page) =>
  page.evaluate(async () => {
    const found: Record<string, string[]> = {}
    for (const name of await caches.keys()) {
      const keys = await (await caches.open(name)).keys()
      found[name] = keys.map(({ url }) => new URL(url).pathname)
    }
    return found
  })

const bytesKept = (page: Page) =>
  page.evaluate(async () => {
    let bytes = 0
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const key of await cache.keys()) bytes += (await (await cache.match(key))?.blob())?.size ?? 0
    }
    return bytes
  })

/** Publishes another release: every page says so, and so does what the worker asks. */
function publish(release: string, words: string): void {
  for (const file of ['index.html', 'find/index.html', 'about/index.html', `${STORY.slice(1)}index.html`])
    writeFileSync(
      join(copy, file),
      readFileSync(resolve('dist', file), 'utf8').replace('</main>', `<p class="edition">${words}</p></main>`),
    )
  const worker = readFileSync(resolve('dist/sw.js'), 'utf8').replace(/RELEASE = "[0-9a-f]+"/, `RELEASE = "${release}"`)
  writeFileSync(join(copy, 'sw.js'), worker)
  writeFileSync(join(copy, 'release.txt'), release)
}

const edition = (page: Page) => page.locator('.edition').textContent()

describe('without a network, after one story and one search', () => {
  it('home, the story, the finder and its cards are there; other pages say what is', () =>
    site.visit(async (page) => {
      const context = page.context()
      await openWithWorker(page, site.origin + STORY)
      await page.goto(`${site.origin}/find/?q=${encodeURIComponent('裁缝')}`)
      await page.locator('[data-result="brand/fumian-caifeng"] img').first().waitFor()
      expect(await bytesKept(page)).toBeLessThanOrEqual(1_500_000)
      await context.setOffline(true)

      await page.goto(`${site.origin}/`)
      expect(await page.locator('h1').textContent()).toContain('一方匠人')
      await page.goto(site.origin + STORY)
      expect(await page.locator('h1').textContent()).toContain('正安')
      await page.goto(`${site.origin}/find/?q=${encodeURIComponent('月嫂')}`)
      const card = page.locator('[data-result^="brand/"]').first()
      await card.locator('[data-card-line]:not(:empty)').waitFor()
      expect(
        await card.locator('img').evaluate(async (image: HTMLImageElement) => {
          await image.decode()
          return image.naturalWidth
        }),
      ).toBeGreaterThan(0)
      await page.locator('#q').fill('caifeng')
      await page.locator('[data-result="brand/fumian-caifeng"]').first().waitFor()

      await page.goto(`${site.origin}/about/`)
      expect(await page.locator('h1').textContent()).toBe('没有连上网络')
      await page.locator('[data-kept] a').first().waitFor()
      const links = await page
        .locator('[data-kept] a')
        .evaluateAll((all) => all.map((link) => link.getAttribute('href')))
      expect(links).toEqual(expect.arrayContaining(['/', '/find/', STORY]))
      await page.locator(`[data-kept] a[href="${STORY}"]`).click()
      await page.waitForURL(site.origin + STORY)
      await context.setOffline(false)
      await page.goto(`${site.origin}/about/`)
      expect(await page.locator('h1').textContent()).toBe('关于本站')
    }, ALLOWED))

  it('the first page has its drawings, which came before the worker did', () =>
    site.visit(async (page) => {
      const path = '/brands/zhengan-guitar-craftsman/'
      await openWithWorker(page, server.origin + path)
      const drawings = await page
        .locator('main img')
        .evaluateAll((images) => images.map((image) => image.getAttribute('src')))
      expect(drawings.length).toBeGreaterThan(0)
      await expect.poll(async () => Object.values(await kept(page)).flat()).toEqual(expect.arrayContaining(drawings))
      await page.context().setOffline(true)
      await page.reload()
      for (const image of await page.locator('main img').all()) {
        await image.scrollIntoViewIfNeeded()
        await expect.poll(() => image.evaluate((one) => (one as HTMLImageElement).naturalWidth)).toBeGreaterThan(0)
      }
    }, ALLOWED))

  it('the full text says that it could not be searched, instead of “nowhere”', () =>
    site.visit(async (page) => {
      await openWithWorker(page, `${site.origin}/find/`)
      await page.context().setOffline(true)
      await page.goto(`${site.origin}/find/?q=${encodeURIComponent('修手机')}`)
      await page.locator('[data-find-status]', { hasText: '不能说没有' }).waitFor()
      expect(await page.locator('[data-no-results]').isVisible()).toBe(false)
    }, ALLOWED))

  it('keeps no more than its share, the latest pages first', () =>
    site.visit(async (page) => {
      await openWithWorker(page, `${site.origin}/`)
      const stories = listFiles(resolve('dist')).filter((file) => /^stories\/.+\/index\.html$/.test(file))
      for (const file of stories) await page.goto(`${site.origin}/${file.replace('index.html', '')}`)
      const last = `/${stories.at(-1)?.replace('index.html', '')}`
      await expect.poll(async () => Object.values(await kept(page)).flat()).toContain(last)
      expect(await bytesKept(page)).toBeLessThanOrEqual(1_500_000)
    }, ALLOWED))
})

/** The site behind a network that a test can disturb: each request waits so long, or is answered with this status. */
async function disturbed(use: (origin: string, trouble: { of?: (path: string) => Trouble }) => Promise<void>) {
  const trouble: { of?: (path: string) => Trouble } = {}
  const between = createServer((from, to) => {
    const pass = () =>
      get(`${site.origin}${from.url}`, (answer) => {
        to.writeHead(answer.statusCode ?? 500, answer.headers)
        answer.pipe(to)
      })
    const { status, wait } = trouble.of?.(from.url ?? '') ?? {}
    if (status) to.writeHead(status).end()
    else if (wait) setTimeout(pass, wait)
    else pass()
  })
  await new Promise<void>((listening) => between.listen(0, listening))
  try {
    await use(`http://localhost:${(between.address() as AddressInfo).port}`, trouble)
  } finally {
    between.closeAllConnections()
    between.close()
  }
}
type Trouble = { status?: number; wait?: number } | undefined

describe('on a network that hangs', () => {
  const timed = async (page: Page, address: string) => {
    const started = Date.now()
    await page.goto(address, { waitUntil: 'commit' })
    return Date.now() - started
  }

  it('a page that was read comes as it was kept after a few seconds, another is waited for', () =>
    site.visit(
      (page) =>
        disturbed(async (origin, trouble) => {
          await openWithWorker(page, `${origin}/`)
          await page.goto(origin + STORY)
          await expect.poll(async () => Object.values(await kept(page)).flat()).toContain(STORY)
          trouble.of = () => ({ wait: 7000 })
          expect(await timed(page, origin + STORY)).toBeLessThan(6900)
          expect(await timed(page, `${origin}/about/`)).toBeGreaterThanOrEqual(7000)
          expect(await page.locator('h1').textContent()).toBe('关于本站')
        }),
      ALLOWED,
    ))

  it('a page that has come does not wait for the question which release is published', () =>
    site.visit(
      (page) =>
        disturbed(async (origin, trouble) => {
          await openWithWorker(page, `${origin}/`)
          trouble.of = (path) => (path === '/release.txt' ? { wait: 20_000 } : undefined)
          expect(await timed(page, `${origin}/about/`)).toBeLessThan(10_000)
        }),
      ALLOWED,
    ))
})

describe('where the question which release is published is lost', () => {
  it('pages go on being kept, and those that were are there without a network', () =>
    site.visit(
      (page) =>
        disturbed(async (origin, trouble) => {
          await openWithWorker(page, `${origin}/`)
          trouble.of = (path) => (path === '/release.txt' ? { status: 503 } : undefined)
          await page.goto(`${origin}/about/`)
          expect(await page.locator('h1').textContent()).toBe('关于本站')
          delete trouble.of
          await page.goto(origin + STORY)
          await expect.poll(async () => Object.values(await kept(page)).flat()).toContain(STORY)
          await page.context().setOffline(true)
          for (const [path, words] of [
            ['/', '一方匠人'],
            [STORY, '正安'],
          ]) {
            await page.goto(origin + path)
            expect(await page.locator('h1').textContent()).toContain(words)
          }
        }),
      ALLOWED,
    ))
})

describe('a new release', () => {
  it('takes the place of the old one whole: no page or part of the old beside it', () =>
    site.visit(async (page) => {
      publish('00000000000000aa', '甲')
      await openWithWorker(page, `${server.origin}/`)
      await page.goto(server.origin + STORY)
      await expect.poll(async () => Object.values(await kept(page)).flat()).toContain(STORY)
      expect(Object.keys(await kept(page))).toEqual(['yifang:/00000000000000aa'])
      publish('00000000000000bb', '乙')
      await page.goto(`${server.origin}/about/`)
      expect(await edition(page)).toBe('乙')
      // The page of the new release is on the screen: nothing of the old one may be left to be given to it. Where the machine is too
      // busy to say within seconds which release it is, that follows when it has been said.
      await expect.poll(async () => Object.keys(await kept(page))).not.toContain('yifang:/00000000000000aa')
      await expect
        .poll(async () =>
          page.evaluate(async () => {
            const registration = await navigator.serviceWorker.getRegistration()
            return Boolean(registration?.waiting)
          }),
        )
        .toBe(true)
      await page.goto(`${server.origin}/`)
      await expect.poll(async () => Object.keys(await kept(page))).toEqual(['yifang:/00000000000000bb'])
      await page.goto(server.origin + STORY)
      await expect.poll(async () => Object.values(await kept(page)).flat()).toContain(STORY)
      await page.context().setOffline(true)
      for (const path of ['/', '/find/', STORY]) {
        await page.goto(server.origin + path)
        expect([path, await edition(page)]).toEqual([path, '乙'])
      }
    }, ALLOWED))

  it('that appears while the worker is being installed is not mixed in', () =>
    site.visit(async (page) => {
      publish('00000000000000cc', '丙')
      writeFileSync(join(copy, 'release.txt'), '00000000000000dd')
      await page.goto(`${server.origin}/`)
      const state = () =>
        page.evaluate(async () => {
          const registration = await navigator.serviceWorker.getRegistration()
          return [Boolean(registration?.active ?? registration?.waiting), (await caches.keys()).length]
        })
      await page.waitForTimeout(3000)
      // On a busy machine the installation has not come to its end yet; one that was let through stays.
      await expect.poll(state).toEqual([false, 0])
    }, ALLOWED))
})

describe('where it does not belong', () => {
  it('cards for other sites bring no worker', () =>
    site.visit(async (page) => {
      await page.goto(`${site.origin}/embed/brands/fumian-caifeng/`)
      expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0)
      expect(await page.locator('script').count()).toBe(0)
    }, ALLOWED))

  it('switched off, it takes itself away from visitors who have it', () =>
    site.visit(async (page) => {
      publish('00000000000000ee', '戊')
      await openWithWorker(page, `${server.origin}/`)
      const tombstone = readFileSync('scripts/offline/tombstone.js', 'utf8')
      writeFileSync(join(copy, 'sw.js'), `const BASE = ""\n${tombstone}`)
      for (const file of ['index.html', 'about/index.html'])
        writeFileSync(join(copy, file), readFileSync(resolve('dist', file), 'utf8').replace(/ data-worker="[^"]*"/, ''))
      rmSync(join(copy, 'release.txt'))
      await page.goto(`${server.origin}/about/`)
      const left = () =>
        page.evaluate(async () => [
          (await navigator.serviceWorker.getRegistrations()).length,
          (await caches.keys()).length,
        ])
      // A browser looks for a newer worker when a page is opened, and sometimes only at the next one.
      const gone = async () => {
        await page.goto(`${server.origin}/about/`)
        return left()
      }
      await expect.poll(gone, { timeout: 60_000, interval: 2000 }).toEqual([0, 0])
      await page.goto(`${server.origin}/`)
      expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBe(null)
    }, ALLOWED))
})
