import { describe, expect, it } from 'vitest'
import { futureProblems, isClockBehind, latestDay } from './future.ts'
import type { RawFile } from './read.ts'
import { type ValidEntry, validate } from './validate.ts'

const LATEST = '2026-11-29'

const TABLES: RawFile[] = [
  {
    kind: 'source',
    id: '',
    file: 'sources.yaml',
    text: '- id: s1\n  title: 报道\n  publisher: 日报\n  kind: news\n  confidence: reputable\n  date: 2025\n',
  },
  {
    kind: 'region',
    id: '',
    file: 'regions.yaml',
    text: '- id: fm\n  name: 福绵区\n  shortName: 福绵\n  level: county\n',
  },
]

const brand = (more = '', checkedOn = '2026-11-21'): RawFile => ({
  kind: 'brand',
  id: 'fumian',
  file: 'brands/fumian/index.mdx',
  text: `---\nname: 福绵裁缝\nsummary: 做衣服的人。\nregion: fm\ncheckedOn: ${checkedOn}\n${more}---\n\n正文。\n`,
})

const story = (dates: string): RawFile => ({
  kind: 'story',
  id: 'a',
  file: 'stories/a/index.mdx',
  text: `---\ntitle: 一个故事\nlead: 一个人。\nkind: person\nbrands: [fumian]\n${dates}\nclaims:\n  - { id: c, text: 做过事。, source: s1 }\n---\n\n正文。\n`,
})

const found = (files: RawFile[], latest?: string) =>
  validate([...TABLES, ...files], undefined, { latest }).problems.map(({ line, rule, message }) => [
    line,
    rule,
    message,
  ])

const claim = (kind: string, asOf: string) =>
  `claims:\n  - id: a\n    text: 一句话。\n    kind: ${kind}\n    asOf: ${asOf}\n    source: s1\n`

describe('dates of what has happened', () => {
  it('name no year by which a result will be there: that is a target', () => {
    const figure = (text: string, more = '') =>
      brand(
        `claims:\n  - id: a\n    text: ${text}\n    label: 培训\n    value: 6\n    unit: 期\n    source: s1\n${more}`,
      )
    expect(found([figure('到2030年培训6期。')], LATEST)).toEqual([
      [8, 'future-result', expect.stringMatching(/到2030年，还没有到，却写成了实绩/)],
    ])
    for (const text of ['2030年培训6期。', '2030年底前培训6期。'])
      expect(found([figure(text)], LATEST), text).toEqual([[8, 'future-result', expect.stringMatching(/到2030年/)]])
    for (const text of [
      '到2025年培训6期。',
      '6期培训的证书有效期到2030年。',
      '2024年培训6期，2030年再办。',
      '2030年的班已报名6期。',
      '签下2030年的订单6期。',
    ])
      expect(found([figure(text)], LATEST), text).toEqual([])
    expect(found([figure('到2030年培训6期。', '    kind: target\n')], LATEST)).toEqual([])
    // A build asks no clock.
    expect(found([figure('到2030年培训6期。')])).toEqual([])
  })

  it('nor do events take place before their day', () => {
    const event = (start: string, summary: string): RawFile => ({
      kind: 'event',
      id: 'e',
      file: 'events/e/index.mdx',
      text: `---\nname: 缝纫大赛\ntype: contest\nstart: ${start}\nregion: fm\nsummary: ${summary}\nclaims:\n  - { id: c, text: 办大赛。, source: s1 }\n---\n\n正文。\n`,
    })
    for (const summary of ['大赛在福绵成功举行。', '大赛已在福绵落幕。', '福绵举办了大赛。'])
      expect(found([event('2027-05-01', summary)], LATEST), summary).toEqual([
        [6, 'future-event-held', expect.stringMatching(/还没有到/)],
      ])
    for (const summary of [
      '大赛将在福绵举行，已有人报名。',
      '去年成功举办的大赛今年移到福绵。',
      '大赛将成功举办。',
      '大赛已确定在会展中心举办。',
    ])
      expect(found([event('2027-05-01', summary)], LATEST), summary).toEqual([])
    expect(found([event('2026-05-01', '大赛在福绵成功举行。')], LATEST)).toEqual([])
  })

  it.each<[name: string, files: RawFile[], line: number]>([
    ['checkedOn', [brand('', '2062-11-21')], 5],
    ['checkedOn, a day too late', [brand('', '2026-11-30')], 5],
    ['publishedAt', [brand(), story('publishedAt: 2062-11-22T09:00+08:00')], 6],
    ['history', [brand('history:\n  - date: 2062-01-01\n    text: 改了。\n')], 7],
    ['timeline', [brand('timeline:\n  - date: 2062\n    text: 开厂。\n    source: s1\n')], 7],
    ['a result', [brand(claim('actual', '2026-12'))], 10],
    ['an estimate', [brand(claim('estimate', '2027'))], 10],
  ])('cannot lie in the future: %s', (_, files, line) => {
    expect(found(files, LATEST)).toEqual([[line, 'future-date', expect.stringMatching(/这一天还没有到/)]])
    // A build asks no clock.
    expect(found(files)).toEqual([])
  })

  it('of sources neither', () => {
    const [source, region] = TABLES as [RawFile, RawFile]
    const later = { ...source, text: source.text.replace('2025', '2052') }
    expect(validate([later, region, brand()], undefined, { latest: LATEST }).problems).toMatchObject([
      { file: 'sources.yaml', line: 6, rule: 'future-date' },
    ])
  })

  it.each<[name: string, files: RawFile[]]>([
    ['the last day itself', [brand('', LATEST)]],
    ['a target', [brand(claim('target', '2030'))]],
    ['a year that has begun', [brand(claim('actual', '2026'))]],
    [
      'a story that waits for its time',
      [brand(), story('publishedAt: 2027-01-01T09:00+08:00\npublishAt: 2027-01-01T09:00+08:00')],
    ],
    [
      'an event to come',
      [
        brand(),
        {
          kind: 'event',
          id: 'e',
          file: 'events/e/index.mdx',
          text: '---\nname: 推介会\ntype: expo\nsummary: 一次会。\nstart: 2027-05-01\nend: 2027-05-02\n---\n\n正文。\n',
        },
      ],
    ],
  ])('lets pass: %s', (_, files) => {
    expect(found(files, LATEST)).toEqual([])
  })
})

describe('the last day that can have come', () => {
  const clock = () => new Date('2026-11-28T15:59:00Z')

  it('is a day after the clock, in Beijing', () => {
    expect(latestDay(undefined, clock)).toBe('2026-11-29')
    expect(latestDay(undefined, () => new Date('2026-11-28T16:00:00Z'))).toBe('2026-11-30')
  })

  it('is that of the input time where one is given', () => {
    expect(latestDay('2026-10-01', clock)).toBe('2026-10-01')
    expect(() => latestDay('明天', clock)).toThrow('PUBLISH_NOW')
  })

  it('is not believed where most of the content is later', () => {
    const checked = (checkedOn: string): ValidEntry => ({ kind: 'brand', id: 'a', data: { checkedOn } as never })
    const entries = Array.from({ length: 12 }, (_, index) => checked(index < 7 ? '2026-11-21' : '2024-01-01'))
    expect(isClockBehind(entries, '2025-01-01')).toBe(true)
    expect(isClockBehind(entries, '2026-11-21')).toBe(false)
    // Few days prove nothing.
    expect(isClockBehind(entries.slice(0, 7), '2025-01-01')).toBe(false)
    const located = entries.map((entry) => ({ entry, file: 'x', locate: () => ({ line: 1, column: 1 }) }))
    expect(futureProblems(located, '2025-01-01')).toEqual([])
  })
})
