import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readContent } from '../../src/catalogue/read.ts'
import { type ValidEntry, validate } from '../../src/catalogue/validate.ts'
import { claim } from '../../src/schemas/claim.ts'
import { KINDS, type Kind } from '../../src/schemas/index.ts'
import { fieldsAt } from '../../src/schemas/references.ts'
import { listPath } from '../../src/urls/paths.ts'
import { layOutAll } from '../lib/browser.ts'
import { deadLinks, invalidHtml } from '../lib/checks.ts'
import { attribute, type BuiltPage, innerText, listFiles, readPages } from '../lib/site.ts'
import { axe, violations } from './axe.ts'
import { useBrowser } from './browser.ts'
import { build } from './build.ts'

/**
 * The table of src/CLAUSES.md, row by row: each clause of the two documents that asks for something to
 * be shown has a field, a filled-in example, a page, and words on it. Lists that are empty on the
 * public site are proved on a site built from sample content.
 */

/** The numbers of all clauses whose capability is publicity; the requirements have 79 rows. */
const PUBLICITY = [
  ...'1 2 3 4 5 6 7 8 9 10 11 13 14 15 16 17 20 21 22 23 25 26 28 29 31 32 33 35 36 37 38 39 40 41 42 43 44 45 45b 46'.split(
    ' ',
  ),
  ...'47 48 49 50 51 52 53 54 55 56 57 58 59 60 61 62 63 64 65 66 67 68 69 71 73 75'.split(' '),
]

/** The day the sample site is built for. */
const DAY = '2026-11-22'

interface Row {
  number: string
  clause: string
  what: string
  fields: string[]
  site: '站' | '样'
  path: string
  words: string[]
}

const rows: Row[] = readFileSync('src/CLAUSES.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => {
    const cells = line.split('|').slice(1, -1)
    const [number = '', clause = '', what = '', fields = '', page = '', words = ''] = cells.map((cell) => cell.trim())
    const [site, path] = page.split(' ') as [Row['site'], string]
    return {
      number,
      clause,
      what,
      fields: [...fields.matchAll(/`([^`]+)`/g)].map((match) => match[1] as string),
      site,
      path,
      words: words.split('；'),
    }
  })

const sample = mkdtempSync(join(tmpdir(), 'yifang-sample-'))
let samplePages: BuiltPage[]
let sampleEntries: ValidEntry[]
let byAddress: Record<Row['site'], Map<string, BuiltPage>>

beforeAll(async () => {
  const content = resolve('scripts/e2e/sample-content')
  const read = validate(await readContent(content))
  expect(read.problems).toEqual([])
  sampleEntries = read.entries
  const { status, output } = build({ CONTENT_DIR: content, PUBLISH_NOW: DAY, SITE_PLAYERS: 'player.example' }, sample)
  expect(status, output).toBe(0)
  samplePages = readPages(sample)
  const map = (pages: BuiltPage[]) => new Map(pages.map((page) => [page.path, page]))
  byAddress = { 站: map(readPages(resolve('dist'))), 样: map(samplePages) }
})

afterAll(() => rmSync(sample, { recursive: true, force: true }))

const isKind = (word: string): word is Kind => word in KINDS

/** Whether any sample entry has the field filled in. `claim.x` is a field of any entry's claims. */
function isFilled(kind: string, field: string): boolean {
  const values =
    kind === 'claim'
      ? sampleEntries.flatMap(({ data }) => ('claims' in data ? (data.claims as object[]) : []))
      : sampleEntries.filter((entry) => entry.kind === kind).map(({ data }) => data as object)
  return values.some((value) => {
    const found = (value as Record<string, unknown>)[field]
    return found !== undefined && !(Array.isArray(found) && found.length === 0)
  })
}

const mainText = (page: BuiltPage): string =>
  page.elements
    .filter((element) => element.tagName === 'main')
    .map(innerText)
    .join('')
    .replace(/\s+/g, ' ')

describe('the table of clauses', () => {
  it('has a row for every clause that asks for publicity', () => {
    expect(PUBLICITY.filter((number) => !rows.some((row) => row.number === number))).toEqual([])
  })

  it.each(rows.map((row) => [`${row.number} ${row.clause} ${row.what}`, row] as const))('%s', (_, row) => {
    for (const path of row.fields) {
      const [kind = '', field = ''] = path.split('.')
      const known = kind === 'claim' ? Object.keys(claim.shape) : isKind(kind) ? fieldsAt(kind, []) : []
      expect(known, path).toContain(field)
      if (row.site === '样') expect(isFilled(kind, field), `no sample has ${path}`).toBe(true)
    }
    const page = byAddress[row.site].get(row.path)
    expect(page, `${row.site} ${row.path} is not built`).toBeDefined()
    // The three doors and the like stand in the frame; everything else must be in the page itself.
    const text = row.path === '/' ? (page as BuiltPage).text : mainText(page as BuiltPage)
    for (const words of row.words) expect(text, words).toContain(words)
  })
})

describe('a list without a real entry', () => {
  const optional = Object.values(KINDS).flatMap((kind) => ('optional' in kind ? [kind] : []))

  it('is not built: no page, no link, no blank column', async () => {
    const real = validate(await readContent(resolve('content'))).entries
    const rooms = ['training', 'sharing', 'trust', 'standards', 'support', 'projects', 'certificates', 'channels']
    const open = new Set(real.flatMap(({ kind }) => ('optional' in KINDS[kind] ? [kind] : [])))
    // Each room opens by itself; this list says which must be closed as long as nobody filled it.
    if (open.size === 0) {
      for (const room of rooms) expect(byAddress.站.has(`/${room}/`), room).toBe(false)
      for (const page of byAddress.站.values()) {
        for (const room of rooms) expect(page.html, page.path).not.toContain(`href="/${room}/`)
      }
    }
    expect(optional.length).toBe(10)
    const columns = byAddress.站.get('/brands/table/')?.elements.filter(({ tagName }) => tagName === 'th') ?? []
    expect(columns.map(innerText)).not.toContain('成熟度')
  })
})

describe('the handbook', () => {
  const lines = readFileSync('content/README.md', 'utf8').split('\n')

  it.each(Object.entries(KINDS).flatMap(([kind, place]) => ('optional' in place ? [[kind, place] as const] : [])))(
    'says how to open %s: the file, the page, the fields that must be filled in',
    (kind, { table, schema }) => {
      const line = lines.find((text) => text.includes(`\`content/${table}\``)) ?? ''
      expect(line).toContain(listPath(kind as Kind))
      expect(line.split('|').at(-2)?.trim().split('、')).toEqual(z.toJSONSchema(schema, { io: 'input' }).required)
    },
  )
})

describe('the sample site', () => {
  it('has no dead link and no invalid HTML', async () => {
    // The style guide puts together parts of our own content.
    expect(deadLinks(samplePages, sample).filter((link) => !link.startsWith('/styleguide/'))).toEqual([])
    expect(await invalidHtml(samplePages.filter(({ path }) => path !== '/styleguide/'))).toEqual([])
  })

  it('keeps a person who was taken down out of everything', () => {
    for (const file of listFiles(sample).filter((name) => /\.(html|xml|json|csv|txt)$/.test(name))) {
      const text = readFileSync(join(sample, file), 'utf8')
      expect(text, file).not.toContain('样例撤下的人')
      expect(text, file).not.toContain('不应该出现')
    }
    const page = byAddress.样.get('/figures/sample-gone/')
    expect(page?.html).toContain('noindex')
  })

  it('shows the photograph of a person who agreed, and not of one whose consent ran out', () => {
    const pictures = (path: string) =>
      byAddress.样.get(path)?.elements.filter((element) => /photos\//.test(attribute(element, 'src') ?? '')) ?? []
    expect(pictures('/figures/sample-master/')).toHaveLength(1)
    expect(pictures('/figures/sample-lapsed/')).toHaveLength(0)
    // A name begins with the digest of the original. Two forms in two sizes of the one that is shown, and the sample of the style guide; no third.
    const originals = new Set(listFiles(join(sample, 'photos')).map((file) => file.slice(0, 16)))
    expect(originals.size).toBe(2)
  })

  it('offers the training list as a table that spreadsheets read', () => {
    const text = readFileSync(join(sample, 'training/list.csv'), 'utf8')
    expect(text.charCodeAt(0)).toBe(0xfeff)
    expect(text.split('\r\n')[0]).toContain('培训项目,工种,等级,职业编码,编码状态')
    expect(text).toContain('sewing-2025,样例缝纫工2025年班')
  })

  it('publishes no telephone but those of offices', () => {
    for (const page of samplePages)
      expect(page.text.replaceAll(/[0-9a-zA-Z-]{11,}/g, ''), page.path).not.toMatch(/1[3-9]\d{9}/)
  })
})

describe('in the browser, the sample site', () => {
  const site = useBrowser(sample, { players: ['player.example'] })
  const noon = (day: string) => new Date(`${day}T12:00+08:00`)

  it('lets an expired post go, on a page that was built before', () =>
    site.visit(async (page) => {
      const visible = () => page.locator('article.entry:visible h3').allTextContents()
      await page.goto(`${site.origin}/sharing/`)
      expect((await visible()).join()).toContain('缺30人')
      expect((await visible()).join()).not.toContain('富余10人')
      await page.clock.setFixedTime(noon('2027-01-01'))
      await page.reload()
      expect(await visible()).toEqual([])
    }))

  it('moves an event from those to come to those that are over', () =>
    site.visit(async (page) => {
      const badge = page.locator('li', { hasText: '样例故事征集' }).last().locator('.badge')
      await page.clock.setFixedTime(noon('2026-12-31'))
      await page.goto(`${site.origin}/events/`)
      expect(await page.locator('#upcoming').isVisible()).toBe(true)
      expect(await page.locator('#upcoming li:visible').allTextContents()).toHaveLength(1)
      expect(await badge.isVisible()).toBe(false)
      await page.clock.setFixedTime(noon('2027-01-01'))
      await page.reload()
      expect(await page.locator('#upcoming').isVisible()).toBe(false)
      expect(await badge.textContent()).toBe('已截止')
      expect(await badge.isVisible()).toBe(true)
    }))

  it('is not misled by a clock that runs behind', () =>
    site.visit(async (page) => {
      await page.clock.setFixedTime(noon('2001-01-01'))
      await page.goto(`${site.origin}/events/sample-contest/`)
      expect(await page.locator('.badge', { hasText: '已结束' }).isVisible()).toBe(true)
    }))

  it('calls a record old a year after it was checked', () =>
    site.visit(async (page) => {
      const badge = page.locator('.badge', { hasText: '资料已超过12个月' })
      await page.goto(`${site.origin}/brands/sample-brand/`)
      expect(await badge.isVisible()).toBe(false)
      await page.clock.setFixedTime(noon('2027-11-01'))
      await page.reload()
      expect(await badge.isVisible()).toBe(true)
    }))

  it('asks nothing of another host before a film is clicked', () =>
    site.visit(async (page) => {
      const asked: string[] = []
      await page.route(/^https:/, (route) => {
        asked.push(route.request().url())
        return route.fulfill({ contentType: 'text/html', body: '<title>播放器</title>' })
      })
      await page.goto(`${site.origin}/media/`, { waitUntil: 'networkidle' })
      expect(asked).toEqual([])
      await page.getByRole('button', { name: '在这里播放' }).click()
      await page.locator('iframe[title="样例纪录片"]').waitFor()
      await expect.poll(() => asked).toEqual(['https://player.example/embed/1'])
    }))

  it('sorts the directory by the columns that may be compared, and by no other', () =>
    site.visit(
      async (page) => {
        await page.goto(`${site.origin}/brands/table/`)
        const names = () => page.locator('tbody th').allTextContents()
        const before = (await names()).map((name) => name.trim())
        await page.getByRole('button', { name: '核实于' }).click()
        expect((await names()).map((name) => name.trim())).toEqual(['样例技工', '样例裁缝'])
        await page.getByRole('button', { name: '核实于' }).click()
        expect((await names()).map((name) => name.trim())).toEqual(['样例裁缝', '样例技工'])
        expect(await page.locator('th[aria-sort="descending"]').textContent()).toContain('核实于')
        expect(await page.getByRole('button', { name: '从业规模' }).count()).toBe(0)
        expect(before).toHaveLength(2)
      },
      { viewport: { width: 1280, height: 900 } },
    ))

  it('has nothing for axe to find and does not scroll sideways at 320 pixels', async () => {
    const faults: string[] = []
    await site.visit(
      async (page) => {
        for (const { path } of samplePages.filter(({ path }) => existsSync(join(sample, path, 'index.html')))) {
          await page.goto(site.origin + path)
          await page.evaluate(axe)
          await layOutAll(page)
          for (const size of ['', '30']) {
            const wide = await page.evaluate((elder) => {
              if (elder) document.documentElement.dataset.elder = elder
              else delete document.documentElement.dataset.elder
              return document.documentElement.scrollWidth - document.documentElement.clientWidth
            }, size)
            if (wide > 0) faults.push(`${path} (${size}) is ${wide} px too wide`)
          }
          faults.push(...(await violations(page)).map((fault) => `${path} ${fault}`))
        }
      },
      { viewport: { width: 320, height: 640 } },
    )
    expect(faults).toEqual([])
  }, 300_000)
})
