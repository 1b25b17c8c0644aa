import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { unzipSync } from 'fflate'
import jsqr from 'jsqr'
import type { Locator, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { useBrowser } from './browser.ts'
import { build } from './build.ts'

/**
 * How a page leaves the site: passing it on, taking a date along, checking a number, handing material
 * to the press. Each journey counts its clicks and bytes against the budget it was promised.
 */
const site = useBrowser()
const sample = mkdtempSync(join(tmpdir(), 'yifang-visit-'))
const sampleSite = useBrowser(sample)

beforeAll(() => {
  const { status, output } = build(
    { CONTENT_DIR: resolve('scripts/e2e/sample-content'), PUBLISH_NOW: '2025-10-01' },
    sample,
  )
  expect(status, output).toBe(0)
})

afterAll(() => rmSync(sample, { recursive: true, force: true }))

/** A phone in WeChat: its window and how its browser calls itself. */
const WECHAT = {
  viewport: { width: 360, height: 800 },
  userAgent:
    'Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116 Mobile Safari/537.36 MicroMessenger/8.0.49',
}

/** Counts the clicks of a journey. */
class Visitor {
  clicks = 0
  async click(target: Locator): Promise<void> {
    this.clicks++
    await target.click()
  }
}

/** Bytes of what the page asks for from now on, pages and all, by address; each answer is weighed as it was sent. */
function weigh(page: Page): { total(): Promise<number>; requests: string[] } {
  const sizes: Array<Promise<number>> = []
  const requests: string[] = []
  page.on('response', (response) => {
    requests.push(response.url())
    sizes.push(
      response.body().then(
        (body) => body.length,
        () => 0,
      ),
    )
  })
  return { requests, total: async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) }
}

describe('sending a story on', () => {
  it('takes two clicks at most to a picture to press long, whose code leads back; at most 200 KB', () =>
    site.visit(async (page) => {
      const visitor = new Visitor()
      await page.goto(`${site.origin}/stories/moller-eight-years/`)
      const canonical = await page.locator('link[rel=canonical]').getAttribute('href')
      const title = await page.locator('meta[property="og:title"]').getAttribute('content')
      expect((title ?? '').match(/\p{Script=Han}/gu)?.length).toBeLessThanOrEqual(26)
      expect((await page.title()).match(/\p{Script=Han}/gu)?.length).toBeLessThanOrEqual(26)
      // WeChat takes the first picture of the page for its card.
      const first = page.locator('img').first()
      const sides = await Promise.all(['width', 'height'].map((side) => first.getAttribute(side)))
      for (const side of sides) expect(Number(side)).toBeGreaterThanOrEqual(300)

      await visitor.click(page.getByRole('link', { name: '海报和二维码' }))
      const poster = page.locator('.poster img').first()
      await poster.evaluate((image: HTMLImageElement) => image.decode())
      expect(visitor.clicks).toBeLessThanOrEqual(2)
      expect(await page.locator('main canvas').count()).toBe(0)
      expect(await poster.getAttribute('alt')).toContain('一个瑞典人在正安住了八年')
      const answer = await page.request.get(new URL((await poster.getAttribute('src')) ?? '', site.origin).href)
      expect(answer.headers()['content-type']).toMatch(/^image\/(?:jpeg|png)$/)
      expect((await answer.body()).length).toBeLessThanOrEqual(200_000)

      const { data, info } = await sharp(await poster.screenshot())
        .ensureAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true })
      expect(jsqr(new Uint8ClampedArray(data), info.width, info.height)?.data).toBe(canonical)
    }, WECHAT))
})

describe('planning a visit', () => {
  it('shows address, hours, what one can do and when that was checked on one screen, two clicks from home', () =>
    sampleSite.visit(async (page) => {
      const visitor = new Visitor()
      await page.goto(sampleSite.origin)
      await visitor.click(page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '去看看' }))
      await visitor.click(page.locator('main a[href="/places/sample-hall/"]'))
      expect(visitor.clicks).toBeLessThanOrEqual(3)
      const rows = ['开放时间', '怎么去', '可以做什么', '核实于', '地区'].map((name) =>
        page.locator('.record > div', { has: page.locator('dt', { hasText: new RegExp(`^${name}$`) }) }),
      )
      await (rows[0] as Locator).evaluate((row) => row.scrollIntoView({ block: 'start' }))
      for (const row of rows) {
        const box = await row.boundingBox()
        expect(box, (await row.textContent()) ?? '').not.toBeNull()
        // The five words of the navigation stand over the last 60 pixels.
        expect((box?.y ?? 0) + (box?.height ?? 0), (await row.textContent()) ?? '').toBeLessThanOrEqual(740)
        expect(await row.locator('dd').textContent()).not.toMatch(/暂无公开资料/)
      }
    }, WECHAT))

  it('says so where no hours are published, instead of leaving them out', () =>
    site.visit(async (page) => {
      await page.goto(`${site.origin}/places/zhengan-guitar-museum/`)
      const hours = page.locator('.record > div', { has: page.locator('dt', { hasText: '开放时间' }) })
      expect(await hours.textContent()).toMatch(/暂无公开资料.*先问正安县文化和旅游部门/s)
    }))

  it('reaches an event in three clicks, and takes it along as a file or, in WeChat, as words', () =>
    sampleSite.visit(
      async (page) => {
        // Only what is still to come can be taken along: the visitor comes on the day the sample is built for.
        await page.clock.setFixedTime(new Date('2025-10-01T12:00:00+08:00'))
        const visitor = new Visitor()
        await page.goto(sampleSite.origin)
        await visitor.click(page.locator('footer a[href="/events/"]'))
        await visitor.click(page.locator('main a[href="/events/sample-matching/"]').first())
        const copy = page.getByRole('button', { name: '复制这段字' })
        await visitor.click(copy)
        expect(visitor.clicks).toBeLessThanOrEqual(3)
        // The answer stands beside the button, where the visitor looks.
        await copy.locator('xpath=..').getByRole('status').filter({ hasText: '复制好了。' }).waitFor()
        const words = await page.evaluate(() => navigator.clipboard.readText())
        expect(words).toMatch(/^样例市场对接会\n时间：2026年11月25日—26日\n地点：[^\n]+\nhttp/)
        expect(words).toContain('/events/sample-matching/')

        const href = (await page.getByRole('link', { name: '存成日历文件' }).getAttribute('href')) ?? ''
        const ics = await (await page.request.get(sampleSite.origin + href)).text()
        expect(ics).toMatch(/\r\nUID:\S+\r\n/)
        expect(ics).toMatch(/\r\nDTSTART;VALUE=DATE:20261125\r\n/)
        expect(ics).not.toMatch(/ORGANIZER|1[3-9]\d{9}/)
      },
      { ...WECHAT, permissions: ['clipboard-read', 'clipboard-write'] },
    ))
})

describe('checking a number', () => {
  it('takes one click to issuer, title, document number and clause; nothing is fetched; at most 2 KB', () =>
    site.visit(async (page) => {
      const visitor = new Visitor()
      await page.goto(`${site.origin}/brands/fumian-caifeng/`, { waitUntil: 'networkidle' })
      const { requests } = weigh(page)
      const target = page.locator('.claim[data-claim=target]').first()
      // Kind, and as of when, stand beside the number before anything is tapped.
      expect(await target.textContent()).toMatch(/目标.*1万人次以上.*到2025年/s)
      await visitor.click(target.locator('a.mark'))
      const note = page.locator('.notes li:target')
      await note.waitFor()
      expect(visitor.clicks).toBe(1)
      const words = (await note.textContent()) ?? ''
      expect(words).toContain('玉林市人民政府办公室')
      expect(words).toContain('玉政办函〔2022〕54号')
      expect(words).toContain('二、（二）1')
      const box = await note.boundingBox()
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(800)
      expect(await note.evaluate((element) => new TextEncoder().encode(element.outerHTML).length)).toBeLessThanOrEqual(
        2048,
      )
      expect(requests.filter((url) => !url.endsWith('/icon.svg'))).toEqual([])
      // The clause itself, in the digest, is one more tap away.
      await note.locator('a[href*="/policies/"]').click()
      await page.waitForURL(/\/policies\/yl-2022-54\/#/)
      expect(await page.locator(':target').isVisible()).toBe(true)
    }, WECHAT))

  it('holds for every number in the data: a source, who issued it, what kind it is', () => {
    const claims: Array<Record<string, unknown>> = JSON.parse(readFileSync(resolve('dist/open/claims.json'), 'utf8'))
    const figures = claims.filter(({ value }) => value !== undefined)
    expect(figures.length).toBeGreaterThan(400)
    for (const { id, source, publisher, sourceTitle, kind, unit, label } of figures) {
      for (const part of [source, publisher, sourceTitle, kind, unit, label]) expect(part, String(id)).toBeTruthy()
    }
  })
})

describe('handing a kit to the press', () => {
  it('takes two clicks from a brand to one file with texts, art, posters, facts and licence', () =>
    site.visit(
      async (page) => {
        const visitor = new Visitor()
        await page.goto(`${site.origin}/brands/fumian-caifeng/`)
        await visitor.click(page.getByRole('link', { name: '新闻素材' }))
        const waiting = page.waitForEvent('download')
        await visitor.click(page.getByRole('link', { name: '下载全套（zip）' }))
        const download = await waiting
        expect(visitor.clicks).toBeLessThanOrEqual(2)
        const files = unzipSync(readFileSync(await download.path()))
        const names = Object.keys(files)
        for (const limit of [100, 300, 800]) {
          const text = new TextDecoder().decode(files[`文字-${limit}字以内.txt`])
          expect([...(text.split(/\r?\n\r?\n/)[0] ?? '')].length).toBeGreaterThan(20)
        }
        for (const ending of ['.svg', '.png', '.jpg', '.csv', '说明.txt']) {
          expect(
            names.some((name) => name.endsWith(ending)),
            ending,
          ).toBe(true)
        }
        expect(names.some((name) => name.includes('A4A3'))).toBe(true)
        expect(new TextDecoder().decode(files['说明.txt'])).toMatch(/CC BY 4\.0/)
        expect(new TextDecoder().decode(files['数据与出处.csv'])).toContain('劳务品牌建设方案的通知')
      },
      { viewport: { width: 1280, height: 800 }, acceptDownloads: true },
    ))

  it('brings a card of at most 10 KB into a page of another origin, with the code from one click away', () =>
    site.visit(
      async (page) => {
        const visitor = new Visitor()
        await page.goto(`${site.origin}/brands/fumian-caifeng/`)
        const canonical = (await page.locator('link[rel=canonical]').getAttribute('href')) ?? ''
        await visitor.click(page.getByRole('link', { name: '海报和二维码' }))
        const code = (await page.locator('.code-block').first().textContent()) ?? ''
        expect(visitor.clicks).toBeLessThanOrEqual(2)
        // The code names the public origin; in the test our server stands for it. The paper's server has its own headers.
        const paper = `<!doctype html><title>县报</title>${code.replace(new URL(canonical).origin, site.origin)}`
        const host = createServer((_, response) => response.setHeader('content-type', 'text/html').end(paper))
        await new Promise<void>((done) => host.listen(0, done))
        try {
          await page.goto('about:blank')
          const weight = weigh(page)
          await page.goto(`http://localhost:${(host.address() as AddressInfo).port}/`)
          const frame = page.frameLocator('iframe')
          await frame.locator('h1', { hasText: '福绵裁缝' }).waitFor()
          await frame.locator('img').evaluate((image: HTMLImageElement) => image.decode())
          expect(
            weight.requests.filter((url) => url.startsWith(site.origin)),
            weight.requests.join('\n'),
          ).toHaveLength(2)
          expect((await weight.total()) - Buffer.byteLength(paper)).toBeLessThanOrEqual(10_000)
        } finally {
          host.closeAllConnections()
          host.close()
        }
      },
      { viewport: { width: 1280, height: 800 } },
    ))
})
