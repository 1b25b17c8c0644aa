import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { claim } from './claim.ts'
import { contact } from './contact.ts'
import { explainIssue, nearest } from './explain.ts'
import { KINDS, type Kind } from './index.ts'
import { fieldsAt, inputSchema, referencesIn } from './references.ts'
import { calendarDate, id, isCalendarDate, publishedAt } from './shared.ts'

describe('shared fields', () => {
  it.each(['fumian-caifeng', 'a', 'yl-2022-54'])('takes the id %s', (text) => {
    expect(id.safeParse(text).success).toBe(true)
  })

  it.each(['福绵', 'Fumian', 'a--b', '-a', 'a-', 'a.b', '', 'a'.repeat(61)])('refuses the id %j', (text) => {
    expect(id.safeParse(text).success).toBe(false)
  })

  it.each(['2022', '2022-02', '2024-02-29'])('knows the date %s', (text) => {
    expect(isCalendarDate(text)).toBe(true)
  })

  it.each(['2023-02-29', '2022-13', '2022-00', '22-01-01', '2022/01/01', '2022年'])('refuses the date %s', (text) => {
    expect(isCalendarDate(text)).toBe(false)
  })

  it('takes a bare year, which YAML reads as a number', () => {
    expect(calendarDate.parse(2022)).toBe('2022')
  })

  it('wants a minute and the Beijing offset in a publication time', () => {
    expect(publishedAt.safeParse('2026-11-22T09:00+08:00').success).toBe(true)
    for (const text of ['2026-11-22', '2026-11-22T09:00Z', '2026-02-30T09:00+08:00']) {
      expect(publishedAt.safeParse(text).success).toBe(false)
    }
  })
})

describe('claim', () => {
  const base = { id: 'c', text: '一句话。', source: 's' }

  it('may be a fact without a figure', () => {
    expect(claim.parse(base)).toMatchObject({ kind: 'actual', topic: 'other' })
  })

  it('wants label and unit with a value', () => {
    const result = claim.safeParse({ ...base, value: 3 })
    expect(result.error?.issues.map((issue) => issue.path.join('.'))).toEqual(['label', 'unit'])
  })

  it('refuses an unknown kind', () => {
    expect(claim.safeParse({ ...base, kind: '目标' }).success).toBe(false)
  })
})

describe('contact', () => {
  const valid = (fields: object) => contact.safeParse({ source: 's', ...fields }).success

  it.each(['0775-2690000', '010-12345678', '0851-85820000-802', '400-889-1234', '12333', '96333'])(
    'takes the office phone %s',
    (phone) => {
      expect(valid({ phone })).toBe(true)
    },
  )

  it.each(['13800138000', '138 0013 8000', '+8613800138000', '0775-13800138000', '１３８００１３８０００'])(
    'refuses the mobile number %s',
    (phone) => {
      expect(valid({ phone })).toBe(false)
    },
  )

  it('wants a source and at least one channel', () => {
    expect(contact.safeParse({ phone: '12333' }).success).toBe(false)
    expect(valid({})).toBe(false)
    expect(valid({ web: 'javascript:alert(1)' })).toBe(false)
    expect(valid({ web: 'https://www.example.gov.cn/' })).toBe(true)
  })
})

describe('an event', () => {
  const isSound = (start: string, end: string) =>
    KINDS.event.schema.safeParse({ name: '推介会', type: 'expo', summary: '一次会。', start, end }).success

  it.each([
    ['2026-05-01T09:00+08:00', '2026-05-01'],
    ['2026-05-01', '2026-05-01T09:00+08:00'],
    ['2026-05-01', '2026-05'],
    ['2026-05', '2026-05-01'],
    ['2026-05-03', '2026'],
    ['2026-05-01', '2026-05-02'],
    ['2026-05-01T09:00+08:00', '2026-05-01T09:00+08:00'],
  ])('from %s may end on %s: as far as both are known it is not earlier', (start, end) => {
    expect(isSound(start, end)).toBe(true)
  })

  it.each([
    ['2026-05-02', '2026-05-01'],
    ['2026-05-02T09:00+08:00', '2026-05-01'],
    ['2026-05-01T09:00+08:00', '2026-05-01T08:59+08:00'],
    ['2026-05-01', '2026-04'],
    ['2026-05-03', '2025'],
  ])('from %s may not end on %s', (start, end) => {
    expect(isSound(start, end)).toBe(false)
  })
})

describe('a live broadcast', () => {
  const live = (startsAt: string, endsAt: string) =>
    KINDS.media.schema.safeParse({
      name: '直播',
      kind: 'live',
      summary: '一次直播。',
      producer: '某单位',
      startsAt,
      endsAt,
      url: 'https://video.example/1',
      source: 's',
    })

  it('ends after it begins', () => {
    expect(live('2026-05-01T09:00+08:00', '2026-05-01T09:01+08:00').success).toBe(true)
    for (const endsAt of ['2026-05-01T09:00+08:00', '2026-05-01T08:59+08:00', '2026-04-30T23:00+08:00'])
      expect(live('2026-05-01T09:00+08:00', endsAt).error?.issues).toMatchObject([
        { path: ['endsAt'], message: '结束时间要晚于开播时间' },
      ])
  })
})

describe('the day of the last check', () => {
  const issues = (kind: Kind, data: object) => KINDS[kind].schema.safeParse(data).error?.issues ?? []

  it.each([2026, '2026', '2026-11'])('is a day, not %s: feeds and calendars print it', (date) => {
    const brand = { name: '福绵裁缝', summary: '做衣服的人。', region: 'fm', checkedOn: date }
    expect(issues('brand', brand)).toMatchObject([{ path: ['checkedOn'], message: '这里要写到日，例如 2026-12-31' }])
    const visit = { hours: '九点', source: 's', verifiedOn: date }
    const place = { name: '园', kind: 'park', region: 'fm', summary: '一个园。', visit }
    expect(issues('place', place)).toMatchObject([
      { path: ['visit', 'verifiedOn'], message: '这里要写到日，例如 2026-12-31' },
    ])
  })
})

describe('every kind', () => {
  const kinds = Object.keys(KINDS) as Kind[]

  it.each(kinds)('%s refuses unknown fields', (kind) => {
    const result = KINDS[kind].schema.safeParse({ 没有这一栏: 1 })
    expect(result.error?.issues.some((issue) => issue.code === 'unrecognized_keys')).toBe(true)
  })

  it.each(kinds)('%s has a Chinese title for every field a writer fills in', (kind) => {
    const untitled: string[] = []
    const walk = (schema: Record<string, unknown>, path: string) => {
      for (const [key, value] of Object.entries((schema.properties ?? {}) as Record<string, Record<string, unknown>>)) {
        if (typeof value.title !== 'string' || !/\p{Script=Han}/u.test(value.title)) untitled.push(`${path}${key}`)
        walk(value, `${path}${key}.`)
        if (value.items) walk(value.items as Record<string, unknown>, `${path}${key}[].`)
      }
    }
    walk(inputSchema(kind) as Record<string, unknown>, '')
    expect(untitled).toEqual([])
  })

  it.each(kinds)('%s asks for at most nine fields', (kind) => {
    const schema = z.toJSONSchema(KINDS[kind].schema, { io: 'input' })
    expect((schema.required ?? []).length).toBeLessThanOrEqual(9)
  })
})

describe('references', () => {
  it('finds every reference of an entry, nested ones too', () => {
    const found = referencesIn('brand', {
      region: 'fumian',
      parent: 'p',
      trades: [{ trade: 't', source: 's1' }],
      claims: [{ id: 'c', source: 's2' }],
      steward: { name: 'x', source: 's3' },
    })
    expect(found.map(({ kind, id }) => `${kind}/${id}`).sort()).toEqual([
      'brand/p',
      'region/fumian',
      'source/s1',
      'source/s2',
      'source/s3',
      'trade/t',
    ])
    expect(found.find(({ id }) => id === 's1')?.path).toEqual(['trades', 0, 'source'])
  })

  it('knows the fields at a path', () => {
    expect(fieldsAt('brand', ['claims', 3])).toContain('locator')
  })
})

describe('explanations', () => {
  it('suggests the field that was meant', () => {
    const { error } = KINDS.story.schema.safeParse({ titel: 'x' }, { reportInput: true })
    const unknown = error?.issues.find((issue) => issue.code === 'unrecognized_keys')
    expect(unknown && explainIssue(unknown, fieldsAt('story', []))).toEqual([
      {
        rule: 'unknown-field',
        key: 'titel',
        meant: 'title',
        message: '没有「titel」这一栏',
        fix: '是不是想写 title？不是就删掉这一行',
      },
    ])
  })

  it.each(Object.keys(KINDS) as Kind[])('say in one sentence when a row of %s is no mapping', (kind) => {
    for (const [row, word] of [
      ['hello', '一行文字'],
      [7, '一个数字'],
      [['a'], '一个列表'],
      [true, '真假'],
    ] as const) {
      const issues = KINDS[kind].schema.safeParse(row, { reportInput: true }).error?.issues ?? []
      expect(issues.flatMap((issue) => explainIssue(issue)).map(({ rule, message }) => [rule, message])).toEqual([
        ['wrong-type', `这里是${word}，不是一栏一栏的内容`],
      ])
    }
  })

  it('suggests nothing far away', () => {
    expect(nearest('abcdef', ['title', 'lead'])).toBeUndefined()
  })
})
