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
        message: '没有「titel」这一栏',
        fix: '是不是想写 title？不是就删掉这一行',
      },
    ])
  })

  it('suggests nothing far away', () => {
    expect(nearest('abcdef', ['title', 'lead'])).toBeUndefined()
  })
})
