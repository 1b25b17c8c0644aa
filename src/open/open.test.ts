import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { KINDS, type Kind } from '../schemas/index.ts'
import { claimSchema, type JsonSchema, rowSchema } from './schema.ts'
import { columnsOf, csvOf, jsonOf, ndjsonOf } from './table.ts'

const kinds = Object.keys(KINDS) as Kind[]

describe('the published schemas', () => {
  it.each(kinds)('%s: a JSON Schema 2020-12 that knows its own keywords, without our search words', (kind) => {
    const schema = rowSchema(kind, `https://site.example/open/schemas/${kind}.json`)
    const ajv = new Ajv2020({ strict: false, validateFormats: false })
    expect(ajv.validateSchema(schema), JSON.stringify(ajv.errors)).toBe(true)
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema')
    expect(JSON.stringify(schema)).not.toMatch(/"(searchTerms|cues|ref|labels)":/)
    expect(Object.keys(schema.properties ?? {}).slice(0, 2)).toEqual(['id', 'page'])
  })

  it('refuse what they do not name', () => {
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(claimSchema('https://s.example/c'))
    const row = {
      id: 'brand/a#b',
      entry: 'brand/a',
      entryName: '甲',
      page: 'https://s.example/brands/a/',
      text: '一句话。',
      kind: 'actual',
      topic: 'other',
      source: 's',
      headline: false,
      publisher: '日报',
      sourceTitle: '题',
    }
    expect(validate(row), JSON.stringify(validate.errors)).toBe(true)
    expect(validate({ ...row, phone: '1' })).toBe(false)
    expect(validate({ ...row, kind: 'result' })).toBe(false)
  })

  it('say every key of a vocabulary in Chinese, however deep it stands', () => {
    const enumerations: JsonSchema[] = []
    JSON.stringify(
      [...kinds.map((kind) => rowSchema(kind, 'https://s.example/')), claimSchema('https://s.example/')],
      (_key, value) => {
        if (Array.isArray(value?.enum)) enumerations.push(value)
        return value
      },
    )
    expect(enumerations.length).toBeGreaterThan(30)
    for (const schema of enumerations)
      for (const key of schema.enum as string[])
        expect(schema['x-words']?.[key] ?? key, JSON.stringify(schema)).toMatch(/^\p{Script=Han}/u)
  })

  it('print them in lists too', () => {
    const columns = columnsOf(rowSchema('organisation', 'https://s.example/')).filter(({ key }) => key === 'roles')
    expect(csvOf([{ roles: ['trainer', 'employer'] }], columns)).toBe('\uFEFF作用\r\n培训单位；用工单位\r\n')
  })

  it('give every column a head of its own', () => {
    for (const schema of [
      ...kinds.map((kind) => rowSchema(kind, 'https://s.example/')),
      claimSchema('https://s.example/'),
    ]) {
      const names = columnsOf(schema).map(({ name }) => name)
      expect(new Set(names).size, names.join()).toBe(names.length)
    }
  })
})

describe('tables', () => {
  const columns = columnsOf(rowSchema('event', 'https://s.example/')).filter(({ key }) =>
    ['id', 'name', 'type', 'aliases'].includes(key),
  )
  const rows = [{ id: 'a', name: '=1+1, "甲"', type: 'expo', aliases: ['一', '二'] }]

  it('print Chinese words, keep lists in one cell, and run nothing', () => {
    expect(csvOf(rows, columns)).toBe('\uFEFF编号,活动名称,类型,又叫\r\na,"\'=1+1, ""甲""",展会,一；二\r\n')
  })

  it('hold whole numbers as numbers: a round of sharing says how many people', () => {
    const people = columnsOf(rowSchema('sharing', 'https://s.example/')).filter(({ key }) => key === 'people')
    expect(people).toMatchObject([{ name: '人数', type: 'number' }])
    expect(csvOf([{ people: 46 }], people)).toBe('\uFEFF人数\r\n46\r\n')
  })

  it('write a negative number as it is, and the same characters in a text as text', () => {
    const value = columnsOf(claimSchema('https://s.example/')).filter(({ key }) => ['text', 'value'].includes(key))
    expect(csvOf([{ text: '-12.5', value: -12.5 }], value)).toBe("\uFEFF完整的一句话,数值\r\n'-12.5,-12.5\r\n")
  })

  it('are one row a line as NDJSON', () => {
    const lines = [...ndjsonOf(rows)].join('').trim().split('\n')
    expect(lines.map((line) => JSON.parse(line))).toEqual(rows)
  })

  it('are the same rows in pieces, however many there are', () => {
    for (const count of [0, 1, 500, 501, 1001]) {
      const many = Array.from({ length: count }, (_, at) => ({ id: `n${at}`, name: '甲' }))
      expect([...jsonOf(many)].join('')).toBe(JSON.stringify(many))
      expect([...ndjsonOf(many)].join('')).toBe(many.map((row) => `${JSON.stringify(row)}\n`).join(''))
    }
  })
})
