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

describe('values of claims', () => {
  it.each<[what: string, claim: string, wrong: string]>([
    ['the same number', 'text: 培训1.2万人次。, value: 12000, unit: 人次', ''],
    ['the same number in the scale of its unit', 'text: 产值29.15亿元。, value: 29.15, unit: 亿元', ''],
    ['the same number in Chinese numerals', 'text: 近七成靠手工。, value: 70, unit: "%"', ''],
    ['a sum told in the basis', 'text: 办了4期、3期。, basis: 合计7期, value: 7, unit: 期', ''],
    ['another number', 'text: 生产226万把。, value: 2460000, unit: 把', '数值 2460000 在「完整的一句话」里找不到'],
    ['a number without its scale', 'text: 生产246万把。, value: 246, unit: 把', '数值 246 在「完整的一句话」里找不到'],
    ['a sum told nowhere', 'text: 办了4期、3期。, value: 7, unit: 期', '数值 7 在「完整的一句话」里找不到'],
    ['a rounded number with its word', 'text: 办班近6期。, value: 6, qualifier: 近, unit: 期', ''],
    ['a number that is told exactly, too', 'text: 计划近6期，办了6期。, value: 6, unit: 期', ''],
    ['a number beside another that is rounded', 'text: 近20人办了6期。, value: 6, unit: 期', ''],
    [
      'a word before it left out',
      'text: 办班近6期。, value: 6, unit: 期',
      '「完整的一句话」里写的是“近6”，数值后面却没有约数词，页面上会少了“近”',
    ],
    [
      'a word inside it left out',
      'text: 带动5000余人。, value: 5000, unit: 人',
      '「完整的一句话」里写的是“5000余”，数值后面却没有约数词，页面上会少了“余”',
    ],
    [
      'a word behind its unit left out',
      'text: 培训1万人次以上。, value: 10000, unit: 人次',
      '「完整的一句话」里写的是“1万人次以上”，数值后面却没有约数词，页面上会少了“以上”',
    ],
    [
      'a value that is only a date',
      'text: 10月12日办了一期。, value: 12, unit: 名',
      '数值在「完整的一句话」里只是日期或序号：“12日”',
    ],
    [
      'a value that is only a year',
      'text: 2024年办班。, value: 2024, unit: 人',
      '数值在「完整的一句话」里只是日期或序号：“2024年”',
    ],
    [
      'a value that is only an ordinal',
      'text: 第3届办得热闹。, value: 3, unit: 场',
      '数值在「完整的一句话」里只是日期或序号：“第3届”',
    ],
    ['a date beside the value', 'text: 10月12日，12名师傅参赛。, value: 12, unit: 名', ''],
    ['a date beside the value in words', 'text: 10月12日，十二名师傅参赛。, value: 12, unit: 名', ''],
    ['a rank', 'text: 排在第3位。, value: 3, unit: 位', ''],
    ['so many years', 'text: 做了30年。, value: 30, unit: 年', ''],
    [
      'people for visits',
      'text: 培训300余人次。, value: 300, qualifier: 余, unit: 人',
      '单位是「人」，「完整的一句话」里写的却是“300余人次”',
    ],
    [
      'visits for people',
      'text: 培训300名学员。, value: 300, unit: 人次',
      '单位是「人次」，「完整的一句话」里写的却是“300名”',
    ],
    [
      'yuan for dollars',
      'text: 出口3000万美元。, value: 3000, unit: 万元',
      '单位是「万元」，「完整的一句话」里写的却是“3000万美元”',
    ],
    [
      'per cent for points',
      'text: 提高3个百分点。, value: 3, unit: "%"',
      '单位是「%」，「完整的一句话」里写的却是“3个百分点”',
    ],
    ['months for days', 'text: 学3个月就上手。, value: 3, unit: 天', '单位是「天」，「完整的一句话」里写的却是“3个月”'],
    ['things for per cent', 'text: 占30%。, value: 30, unit: 家', '单位是「家」，「完整的一句话」里写的却是“30%”'],
    ['another word for the same', 'text: 培训300名学员。, value: 300, unit: 人', ''],
    ['a unit per something', 'text: 每天接待300人次。, value: 300, unit: 人次/天', ''],
    ['a unit without 个', 'text: 学了3个月。, value: 3, unit: 月', ''],
    ['a word that says no measure', 'text: 招收300女工。, value: 300, unit: 人', ''],
    ['two numbers alike', 'text: 300户、300人搬来。, value: 300, unit: 人', ''],
    ['a scale twice', 'text: 培训5万人。, value: 50000, unit: 万人', '数值 50000 已经写全了，单位「万人」又带“万”'],
  ])('are compared with their sentences: %s', (_, claim, wrong) => {
    const one = entry(
      'brand',
      'b',
      'name: 福绵裁缝\nsummary: 做衣服。\nregion: fm\ncheckedOn: 2026-11-21',
      '',
      `\nclaims:\n  - { id: c, label: 数, source: s1, ${claim} }`,
    )
    expect(amountProblems([one], () => undefined).map(({ message }) => message)).toEqual(wrong ? [wrong] : [])
  })
})
