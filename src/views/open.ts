import type { Catalogue, Entry } from '../catalogue/catalogue.ts'
import { DATA_VERSION, type Dataset, datasets, FORM_CHANGES, schemaPath, tableName } from '../open/data.ts'
import { dataPackage, type Publisher } from '../open/package.ts'
import { regionRows, rowFinder } from '../open/regions.ts'
import type { JsonSchema } from '../open/schema.ts'
import { csvOf, jsonOf, ndjsonOf } from '../open/table.ts'
import { KINDS, type Kind } from '../schemas/index.ts'
import { contentSource, SITE } from '../site.config.ts'
import { longDate, minuteText } from '../text/dates.ts'
import { PAGES } from '../urls/paths.ts'
import { regionCalendarPath } from './calendar.ts'
import { feedPlans } from './feeds.ts'
import { oncePer } from './once.ts'
import { kindWord, type PageMeta } from './page.ts'
import { regionsWithContent } from './tables.ts'

/** A file below `/open/`. */
export interface OpenFile {
  /** Its path below `/open/`. */
  file: string
  type: string
  /** Its text in pieces, made when asked for: together they are larger than everything else. */
  parts: () => Iterable<string>
}

/** One line of the change log. */
interface Change {
  /** `2026-11-21` or `2026-11-22T09:05+08:00` */
  at: string
  change: '发布' | '核对'
  name: string
  path: string
}

/** The page about the open data, feeds and calendars. */
export interface OpenPage {
  meta: PageMeta
  title: string
  lead: string
  tables: Array<{ name: string; title: string; count: number; formats: Array<{ name: string; path: string }> }>
  whole: Array<{ name: string; path: string; hint: string }>
  changes: Array<{ when: string; change: string; name: string; path: string }>
  form: typeof FORM_CHANGES
  feeds: Array<{ title: string; atom: string; json: string }>
  regions: Array<{ name: string; path: string; atom: string; json: string; calendar: string; data: string }>
  calendar: string
}

const FORMATS = [
  { name: 'CSV', ending: 'csv', type: 'text/csv' },
  { name: 'JSON', ending: 'json', type: 'application/json' },
  { name: 'NDJSON', ending: 'ndjson', type: 'application/x-ndjson' },
] as const

const filePath = (file: string): string => `${PAGES.open}${file}`

/** The data of one region. */
const regionFilePath = (id: string): string => filePath(`regions/${id}.json`)

/** So many changes stand on the page; the file has all. */
const SHOWN_CHANGES = 12

const TITLE = '数据与订阅'
const LEAD = '品牌、人物、活动和每一条有出处的数字，整份取走。也可以订阅，或者把活动放进日历。'

/** Everything the page shows. */
export function openPage(catalogue: Catalogue): OpenPage {
  const words = new Map((Object.keys(KINDS) as Kind[]).map((kind) => [tableName(kind), kindWord(kind)]))
  const tables = anyTables(catalogue).map(({ name, title, rows }) => ({
    name,
    title: words.get(name) ?? title,
    count: rows.length,
    formats: [
      ...FORMATS.map((format) => ({ name: format.name, path: filePath(`${name}.${format.ending}`) })),
      { name: '字段', path: schemaPath(name) },
    ],
  }))
  const plans = feedPlans(catalogue)
  const feed = (name: string) => ({ atom: `/feeds/${name}.xml`, json: `/feeds/${name}.json` })
  const regions = regionsWithContent(catalogue).map((region: Entry<'region'>) => ({
    name: region.data.shortName,
    path: region.path,
    ...feed(`regions/${region.id}`),
    calendar: regionCalendarPath(region, catalogue),
    data: regionFilePath(region.id),
  }))
  return {
    meta: {
      title: '数据与订阅：开放数据、订阅源、日历',
      description: LEAD,
      path: PAGES.open,
      crumbs: [{ name: '首页', path: PAGES.home }, { name: TITLE }],
      things: [
        {
          '@type': 'Dataset',
          '@id': `${PAGES.open}#data`,
          url: PAGES.open,
          name: TITLE,
          description: LEAD,
          license: SITE.licence.url,
          version: DATA_VERSION,
          distribution: tables.flatMap(({ name }) =>
            FORMATS.map(({ ending, type }) => ({
              '@type': 'DataDownload' as const,
              encodingFormat: type,
              contentUrl: filePath(`${name}.${ending}`),
            })),
          ),
        },
      ],
    },
    title: TITLE,
    lead: LEAD,
    tables,
    whole: [
      { name: 'catalogue.json', path: filePath('catalogue.json'), hint: '全部条目和数据，一个文件' },
      {
        name: 'datapackage.json',
        path: filePath('datapackage.json'),
        hint: '各文件的说明（Frictionless Data Package）',
      },
      { name: 'changes.json', path: filePath('changes.json'), hint: '变更记录' },
    ],
    changes: changesOf(catalogue)
      .slice(0, SHOWN_CHANGES)
      .map(({ at, ...change }) => ({ ...change, when: at.includes('T') ? minuteText(at) : longDate(at) })),
    form: FORM_CHANGES,
    feeds: plans
      .filter(({ name }) => !name.startsWith('regions/'))
      .map(({ name, title }) => ({ title: title.replace(`${SITE.name}：`, ''), ...feed(name) })),
    regions,
    calendar: '/calendar/all.ics',
  }
}

/**
 * Every file below `/open/`.
 * @param origin absolute address of the site's root, without a slash at its end
 */
export function openFiles(catalogue: Catalogue, origin: string): OpenFile[] {
  const tables = tablesOf(catalogue, origin)
  const json = (file: string, value: unknown): OpenFile => ({
    file,
    type: 'application/json',
    parts: () => [JSON.stringify(value)],
  })
  const schema = (name: string, value: JsonSchema) => json(schemaPath(name).slice(PAGES.open.length), value)
  const publisher: Publisher = {
    name: 'yifang-jiangren',
    title: `${SITE.name}：劳务品牌数据`,
    description: SITE.description,
    homepage: origin + PAGES.open,
    licence: SITE.licence,
    checkedOn: catalogue.checkedOn,
  }
  return [
    ...tables.flatMap(({ name, rows, columns, schema: rowSchema }) => [
      { file: `${name}.csv`, type: 'text/csv', parts: () => [csvOf(rows, columns)] },
      { file: `${name}.json`, type: 'application/json', parts: () => jsonOf(rows) },
      { file: `${name}.ndjson`, type: 'application/x-ndjson', parts: () => ndjsonOf(rows) },
      schema(name, rowSchema),
    ]),
    { file: 'catalogue.json', type: 'application/json', parts: () => wholeCatalogue(tables, publisher) },
    ...regionFiles(catalogue, tables, origin),
    json('changes.json', {
      form: FORM_CHANGES,
      content: changesOf(catalogue).map(({ path, ...change }) => ({ ...change, page: origin + path })),
    }),
    json('datapackage.json', dataPackage(publisher, tables)),
  ]
}

/** All tables in one file. */
function* wholeCatalogue(tables: readonly Dataset[], { title, homepage, licence, checkedOn }: Publisher) {
  const head = { version: DATA_VERSION, title, publisher: contentSource(), homepage, licence, checkedOn }
  yield `${JSON.stringify(head).slice(0, -1)},"tables":{`
  for (const [at, { name, rows }] of tables.entries()) {
    yield `${at === 0 ? '' : ','}${JSON.stringify(name)}:`
    yield* jsonOf(rows)
  }
  yield '}}'
}

/** One file per region that has something: what is there itself, and the addresses of the files below. */
function regionFiles(catalogue: Catalogue, tables: readonly Dataset[], origin: string): OpenFile[] {
  const finder = rowFinder(tables)
  const regions = regionsWithContent(catalogue)
  const filled = new Set(regions)
  return regions.map((region) => ({
    file: regionFilePath(region.id).slice(PAGES.open.length),
    type: 'application/json',
    parts: () => [
      JSON.stringify({
        version: DATA_VERSION,
        region: region.id,
        name: region.data.name,
        page: origin + region.path,
        licence: SITE.licence,
        checkedOn: catalogue.checkedOn,
        below: catalogue
          .subregions(region.id)
          .filter((other) => filled.has(other))
          .map(({ id }) => origin + regionFilePath(id)),
        tables: regionRows(region, catalogue, finder),
      }),
    ],
  }))
}

/** Stories by their publication, brands by their last check: the changes that the content itself dates. */
function changesOf(catalogue: Catalogue): Change[] {
  const stories = catalogue
    .list('story')
    .map(({ name, path, data }): Change => ({ at: data.publishedAt, change: '发布', name, path }))
  const brands = catalogue
    .list('brand')
    .map(({ name, path, data }): Change => ({ at: data.checkedOn, change: '核对', name, path }))
  return [...stories, ...brands].sort((a, b) => b.at.localeCompare(a.at))
}

const made = oncePer((_: Catalogue) => new Map<string, Dataset[]>())

/** The tables whatever addresses they name, for those who count them. */
const anyTables = (catalogue: Catalogue): Dataset[] => made(catalogue).values().next().value ?? tablesOf(catalogue, '')

/** The tables; every file is cut from them, so they are made once. */
function tablesOf(catalogue: Catalogue, origin: string): Dataset[] {
  const known = made(catalogue)
  const tables = known.get(origin) ?? datasets(catalogue, origin)
  known.set(origin, tables)
  return tables
}
