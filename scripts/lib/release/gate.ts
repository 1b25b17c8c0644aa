import { readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isPassing } from '../../../src/catalogue/addresses.ts'
import { lostAddresses } from '../../../src/catalogue/ledger.ts'
import { officialAddresses } from '../../../src/manuscript/manuscript.ts'
import type { SiteIdentity } from '../../../src/site.config.ts'
import { BUDGETS, heaviest, overweight } from '../budgets.ts'
import { deadLinks, foreignRequests } from '../checks.ts'
import { policyFaults } from '../csp.ts'
import { findLeaks } from '../leaks.ts'
import { type BuiltPage, listFiles, readPages } from '../site.ts'
import { answeredBy, type PublicContent } from './content.ts'

/** Why a built site may not be published. */
export interface Fault {
  /** Stable name of the check. */
  check: 'files' | 'pages' | 'links' | 'budget' | 'leak' | 'ledger' | 'policy' | 'search' | 'map'
  /** What is wrong, in Chinese, with the cure where the reader can apply one. */
  message: string
}

/** A built site and what it should hold. */
export interface Candidate {
  /** The built site. Nothing compressed is in it yet. */
  site: string
  /** The content it was built from. */
  content: PublicContent
  /** Its base path: `/` or `/topic/`. */
  base: string
  /** The origin that its pages must name; undefined where that does not matter. */
  origin?: string | undefined
  /** Addresses that earlier releases published; those of the content's ledger are known already. */
  published: readonly string[]
}

/** What every site has, whatever its content. */
const NEEDED = [
  'index.html',
  '404.html',
  'find/index.html',
  'find/catalogue.json',
  'pagefind/pagefind.js',
  'pagefind/pagefind-entry.json',
  'feeds/all.xml',
  'feeds/all.json',
  'open/catalogue.json',
  'sitemap.xml',
  'robots.txt',
]

/**
 * Judges a built site by what is in it. How the build ended proves nothing: a program that stops half way can say
 * that all went well.
 * @returns everything that is wrong; empty when the site may be published
 */
export async function judge(candidate: Candidate): Promise<Fault[]> {
  const { site, base } = candidate
  const pages = readPages(site)
  const missing = await missingFiles(site)
  // The other checks read what is missing here.
  if (missing.length > 0) return [...missing, ...pageFaults(pages, candidate)]
  return [
    ...pageFaults(pages, candidate),
    ...ledgerFaults(pages, candidate),
    ...deadLinks(pages, site, base).map((link) => fault('links', `链接打不开：${link}`)),
    ...(await mapFaults(pages, candidate)),
    ...(await searchFaults(site)),
    ...budgetFaults(pages, candidate),
    ...policyFaults(pages).map((words) => fault('policy', `安全策略不允许：${words}`)),
    ...foreignRequests(pages).map((link) => fault('policy', `向别的网站取东西：${link}`)),
    ...(await leakFaults(candidate)),
  ]
}

/** What is no fault and keeps nothing from being published, and yet should not be forgotten; in Chinese. */
export const reminders = ({ contact }: Pick<SiteIdentity, 'contact'>): string[] =>
  contact
    ? []
    : ['提醒：src/site.config.ts 里的 contact 空着。看的人发现错了没有地方告诉，“关于本站”照实写着没有公开的联系方式。']

const fault = (check: Fault['check'], message: string): Fault => ({ check, message })

async function missingFiles(site: string): Promise<Fault[]> {
  const sizes = await Promise.all(
    NEEDED.map(
      async (file) =>
        [
          file,
          await stat(join(site, file)).then(
            (found) => found.size,
            () => 0,
          ),
        ] as const,
    ),
  )
  return sizes.filter(([, size]) => size === 0).map(([file]) => fault('files', `少了 ${file}，或它是空的`))
}

/** Every page there should be is there and whole, and none that should not. */
function pageFaults(pages: readonly BuiltPage[], { content }: Candidate): Fault[] {
  const built = new Set(pages.map(({ path }) => path))
  const expected = answeredBy(content)
  const broken = pages.filter(({ html }) => !html.trimEnd().endsWith('</html>'))
  return [
    ...[...expected].filter((page) => !built.has(page)).map((page) => fault('pages', `少了一页：${page}`)),
    ...[...built]
      .filter((page) => !expected.has(page) && !isPassing(page))
      .map((page) => fault('pages', `多了一页，稿件里没有它：${page}`)),
    ...broken.map(({ path }) => fault('pages', `这一页没有写完：${path}`)),
  ]
}

function ledgerFaults(pages: readonly BuiltPage[], { content, published }: Candidate): Fault[] {
  const answered = new Set(pages.map(({ path }) => path))
  return lostAddresses([...new Set([...content.ledger, ...published])], answered).map(({ message, fix }) =>
    fault('ledger', `${message}\n    怎么改：${fix}`),
  )
}

/** The site map names pages that are there, some at all, and under the right origin; that of a large site names its parts. */
async function mapFaults(pages: readonly BuiltPage[], { site, base, origin }: Candidate): Promise<Fault[]> {
  const prefix = base.replace(/\/$/, '')
  const maps = listFiles(site).filter((file) => /^sitemap[^/]*\.xml$/.test(file))
  const there = new Set([...pages.map(({ path }) => path), ...maps.map((file) => `/${file}`)])
  const texts = await Promise.all(maps.map((file) => readFile(join(site, file), 'utf8')))
  const named = texts
    .flatMap((xml) => [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)])
    .map((match) => new URL(match[1] as string))
  if (named.length === 0) return [fault('map', '网站地图 sitemap.xml 里一页也没有')]
  // One setting gives the site map its addresses, and pages, feeds, cards and QR codes theirs.
  const other = named.find((url) => origin !== undefined && url.origin !== origin)
  return [
    ...(other
      ? [fault('map', `成品里写的网址是 ${other.origin} 的，不是 SITE_URL 给的 ${origin}：用这个 SITE_URL 重新生成`)]
      : []),
    ...named
      .map(({ pathname }) => pathname)
      .filter((path) => !path.startsWith(`${prefix}/`) || !there.has(path.slice(prefix.length)))
      .map((path) => fault('map', `网站地图里的 ${path} 打不开`)),
  ]
}

/** Every part of the full-text index is there as a whole: as many pieces as it says it has pages. */
async function searchFaults(site: string): Promise<Fault[]> {
  const folder = join(site, 'pagefind')
  const files = listFiles(folder)
  const parts = files.filter((file) => /(?:^|\/)pagefind-entry\.json$/.test(file)).map((file) => dirname(file))
  const faults = parts.map(async (part): Promise<Fault[]> => {
    try {
      const { languages } = JSON.parse(await readFile(join(folder, part, 'pagefind-entry.json'), 'utf8')) as {
        languages: Record<string, { page_count: number }>
      }
      const said = Object.values(languages).reduce((sum, { page_count }) => sum + page_count, 0)
      const pieces = files.filter((file) => dirname(file) === join(part, 'fragment')).length
      if (said > 0 && pieces === said) return []
      return [fault('search', `全文搜索的索引不全：写着 ${said} 页，只有 ${pieces} 页的内容`)]
    } catch {
      return [fault('search', `全文搜索的索引读不出来：pagefind/${join(part, 'pagefind-entry.json')}`)]
    }
  })
  return (await Promise.all(faults)).flat()
}

const BUDGET_NAMES = { styles: '样式', lettering: '标题字体', script: '脚本' } as const

function budgetFaults(pages: readonly BuiltPage[], { site, base }: Candidate): Fault[] {
  const most = heaviest(pages, site, base)
  const over = (Object.keys(BUDGETS) as Array<keyof typeof BUDGETS>).filter((what) => most[what].bytes > BUDGETS[what])
  return [
    ...over.map((what) =>
      fault('budget', `${most[what].path} 的${BUDGET_NAMES[what]}有 ${most[what].bytes} 字节，最多 ${BUDGETS[what]}`),
    ),
    ...overweight(pages).map(({ path, size, budget }) =>
      fault('budget', `${path} 压缩后有 ${size} 字节，最多 ${budget}`),
    ),
  ]
}

async function leakFaults({ site, content }: Candidate): Promise<Fault[]> {
  const leaks = await findLeaks(
    site,
    content.entries.flatMap(({ data }) => officialAddresses(data)),
  )
  return leaks.map(({ file, what, excerpt }) => fault('leak', `${file}：${what}${excerpt ? `\n    …${excerpt}…` : ''}`))
}
