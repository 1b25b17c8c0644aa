import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { launchBrowser } from './lib/browser.ts'
import { serveStatic } from './lib/static-server.ts'

/**
 * `npm run shots -- [--to DIR] [--elder] [--dark] [--width 360,1280] PATH …`
 * Screenshots of the built site, to be looked at. Without paths: one page of each kind.
 */
const DEFAULT_PATHS = [
  '/',
  '/brands/',
  '/brands/zhengan-guitar-craftsman/',
  '/brands/shiyou-laowu/',
  '/stories/',
  '/stories/three-hundred-girls-and-a-factory/',
  '/figures/zhang-ziquan/',
  '/events/fumian-guinness-jeans-2024/',
  '/places/zhengan-guitar-park/',
  '/organisations/shenqu-yueqi/',
  '/trades/',
  '/trades/sewing-worker/',
  '/regions/',
  '/regions/yulin/',
  '/policies/gz-2022-opinion/',
  '/progress/',
  '/sources/',
  '/find/?q=裁缝',
  '/about/',
  '/404.html',
]

const args = process.argv.slice(2)
const option = (name: string) => {
  const at = args.indexOf(`--${name}`)
  return at >= 0 ? args.splice(at, 2)[1] : undefined
}
const flag = (name: string) => {
  const at = args.indexOf(`--${name}`)
  return at >= 0 && args.splice(at, 1).length > 0
}
const to = resolve(option('to') ?? '.cache/shots')
const widths = (option('width') ?? '360,1280').split(',').map(Number)
const elder = flag('elder')
const dark = flag('dark')
const paths = args.length > 0 ? args : DEFAULT_PATHS

await mkdir(to, { recursive: true })
const server = await serveStatic(resolve('dist'))
const browser = await launchBrowser()
try {
  for (const width of widths) {
    const context = await browser.newContext({
      viewport: { width, height: width < 600 ? 780 : 900 },
      colorScheme: dark ? 'dark' : 'light',
    })
    if (elder) await context.addInitScript("localStorage.setItem('elder', '26')")
    const page = await context.newPage()
    for (const path of paths) {
      await page.goto(server.origin + path, { waitUntil: 'networkidle' })
      const name = path.replace(/^\/|\/$/g, '').replace(/[/?=#.%]+/g, '_') || 'home'
      const file = join(to, `${name}-${width}${elder ? '-elder' : ''}${dark ? '-dark' : ''}.png`)
      await page.screenshot({ path: file, fullPage: true })
      console.log(file)
    }
    await context.close()
  }
} finally {
  await browser.close()
  await server.close()
}
