import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { attribute, type BuiltPage, type Element, innerText, listFiles, original, readPages } from '../lib/site.ts'
import { useBrowser } from './browser.ts'

const site = useBrowser()
const dist = resolve('dist')
let pages: BuiltPage[]
let files: string[]

beforeAll(() => {
  // Cards for other sites and sheets for the printer stand without the frame of the site.
  pages = readPages(dist, (path) => original(path) && !/^\/(?:embed\/|posters\/.+\/a[34]\/)/.test(path))
  files = listFiles(dist)
})

const read = (file: string) => readFileSync(`${dist}/${file.replace(/^\//, '')}`, 'utf8')
const json = (file: string) => JSON.parse(read(file))
const pageAt = (path: string) => pages.find((page) => page.path === path) as BuiltPage
const pathOf = (address: string | undefined) => decodeURIComponent(new URL(address ?? '').pathname)

/** Contents of a page's `<meta>` elements by name, property and itemprop. */
function metas(page: BuiltPage): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const element of page.elements.filter(({ tagName }) => tagName === 'meta')) {
    for (const key of ['name', 'property', 'itemprop']) {
      const name = attribute(element, key)
      if (name && name !== 'theme-color') {
        found.set(`${key}=${name}`, [...(found.get(`${key}=${name}`) ?? []), attribute(element, 'content') ?? ''])
      }
    }
  }
  return found
}

const only = (page: BuiltPage, key: string): string | undefined => metas(page).get(key)?.[0]

const indexed = () => pages.filter((page) => !metas(page).has('name=robots'))

/** The words that a reader can see: hidden elements and what is printed only are left out. */
function visible(page: BuiltPage): string {
  const body = page.elements.find(({ tagName }) => tagName === 'body') as Element
  const walk = (node: Element['childNodes'][number]): string => {
    if (node.nodeName === '#text') return (node as { value: string }).value
    if (!('tagName' in node) || ['script', 'style', 'noscript'].includes(node.tagName)) return ''
    const isHidden = attribute(node, 'hidden') !== undefined || (attribute(node, 'class') ?? '').includes('print-only')
    return isHidden ? '' : node.childNodes.map(walk).join('')
  }
  return body.childNodes.map(walk).join('').replace(/\s+/g, '')
}

describe('every page', () => {
  it('has a card: title, words, address and a square picture that exists', () => {
    for (const page of indexed()) {
      expect([...(only(page, 'property=og:title') ?? '')].length, page.path).toBeLessThanOrEqual(26)
      expect(only(page, 'property=og:title'), page.path).toBe(only(page, 'itemprop=name'))
      expect(only(page, 'property=og:description'), page.path).toBe(only(page, 'name=description'))
      expect(only(page, 'property=og:url'), page.path).toContain(page.path)
      expect(only(page, 'property=og:locale')).toBe('zh_CN')
      const picture = only(page, 'property=og:image')
      expect(picture).toBe(only(page, 'itemprop=image'))
      expect(existsSync(`${dist}${pathOf(picture)}`), `${page.path} ${picture}`).toBe(true)
    }
  })

  it('says each thing once, and nothing empty', () => {
    for (const page of pages) {
      for (const [name, values] of metas(page)) {
        expect(values, `${page.path} ${name}`).toHaveLength(1)
        expect(values[0], `${page.path} ${name}`).not.toBe('')
      }
    }
  })

  it('offers feeds that exist', () => {
    for (const page of pages) {
      const links = page.elements.filter(
        (element) => attribute(element, 'rel') === 'alternate' && !attribute(element, 'hreflang'),
      )
      expect(
        links.map((link) => attribute(link, 'type')),
        page.path,
      ).toEqual(['application/atom+xml', 'application/feed+json'])
      for (const link of links) expect(existsSync(`${dist}${attribute(link, 'href')}`), page.path).toBe(true)
    }
  })
})

describe('card pictures', () => {
  it('are square JPEGs of 600 pixels and at most 300 kB', async () => {
    const pictures = files.filter((file) => /^tiles\/.*\.jpg$/.test(file))
    expect(pictures.length).toBeGreaterThan(20)
    for (const file of pictures) {
      const bytes = readFileSync(`${dist}/${file}`)
      expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 600, height: 600 })
      expect(bytes.length, file).toBeLessThanOrEqual(300_000)
    }
  })
})

describe('government page tags', () => {
  it('name the site on every page', () => {
    for (const page of pages) {
      expect(only(page, 'name=SiteName'), page.path).toBe('一方匠人')
      expect(only(page, 'name=SiteDomain'), page.path).toBe(new URL(only(page, 'property=og:url') ?? '').hostname)
    }
  })

  it('call an entry what its heading and its title call it', () => {
    let entries = 0
    for (const page of pages) {
      const title = only(page, 'name=ArticleTitle')
      if (title === undefined) continue
      entries++
      const heading = page.elements.find(({ tagName }) => tagName === 'h1') as Element
      expect(innerText(heading).trim(), page.path).toBe(title)
      const full = innerText(page.elements.find(({ tagName }) => tagName === 'title') as Element)
      if (!page.path.startsWith('/sources/') && !page.path.startsWith('/regions/')) {
        expect(full.startsWith(title), `${page.path} ${full}`).toBe(true)
      }
      expect(only(page, 'name=ColumnName'), page.path).toBeTruthy()
    }
    expect(entries).toBeGreaterThan(300)
  })

  it('date stories, and only stories, with the minute that the page shows', () => {
    const dated = pages.filter((page) => only(page, 'name=PubDate') !== undefined)
    expect(dated.map(({ path }) => path).sort()).toEqual(
      pages
        .map(({ path }) => path)
        .filter((path) => /^\/stories\/.+/.test(path))
        .sort(),
    )
    for (const page of dated) {
      const date = only(page, 'name=PubDate') as string
      expect(date).toMatch(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/)
      expect(visible(page), page.path).toContain(`发布时间${date.replace(' ', '')}`)
    }
  })

  it('name the source that the page names', () => {
    const sourced = pages.filter((page) => only(page, 'name=ContentSource') !== undefined)
    expect(sourced.length).toBeGreaterThan(100)
    for (const page of sourced) {
      expect(visible(page), page.path).toContain(`来源：${only(page, 'name=ContentSource')}`)
    }
  })

  it('describe every column on its own page, each differently', () => {
    const columns = pages.filter((page) => only(page, 'name=ColumnDescription') !== undefined)
    const descriptions = columns.map((page) => only(page, 'name=ColumnDescription'))
    expect(columns.map(({ path }) => path)).toEqual(expect.arrayContaining(['/brands/', '/stories/', '/events/']))
    expect(new Set(descriptions).size).toBe(descriptions.length)
    expect(descriptions).not.toContain('一方匠人')
  })

  it('carry no number that an authority would have to issue', () => {
    for (const page of pages) expect(metas(page).has('name=SiteIDCode'), page.path).toBe(false)
  })
})

describe('structured data', () => {
  /** Values that are addresses, types or codes rather than words. */
  const NOT_WORDS = new Set(['@type', '@context', '@id', 'url', 'item', 'image', 'mainEntityOfPage', 'contentUrl'])
  const CODES = new Set(['urlTemplate', 'query-input', 'inLanguage', 'encodingFormat', 'license'])

  const graphOf = (page: BuiltPage): Array<Record<string, unknown>> => {
    const script = page.elements.find((element) => attribute(element, 'type') === 'application/ld+json')
    return script ? JSON.parse((script.childNodes[0] as { value: string }).value)['@graph'] : []
  }

  /** Every value of a graph with its key. */
  function* values(node: unknown, key = ''): Generator<[key: string, value: string | number]> {
    if (Array.isArray(node)) for (const item of node) yield* values(item, key)
    else if (typeof node === 'object' && node !== null) {
      for (const [name, value] of Object.entries(node)) yield* values(value, name)
    } else yield [key, node as string | number]
  }

  /** A date as pages print it. */
  const printed = (date: string) => {
    const [year, month, day] = date.slice(0, 10).split('-').map(Number)
    return `${year}年${month ? `${month}月` : ''}${day ? `${day}日` : ''}`
  }

  it('says only what the page shows', () => {
    const unseen: string[] = []
    let compared = 0
    for (const page of pages) {
      const text = visible(page)
      for (const [key, value] of values(graphOf(page))) {
        expect(value, `${page.path} ${key}`).toSatisfy((each) => each !== '' && each !== null && each !== undefined)
        if (NOT_WORDS.has(key) || CODES.has(key) || typeof value === 'number') continue
        compared++
        const words = value.replace(/\s+/g, '')
        const seen = /Date|datePublished/.test(key)
          ? text.includes(printed(value)) ||
            text.includes(value.slice(0, 16).replace('T', '')) ||
            endOfSpan(value, text)
          : text.includes(words)
        if (!seen) unseen.push(`${page.path} ${key}: ${value}`)
      }
    }
    expect(unseen).toEqual([])
    expect(compared).toBeGreaterThan(3000)
  })

  /** `2024年11月21日—23日` shows the second day without its year and month. */
  const endOfSpan = (date: string, text: string) => {
    const [, month, day] = date.split('-').map(Number)
    return new RegExp(`—(?:${month}月)?${day}日`).test(text)
  }

  it('gives addresses that are whole and exist', () => {
    const dead: string[] = []
    for (const page of pages) {
      for (const [key, value] of values(graphOf(page))) {
        if (!NOT_WORDS.has(key) || (key.startsWith('@') && key !== '@id') || typeof value === 'number') continue
        const path = pathOf(value)
        if (!existsSync(`${dist}${path}`)) dead.push(`${page.path} ${key}: ${value}`)
      }
    }
    expect(dead).toEqual([])
  })

  it('speaks of the thing each kind of page is about, under its canonical address', () => {
    const kinds: Array<[path: string, type: string]> = [
      ['/brands/zhengan-guitar-craftsman/', 'Brand'],
      ['/figures/zhang-ziquan/', 'Person'],
      ['/events/fumian-guinness-jeans-2024/', 'Event'],
      ['/stories/moller-eight-years/', 'Article'],
      ['/places/zhengan-guitar-park/', 'Place'],
      ['/organisations/shenqu-yueqi/', 'Organization'],
      ['/trades/sewing-worker/', 'Occupation'],
      ['/regions/yulin/', 'AdministrativeArea'],
      ['/policies/gz-2022-opinion/', 'Article'],
      ['/brands/', 'ItemList'],
      ['/open/', 'Dataset'],
      ['/', 'WebSite'],
    ]
    for (const [path, type] of kinds) {
      const thing = graphOf(pageAt(path)).find((each) => each['@type'] === type)
      expect(thing, `${path} ${type}`).toBeDefined()
      if (type !== 'ItemList') expect(pathOf(thing?.url as string), path).toBe(path)
    }
  })

  it('repeats the visible breadcrumb; the title of a story is only there, for the visible one ends above it', () => {
    for (const page of indexed().filter(({ path }) => path !== '/')) {
      const crumbs = page.elements.find((element) => attribute(element, 'class') === 'crumbs') as Element
      const list = graphOf(page).find((each) => each['@type'] === 'BreadcrumbList')
      const names = ((list?.itemListElement ?? []) as Array<{ name: string }>).map(({ name }) => name)
      const isStory = /^\/(?:zh-hant\/)?stories\/(?!page\/)[^/]+\/$/.test(page.path)
      expect(names.slice(0, isStory ? -1 : undefined).join(''), page.path).toBe(innerText(crumbs))
    }
  })
})

describe('feeds', () => {
  const feeds = () => files.filter((file) => /^feeds\/.*\.xml$/.test(file))

  it('are there for everything, every kind and every region', () => {
    const regions = pages.flatMap(({ path }) => /^\/regions\/([^/]+)\/$/.exec(path)?.[1] ?? [])
    expect(feeds()).toEqual(
      expect.arrayContaining(
        [
          ...['all', 'stories', 'brands', 'figures', 'events', 'places', 'organisations', 'policies'],
          ...regions.map((region) => `regions/${region}`),
        ].map((name) => `feeds/${name}.xml`),
      ),
    )
  })

  it('are XML to a browser; Atom and JSON Feed say the same; ids are unique', () =>
    site.visit(async (page) => {
      await page.goto(`${site.origin}/about/`)
      for (const file of feeds()) {
        const parsed = await page.evaluate((xml) => {
          const document = new DOMParser().parseFromString(xml, 'application/xml')
          const text = (parent: ParentNode, name: string) => parent.querySelector(name)?.textContent ?? ''
          return {
            error: document.querySelector('parsererror')?.textContent,
            self: document.querySelector('feed > link[rel=self]')?.getAttribute('href'),
            updated: text(document, 'updated'),
            entries: [...document.getElementsByTagName('entry')].map((entry) => ({
              id: text(entry, 'id'),
              title: text(entry, 'title'),
              updated: text(entry, 'updated'),
              link: entry.querySelector('link[rel=alternate]')?.getAttribute('href'),
              html: text(entry, 'content'),
            })),
          }
        }, read(file))
        expect(parsed.error, file).toBeUndefined()
        expect(pathOf(parsed.self ?? '')).toBe(`/${file}`)
        expect(parsed.updated).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+08:00$/)
        const { version, items } = json(file.replace(/xml$/, 'json'))
        expect(version).toBe('https://jsonfeed.org/version/1.1')
        expect(
          items.map((item: Record<string, string>) => [
            item.id,
            item.title,
            item.date_modified,
            item.url,
            item.content_html,
          ]),
        ).toEqual(parsed.entries.map((entry) => [entry.id, entry.title, entry.updated, entry.link, entry.html]))
        expect(new Set(parsed.entries.map(({ id }) => id)).size, file).toBe(parsed.entries.length)
        expect(parsed.entries.length, file).toBeGreaterThan(0)
      }
    }))

  it('carry the whole text, with addresses that lead somewhere', () => {
    const { items } = json('feeds/stories.json')
    const story = items.find((item: { url: string }) => item.url.endsWith('/moller-eight-years/'))
    const words = story.content_html.replace(/<[^>]+>/g, '').replace(/\s+/g, '')
    expect(words.length).toBeGreaterThan(800)
    expect(words).toContain('来源')
    expect(story.content_html).toContain('/tiles/zhengan-guitar-craftsman.jpg')
    for (const { items } of [json('feeds/all.json'), json('feeds/stories.json')]) {
      for (const { url, content_html: html } of items) {
        const addresses = [...html.matchAll(/(?:href|src)="([^"]+)"/g)].map((match) => match[1] as string)
        for (const address of addresses) {
          expect(address, url).toMatch(/^https?:\/\//)
          if (address.startsWith(new URL(url).origin))
            expect(existsSync(`${dist}${pathOf(address)}`), address).toBe(true)
        }
        expect(html).not.toMatch(/%BASE%|x-slot|undefined/)
      }
    }
  })

  it('mark targets in words', () => {
    const html = JSON.stringify(
      json('feeds/brands.json').items.find((item: { url: string }) => item.url.includes('fumian-caifeng')),
    )
    expect(html).toContain('〔目标〕')
  })
})

describe('calendars', () => {
  const calendars = () => files.filter((file) => file.endsWith('.ics'))
  const unfold = (text: string) => text.replaceAll('\r\n ', '').split('\r\n')

  it('are well-formed: CRLF, at most 75 octets a line, one identifier per event', () => {
    expect(calendars().length).toBeGreaterThan(30)
    for (const file of calendars()) {
      const text = read(file)
      expect(text.replaceAll('\r\n', ''), file).not.toMatch(/[\r\n]/)
      expect(
        text.split('\r\n').filter((line) => Buffer.byteLength(line) > 75),
        file,
      ).toEqual([])
      const lines = unfold(text)
      expect([lines[0], lines[1], lines.at(-2)], file).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0', 'END:VCALENDAR'])
      const events = text.split('BEGIN:VEVENT').slice(1)
      for (const event of events) {
        for (const name of ['UID', 'DTSTAMP', 'DTSTART', 'SUMMARY', 'URL']) {
          expect(event.match(new RegExp(`^${name}[:;]`, 'gm')), `${file} ${name}`).toHaveLength(1)
        }
      }
      const ids = lines.filter((line) => line.startsWith('UID:'))
      expect(new Set(ids).size, file).toBe(events.length)
      expect(text, file).not.toMatch(/ORGANIZER|ATTENDEE|1[3-9]\d{9}/)
    }
  })

  it('hold exactly the events whose first day is known', () => {
    const days = new Map<string, string | undefined>(
      json('open/events.json').map(({ id, start }: { id: string; start?: string }) => [id, start]),
    )
    const known = [...days].flatMap(([id, start]) => (start && start.length >= 10 ? id : [])).sort()
    const own = calendars().flatMap((file) => /^calendar\/events\/(.+)\.ics$/.exec(file)?.[1] ?? [])
    // Renamed events have a file under each name they had.
    const former = json('open/events.json').flatMap(({ id, formerIds }: { id: string; formerIds: string[] }) =>
      known.includes(id) ? formerIds : [],
    )
    expect(own.sort()).toEqual([...known, ...former].sort())
    expect(read('calendar/all.ics').match(/BEGIN:VEVENT/g)).toHaveLength(known.length)
    expect(known.length).toBeLessThan(days.size)
  })

  it('name an event the same in every file', () => {
    const idIn = (file: string) =>
      /UID:(\S+)/.exec(
        read(file)
          .split('BEGIN:VEVENT')
          .find((part) => part.includes('20240927')) ?? '',
      )?.[1]
    const id = idIn('calendar/events/fumian-guinness-jeans-2024.ics')
    expect(id).toBeTruthy()
    expect([idIn('calendar/all.ics'), idIn('calendar/regions/yulin.ics')]).toEqual([id, id])
  })

  it('give several days an end that is the day after', () => {
    const lines = unfold(read('calendar/events/yulin-spice-expo-2-2024.ics'))
    expect(lines).toContain('DTSTART;VALUE=DATE:20241121')
    expect(lines).toContain('DTEND;VALUE=DATE:20241124')
  })
})

describe('open data', () => {
  /** Every schema in the folder, each under its own address. */
  function schemas(): Ajv2020 {
    const ajv = new Ajv2020({ strict: false, allErrors: true, formats: { uri: (text: string) => URL.canParse(text) } })
    for (const file of files.filter((name) => name.startsWith('open/schemas/'))) {
      const schema: AnySchemaObject = json(file)
      expect(pathOf(schema.$id)).toBe(`/${file}`)
      ajv.addSchema(schema, file)
    }
    return ajv
  }

  const tables = (): string[] => files.flatMap((file) => /^open\/schemas\/(.+)\.json$/.exec(file)?.[1] ?? [])

  it('has a schema for every file', () => {
    const described = ['', 'schemas/'].flatMap((folder) => tables().map((name) => `open/${folder}${name}.json`))
    const others = ['open/catalogue.json', 'open/changes.json', 'open/datapackage.json']
    const all = files.filter((file) => /^open\/(?!regions\/).*\.json$/.test(file))
    expect(all.filter((file) => !described.includes(file) && !others.includes(file))).toEqual([])
  })

  it('has in the files of regions rows of the tables, word for word, and leads from each to those below', () => {
    const regions = files.filter((file) => file.startsWith('open/regions/'))
    expect(regions.length).toBeGreaterThan(10)
    const whole: Record<string, Array<{ id: string }>> = json('open/catalogue.json').tables
    const rows = new Map(Object.entries(whole).map(([name, all]) => [name, new Map(all.map((row) => [row.id, row]))]))
    for (const file of regions) {
      const region: { page: string; below: string[]; tables: typeof whole } = json(file)
      expect(files, file).toContain(`${pathOf(region.page).slice(1)}index.html`)
      for (const address of region.below) expect(files, file).toContain(pathOf(address).slice(1))
      for (const [name, own] of Object.entries(region.tables)) {
        expect(own, `${file} ${name}`).toEqual(own.map(({ id }) => rows.get(name)?.get(id)))
        expect(own.length, `${file} ${name}`).toBeGreaterThan(0)
      }
    }
  })

  it('is valid: every row of every JSON and NDJSON file, and of the whole', () => {
    const ajv = schemas()
    const whole = json('open/catalogue.json').tables
    for (const name of tables()) {
      const validate = ajv.getSchema(`open/schemas/${name}.json`)
      const rows = json(`open/${name}.json`)
      expect(rows.length, name).toBeGreaterThan(0)
      for (const row of rows) {
        const valid = validate?.(row)
        expect(valid, `${name} ${row.id} ${JSON.stringify(validate?.errors)}`).toBe(true)
      }
      const lines = read(`open/${name}.ndjson`).trimEnd().split('\n')
      expect(
        lines.map((line) => JSON.parse(line)),
        name,
      ).toEqual(rows)
      expect(whole[name], name).toEqual(rows)
      expect(new Set(rows.map(({ id }: { id: string }) => id)).size, name).toBe(rows.length)
    }
  })

  it('would notice a broken row', () => {
    const validate = schemas().getSchema('open/schemas/claims.json')
    const [row] = json('open/claims.json')
    expect(validate?.(row)).toBe(true)
    expect(validate?.({ ...row, source: undefined })).toBe(false)
    expect(validate?.({ ...row, mobile: '1' })).toBe(false)
  })

  it('has tables with the columns that the data package says, of the types it says', () => {
    const description = json('open/datapackage.json')
    expect(description).toMatchObject({ profile: 'data-package', licenses: [{ name: 'CC-BY-4.0' }] })
    for (const resource of description.resources) {
      expect(existsSync(`${dist}/open/${resource.path}`), resource.path).toBe(true)
      if (resource.format !== 'csv') continue
      const text = read(`open/${resource.path}`)
      expect(text.startsWith('\uFEFF'), resource.path).toBe(true)
      const [head, ...rows] = parseCsv(text.slice(1))
      const { fields, primaryKey } = resource.schema
      expect(head, resource.path).toEqual(fields.map(({ name }: { name: string }) => name))
      expect(head).toEqual(expect.arrayContaining(primaryKey))
      expect(rows.length, resource.path).toBe(json(`open/${resource.name}.json`).length)
      for (const row of rows) {
        expect(row.length, resource.path).toBe(fields.length)
        row.forEach((cell, index) => {
          const { type, name } = fields[index]
          if (cell === '') return
          if (type === 'number') expect(Number.isFinite(Number(cell)), `${name} ${cell}`).toBe(true)
          if (type === 'boolean') expect(['true', 'false'], `${name} ${cell}`).toContain(cell)
          expect(cell, `${resource.path} ${name}`).not.toMatch(/^[=+\-@]/)
        })
      }
    }
  })

  it('gives each claim the source that its page gives, and pages that exist', () => {
    const claims = json('open/claims.json')
    expect(claims.length).toBeGreaterThan(900)
    for (const claim of claims) {
      const path = pathOf(claim.page)
      expect(existsSync(`${dist}${path}`), claim.page).toBe(true)
      expect(pageAt(path).html, claim.id).toContain(`/sources/${claim.source}/`)
    }
  })

  it('logs changes newest first, each with its page', () => {
    const { form, content } = json('open/changes.json')
    expect(form[0].version).toBe(json('open/catalogue.json').version)
    const moments = content.map(({ at }: { at: string }) => at)
    expect(moments).toEqual([...moments].sort().reverse())
    for (const { page } of content) expect(existsSync(`${dist}${pathOf(page)}`), page).toBe(true)
  })
})

/** CSV as RFC 4180 defines it. */
function parseCsv(text: string): string[][] {
  const cells = text.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/g)
  const rows: string[][] = [[]]
  for (const [, raw = '', end] of cells) {
    rows.at(-1)?.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw)
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

describe('passing a page on', () => {
  const SHARED = [
    '/stories/moller-eight-years/',
    '/brands/fumian-caifeng/',
    '/figures/zhang-ziquan/',
    '/events/fumian-guinness-jeans-2024/',
  ]

  it.each(SHARED)('%s: without script, links and the address to copy by hand', (path) =>
    site.visit(
      async (page) => {
        await page.goto(site.origin + path)
        const links = await page
          .locator('.share a')
          .evaluateAll((list) => list.map((link) => (link as HTMLAnchorElement).href))
        expect(links.map((link) => new URL(link).hostname)).toEqual(['service.weibo.com', 'connect.qq.com'])
        for (const link of links) expect(pathOf(new URL(link).searchParams.get('url') ?? '')).toBe(path)
        expect(pathOf((await page.locator('.share .address').textContent()) ?? '')).toBe(path)
        expect(await page.locator('.share button:visible').count()).toBe(0)
      },
      { javaScriptEnabled: false },
    ),
  )

  it('copies the address with one tap, and says so', () =>
    site.visit(
      async (page) => {
        await page.goto(`${site.origin}/stories/moller-eight-years/`)
        await page.getByRole('button', { name: '复制链接' }).click()
        await page.locator('[data-share-status]', { hasText: '复制好了' }).waitFor()
        expect(pathOf(await page.evaluate(() => navigator.clipboard.readText()))).toBe('/stories/moller-eight-years/')
      },
      { permissions: ['clipboard-read', 'clipboard-write'] },
    ))

  it('hands title and address to the sheet of the phone where there is one', () =>
    site.visit(async (page) => {
      await page.addInitScript(() => {
        Object.assign(navigator, { share: (data: unknown) => Promise.resolve(Object.assign(window, { shared: data })) })
      })
      await page.goto(`${site.origin}/brands/fumian-caifeng/`)
      await page.getByRole('button', { name: '转给别人' }).click()
      const shared = await page.evaluate(() => (window as unknown as { shared: { title: string; url: string } }).shared)
      expect(shared.title).toBe('福绵裁缝')
      expect(pathOf(shared.url)).toBe('/brands/fumian-caifeng/')
    }))

  it('offers no calendar for what is over, and keeps its file', () =>
    site.visit(async (page) => {
      await page.goto(`${site.origin}/events/yulin-spice-expo-2-2024/`)
      expect(await page.getByRole('heading', { name: '记到日历里' }).count()).toBe(0)
      expect(existsSync(`${dist}/calendar/events/yulin-spice-expo-2-2024.ics`)).toBe(true)
    }))
})
