import { describe, expect, it } from 'vitest'
import { amountsIn, chineseNumbers, englishNumbers, hanAmountsIn } from './numbers.ts'

describe('numbers of a Chinese text', () => {
  it.each([
    ['2024年正安生产吉他246万把', 2_460_000],
    ['年交易总额320亿元', 32_000_000_000],
    ['5000余人', 5000],
    ['300多亿元', 30_000_000_000],
    ['仍有近七成工序', 70],
    ['二百五十到三百摄氏度', 250],
    ['每天要检四五十把琴', 50],
    ['三百姑娘', 300],
    ['三万七千户', 37_000],
    ['十年间', 10],
    ['十二名', 12],
    ['12,000名', 12_000],
  ])('%s', (text, value) => {
    expect(chineseNumbers(text)).toContain(value)
  })
})

it('a scale alone is no number', () => {
  expect([...chineseNumbers('有5万名')].sort()).toEqual([5, 50_000])
})

describe('numbers of an English text', () => {
  it.each([
    ['2.46 million guitars in 2024', [2_460_000, 2024]],
    ['more than 5,000 people', [5000]],
    ['32 billion yuan', [32_000_000_000]],
    ['Three hundred girls', [300]],
    ['Ninety-two teams', [92]],
    ['two trees, ten kinds', []],
    ['250 to 300 degrees', [250, 300]],
    ['by the million', []],
  ])('%s', (text, values) => {
    expect(englishNumbers(text)).toEqual(values)
  })
})

describe('amounts in digits', () => {
  it.each<[text: string, values: number[]]>([
    ['年产600万把，近1.5万人', [6_000_000, 15_000]],
    ['共12,000人，占99.8%', [12_000, 99.8]],
    ['一天65把，2000人', [65, 2000]],
    ['12个月做了3号厂房的30道工序', [12, 30]],
    ['2022年到2025年，2022—2025年，2022年11月18日至19日，12月，80年代，20世纪', []],
    ['2024-05，2024-05-01，2024.5.1', []],
    ['早上8点30分，9:30，14时', []],
    ['第7届，第2条第（3）项，（四）3', [3]],
    ['玉政办函〔2022〕54号，《600万把吉他》', []],
    ['QB/T 1234—2020，G75，5A级，3D打印，1+N', []],
    ['拨打12333，热线12345', []],
    ['24小时，3时段', [24]],
  ])('%s', (text, values) => {
    expect(amountsIn(text).map(({ value }) => value)).toEqual(values)
  })

  it('say where they stand', () => {
    expect(amountsIn('2024年产600万把')).toEqual([{ written: '600万', value: 6_000_000, start: 6 }])
  })
})

describe('amounts in Chinese numerals', () => {
  it.each<[text: string, values: number[]]>([
    ['三万裁缝一条街', [30_000]],
    ['一千二百户，十五人，二十个', [1200, 15, 20]],
    ['一条裤子，十个人，两代人', []],
    ['四五十把，十五六岁，一九七八年', []],
    ['第十三届，十二月，八十年代，三百六十行，“十四五”，二十大', []],
  ])('%s', (text, values) => {
    expect(hanAmountsIn(text).map(({ value }) => value)).toEqual(values)
  })
})
