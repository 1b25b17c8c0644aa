import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { launchBrowser, layOutAll } from './lib/browser.ts'
import { ONE_OF_EACH } from './lib/page-kinds.ts'
import { serveStatic } from './lib/static-server.ts'

/**
 * `npm run shots [-- [--to DIR] [--mode normal,elder,black,dark,print] [--width 360,768,1280] PATH …]`
 * Screenshots of the built site, to be looked at, and one contact sheet per mode and width.
 * Without paths: one page of each kind.
 */
const args = process.argv.slice(2)
const option = (name: string, fallback: string): string[] => {
  const at = args.indexOf(`--${name}`)
  return (at >= 0 ? (args.splice(at, 2)[1] ?? fallback) : fallback).split(',')
}
const to = resolve(option('to', '.cache/shots')[0] as string)
const modes = option('mode', 'normal,elder,dark,print')
const widths = option('width', '360,768,1280').map(Number)
const paths = args.length > 0 ? args : ONE_OF_EACH

/** Width of one page on a contact sheet, and the most of its height that is shown, in pixels. */
const THUMB = { width: 300, height: 1800 }
const PER_ROW = 8

await mkdir(to, { recursive: true })
const server = await serveStatic(resolve('dist'))
const browser = await launchBrowser()
try {
  for (const mode of modes) {
    // Paper has one width: 794 px are 210 mm at 96 dpi.
    for (const width of mode === 'print' ? [794] : widths) await sheet(browser, mode, width)
  }
} finally {
  await browser.close()
  await server.close()
}

/** What a reader has chosen in modes that are a choice. */
const LARGE_PRINT: Record<string, string> = { elder: '26', black: '26 black' }

async function sheet(browser: Browser, mode: string, width: number): Promise<void> {
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 780 : 900 },
    colorScheme: mode === 'dark' ? 'dark' : 'light',
  })
  const choice = LARGE_PRINT[mode]
  if (choice) await context.addInitScript(`localStorage.setItem('elder', '${choice}')`)
  const page = await context.newPage()
  if (mode === 'print') await page.emulateMedia({ media: 'print' })
  const files: string[] = []
  for (const path of paths) {
    await page.goto(server.origin + path, { waitUntil: 'networkidle' })
    await layOutAll(page)
    await page.evaluate(async () => {
      for (const image of document.images) image.loading = 'eager'
      await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)))
    })
    const name = path.replace(/^\/|\/$/g, '').replace(/[/?=#.%]+/g, '_') || 'home'
    const file = join(to, `${name}-${mode}-${width}.png`)
    await page.screenshot({ path: file, fullPage: true })
    files.push(file)
  }
  await context.close()
  const contact = join(to, `contact-${mode}-${width}.png`)
  await contactSheet(files, contact)
  console.log(contact)
}

/** Pages side by side, each cut to what a first look takes in. */
async function contactSheet(files: readonly string[], to: string): Promise<void> {
  const thumbs = await Promise.all(
    files.map(async (file) => {
      const shrunk = await sharp(file).resize({ width: THUMB.width }).toBuffer({ resolveWithObject: true })
      const height = Math.min(THUMB.height, shrunk.info.height)
      return {
        height,
        input: await sharp(shrunk.data).extract({ left: 0, top: 0, width: THUMB.width, height }).toBuffer(),
      }
    }),
  )
  const gap = 16
  const rows = Array.from({ length: Math.ceil(thumbs.length / PER_ROW) }, (_, row) =>
    thumbs.slice(row * PER_ROW, (row + 1) * PER_ROW),
  )
  let top = gap
  const placed = rows.flatMap((row) => {
    const line = row.map(({ input }, at) => ({ input, top, left: gap + at * (THUMB.width + gap) }))
    top += Math.max(...row.map(({ height }) => height)) + gap
    return line
  })
  const columns = Math.min(PER_ROW, thumbs.length)
  await sharp({ create: { width: gap + columns * (THUMB.width + gap), height: top, channels: 3, background: '#888' } })
    .composite(placed)
    .png()
    .toFile(to)
}
