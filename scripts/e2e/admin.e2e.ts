import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readContent } from '../../src/catalogue/read.ts'
import { validate } from '../../src/catalogue/validate.ts'
import { examine, faultsOf } from '../../src/photos/store.ts'
import { launchBrowser } from '../lib/browser.ts'
import { withoutVitest } from '../lib/run.ts'
import { type StaticServer, serveStatic } from '../lib/static-server.ts'

/**
 * The browser editor, as it is built, on a folder of the browser's own (its file system for pages) in place of one
 * on the writer's computer. The code hosts themselves are not part of this.
 */
const OLD = 'content/stories/moller-eight-years/index.mdx'
/** The title of a source, by which it is chosen. */
const SOURCE = '“世界裤都”玉林的生死突围记'
const SEEDS = [
  OLD,
  'content/sources.yaml',
  'content/trades.yaml',
  'content/regions.yaml',
  'content/brands/fumian-caifeng/index.mdx',
]

let base: string
let server: StaticServer
let browser: Browser
let page: Page

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'yifang-admin-'))
  const { status, stderr } = spawnSync(process.execPath, ['scripts/admin.ts', '--out', join(base, 'admin')], {
    encoding: 'utf8',
    env: withoutVitest(process.env),
  })
  expect(status, stderr).toBe(0)
  writeFileSync(join(base, 'admin/404.html'), '')
  server = await serveStatic(base)
  browser = await launchBrowser()
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 900 } })
  page = await context.newPage()
  await page.addInitScript('window.showDirectoryPicker = () => navigator.storage.getDirectory()')
  await page.goto(`${server.origin}/admin/`)
  const seeds = SEEDS.map((file) => [file, readFileSync(file, 'utf8')])
  await page.evaluate(
    async (files) => {
      for (const [path, text] of files as Array<[string, string]>) {
        const parts = path.split('/')
        let folder = await navigator.storage.getDirectory()
        for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part, { create: true })
        const writer = await (await folder.getFileHandle(parts.at(-1) as string, { create: true })).createWritable()
        await writer.write(text)
        await writer.close()
      }
    },
    [['.git/HEAD', ''], ...seeds],
  )
  await page.getByRole('button', { name: '使用本地仓库' }).click()
  await page.getByText('一个瑞典人在正安住了八年').first().waitFor()
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await server?.close()
  rmSync(base, { recursive: true, force: true })
})

const field = (name: string) => page.locator(`section[data-key-path="${name}"]`).first()

/** Files of the folder, base64, once `path` is among them and holds `words`. */
async function saved(path: string, words: string): Promise<Map<string, Buffer>> {
  for (let attempt = 0; attempt < 40; attempt++) {
    await page.waitForTimeout(1000)
    const files = new Map(
      Object.entries(
        await page.evaluate(async () => {
          const found: Record<string, string> = {}
          const walk = async (folder: FileSystemDirectoryHandle, at: string): Promise<void> => {
            for await (const [name, handle] of folder as unknown as AsyncIterable<[string, FileSystemHandle]>) {
              if (handle.kind === 'directory') await walk(handle as FileSystemDirectoryHandle, `${at}${name}/`)
              else {
                const bytes = new Uint8Array(await (await (handle as FileSystemFileHandle).getFile()).arrayBuffer())
                found[at + name] = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
              }
            }
          }
          // A file that is being written just now is there at the next attempt.
          await walk(await navigator.storage.getDirectory(), '').catch(() => undefined)
          return found
        }),
      ).map(([name, text]) => [name, Buffer.from(text, 'base64')]),
    )
    if (files.get(path)?.toString().includes(words)) return files
  }
  throw new Error(`${path} was not saved; the page says: ${await page.locator('body').textContent()}`)
}

/** What check says about the real content with these files in it. */
async function problemsWith(files: Map<string, Buffer>) {
  const content = join(base, 'content')
  cpSync(resolve('content'), content, { recursive: true })
  for (const [path, bytes] of files) {
    if (!path.startsWith('content/')) continue
    mkdirSync(dirname(join(base, path)), { recursive: true })
    writeFileSync(join(base, path), bytes)
  }
  return validate(await readContent(content)).problems.filter(({ level }) => level === 'error')
}

async function scrollDown() {
  await page.mouse.move(200, 600)
  for (let turn = 0; turn < 15; turn++) {
    await page.mouse.wheel(0, 1500)
    await page.waitForTimeout(150)
  }
}

describe('the browser editor', () => {
  it('makes a story that check accepts, with photographs from a telephone', async () => {
    await page.goto(`${server.origin}/admin/#/collections/story/new`)
    await field('title').getByRole('textbox').fill('浏览器里写的一篇')
    await field('lead').getByRole('textbox').fill('从浏览器里写的。')
    await field('kind').getByText('典型事迹').click()
    await field('publishedAt').getByRole('textbox').fill('2026-11-22T09:00+08:00')
    await field('brands').getByText('福绵裁缝').click()
    await page.locator('input').last().fill('liulanqi-xie')
    await scrollDown()
    await field('claims').getByRole('button', { name: /添加/ }).click()
    await scrollDown()
    await field('claims.0.id').getByRole('textbox').fill('renshu')
    await field('claims.0.text').getByRole('textbox').fill('福绵有人做衣服')
    await field('claims.0.source').getByRole('combobox').click()
    await page.getByRole('option', { name: SOURCE }).click()
    await scrollDown()
    await field('body').locator('[contenteditable=true]').first().click()
    await page.keyboard.type('正文第一段。')
    await page.keyboard.press('Enter')
    // Twelve megabytes, 27 million pixels, turned and with a position; and a HEIC.
    const noise = { type: 'gaussian' as const, mean: 128, sigma: 60 }
    const jpeg = join(base, 'DSC_0001.JPG')
    await sharp({ create: { width: 6000, height: 4500, channels: 3, noise, background: '#888' } })
      .jpeg({ quality: 90 })
      .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '28/1 33/1 0/1' } })
      .toFile(jpeg)
    for (const [at, file] of [jpeg, 'src/photos/fixtures/upright.heic'].entries()) {
      await field('body').getByRole('button', { name: /插入/ }).first().click()
      await page.getByRole('menuitem', { name: /照片/ }).click()
      await field('body').getByRole('button', { name: '浏览' }).last().click()
      const dialog = page.getByRole('dialog').last()
      await dialog.locator('input[type=file]').first().setInputFiles(file)
      // Its picture shows when the browser has decoded it.
      await dialog.locator('img').first().waitFor({ timeout: 60_000 })
      await dialog.getByRole('button', { name: '插入' }).click()
      await field('body').locator('img').nth(at).waitFor({ timeout: 60_000 })
      for (const [label, words] of [
        ['画面里有什么', '一张画出来的试验图片'],
        ['谁拍的', '本站'],
        ['凭什么能用', '试验用'],
      ] as const) {
        await field('body').locator('section').filter({ hasText: label }).last().getByRole('textbox').fill(words)
      }
    }
    await page.getByRole('button', { name: '保存' }).click()
    const files = await saved('content/stories/liulanqi-xie/index.mdx', '正文第一段')
    const text = files.get('content/stories/liulanqi-xie/index.mdx')?.toString() ?? ''
    expect(text).toContain('source: apd-20221128')
    expect(text).not.toContain('draft: true')
    expect(await problemsWith(files)).toEqual([])
    const pictures = [...text.matchAll(/<Photo src="\.\/([^"]+)"/g)].map(([, name]) => name as string)
    expect(pictures).toHaveLength(2)
    for (const name of pictures) {
      const examined = await examine(files.get(`content/stories/liulanqi-xie/${name}`) ?? Buffer.alloc(0))
      expect(examined?.ending).toBe('webp')
      expect(examined?.hidden).toEqual([])
      expect(Math.max(examined?.width ?? 0, examined?.height ?? 0)).toBeLessThanOrEqual(2560)
      expect(faultsOf(examined as never).filter((fault) => !fault.startsWith('太重'))).toEqual([])
    }
  }, 120_000)

  it('changes nothing but what was changed', async () => {
    await page.goto(`${server.origin}/admin/#/collections/story`)
    await page.getByText('一个瑞典人在正安住了八年').first().click()
    await field('title').getByRole('textbox').fill('一个瑞典人住了八年')
    await page.getByRole('button', { name: '保存' }).click()
    const files = await saved(OLD, 'title: 一个瑞典人住了八年')
    const bodyOf = (text: string) => text.replace(/^---[\s\S]*?\n---\n/, '').trim()
    expect(bodyOf(files.get(OLD)?.toString() ?? '')).toBe(bodyOf(readFileSync(OLD, 'utf8')))
    expect(await problemsWith(files)).toEqual([])
  }, 60_000)
})
