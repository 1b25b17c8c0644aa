import { describe, expect, it } from 'vitest'
import { Catalogue } from '../catalogue/catalogue.ts'
import type { RawFile } from '../catalogue/read.ts'
import { validate } from '../catalogue/validate.ts'
import { calendarPlans, calendarText } from './calendar.ts'
import { entryPage } from './entry.ts'
import { findPage } from './find.ts'
import { regionList } from './regions.ts'
import { counts } from './tables.ts'

const event = (id: string, lines: string): RawFile => ({
  kind: 'event',
  id,
  file: `events/${id}/index.mdx`,
  text: `---\nname: ${id}\ntype: expo\nsummary: 办展会。\nregion: za\n${lines}\n---\n\n办展会。\n`,
})

const files: RawFile[] = [
  {
    kind: 'region',
    id: '',
    file: 'regions.yaml',
    text: [
      '{ id: guizhou, name: 贵州省, shortName: 贵州, level: province }',
      '{ id: zy, name: 遵义市, shortName: 遵义, level: prefecture, parent: guizhou }',
      '{ id: za, name: 正安县, shortName: 正安, level: county, parent: zy }',
      '{ id: dz, name: 道真县, shortName: 道真, level: county, parent: zy }',
    ]
      .map((line) => `- ${line}\n`)
      .join(''),
  },
  { kind: 'trade', id: '', file: 'trades.yaml', text: '- { id: t, name: 制琴, summary: 做琴。 }\n' },
  {
    kind: 'brand',
    id: 'b',
    file: 'brands/b/index.mdx',
    text: '---\nname: 吉他工匠\nsummary: 做吉他的人。\nregion: za\ncheckedOn: 2026-11-21\n---\n',
  },
  {
    kind: 'place',
    id: 'p',
    file: 'places/p/index.mdx',
    text: '---\nname: 吉他广场\nkind: square\nsummary: 一处广场。\nregion: dz\n---\n\n一处广场。\n',
  },
  event('c-first', 'formerIds: [c-once]\nstart: 2024-05-01\nvenue: 贵州省正安县吉他广场'),
  event('a-last', 'start: 2026-12-01\nend: 2026-12-03\nvenue: 正安县吉他广场'),
  event('b-middle', 'start: 2025-05\nvenue: 贵州饭店'),
  {
    kind: 'source',
    id: '',
    file: 'sources.yaml',
    text: '- { id: s, title: 报道, publisher: 某报, kind: news, confidence: reputable, date: 2025-03-01 }\n',
  },
  {
    kind: 'figure',
    id: 'li',
    file: 'figures/li/index.mdx',
    text: [
      '---',
      'name: 李师傅',
      'roles: [master]',
      'summary: 做琴的师傅。',
      'claims:',
      '  - { id: whole, text: 李师傅2002年起做琴。, source: s, asOf: "2002", basis: 报道 }',
      '  - { id: part, text: 李师傅带过徒弟12名。, label: 徒弟, value: 12, unit: 名, source: s, locator: 第2段 }',
      '  - { id: unsaid, text: 李师傅住在县城。, source: s, locator: 第3段 }',
      '---',
      '',
      '李师傅<Claim id="whole">2002年起做琴</Claim>，<Claim id="part">带过徒弟</Claim>。',
      '',
    ].join('\n'),
  },
]

const { entries, problems } = validate(files)
const catalogue = new Catalogue(entries, '2026-11-28')
const page = (id: string, of = catalogue) => entryPage(of.get('event', id), of, '/')

it('rests on sound content', () => {
  expect(problems).toEqual([])
})

describe('an event', () => {
  it('can be taken along until its last day is over', () => {
    const on = (day: string) => page('a-last', new Catalogue(entries, day)).calendar
    expect(on('2026-12-03')?.shown).toEqual({ until: '2026-12-03', hidden: false })
    expect(on('2026-12-04')).toBeUndefined()
  })

  it('keeps its file when it is over', () => {
    expect(page('c-first').calendar).toBeUndefined()
    expect(calendarPlans(catalogue).map(({ name }) => name)).toContain('events/c-first')
  })

  it('keeps its file under the id it once had', () => {
    const plans = calendarPlans(catalogue).filter(({ name }) => /c-(?:first|once)$/.test(name))
    expect(plans.map(({ name, events }) => [name, events[0]?.id])).toEqual([
      ['events/c-first', 'c-first'],
      ['events/c-once', 'c-first'],
    ])
  })

  it.each([
    ['c-first', '贵州省正安县吉他广场'],
    ['a-last', '贵州遵义 正安县吉他广场'],
    ['b-middle', '贵州遵义正安 贵州饭店'],
  ])('%s is said to be where it is, once', (id, where) => {
    expect(calendarText(catalogue.get('event', id), catalogue)).toContain(`地点：${where}`)
  })

  it('stands between its neighbours in time', () => {
    expect(page('b-middle').pager).toMatchObject({ previous: { name: 'a-last' }, next: { name: 'c-first' } })
  })
})

describe('a person', () => {
  const view = entryPage(catalogue.get('figure', 'li'), catalogue, '/')

  it('is told every fact once: what the text tells in full is not listed below, what it only touches is', () => {
    expect(view.claims.map(({ id }) => id)).toEqual(['part', 'unsaid'])
    expect(view.tells).toBe(true)
  })

  it('has the basis of what is not listed in the notes', () => {
    expect(view.notes.flatMap(({ remarks }) => remarks).join()).toContain('算的是：报道')
  })
})

describe('regions', () => {
  it('show the brands of whole prefectures and provinces, each in one place', () => {
    const moved = (region: string) => {
      const brand = files.find(({ kind }) => kind === 'brand') as (typeof files)[number]
      const text = brand.text.replace('region: za', `region: ${region}`)
      return new Catalogue(
        validate([...files.filter((file) => file !== brand), { ...brand, text }]).entries,
        '2026-11-28',
      )
    }
    const shown = (of: Catalogue) => {
      const { provinces, groups } = regionList(of)
      const names = (links: ReadonlyArray<{ name: string }>) => links.map(({ name }) => name)
      return {
        provinces: provinces.flatMap(({ own }) => names(own)),
        prefectures: groups.flatMap(({ own }) => names(own)),
        counties: groups.flatMap(({ squares }) => squares.flatMap(({ brands }) => names(brands))),
      }
    }
    const nowhere = { provinces: [], prefectures: [], counties: [] }
    expect(shown(catalogue)).toEqual({ ...nowhere, counties: ['吉他工匠'] })
    expect(shown(moved('zy'))).toEqual({ ...nowhere, prefectures: ['吉他工匠'] })
    expect(shown(moved('guizhou'))).toEqual({ ...nowhere, provinces: ['吉他工匠'] })
  })
})

describe('words for how many there are', () => {
  it('count each kind as one counts it', () => {
    const words = counts(catalogue).map(({ name, count }) => name + count)
    expect(words).toEqual(expect.arrayContaining(['品牌1个', '活动3场', '地点1处']))
  })

  it('say which regions have a brand', () => {
    const { groups, states } = regionList(catalogue)
    expect(groups.map(({ covered }) => covered)).toEqual([1])
    expect(states.map(({ count }) => count)).toEqual([1, 1, 0])
    expect(groups[0]?.squares.flatMap(({ brands }) => brands.map(({ name }) => name))).toEqual(['吉他工匠'])
    expect(findPage(catalogue).places.map(({ name }) => name)).toEqual(['贵州省', '遵义市', '正安县'])
  })
})
