import { expect, it } from 'vitest'
import { Catalogue } from '../catalogue/catalogue.ts'
import type { RawFile } from '../catalogue/read.ts'
import { validate } from '../catalogue/validate.ts'
import { entryPage } from './entry.ts'

const place = (id: string, name: string, kind: string, region: string, body = '一处地方。', more = ''): RawFile => ({
  kind: 'place',
  id,
  file: `places/${id}/index.mdx`,
  text: `---\nname: ${name}\nkind: ${kind}\nsummary: 一处地方。\nregion: ${region}\n${more}---\n\n${body}\n`,
})

const { entries, problems } = validate([
  {
    kind: 'region',
    id: '',
    file: 'regions.yaml',
    text: [
      '{ id: guizhou, name: 贵州省, shortName: 贵州, level: province }',
      '{ id: zy, name: 遵义市, shortName: 遵义, level: prefecture, parent: guizhou }',
      '{ id: za, name: 正安县, shortName: 正安, level: county, parent: zy }',
      '{ id: dz, name: 道真县, shortName: 道真, level: county, parent: zy }',
      '{ id: gy, name: 贵阳市, shortName: 贵阳, level: prefecture, parent: guizhou }',
    ]
      .map((line) => `- ${line}\n`)
      .join(''),
  },
  {
    kind: 'source',
    id: '',
    file: 'sources.yaml',
    text: '- { id: s, title: 通告, publisher: 某局, kind: news, confidence: reputable, date: 2026-03-01 }\n',
  },
  place('museum', '正安吉他博物馆', 'museum', 'za', '在[吉他广场](/places/square/)旁边。'),
  place('square', '吉他广场（中心）', 'square', 'za'),
  {
    kind: 'brand',
    id: 'b',
    file: 'brands/b/index.mdx',
    text: '---\nname: 吉他工匠\nsummary: 做吉他的人。\nregion: za\ncheckedOn: 2026-11-21\n---\n',
  },
  {
    kind: 'event',
    id: 'e',
    file: 'events/e/index.mdx',
    text: '---\nname: 比赛\ntype: contest\nsummary: 比手艺。\nregion: za\nplaces: [school]\n---\n\n在[实训基地](/places/school/)比。\n',
  },
  place('school', '实训基地', 'training-base', 'za', '一处地方。', 'brand: b\n'),
  place('park', '乐器产业园', 'park', 'dz'),
  place(
    'hall',
    '展馆',
    'exhibition',
    'gy',
    '一处地方。',
    'visit: { hours: 每天, source: s, verifiedOn: 2026-10-01 }\n',
  ),
])
const catalogue = new Catalogue(entries, '2026-11-28')
const page = (id: string) => entryPage(catalogue.get('place', id), catalogue, '/')
const fact = (id: string, name: string) => page(id).facts.find((row) => row.name === name)
const nearby = (id: string) => page(id).groups.find(({ name }) => name.startsWith('同在'))

it('rests on sound content', () => {
  expect(problems).toEqual([])
})

it.each([
  ['museum', '正安县文化和旅游部门'],
  ['school', '正安县人力资源和社会保障部门'],
  ['park', '道真县人民政府'],
])('%s without hours says whom to ask first: %s', (id, office) => {
  expect(fact(id, '开放时间、门票')).toEqual({ name: '开放时间、门票', value: '', note: `去之前先问${office}` })
})

it('with published hours shows them instead', () => {
  expect(fact('hall', '开放时间')?.value).toBe('每天')
  expect(fact('hall', '开放时间、门票')).toBeUndefined()
})

it.each([
  ['museum', '正安吉他博物馆'],
  ['square', '正安吉他广场'],
  ['hall', '贵阳展馆'],
])('%s is looked for on a map by its name and place, each once: %s', (id, wanted) => {
  expect(fact(id, '在地图里找')?.href).toBe(`https://uri.amap.com/search?keyword=${encodeURIComponent(wanted)}`)
})

it('names what else is in the county and is not on the page already', () => {
  expect(nearby('museum')?.name).toBe('同在正安县')
  expect(nearby('museum')?.links.map(({ name }) => name)).toEqual(['实训基地'])
})

it('stands behind brands and before events, also where no place is tied to it', () => {
  expect(page('museum').groups.map(({ name }) => name)).toEqual(['地点', '同在正安县'])
  expect(page('school').groups.map(({ name }) => name)).toEqual(['所属与相关品牌', '同在正安县', '活动'])
})

it('goes on to the city where the county has no other place, and never to the province', () => {
  expect(nearby('park')?.name).toBe('同在遵义市')
  expect(nearby('park')?.links).toHaveLength(3)
  expect(nearby('hall')).toBeUndefined()
})
