import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'
import { installPackages } from './debian.ts'

const COMMANDS = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge']

const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** The flags keep a test browser quiet: no background requests, no first-run pages. */
const FLAGS = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-gpu',
]

/** An installed Chrome or Chromium, or undefined. CHROME_PATH names one outright. */
function findBrowser(): string | undefined {
  const named = process.env.CHROME_PATH
  if (named) return named
  const onPath = COMMANDS.map((command) => spawnSync('which', [command], { encoding: 'utf8' }).stdout?.trim()).find(
    Boolean,
  )
  return onPath || [...PLACES, playwrightsOwn()].find((path) => path && existsSync(path))
}

function playwrightsOwn(): string {
  try {
    return chromium.executablePath()
  } catch {
    return ''
  }
}

/**
 * A browser to test with: an installed one, else Playwright's download, else Debian's package.
 * @throws with what was tried, when none can be had
 */
function ensureBrowser(): string {
  const found =
    findBrowser() ?? (tryPlaywright() ? findBrowser() : undefined) ?? (tryDebian() ? findBrowser() : undefined)
  if (found) return found
  throw new Error(
    'No browser to test with. Install Chrome or Chromium, or set CHROME_PATH to one. ' +
      'Tried: PATH, `playwright-core install chromium`, `apt-get install chromium`.',
  )
}

function tryPlaywright(): boolean {
  console.error('No Chrome or Chromium found: trying Playwright’s own.')
  const result = spawnSync('playwright-core', ['install', 'chromium'], {
    stdio: 'ignore',
    timeout: 300_000,
    env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
  })
  return result.status === 0
}

/** Debian's Chromium, with a Chinese font so that pages are laid out as readers see them. */
const tryDebian = (): boolean => installPackages(['chromium', 'fonts-noto-cjk'])

/**
 * Starts the browser. As root, as in containers, Chromium needs its sandbox off; where no locale is set, it gives files
 * with Chinese names the name “download”, so it is told one as every desktop and phone has it.
 */
export function launchBrowser(): Promise<Browser> {
  const args = process.getuid?.() === 0 ? [...FLAGS, '--no-sandbox'] : FLAGS
  const { LC_ALL = 'C.UTF-8', ...rest } = process.env
  return chromium.launch({ executablePath: ensureBrowser(), args, env: { ...rest, LC_ALL } })
}

/**
 * Has every part of a page laid out now, as if a reader had been there: parts far below the screen wait for that otherwise, and
 * measuring or photographing the whole page would miss what is in them.
 */
export async function layOutAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('* { content-visibility: visible !important }')
    document.adoptedStyleSheets.push(sheet)
  })
}
