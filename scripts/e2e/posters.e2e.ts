import { readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { unzipSync } from 'fflate'
import jsqr from 'jsqr'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { attribute, type BuiltPage, innerText, listFiles, original, readPages } from '../lib/site.ts'
import { useBrowser } from './browser.ts'

const site = useBrowser()
const dist = resolve('dist')
let pages: BuiltPage[]
let byPath: Map<string, BuiltPage>

beforeAll(() => {
  pages = readPages(dist, original)
  byPath = new Map(pages.map((page) => [page.path, page]))
})

/** The pages of entries; the directory stands among the brands without being one. */
const SHARED = /^\/(?:brands\/(?!table\/)|stories\/|events\/|figures\/)[^/]+\/$/
const entries = () => pages.map(({ path }) => path).filter((path) => SHARED.test(path))
const sizeOf = (path: string) => statSync(join(dist, path)).size

/** The address an entry's page gives as its own. */
function canonical(path: string): string {
  const link = byPath.get(path)?.elements.find((element) => attribute(element, 'rel') === 'canonical')
  return attribute(link as never, 'href') as string
}

/** What the QR code in a picture says. */
async function decode(picture: Buffer): Promise<string | undefined> {
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return jsqr(new Uint8ClampedArray(data), info.width, info.height)?.data
}

describe('every brand, story, event and figure', () => {
  it('has its poster page one click away, and its picture is a plain image with words for it', () => {
    expect(entries().length).toBeGreaterThan(90)
    for (const path of entries()) {
      const hrefs = byPath.get(path)?.elements.map((element) => attribute(element, 'href'))
      expect(hrefs, path).toContain(`/posters${path}`)
      const images = byPath.get(`/posters${path}`)?.elements.filter((element) => element.tagName === 'img') ?? []
      expect(attribute(images[0] as never, 'src')).toBe(`/posters${path}phone.jpg`)
      expect(attribute(images[0] as never, 'alt')).toContain(innerText(headingOf(path)).trim())
    }
  })

  it(
    'has a code that a phone reads off its poster page, 360 pixels wide',
    () =>
      site.visit(async (page) => {
        const wrong: string[] = []
        for (const path of entries()) {
          await page.goto(`${site.origin}/posters${path}`)
          const image = page.locator('.poster img').first()
          await image.evaluate((element: HTMLImageElement) => element.decode())
          const said = await decode(await image.screenshot())
          if (said !== canonical(path)) wrong.push(`${path}: ${said}`)
        }
        expect(wrong).toEqual([])
      }),
    600_000,
  )

  it('has posters that a weak line carries', () => {
    for (const path of entries()) {
      for (const form of ['phone', 'square']) {
        expect(sizeOf(`/posters${path}${form}.jpg`), `${path} ${form}`).toBeLessThanOrEqual(200_000)
      }
    }
  })

  it('prints its poster on one sheet of A4 or A3, edge to edge', () =>
    site.visit(async (page) => {
      for (const [paper, width, height] of [
        ['a4', 595, 842],
        ['a3', 842, 1191],
      ] as const) {
        await page.goto(`${site.origin}/posters/brands/zhengan-guitar-craftsman/${paper}/`)
        const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
        expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
        const [, w, h] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? []
        expect(Math.abs(Number(w) - width)).toBeLessThan(2)
        expect(Math.abs(Number(h) - height)).toBeLessThan(2)
      }
    }))

  function headingOf(path: string): never {
    return byPath.get(path)?.elements.find((element) => element.tagName === 'h1') as never
  }
})

describe('what is made for passing on', () => {
  const COPIES = /^\/(?:posters|embed|press)\//
  it('is not indexed, listed or searched', () => {
    const copies = pages.filter(({ path }) => COPIES.test(path))
    expect(copies.length).toBeGreaterThan(400)
    for (const { path, html } of copies) {
      expect(html, path).toContain('name="robots" content="noindex"')
      expect(html, path).not.toContain('data-pagefind-body')
    }
    for (const file of listFiles(dist).filter((name) => /^sitemap.*\.xml$/.test(name))) {
      expect(readFileSync(join(dist, file), 'utf8')).not.toMatch(/<loc>[^<]*\/(?:posters|embed|press)\//)
    }
  })
})

describe('a card for other sites', () => {
  it('weighs at most 10 KB with its picture and brings no script', () => {
    for (const path of entries()) {
      const page = byPath.get(`/embed${path}`) as BuiltPage
      const pictures = page.elements.filter((element) => element.tagName === 'img')
      expect(pictures).toHaveLength(1)
      const picture = attribute(pictures[0] as never, 'src') as string
      expect(Buffer.byteLength(page.html) + sizeOf(picture), path).toBeLessThanOrEqual(10_000)
      expect(page.html).not.toMatch(/<script|\son[a-z]+=|@font-face|rel="(?:preload|stylesheet)"/)
      const link = page.elements.find((element) => element.tagName === 'a')
      expect(attribute(link as never, 'href')).toBe(canonical(path))
    }
  })

  it('names the source of its figure, and leads to it outside the frame', () => {
    const told = entries().flatMap((path) => {
      const card = byPath.get(`/embed${path}`) as BuiltPage
      return card.elements
        .filter((element) => attribute(element, 'data-claim'))
        .map((figure) => ({ path, card, source: attribute(figure, 'data-source') }))
    })
    expect(told.length).toBeGreaterThan(0)
    for (const { path, card, source } of told) {
      const link = card.elements.find((element) => attribute(element, 'href')?.endsWith(`/sources/${source}/`))
      expect(link && attribute(link, 'target'), path).toBe('_blank')
      expect(link && attribute(link, 'rel'), path).toBe('noopener')
    }
  })

  it('has room for its words in the frame that its code gives it', () =>
    site.visit(
      async (page) => {
        const cut: string[] = []
        for (const path of entries()) {
          await page.goto(`${site.origin}/embed${path}`)
          const over = await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)
          if (over > 0) cut.push(`${path} ${over}`)
        }
        expect(cut).toEqual([])
      },
      { viewport: { width: 480, height: 288 } },
    ))

  it('says target where its number is one', () => {
    const targets = pages.filter(({ path, html }) => path.startsWith('/embed/') && /class="kind target"/.test(html))
    expect(targets.length).toBeGreaterThan(0)
    for (const page of targets) expect(page.text).toMatch(/目标.*还不是结果/s)
  })

  it('shows in a frame on a page of another origin, with the code from its poster page', async () => {
    const path = '/brands/fumian-caifeng/'
    const code = innerText(
      byPath.get(`/posters${path}`)?.elements.find((element) => attribute(element, 'class') === 'code-block') as never,
    )
    // The code names the public origin; in the test our server stands for it.
    const local = code.replace(new URL(canonical(path)).origin, site.origin)
    const host = createServer((_, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end(`<!doctype html><title>县报</title><body>${local}`)
    })
    await new Promise<void>((listening) => host.listen(0, listening))
    const address = `http://localhost:${(host.address() as AddressInfo).port}`
    try {
      expect(address).not.toBe(site.origin)
      await site.visit(
        async (page) => {
          const requests: string[] = []
          page.on('request', (request) => requests.push(request.url()))
          await page.goto(address)
          const frame = page.frameLocator('iframe')
          await frame.locator('h1').waitFor()
          expect(await frame.locator('h1').textContent()).toBe('福绵裁缝')
          const box = await frame.locator('img').evaluate(async (image: HTMLImageElement) => {
            await image.decode()
            return [image.naturalWidth, document.documentElement.scrollWidth - window.innerWidth, origin]
          })
          expect(box).toEqual([160, 0, site.origin])
          // The page of the host, the card, its picture.
          expect(requests.filter((url) => url.startsWith(site.origin))).toHaveLength(2)
        },
        { viewport: { width: 800, height: 600 } },
      )
    } finally {
      host.closeAllConnections()
      host.close()
    }
  })
})

describe('a press kit', () => {
  const brands = () => entries().filter((path) => path.startsWith('/brands/'))
  const idOf = (path: string) => path.split('/')[2] as string

  it('has everything in one file', () => {
    for (const path of brands()) {
      const files = unzipSync(readFileSync(join(dist, `press/${idOf(path)}.zip`)))
      expect(Object.keys(files).sort()).toEqual(
        [
          '说明.txt',
          '文字-100字以内.txt',
          '文字-300字以内.txt',
          '文字-800字以内.txt',
          '数据与出处.csv',
          '图案.svg',
          '图案.png',
          '海报-手机.jpg',
          '海报-方图.jpg',
          '海报-A4A3打印.svg',
        ].sort(),
      )
      expect(Buffer.from(files['海报-手机.jpg'] as Uint8Array)).toEqual(
        readFileSync(join(dist, `posters${path}phone.jpg`)),
      )
      expect(new TextDecoder().decode(files['说明.txt'])).toContain('CC BY 4.0')
    }
  })

  it('keeps its texts within their length and says where the material is thin', () => {
    let thin = 0
    for (const path of brands()) {
      const page = byPath.get(`/press/${idOf(path)}/`) as BuiltPage
      for (const limit of [100, 300, 800]) {
        const section = page.elements.find(
          (element) => element.tagName === 'section' && innerText(element).startsWith(`${limit}字以内`),
        )
        const words = innerText(section as never)
        const said = Number(/实有(\d+)字/.exec(words)?.[1])
        expect(said, `${path} ${limit}`).toBeGreaterThan(10)
        expect(said, `${path} ${limit}`).toBeLessThanOrEqual(limit)
        if (words.includes('公开资料只够写')) thin++
        else expect(said, `${path} ${limit}`).toBeGreaterThan(limit * 0.5)
      }
    }
    expect(thin).toBeGreaterThan(0)
  })

  it('adds nothing to what the brand’s page says', () => {
    const plain = (text: string) => text.replace(/〔(?:\d+|目标|估计)〕|（(?:目标|估计)）|[\s“”]/g, '')
    for (const path of brands()) {
      const own = plain(byPath.get(path)?.text ?? '')
      const files = unzipSync(readFileSync(join(dist, `press/${idOf(path)}.zip`)))
      const text = new TextDecoder().decode(files['文字-300字以内.txt']).split('\r\n')[0] as string
      const summary = plain(text).slice(0, 40).split('：')[1]?.split('。')[0] as string
      expect(own, path).toContain(summary)
    }
  })
})
