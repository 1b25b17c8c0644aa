import { describe, expect, it } from 'vitest'
import type { Data, Kind } from '../schemas/index.ts'
import { KINDS } from '../schemas/index.ts'
import { englishProblems } from './english.ts'

const claims = [
  { id: 'jobs', text: '2024年福绵有5万名裁缝。', label: '从业', value: 50000, unit: '人', basis: '全区', source: 's1' },
  {
    id: 'plan',
    text: '到2025年培训1万人次以上。',
    label: '培训',
    value: 10000,
    unit: '人次',
    kind: 'target',
    source: 's1',
  },
]

const BRAND = { name: '福绵裁缝', summary: '做衣服的人，1978年起。', region: 'fm', checkedOn: '2026-11-21' }

/** What is wrong with the English of an entry; the brand of a story is told in English unless `others` says otherwise. */
function problems(kind: 'brand' | 'story', en: object, others: object[] = [{ en: brand() }]): string[] {
  const common =
    kind === 'brand'
      ? BRAND
      : {
          title: '一条裤子的事',
          lead: '讲裤子。',
          kind: 'deed',
          publishedAt: '2026-11-22T09:00+08:00',
          brands: ['fumian'],
        }
  const locate = () => ({ line: 1, column: 1 })
  const filed = (kind: Kind, id: string, data: object) => ({
    entry: { kind, id, data: KINDS[kind].schema.parse(data) as Data<Kind> },
    file: `${id}.mdx`,
    locate,
  })
  return englishProblems([
    filed(kind, 'x', { ...common, claims, en }),
    ...others.map((other) => filed('brand', 'fumian', { ...BRAND, ...other })),
  ]).map(({ rule }) => rule)
}

const brand = (more: object = {}) => ({
  name: 'Tailors of Fumian',
  pinyin: 'Fumian Caifeng',
  summary: 'People who sew.',
  ...more,
})
const story = (summary: string, ids: string[]) => ({
  title: 'About trousers',
  // Padded to the length that a summary must have.
  summary: `${summary} ${'They sew and they wash and nobody knows why it has to be so. '.repeat(5)}`,
  claims: ids,
})

describe('the English of a brand', () => {
  it('may tell what the claim tells, in its numbers', () => {
    const text = 'Fumian had 50,000 tailors in 2024.'
    expect(problems('brand', brand({ claims: [{ claim: 'jobs', text, basis: 'The whole district' }] }))).toEqual([])
    expect(problems('brand', brand({ text: ['They have sewn since 1978.'] }))).toEqual([])
  })

  it.each([
    [
      'another number',
      { claims: [{ claim: 'jobs', text: 'Fumian has 60,000 tailors.', basis: 'All' }] },
      'english-figure',
    ],
    [
      'another scale',
      { claims: [{ claim: 'jobs', text: 'Fumian has 5,000 tailors.', basis: 'All' }] },
      'english-figure',
    ],
    [
      'another number in words',
      { claims: [{ claim: 'jobs', text: 'Fumian has sixty thousand tailors.', basis: 'All' }] },
      'english-figure',
    ],
    ['no basis', { claims: [{ claim: 'jobs', text: 'Fumian has 50,000 tailors.' }] }, 'english-basis'],
    ['a claim that is not there', { claims: [{ claim: 'job', text: 'Many.', basis: 'All' }] }, 'dangling-claim'],
    ['a figure outside claims', { text: ['There are 50,000 tailors.'] }, 'english-figure'],
    ['a year that the Chinese does not have', { text: ['They began in 1979.'] }, 'english-figure'],
    ['a superlative', { summary: 'China’s best tailors.' }, 'absolute-term'],
    ['a promise', { text: ['Work is guaranteed.'] }, 'absolute-term'],
  ])('is refused for %s', (_, more, rule) => {
    expect(problems('brand', brand(more))).toContain(rule)
  })
})

describe('the English of a story', () => {
  it('may use the numbers of the claims it names, and of no others', () => {
    const text = 'Fumian has 50,000 tailors and wants 10,000 training places.'
    expect(problems('story', story(text, ['jobs', 'plan']))).toEqual([])
    expect(problems('story', story(text, ['jobs']))).toEqual(['english-figure'])
    expect(problems('story', story('Nothing.', ['nobody']))).toEqual(['dangling-claim'])
  })

  it('needs a brand in English to lead on to', () => {
    expect(problems('story', story('Nothing.', []), [{}])).toEqual(['english-brand'])
    // A brand that its own mistakes keep out may have one.
    expect(problems('story', story('Nothing.', []), [])).toEqual([])
  })

  it('has the length of a summary and no Chinese in it', () => {
    expect(() => problems('story', { title: 'Short', summary: 'Too short.', claims: [] })).toThrow(/60 到 120/)
    expect(() => problems('story', { ...story('有汉字', []) })).toThrow(/不要夹汉字/)
  })
})
