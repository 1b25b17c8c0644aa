/**
 * What a number is a number of, as far as it can be told from the word behind it. Words for one and the same (人, 名, 位)
 * have one name; only those are here that somebody might put for another that says less or more: 人 for 人次, 元 for 美元.
 */
const MEASURES: ReadonlyArray<readonly [measure: string, pattern: RegExp]> = [
  ['人次', /^人次/],
  ['人', /^(?:[人名位](?![均口])|个人)/],
  ['户', /^户(?!外)/],
  ['元', /^(?:元|块钱|人民币)/],
  ['美元', /^美元/],
  ['港元', /^港[元币]/],
  ['欧元', /^欧元/],
  ['百分点', /^个?百分点/],
  ['%', /^[%％]/],
  ['亩', /^亩/],
  ['公顷', /^公顷/],
  ['平方米', /^(?:平方米|平米|㎡)/],
  ['吨', /^吨/],
  ['公斤', /^(?:公斤|千克)/],
  ['斤', /^斤/],
  ['公里', /^公里/],
  ['米', /^米(?!粉)/],
  ['小时', /^个?小时/],
  ['天', /^天(?!然)/],
  ['个月', /^个月/],
]

/** What stands between a number and its word: 余, 多, a blank. */
const BETWEEN = /^[多余来]? ?/

/** What a number counts, and how that is written behind it: 余名 counts 人. */
export interface Measure {
  name: string
  written: string
}

/**
 * What the word behind a number says that it counts; undefined where that is none of these.
 * @param after the text behind the number
 */
export function measureOf(after: string): Measure | undefined {
  const [between = ''] = BETWEEN.exec(after) ?? []
  for (const [name, pattern] of MEASURES) {
    const word = pattern.exec(after.slice(between.length))?.[0]
    if (word) return { name, written: between + word }
  }
  return undefined
}

/** Whether a number is a part of a date: 12月, 5日, 2024年, the 3 of 第3届. */
export function isInDate(value: number, before: string, after: string): boolean {
  if (/第 ?$/.test(before)) return true
  if (/^ ?年(?!来|以上|的?历史)/.test(after)) return value >= 1900 && value < 2100
  return value <= 31 && /^ ?(?:月(?!龄|饼)|日(?!内)|号(?!人))/.test(after)
}
