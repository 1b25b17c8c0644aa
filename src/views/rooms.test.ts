import { describe, expect, it } from 'vitest'
import { Catalogue } from '../catalogue/catalogue.ts'
import { publishDay } from '../catalogue/publication.ts'
import type { RawFile } from '../catalogue/read.ts'
import { validate } from '../catalogue/validate.ts'
import { KINDS, type Kind, RECORD_KINDS } from '../schemas/index.ts'
import { toCsv } from '../text/csv.ts'
import { lastDay, monthsAfter } from '../text/dates.ts'
import { changesPage } from './changes.ts'
import { compareBrand } from './compare.ts'
import { mayShowPictures, shownPhotos } from './consent.ts'
import { directoryPage } from './directory.ts'
import { gridOf } from './grid.ts'
import { homePage } from './home.ts'
import { eventViews, linkViews, upcomingEvents } from './links.ts'
import { mediaView } from './media.ts'
import { progressPage } from './progress.ts'
import { openRooms, ROOMS, roomCsv, roomPage } from './rooms.ts'
import { overBadge, shownUntil, staleBadge } from './shown.ts'

const table = (kind: Kind, text: string): RawFile => {
  const place = KINDS[kind]
  return { kind, id: '', file: 'table' in place ? place.table : '', text }
}
const manuscript = (kind: Kind, id: string, head: string, body = '文。'): RawFile => {
  const place = KINDS[kind]
  const folder = 'folder' in place ? place.folder : ''
  return { kind, id, file: `${folder}/${id}/index.mdx`, text: `---\n${head.trim()}\n---\n\n${body}\n` }
}

const BASE: RawFile[] = [
  table('source', '- { id: s, title: 公告, publisher: 人社局, kind: government, confidence: primary }\n'),
  table('trade', '- { id: t, name: 缝纫工, summary: 做衣服。 }\n'),
  table('region', '- { id: r, name: 甲县, shortName: 甲, level: county, code: "520901" }\n'),
]
const brand = (extra = '', id = 'b') =>
  manuscript(
    'brand',
    id,
    `name: ${id === 'b' ? '甲' : id}裁缝\nsummary: 做衣服的人。\nregion: r\ncheckedOn: 2026-11-01\n${extra}`,
  )
const ORGANISATION = manuscript('organisation', 'o', 'name: 甲厂\nkind: company\nregion: r\nsummary: 厂。')

const read = (...files: RawFile[]) => validate([...BASE, ...files])
function catalogueOf(files: RawFile[], now?: string): Catalogue {
  const { entries, problems } = read(...files)
  expect(problems).toEqual([])
  return new Catalogue(entries, now)
}

const SHARING = `
- id: p
  name: 缺缝纫工
  kind: short
  organisation: o
  trade: t
  people: 3
  expiresOn: 2026-12-31
  contact: { phone: 0855-1234567, source: s }
  source: s
`

describe('days', () => {
  it.each([
    ['2025', '2025-12-31'],
    ['2025-02', '2025-02-28'],
    ['2024-02', '2024-02-29'],
    ['2025-07-05', '2025-07-05'],
  ])('%s ends on %s', (date, day) => expect(lastDay(date)).toBe(day))

  it('counts months and keeps to the last day of short ones', () => {
    expect(monthsAfter('2024-02-29', 12)).toBe('2025-02-28')
    expect(monthsAfter('2025-11-30', 3)).toBe('2026-02-28')
    expect(monthsAfter('2025-12-01', 1)).toBe('2026-01-01')
  })

  it('marks what is over from the day after, and what is old a year after', () => {
    expect(overBadge('2025-07-05', '2025-07-05', '已结束')).toMatchObject({ from: '2025-07-06', hidden: true })
    expect(overBadge('2025-07-05', '2025-07-06', '已结束').hidden).toBe(false)
    expect(overBadge('2025', '2025-12-31', '已结束').hidden).toBe(true)
    expect(staleBadge('2025-11-22', '2026-11-21').hidden).toBe(true)
    expect(staleBadge('2025-11-22', '2026-11-22').hidden).toBe(false)
    expect(shownUntil('2026-11-22', '2026-11-22').hidden).toBe(false)
    expect(shownUntil('2026-11-22', '2026-11-23').hidden).toBe(true)
  })

  it('takes the day of the build in Beijing, and no other word for it', () => {
    expect(publishDay('2026-11-22')).toBe('2026-11-22')
    expect(publishDay('2026-11-22T18:00Z')).toBe('2026-11-23')
    expect(publishDay('')).toBeUndefined()
    expect(() => publishDay('明天')).toThrow('PUBLISH_NOW')
  })

  it('goes by the newest day in the content where the build was told none', () => {
    expect(catalogueOf([brand()]).today).toBe('2026-11-01')
    expect(catalogueOf([brand()], '2027-01-01').today).toBe('2027-01-01')
  })
})

describe('tables', () => {
  it('leave out a column in which every cell is blank', () => {
    const grid = gridOf(
      ['x'],
      [
        { name: '有', cell: (text: string) => ({ text }) },
        { name: '空', cell: () => ({}) },
      ],
    )
    expect(grid.columns.map(({ name }) => name)).toEqual(['有'])
    expect(grid.rows).toEqual([[{ text: 'x' }]])
  })

  it('never hand a formula to a spreadsheet', () => {
    expect(toCsv([['=1+1', 'a,b', '"引"', '-3']])).toBe('\uFEFF\'=1+1,"a,b","""引""",\'-3\r\n')
  })

  it('put the best claim of a topic in the directory: a result before a target', () => {
    const catalogue = catalogueOf([
      brand(`claims:
  - { id: goal, text: 到2025年1万人次。, label: 就业, value: 10000, unit: 人次, kind: target, topic: workforce, source: s }
  - { id: now, text: 有3000人。, label: 从业, value: 3000, unit: 人, topic: workforce, source: s }`),
    ])
    const page = directoryPage(catalogue, '/')
    const at = page.grid.columns.findIndex(({ name }) => name === '从业规模')
    expect(page.grid.rows[0]?.[at]?.claim?.id).toBe('now')
    expect(page.unfilled).toContain('成熟度')
    // Sizes are not comparable: nobody may sort by them.
    expect(page.grid.columns[at]?.sort).toBe(false)
  })
})

describe('rooms', () => {
  it('cover every record kind exactly once', () => {
    expect(ROOMS.flatMap(({ kinds }) => kinds).sort()).toEqual([...RECORD_KINDS].sort())
  })

  it('stay closed without an entry and open with the first', () => {
    expect(openRooms(catalogueOf([brand()]))).toEqual([])
    const catalogue = catalogueOf([ORGANISATION, table('sharing', SHARING)])
    expect(openRooms(catalogue).map(({ title }) => title)).toEqual(['共享用工'])
  })

  it('print the fields in the order and under the titles of the schema', () => {
    const catalogue = catalogueOf([ORGANISATION, table('sharing', SHARING)], '2026-12-31')
    const [room] = openRooms(catalogue)
    const record = roomPage(room as (typeof ROOMS)[number], catalogue).sections[0]?.records[0]
    expect(record?.rows.map(({ name, value }) => [name, value])).toEqual([
      ['缺工或富余', '缺工'],
      ['单位', '甲厂'],
      ['工种', '缝纫工'],
      ['人数', '3'],
      ['有效到', '2026年12月31日'],
      ['办公电话', '0855-1234567'],
    ])
    expect(record?.shown).toEqual({ until: '2026-12-31', hidden: false })
  })

  it('hide a post on the day after it expires', () => {
    const catalogue = catalogueOf([ORGANISATION, table('sharing', SHARING)], '2027-01-01')
    const [room] = openRooms(catalogue)
    expect(roomPage(room as (typeof ROOMS)[number], catalogue).sections[0]?.records[0]?.shown?.hidden).toBe(true)
    // Pages that link to posts, such as that of the organisation, let it go too.
    expect(linkViews(catalogue.related(catalogue.get('organisation', 'o'), 'sharing'), catalogue)).toEqual([])
  })

  it('say that not being listed means nothing', () => {
    const trust = ROOMS.find(({ kinds }) => kinds.includes('listing'))
    expect(trust?.statement?.text).toContain('本站未收录')
    expect(trust?.statement?.text).not.toContain('没有失信')
  })

  it('write references and words, not ids, into the table to download', () => {
    const row =
      '- { id: x, name: 班, trade: t, provider: 校, subsidy: "no", region: r, validFrom: 2026-01-01, validTo: 2026-12-31, source: s }\n'
    const catalogue = catalogueOf([table('training', row)])
    const [, line] = roomCsv(openRooms(catalogue)[0] as (typeof ROOMS)[number], catalogue).split('\r\n')
    expect(line).toBe('x,班,缝纫工,,,,校,,,非补贴,甲县,,2026-01-01,2026-12-31,,公告')
  })
})

describe('what must not be written', () => {
  const rulesOf = (...files: RawFile[]) => read(...files).problems.map(({ rule, message }) => `${rule} ${message}`)

  it('a post without an expiry, or through a mobile telephone', () => {
    expect(rulesOf(ORGANISATION, table('sharing', SHARING.replace(/ {2}expiresOn.*\n/, ''))).join()).toContain(
      'expiresOn',
    )
    expect(rulesOf(ORGANISATION, table('sharing', SHARING.replace('0855-1234567', '"13800001234"'))).join()).toContain(
      '手机号是个人信息',
    )
  })

  it('a post of anybody but an organisation with an entry', () => {
    expect(rulesOf(table('sharing', SHARING)).join()).toContain('没有编号为「o」的机构')
  })

  it('a sole trader in the lists of trust', () => {
    const row = (code: string) =>
      `- { id: l, name: 某厂, list: dishonest, creditCode: "${code}", authority: 局, decision: 1号, date: 2026-01-01, source: s }\n`
    expect(rulesOf(table('listing', row('91520901MA6ABCDE2X')))).toEqual([])
    expect(rulesOf(table('listing', row('92520901MA6ABCDE2X'))).join()).toContain('个体工商户')
  })

  it.each([
    [
      'listing',
      '{ id: x, name: 李秀英, list: trusted, creditCode: "91520901MA6ABCDE2X", authority: 局, decision: 1号, date: 2026-01-01, source: s }',
      '不写个人',
    ],
    [
      'listing',
      '{ id: x, name: 甲厂, list: trusted, creditCode: "91520901MA6ABCDE2X", authority: 局, decision: 1号, date: 2026-02-01, repairedOn: 2026-01-01, source: s }',
      '早于列入',
    ],
    [
      'training',
      '{ id: x, name: 班, trade: t, provider: 校, subsidy: "no", region: r, validFrom: 2027-01-01, validTo: 2026-12-31, source: s }',
      '止的日期早于起',
    ],
    [
      'evaluation',
      '{ id: x, name: 评, subject: 甲厂, evaluator: 局, method: 查, result: 甲, date: 2026-02-01, validTo: 2026-01-01, source: s }',
      '有效期早于评价',
    ],
    [
      'evaluation',
      '{ id: x, name: 评, subject: 李秀英, evaluator: 局, method: 查, result: 甲, date: 2026-01-01, validTo: 2026-02-01, source: s }',
      '不写个人',
    ],
    ['commitment', '{ id: x, name: 书, signer: 李秀英, date: 2026-01-01, text: [一。], source: s }', '不写个人'],
    [
      'standard',
      '{ id: x, name: 规范, number: 随便, level: group, status: current, date: 2026-01-01, source: s }',
      '要有数字',
    ],
  ] as const)('a row of %s that contradicts itself or names a person: %s', (kind, row, said) => {
    expect(rulesOf(table(kind, `- ${row}\n`)).join()).toContain(said)
  })

  it.each([
    [
      'listing',
      '{ id: x, name: 甲厂, list: trusted, creditCode: "91520901MA6ABCDE2X", authority: 局, decision: 1号, date: 2027-02-01, source: s }',
    ],
    ['standard', '{ id: x, name: 规范, number: Q/1, level: group, status: current, date: 2030-01-01, source: s }'],
  ] as const)('a row of %s that is dated after the day it is written: %s', (kind, row) => {
    const { problems } = validate([...BASE, table(kind, `- ${row}\n`)], undefined, { latest: '2026-12-01' })
    expect(problems).toMatchObject([{ rule: 'future-date', level: 'error' }])
  })

  it('a call without a deadline', () => {
    expect(rulesOf(manuscript('event', 'e', 'name: 征集\ntype: call\nsummary: 征集。')).join()).toContain('要写 call')
  })

  it('a result of a target that does not exist', () => {
    expect(rulesOf(brand('claims:\n  - { id: a, text: 句。, source: s, resultOf: none }')).join()).toContain('none')
  })

  it('a leading company that left the list without saying when', () => {
    const head = 'name: 甲厂\nkind: company\nregion: r\nsummary: 厂。\nleading:\n  - '
    expect(
      rulesOf(
        manuscript('organisation', 'o', `${head}{ level: county, year: 2024, status: removed, source: s }`),
      ).join(),
    ).toContain('调出年份')
  })
})

describe('people', () => {
  const person = (extra: string, body = '文。') =>
    manuscript('figure', 'zhang', `name: 张三丰\nroles: [leader]\nsummary: 人。\nbrand: b\n${extra}`, body)
  const CONSENT = 'consent: { scope: 照片, givenOn: 2026-01-01, expiresOn: 2026-12-31, keptBy: 人社局 }'

  it('who asked to be taken down are in no list, and nobody may name them', () => {
    const gone = person('withdrawnOn: 2026-10-01')
    const catalogue = catalogueOf([brand(), gone])
    expect(catalogue.list('figure')).toEqual([])
    expect(catalogue.related(catalogue.get('brand', 'b'), 'figure')).toEqual([])
    expect(catalogue.withdrawn.map(({ id }) => id)).toEqual(['zhang'])
    const naming = manuscript(
      'story',
      'st',
      'title: 一个故事\nlead: 讲人。\nkind: deed\npublishedAt: 2026-11-01T09:00+08:00\nbrands: [b]\nclaims:\n  - { id: c, text: 有人来了。, source: s }',
      '张三丰来了。',
    )
    const erased = manuscript('figure', 'li', 'name: 已撤下\nroles: [leader]\nsummary: 已撤下\nwithdrawnOn: 2026-10-01')
    expect(read(brand(), gone, erased).problems).toEqual([])
    expect(read(brand(), gone, naming).problems).toMatchObject([
      { file: 'stories/st/index.mdx', rule: 'withdrawn-person' },
    ])
  })

  it('show photographs only with consent, while it lasts', () => {
    const photo = '<Photo src="./a.jpg" alt="一个人在缝纫机前做衣服" credit="某" licence="某" />'
    const withPhoto = (extra: string): RawFile => ({ ...person(extra, photo), beside: ['a.jpg'] })
    expect(read(brand(), withPhoto('')).problems).toMatchObject([{ rule: 'missing-consent', line: 8 }])
    const figure = catalogueOf([brand(), withPhoto(CONSENT)]).get('figure', 'zhang')
    expect(['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map((day) => mayShowPictures(figure, day))).toEqual(
      [false, true, true, false],
    )
    const told = (alt: string): RawFile => ({
      ...manuscript(
        'story',
        'st',
        'title: 一个故事\nlead: 讲人。\nkind: deed\npublishedAt: 2026-11-01T09:00+08:00\nbrands: [b]\nclaims:\n  - { id: c, text: 他做衣服。, source: s }',
        `<Claim id="c">他做衣服</Claim>。\n\n<Photo src="./a.jpg" alt="${alt}" credit="某" licence="某" />`,
      ),
      beside: ['a.jpg'],
    })
    const { name } = figure
    expect(read(brand(), person(''), told(`${name}在缝纫机前做衣服`)).problems).toMatchObject([
      { file: 'stories/st/index.mdx', rule: 'missing-consent', line: 13 },
    ])
    expect(read(brand(), person(''), told('两个人在缝纫机前做衣服')).problems).toEqual([])
    expect(read(brand(), person(CONSENT), told(`${name}在缝纫机前做衣服`)).problems).toEqual([])
    const shown = (day: string) => {
      const catalogue = catalogueOf([brand(), person(CONSENT), told(`${name}在缝纫机前做衣服`)], day)
      return shownPhotos(catalogue.get('story', 'st'), catalogue).size
    }
    expect(['2026-06-01', '2027-01-01'].map(shown)).toEqual([1, 0])
    const back = catalogueOf([brand(), withPhoto(CONSENT.replace('keptBy', 'withdrawnOn: 2026-03-01, keptBy'))])
    expect(mayShowPictures(back.get('figure', 'zhang'), '2026-06-01')).toBe(false)
  })
})

describe('events', () => {
  const event = (id: string, head: string) => manuscript('event', id, `name: 会${id}\nsummary: 会。\n${head}`)
  const catalogue = catalogueOf(
    [
      event('a', 'type: expo\nstart: 2026-11-20\nend: 2026-11-22'),
      event('b', 'type: expo\nstart: 2026-11-21'),
      event(
        'c',
        'type: call\ncall: { deadline: 2026-12-31, how: 交稿。, contact: { phone: 0855-1234567, source: s } }',
      ),
      event('d', 'type: expo'),
    ],
    '2026-11-22',
  )

  it('to come are those whose last day is not over, the soonest first', () => {
    expect(upcomingEvents(catalogue.list('event'), catalogue.today).map(({ id }) => id)).toEqual(['a', 'c'])
  })

  it.each([
    ['2026年11月20日至22日在甲县举行的会。', '在甲县举行的会。'],
    ['2026年11月20日，甲县的人比手艺。', '甲县的人比手艺。'],
    ['2026年11月开赛的比赛。', '比赛。'],
    ['2026年冬天的演出。', '2026年冬天的演出。'],
    ['2026年11月20日在甲县闭幕的比赛。', '在甲县闭幕的比赛。'],
    ['会在2026年11月20日举行。', '会在2026年11月20日举行。'],
  ])('do not say beside their date what that says: %s', (summary, line) => {
    const told = manuscript('event', 'f', `name: 会\nsummary: ${summary}\ntype: expo\nstart: 2026-11-20`)
    const lines = eventViews(catalogueOf([told]).list('event'), catalogueOf([told])).map((view) => view.line)
    expect(lines).toEqual([line])
  })

  it('of unknown date are never called over', () => {
    const views = eventViews(catalogue.list('event'), catalogue)
    expect(views.find(({ key }) => key === 'event/d')?.over).toBeUndefined()
    expect(views.find(({ key }) => key === 'event/b')?.over?.hidden).toBe(false)
    expect(views.find(({ key }) => key === 'event/c')).toMatchObject({ when: '2026年12月31日截止' })
  })

  it('that take place after the last day for entries are over when they have taken place', () => {
    const call = 'call: { deadline: 2026-11-01, how: 交稿。, contact: { phone: 0855-1234567, source: s } }'
    const contest = event('e', `type: contest\nstart: 2026-11-28\nend: 2026-11-30\n${call}`)
    const on = (day: string) => {
      const catalogue = catalogueOf([contest], day)
      const [view] = eventViews(catalogue.list('event'), catalogue)
      const coming = upcomingEvents(catalogue.list('event'), day).length
      return [view?.when, view?.over?.hidden, coming]
    }
    const when = '2026年11月28日—30日，报名2026年11月1日截止'
    expect(on('2026-11-22')).toEqual([when, true, 1])
    expect(on('2026-11-30')).toEqual([when, true, 1])
    expect(on('2026-12-01')).toEqual([when, false, 0])
  })
})

describe('a call', () => {
  const call = 'call: { deadline: 2026-11-15, how: 交稿。, contact: { phone: 0855-1234567, source: s } }'

  it.each(['', 'start: 2026\n', 'start: 2026-11\n', 'start: 2026-10-01\n'])(
    'is over after its last day, where nothing is known to be later: %j',
    (start) => {
      const catalogue = catalogueOf(
        [manuscript('event', 'e', `name: 会\nsummary: 会。\ntype: call\n${start}${call}`)],
        '2026-11-20',
      )
      const [view] = eventViews(catalogue.list('event'), catalogue)
      expect([view?.when, view?.over?.hidden]).toEqual(['2026年11月15日截止', false])
      expect(upcomingEvents(catalogue.list('event'), '2026-11-20')).toEqual([])
    },
  )
})

describe('a place', () => {
  it('has the stories of its brands, and so have the places it lies in', () => {
    const places = table(
      'region',
      '- { id: p, name: 乙市, shortName: 乙, level: prefecture, code: "520900" }\n- { id: r, name: 甲县, shortName: 甲, level: county, code: "520901", parent: p }\n- { id: q, name: 丙县, shortName: 丙, level: county, code: "520902", parent: p }\n',
    )
    const story = manuscript(
      'story',
      'st',
      'title: 一个厂的故事\nlead: 一个厂。\nkind: deed\nbrands: [b]\npublishedAt: 2026-11-02T09:00+08:00\nclaims:\n  - { id: c, text: 厂开了三年, source: s }',
    )
    const files = [...BASE.filter(({ kind }) => kind !== 'region'), places, brand(), story]
    const { entries, problems } = validate(files)
    expect(problems).toEqual([])
    const catalogue = new Catalogue(entries)
    const storiesIn = (region: string) =>
      catalogue.inRegion(region).flatMap(({ kind, id }) => (kind === 'story' ? [id] : []))
    expect(['r', 'p', 'q'].map(storiesIn)).toEqual([['st'], ['st'], []])
  })
})

describe('the front page', () => {
  it('keeps the places of entries that have got other ids, in the order it has them in', () => {
    const named = (id: string, name: string, former = '') =>
      manuscript('brand', id, `name: ${name}\nsummary: 做衣服的人。\nregion: r\ncheckedOn: 2026-11-01\n${former}`)
    const page = homePage(
      catalogueOf([
        named('a', '赤竹', 'formerIds: [chishui-zhuyishi]\n'),
        named('b', '福裁', 'formerIds: [fumian-caifeng]\n'),
        named('c', '别家'),
        named('zhengan-guitar-craftsman', '正吉'),
      ]),
    )
    expect(page.brands.map(({ name }) => name)).toEqual(['正吉', '福裁', '赤竹'])
    expect(page.swatches.map(({ path }) => path)).toContain('/brands/a/')
  })
})

describe('targets and results', () => {
  const programmeOf = (...claims: string[]) =>
    manuscript(
      'programme',
      'p',
      `title: 目标\nsummary: 目标。\nclaims:\n${claims.map((claim) => `  - { ${claim}, source: s }\n`).join('')}`,
    )

  it('stand side by side, and a target without a result has none', () => {
    const programme = programmeOf(
      'id: one, text: 建6个。, label: 基地, value: 6, unit: 个, kind: target',
      'id: two, text: 建3个。, label: 工坊, value: 3, unit: 个, kind: target',
      'id: built, text: 建了2个。, label: 基地, value: 2, unit: 个, resultOf: one',
      'id: else, text: 发了文。',
    )
    const { targets, programmes } = progressPage(catalogueOf([programme]), '/')
    expect(targets.map(({ target, results }) => [target.id, results.map(({ id }) => id)])).toEqual([
      ['one', ['built']],
      ['two', []],
    ])
    expect(programmes[0]?.results.map(({ id }) => id)).toEqual(['else'])
  })

  it('of a brand say in a comparison that their time is up, from the day after it on', () => {
    const target =
      '{ id: c, text: 到2025年训练100人。, label: 训练, value: 100, unit: 人, kind: target, asOf: 2025, source: s }'
    const result =
      '{ id: d, text: 2025年训练50人。, label: 训练, value: 50, unit: 人, asOf: 2025, topic: training, source: s }'
    const isPastOn = (day: string) => {
      const catalogue = catalogueOf([brand(`claims:\n  - ${target}\n  - ${result}\n`)], day)
      const { rows } = compareBrand(catalogue.get('brand', 'b'), catalogue)
      return Object.values(rows).flatMap((items) => items.flatMap(({ kind, isPast }) => (kind ? [[kind, isPast]] : [])))
    }
    expect(isPastOn('2025-12-31')).toEqual([
      ['actual', undefined],
      ['target', undefined],
    ])
    expect(isPastOn('2026-01-01')).toEqual([
      ['actual', undefined],
      ['target', true],
    ])
  })

  it('are numbered as the page is read, and say whose they are', () => {
    const programme = programmeOf('id: told, text: 发了文。', 'id: one, text: 建6个。, kind: target, locator: 第2条')
    const { targets, programmes } = progressPage(catalogueOf([programme]), '/')
    expect(targets.map(({ region, target }) => [region, target.mark.number])).toEqual([['全国', 1]])
    expect(programmes.map(({ targets, results }) => [targets, results[0]?.mark.number])).toEqual([[1, 2]])
  })

  it('say when the time of a target is up, on the day after its last', () => {
    const programme = programmeOf(
      'id: year, text: 到2025年建6个。, label: 基地, value: 6, unit: 个, kind: target, asOf: "2025"',
      'id: open, text: 建3个。, label: 工坊, value: 3, unit: 个, kind: target',
      'id: words, text: 到2023年健全政策。, kind: target, asOf: "2023"',
    )
    const pastOn = (day: string) => progressPage(catalogueOf([programme], day), '/').targets.map(({ isPast }) => isPast)
    expect(pastOn('2025-12-31')).toEqual([false, false, true])
    expect(pastOn('2026-01-01')).toEqual([true, false, true])
  })
})

describe('change log', () => {
  it('gathers every record, newest first', () => {
    const log = 'history: [{ date: 2026-01-02, text: 收录。 }, { date: 2026-03-04, text: 改了人数。 }]'
    expect(
      changesPage(catalogueOf([brand(log)])).days.map(({ year, title, changes }) => [year, title, changes[0]?.text]),
    ).toEqual([
      ['2026年', '3月4日', '改了人数。'],
      ['2026年', '1月2日', '收录。'],
    ])
  })

  it('tells the same change of many entries once', () => {
    const same = 'history: [{ date: 2026-01-02, text: 收录。 }]'
    const other = 'history: [{ date: 2026-01-02, text: 改名。 }]'
    const days = (count: number) => {
      const files = Array.from({ length: count }, (_, at) => brand(same, `b${at}`))
      return changesPage(catalogueOf([...files, brand(other, 'other')])).days
    }
    const [many] = days(6)
    expect(many).toMatchObject({ count: 7, alike: [{ text: '收录。' }], changes: [{ text: '改名。' }] })
    expect(many?.alike[0]?.entries).toHaveLength(6)
    expect(days(5)[0]).toMatchObject({ alike: [], count: 6 })
  })
})

describe('films', () => {
  const film = manuscript(
    'media',
    'f',
    'name: 片\nkind: film\nsummary: 片。\nproducer: 台\nminutes: 3.5\nurl: https://a.example/1\nplayer: https://p.example/1\nsource: s',
  )

  it('play here only from a host the owners named', () => {
    const catalogue = catalogueOf([film])
    const entry = catalogue.get('media', 'f')
    expect(mediaView(entry, catalogue, []).player).toBeUndefined()
    expect(mediaView(entry, catalogue, ['p.example']).player).toBe('https://p.example/1')
    expect(mediaView(entry, catalogue, ['example']).player).toBeUndefined()
    expect(mediaView(entry, catalogue, [])).toMatchObject({ duration: '约3分30秒', watch: { host: 'a.example' } })
  })
})
