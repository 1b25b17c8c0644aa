import { describe, expect, it } from 'vitest'
import { fieldNames } from '../../schemas/references.ts'
import { repair } from './repair.ts'

/** A line of a table after repair. */
const mended = (line: string) => repair(line, fieldNames(), true).text

describe('dates in words', () => {
  it.each(
    // Every way a schema has of asking for a date: a day, any precision, a time.
    'date start end asOf checkedOn verifiedOn deadline givenOn expiresOn withdrawnOn validFrom validTo repairedOn postedOn removedOn until year'.split(
      ' ',
    ),
  )('%s', (field) => {
    expect(mended(`${field}: 2026年5月1日`)).toBe(`${field}: 2026-05-01`)
  })

  it.each(['publishedAt', 'publishAt', 'startsAt', 'endsAt'])(
    '%s, which wants a minute that is not made up',
    (field) => {
      expect(mended(`${field}: 2026年5月1日 9:30`)).toBe(`${field}: 2026-05-01T09:30+08:00`)
      expect(mended(`${field}: 2026年5月1日`)).toBe(`${field}: 2026年5月1日`)
    },
  )

  it.each([
    '2024-05-03 10:20',
    '2024-05-03 10:20:33',
    '2024年5月3日 10:20',
    '2024-05-03T10:20+08:00',
    '"2024-05-03 10:20"',
  ])('%s keeps its time only where one is asked for', (written) => {
    for (const field of ['date', 'asOf', 'checkedOn', 'deadline']) {
      const { text, slips } = repair(`${field}: ${written}`, fieldNames(), true)
      expect(text).toBe(`${field}: 2024-05-03`)
      expect(slips.map(({ fix }) => fix)).toEqual(['改成 2024-05-03'])
    }
    for (const field of ['start', 'end', 'publishedAt', 'startsAt'])
      expect(mended(`${field}: ${written}`).replaceAll('"', '')).toBe(`${field}: 2024-05-03T10:20+08:00`)
  })

  it('are left alone in fields of words', () => {
    expect(mended('summary: 2026年5月1日')).toBe('summary: 2026年5月1日')
  })
})

describe('spaces that are none to YAML', () => {
  it.each([
    ['title:\u3000李姐', 'title: 李姐', 7],
    ['title: \u3000李姐', 'title: 李姐', 7],
    ['- title:\u00a0李姐', '- title: 李姐', 9],
    ['-\u00a0lintong-jianzhu', '- lintong-jianzhu', 2],
    ['- \u3000lintong-jianzhu', '- lintong-jianzhu', 2],
    ['kind: person\u00a0', 'kind: person', 13],
    ['title:\u3000', 'title:', 7],
  ])('%j', (line, expected, column) => {
    const { text, slips } = repair(line, fieldNames(), true)
    expect(text).toBe(expected)
    expect(slips.map((slip) => `${slip.column} ${slip.rule}`)).toEqual([`${column} odd-space`])
  })

  it.each([
    'title: 李姐\u3000张三',
    'title: "\u3000李姐\u3000"',
    '# 备注\u3000',
    'title: 李姐 # 备注\u3000',
    '说明:\u3000李姐',
  ])('are left within a text: %j', (line) => {
    expect(repair(line, fieldNames(), true)).toEqual({ text: line, slips: [] })
  })
})

describe('notes to colleagues', () => {
  it.each([
    ['summary: 说明: 一二 # 备注给同事看', 'summary: "说明: 一二" # 备注给同事看'],
    ['summary: 说明:  # 备注', 'summary: "说明:"  # 备注'],
    ['deadline: 2026年5月1日 # 备注', 'deadline: 2026-05-01 # 备注'],
    ['deadline: “2026-05-01” # 备注', 'deadline: 2026-05-01 # 备注'],
    ['deadline: "2026年5月1日" # 备注', 'deadline: 2026-05-01 # 备注'],
    ['summary: 一二 # 备注: 给同事看', 'summary: 一二 # 备注: 给同事看'],
    ['summary: "一 # 二: 三"', 'summary: "一 # 二: 三"'],
    // Without a space before it, it is part of the text.
    ['summary: 说明: 第#1号', 'summary: "说明: 第#1号"'],
  ])('stay outside the text: %s', (line, expected) => {
    expect(mended(line)).toBe(expected)
    expect(mended(expected)).toBe(expected)
  })
})

describe('prose over several lines', () => {
  it.each([
    'text: |2\n    第一行\n  name：第二行',
    'text: |2-\n  name：第一行',
    'text: >+1\n name：第一行',
    'text: | # 给同事的备注\n  name：第一行',
    '- |\n  name：第一行',
    'lead: "第一行\n  name：第二行"',
    "lead: '第一行''\n\n  name：第二行'",
    'lead: "第一行\\"\n  name：第二行\\\n  title：第三行"',
    '- "第一行\n  name：第二行"',
    'lead:\n  "第一行\n  name：第二行"',
  ])('is left as it is: %j', (text) => {
    expect(repair(text, fieldNames(), true)).toEqual({ text, slips: [] })
  })

  it.each([
    // What stands beside the prose is a field again.
    ['text: |2\n  第一行\nname：李姐', 'text: |2\n  第一行\nname: 李姐'],
    ['- text: |\n    第一行\n  name：李姐', '- text: |\n    第一行\n  name: 李姐'],
    ['lead: "第一行\n  第二行"\nname：李姐', 'lead: "第一行\n  第二行"\nname: 李姐'],
    // A slip in the line that begins it is put right, and the prose is not.
    ['text：|2\n  name：李姐', 'text: |2\n  name：李姐'],
    ['lead："第一行\n  name：李姐"', 'lead: "第一行\n  name：李姐"'],
    // A closed quote, however it looks, and one that nobody closes, hide no slip.
    ['lead: "第一行\\\\"\n  name：李姐"', 'lead: "第一行\\\\"\n  name: 李姐"'],
    ['lead: "第一行\nname：李姐"', 'lead: "第一行\nname: 李姐"'],
    ['lead: "第一行\n  name：李姐\n', 'lead: "第一行\n  name: 李姐\n'],
  ])('ends where it ends: %j', (text, expected) => {
    expect(repair(text, fieldNames(), true).text).toBe(expected)
  })
})

describe('a text that is one text in quotes', () => {
  it.each([
    'title: "她说\\"好\\"，走了"',
    'title: "她说: \\"好\\""',
    'title: "\\"好\\"，她说" # 备注',
    'title: "她说\\"好 #1\\"，走了"',
    'title: "一\\\\"',
    "title: '她说''好'': 走了'",
    "- '她说''好 #一''，走了'",
  ])('is left as it is, whatever marks stand in it: %s', (line) => {
    expect(repair(line, fieldNames(), true)).toEqual({ text: line, slips: [] })
  })

  it.each([
    ['title: "好"，她说', 'title: “好”，她说'],
    ['title: "一\\"二"，她说', 'title: “一"二”，她说'],
  ])('is not what only begins with quotes: %s', (line, expected) => {
    expect(mended(line)).toBe(expected)
    expect(mended(expected)).toBe(expected)
  })
})
