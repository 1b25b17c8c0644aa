import { describe, expect, it } from 'vitest'
import { readManuscript } from '../manuscript/manuscript.ts'
import { type Data, KINDS, type Kind } from '../schemas/index.ts'
import { amountProblems } from './amounts.ts'
import type { Located } from './validate.ts'

const CLAIMS = `
claims:
  - { id: output, text: 2024年生产吉他246万把。, label: 年产量, value: 2460000, unit: 把, note: 一天6700多把是算出来的。, source: s1 }
  - { id: share, text: 占全国近七成。, basis: 按产量算，18家工厂合计, source: s1 }`

function entry(kind: Kind, id: string, fields: string, body = '', claims = CLAIMS): Located {
  const { data, body: read, problems } = readManuscript(`---\n${fields}${claims}\n---\n\n${body}\n`, `${id}.mdx`)
  expect(problems).toEqual([])
  const parsed = KINDS[kind].schema.parse(data) as Data<Kind>
  return { entry: { kind, id, data: parsed, body: read }, file: `${id}.mdx`, locate: () => ({ line: 1, column: 1 }) }
}

const story = (title: string, lead: string, body?: string) =>
  entry(
    'story',
    'one',
    `title: ${title}\nlead: ${lead}\nkind: deed\npublishedAt: 2026-11-22T09:00+08:00\nbrands: [zhengan]`,
    body,
  )

const found = (...located: Located[]) =>
  amountProblems(located, (holder, id) => {
    const held = located.find(({ entry }) => entry.id === holder)?.entry.data as Data<'brand'> | undefined
    return held?.claims.find((claim) => claim.id === id)
  }).map(({ message, line, column }) => `${line}:${column} ${/(「.*)没有出处/.exec(message)?.[1]}`)

describe('amounts that nobody answers for', () => {
  it.each<[what: string, title: string, lead: string, body: string, problems: string[]]>([
    ['a title', '一年300万把吉他', '讲吉他。', '', ['1:1 「标题」里的数「300万」']],
    ['a title in Chinese numerals', '三百万把吉他', '讲吉他。', '', ['1:1 「标题」里的数「三百万」']],
    ['a lead', '一年做多少吉他', '2024年做了250万把。', '', ['1:1 「导语」里的数「250万」']],
    ['a body', '做吉他的人', '讲吉他。', '一年300万把。\n\n共20家。', ['12:3 「300万」', '14:2 「20」']],
    ['a heading and a list', '做吉他的人', '讲吉他。', '## 三十年300人\n\n- 40人\n', ['12:7 「300」', '14:3 「40」']],
    ['a table', '做吉他的人', '讲吉他。', '| 甲 | 乙 |\n| - | - |\n| 做琴 | 40人 |', ['14:8 「40」']],
    ['a step', '做吉他的人', '讲吉他。', '<Steps>\n<Step title="磨65遍">磨。</Step>\n</Steps>', ['13:1 「65」']],
  ])('are found in %s', (_, title, lead, body, problems) => {
    expect(found(story(title, lead, body))).toEqual(problems)
  })

  it('are found in lessons, and in proofs of a brand', () => {
    const taught = story('做吉他的人', '讲吉他。')
    ;(taught.entry.data as Data<'story'>).lessons = ['先办班，再招300人。', '246万把是怎么来的。']
    expect(found(taught)).toEqual(['1:1 「可借鉴的做法」里的数「300」'])
    const brand = entry(
      'brand',
      'zhengan',
      'name: 正安吉他工匠\nsummary: 做吉他。\nregion: za\ncheckedOn: 2026-11-21\nproofs:\n  skill: { text: 一把琴500道工序。, claims: [output] }',
    )
    expect(found(brand)).toEqual([expect.stringContaining('「500」')])
  })

  it('are not answered for by the dates of a claim, nor by its number without the scale', () => {
    // The claim is of 2024 and tells 246万.
    expect(found(story('做吉他的人', '讲吉他。', '2024人，246把。'))).toHaveLength(2)
  })

  it('are none where a claim tells them, in its words, value or basis', () => {
    expect(found(story('246万把吉他', '近七成吉他，18家工厂，二百四十六万把。', '一共246万把，18家。'))).toEqual([])
  })

  it('are none in the words of a claim, in a quotation, or in dates, ordinals and titles', () => {
    const body = [
      '<Claim id="output">摊到一天，6700多把</Claim>。',
      '<Quote by="厂长" source="s1">一天8000把。</Quote>',
      '2024年5月1日，第3届，《100个问题》，玉政办函〔2022〕54号。',
      '<Photo src="./a.jpg" alt="车间里有5个人在装琴颈" credit="某人" licence="授权" />',
    ].join('\n\n')
    expect(found(story('做吉他的人', '讲吉他。', body))).toEqual([])
  })

  it('are those in the words of a claim that the claim does not tell', () => {
    const others = entry('brand', 'fumian', 'name: 福绵裁缝\nsummary: 做衣服。\nregion: fm\ncheckedOn: 2026-11-21')
    const body = [
      '<Claim id="output">一年264万把</Claim>，<Claim id="output">全年246万把</Claim>。',
      '<Claim id="fumian/output">福绵300万把</Claim>，<Claim id="elsewhere/output">500万把</Claim>。',
    ].join('\n\n')
    const problems = amountProblems([story('做吉他的人', '讲吉他。', body)], (holder, id) =>
      holder === 'fumian' ? (others.entry.data as Data<'brand'>).claims.find((claim) => claim.id === id) : undefined,
    )
    expect(problems.map(({ rule, line, message }) => [rule, line, message])).toEqual([
      ['amount-not-in-claim', 12, '<Claim id="output"> 里的数「264万」，这条数据没有说'],
      ['amount-not-in-claim', 14, '<Claim id="fumian/output"> 里的数「300万」，这条数据没有说'],
    ])
  })

  it('count what the claim counts, in its words', () => {
    const inside = (words: string) =>
      amountProblems([story('做吉他的人', '讲吉他。', `<Claim id="output">${words}</Claim>。`)], () => undefined).map(
        ({ rule, message }) => [rule, message],
      )
    for (const other of ['246万人', '246万元', '246万%', '246万条'])
      expect(inside(`一年${other}`), other).toEqual(
        other.endsWith('条')
          ? []
          : [['unit-not-in-claim', `<Claim id="output"> 里写的是“${other}”，这条数据说的是“2460000把”`]],
      )
    const people = { ...story('做吉他的人', '讲吉他。', '<Claim id="output">246万人</Claim>。') }
    ;(people.entry.data as Data<'story'>).claims = [
      {
        id: 'output',
        text: '培训246万人次。',
        value: 2460000,
        unit: '人次',
        kind: 'actual',
        topic: 'training',
        source: 's1',
        headline: false,
      },
    ] as Data<'story'>['claims']
    expect(amountProblems([people], () => undefined).map(({ rule }) => rule)).toContain('unit-not-in-claim')
    for (const same of ['246万把', '246万多把', '246万']) expect(inside(`一年${same}`), same).toEqual([])
  })

  it('may come from a claim of another entry that the body uses; nothing is said where that cannot be read', () => {
    const brand = entry('brand', 'fumian', 'name: 福绵裁缝\nsummary: 做衣服。\nregion: fm\ncheckedOn: 2026-11-21')
    const body = '<Claim id="fumian/output" />，就是246万把，不是300万把。'
    const own = story('做吉他的人', '讲吉他。', body)
    ;(own.entry.data as Data<'story'>).claims = []
    expect(found(own, brand)).toEqual(['12:40 「300万」'])
    expect(found(own)).toEqual([])
  })

  it('are not looked for in digests of documents', () => {
    const data = { title: '二十条', summary: '300万把。' } as never
    const policy = {
      entry: { kind: 'policy' as const, id: 'p', data },
      file: 'p',
      locate: () => ({ line: 1, column: 1 }),
    }
    expect(found(policy)).toEqual([])
  })
})

describe('figures of claims', () => {
  it('are held against their sentences, each at its field', () => {
    const claims = `
claims:
  - { id: a, label: 数, source: s1, text: 办了6期。, value: 6, unit: 期 }
  - { id: b, label: 数, source: s1, text: 生产226万把。, value: 2460000, unit: 把 }
  - { id: c, label: 数, source: s1, text: 培训300人次。, value: 300, unit: 人 }`
    const brand = entry(
      'brand',
      'b',
      'name: 福绵裁缝\nsummary: 做衣服。\nregion: fm\ncheckedOn: 2026-11-21',
      '',
      claims,
    )
    const asked: unknown[] = []
    const locate = (path: unknown) => {
      asked.push(path)
      return { line: 1, column: 1 }
    }
    expect(amountProblems([{ ...brand, locate }], () => undefined).map(({ rule }) => rule)).toEqual([
      'value-unlike-text',
      'unit-unlike-text',
    ])
    expect(asked).toEqual([
      ['claims', 1, 'value'],
      ['claims', 2, 'unit'],
    ])
  })
})
