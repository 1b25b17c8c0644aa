import { describe, expect, it } from 'vitest'
import { chineseNumbers, englishNumbers, hanNumeral, numbersIn } from './numbers.ts'

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
    ['１２名', 12],
    ['一万二', 12_000],
    ['一亿二千万', 120_000_000],
    ['三十余万', 300_000],
    ['六成五', 65],
    ['7成', 70],
    ['四分之三', 75],
    ['百分之三点五', 3.5],
    ['三点二五万人', 32_500],
    ['2亿3000多万元', 230_000_000],
    ['3万5千名', 35_000],
    ['2万3000多人', 23_000],
    ['过半', 50],
    ['千余户', 1000],
    ['两三千人', 2000],
  ])('%s', (text, value) => {
    expect(chineseNumbers(text)).toContain(value)
  })
})

it('a scale alone is no number', () => {
  expect([...chineseNumbers('有5万名')].sort()).toEqual([5, 50_000])
})

describe('numbers of several scales', () => {
  it.each([
    ['3亿2千万元，三点五万人', [320_000_000, 35_000]],
    ['产值3千5百万元', [35_000_000]],
    ['2亿3千5百万', [235_000_000]],
    ['1亿2,000万', [120_000_000]],
    ['3亿零500万', [305_000_000]],
    ['2万3000多人', [23_000]],
    ['1万2千3百人', [12_300]],
  ])('are one: %s', (text, values) => {
    expect([...numbersIn(text)]).toEqual(values)
  })

  it.each([
    ['5万、10万，5万10万', [50_000, 100_000]],
    ['5万3500余万元', [50_000, 35_000_000]],
    ['1.2万2024年', [12_000, 2024]],
    ['3万2024年6000人', [30_000, 2024, 6000]],
    ['3万2019—2024年', [30_000, 2019, 2024]],
    ['3万2024届', [30_000, 2024]],
    ['早上八点三千人参加', [8, 3000, 8.3]],
  ])('and what only stands behind them are others: %s', (text, values) => {
    expect([...numbersIn(text)]).toEqual(values)
  })
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

describe('a number written out', () => {
  it.each([
    [0, '零'],
    [7, '七'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [22, '二十二'],
    [99, '九十九'],
    [100, '100'],
  ])('%i is %s', (number, text) => {
    expect(hanNumeral(number)).toBe(text)
  })
})
