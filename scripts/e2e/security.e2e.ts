import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { policyFaults } from '../lib/csp.ts'
import { FILLED, IS_FILLED, ONE_OF_EACH } from '../lib/page-kinds.ts'
import { withoutVitest } from '../lib/run.ts'
import { listFiles, readPages } from '../lib/site.ts'
import { type StaticServer, serveStatic } from '../lib/static-server.ts'
import { useBrowser } from './browser.ts'
import { build } from './build.ts'

/**
 * Content security policy and privacy in a real browser, under the headers that the servers of scripts/deploy/
 * send too: nothing a page does is refused, and nothing leaves the origin.
 */
const site = useBrowser()
const BASE = '/topic/jiangren'
const sample = mkdtempSync(join(tmpdir(), 'yifang-policy-'))
let topic: StaticServer

/** A site with one entry of everything, below a portal's path, whose owners allow a film host. */
beforeAll(async () => {
  const env = { CONTENT_DIR: resolve('scripts/e2e/sample-content'), SITE_BASE: BASE, SITE_PLAYERS: 'player.example' }
  const { status, output } = build(env, join(sample, 'dist'))
  expect(status, output).toBe(0)
  for (const step of ['pages', 'lettering']) {
    const { status, stderr } = spawnSync(process.execPath, [resolve(`scripts/steps/${step}.ts`)], {
      cwd: sample,
      encoding: 'utf8',
      env: { ...withoutVitest(process.env), ...env },
    })
    expect(status, stderr).toBe(0)
  }
  topic = await serveStatic(join(sample, 'dist'), BASE, { players: ['player.example'] })
}, 300_000)

afterAll(async () => {
  await topic?.close()
  rmSync(sample, { recursive: true, force: true })
})

/** What went wrong on a page since it was watched: refusals by its policy, requests to others, cookies. */
interface Watched {
  faults: string[]
}

async function watch(page: Page, origin: string): Promise<Watched> {
  const watched: Watched = { faults: [] }
  await page.exposeFunction('reportViolation', (words: string) => watched.faults.push(words))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample, lineNumber }) => {
      const words = `${location.pathname}: ${violatedDirective} refused ${blockedURI} ${sample} line ${lineNumber}`
      ;(window as unknown as { reportViolation(words: string): void }).reportViolation(words)
    })
  })
  page.context().on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(`${origin}/`) && !/^(?:data|blob):/.test(url)) watched.faults.push(`asks ${url}`)
  })
  page.context().on('response', async (response) => {
    if (await response.headerValue('set-cookie').catch(() => null)) watched.faults.push(`cookie from ${response.url()}`)
  })
  return watched
}

const open = async (page: Page, address: string) => {
  await page.goto(address, { waitUntil: 'load' })
  await page.evaluate(() => document.fonts.ready)
}

describe('the policies of the built pages', () => {
  it('are strict, one in each page, and name everything that is in it', () => {
    expect(policyFaults(readPages(resolve('dist')))).toEqual([])
  })

  it('allow WebAssembly on search pages only', () => {
    const paths = readPages(resolve('dist')).flatMap(({ html, path }) =>
      html.includes('wasm-unsafe-eval') ? path : [],
    )
    expect(paths).toContain('/find/')
    expect(paths.filter((path) => !path.endsWith('/find/'))).toEqual([])
  })

  it('allow a film host only where there is a film of it', () => {
    const pages = readPages(join(sample, 'dist'))
    const allowed = pages.filter(({ html }) => /frame-src https:\/\/player\.example/.test(html))
    expect(allowed.length).toBeGreaterThan(0)
    expect(allowed.filter(({ html }) => !html.includes('data-player='))).toEqual([])
    expect(policyFaults(pages)).toEqual([])
  })
})

describe('the scripts of the site', () => {
  it('use nothing that tells one visitor from another, and send nothing', () => {
    const telling =
      /sendBeacon|document\.cookie|toDataURL|getImageData|AudioContext|RTCPeerConnection|navigator\.(?:plugins|userAgent|hardwareConcurrency|deviceMemory)|indexedDB|method:\s*["'`]POST/
    expect('navigator.sendBeacon(x)').toMatch(telling)
    const files = listFiles(resolve('dist')).filter((file) => /^(?:_astro\/.*|sw)\.js$/.test(file))
    const texts = files.map((file) => [file, readFileSync(resolve('dist', file), 'utf8')] as const)
    const inline = readPages(resolve('dist')).map(({ path, html }) => [path, html] as const)
    expect([...texts, ...inline].filter(([, text]) => telling.test(text)).map(([name]) => name)).toEqual([])
  })
})

describe('in a browser', () => {
  it('the watch itself sees what a policy refuses and where a request goes', () =>
    site.visit(async (page) => {
      const { faults } = await watch(page, site.origin)
      await open(page, `${site.origin}/about/`)
      await page.evaluate(() => {
        document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.ran = true' }))
        document.body.setAttribute('style', 'color: red')
        document.body.append(Object.assign(new Image(), { src: 'http://elsewhere.invalid/x.png' }))
      })
      await expect.poll(() => faults.join('\n')).toMatch(/img-src/)
      expect(faults.join('\n')).toMatch(/script-src-elem/)
      expect(faults.join('\n')).toMatch(/style-src-attr/)
      expect(await page.evaluate(() => 'ran' in window)).toBe(false)
    }))

  it('no page of any kind is refused anything, and none asks another host or keeps a cookie', () =>
    site.visit(async (page) => {
      const { faults } = await watch(page, site.origin)
      const others = [
        '/embed/brands/fumian-caifeng/',
        '/posters/brands/fumian-caifeng/a4/',
        '/tiles/fumian-caifeng.svg',
        '/no-such-page/',
      ]
      for (const path of [...ONE_OF_EACH, ...others]) await open(page, site.origin + path)
      for (const path of FILLED) {
        await open(page, site.origin + path)
        await page.locator(IS_FILLED).first().waitFor()
      }
      expect(faults).toEqual([])
      expect(await page.context().cookies()).toEqual([])
    }))

  it('nor when it is used: large print, search of the full text, comparison, sharing, sorting', () =>
    site.visit(
      async (page) => {
        const { faults } = await watch(page, site.origin)
        await open(page, `${site.origin}/brands/fumian-caifeng/`)
        await page.locator('[data-elder-toggle]').click()
        await page.locator('[data-size="26"]').click()
        await page.locator('[data-elder-off]').click()
        const copying = page.locator('button[data-copy]:visible')
        if (await copying.count()) await copying.first().click()
        await open(page, `${site.origin}/brands/table/`)
        await page.locator('th button').first().click()
        await open(page, `${site.origin}/find/`)
        await page.locator('#q').fill('月嫂')
        await page.locator('#q').press('Enter')
        await page.locator('[data-ask-full]').click()
        await page.locator('[data-full-results] [data-result]').first().waitFor()
        await open(page, `${site.origin}${FILLED[3]}`)
        await page.locator('[data-compare][data-ready]').waitFor()
        const download = page.waitForEvent('download')
        await page.locator('[data-csv]').click()
        expect((await download).suggestedFilename()).toMatch(/\.csv$/)
        expect(faults).toEqual([])
        const kept = await page.evaluate(() => Object.keys(localStorage))
        expect(kept.filter((key) => !['elder', 'recent-searches'].includes(key))).toEqual([])
        const keptInTab = await page.evaluate(() => Object.keys(sessionStorage))
        expect(keptInTab.filter((key) => key !== 'shortlist')).toEqual([])
      },
      { viewport: { width: 1280, height: 900 }, permissions: ['clipboard-read', 'clipboard-write'] },
    ))

  it('below a portal’s path every page is allowed what it does, and a film comes after a click', () =>
    site.visit(async (page) => {
      const { faults } = await watch(page, topic.origin)
      await page
        .context()
        .route('https://player.example/**', (route) =>
          route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>film</title><h1>film</h1>' }),
        )
      const pages = readPages(join(sample, 'dist'))
      const kinds = Map.groupBy(pages, ({ path }) => path.split('/').length + (path.split('/')[1] ?? ''))
      for (const [first] of kinds.values()) await open(page, topic.origin + BASE + first?.path)
      expect(faults).toEqual([])
      const film = pages.find(({ html, path }) => html.includes('data-player=') && path.split('/').length > 3)
      await open(page, topic.origin + BASE + film?.path)
      await page.locator('[data-player]').first().click()
      await page.frameLocator('.player iframe').locator('h1').waitFor()
      expect(await page.frames()[1]?.title()).toBe('film')
      expect(faults.map((fault) => fault.replace(/(\.example\/).*/, '$1'))).toEqual(['asks https://player.example/'])
    }))
})
