/**
 * What a number is a number of, as far as it can be told from the word behind it. Words for one and the same (人, 名, 位) have one
 * name; only those are here that somebody might put for another that says less or more: 人 for 人次, 元 for 美元. The first that
 * fits counts.
 */
const MEASURES: ReadonlyArray<readonly [name: string, pattern: RegExp]> = [
  ['人次', /^人(?:次|（次）|\/次|[·•]次)/],
  ['户次', /^户次/],
  ['元', /^(?:元|块钱|人民币)/],
  ['美元', /^美元/],
  ['港元', /^港[元币]/],
  ['欧元', /^欧元/],
  ['日元', /^日元/],
  ['人', /^(?:个?人(?![均口民家])|名(?!农户)|位(?!农户|于))/],
  ['户', /^户(?![外籍])/],
  ['百分点', /^个?百分点/],
  ['%', /^(?:[%％]|百分[比之])/],
  ['‰', /^‰/],
  ['倍', /^倍/],
  ['亩', /^亩/],
  ['公顷', /^公顷/],
  ['平方公里', /^平方公里/],
  ['平方米', /^(?:平方米|平米|㎡)/],
  ['立方米', /^(?:立方米|立方)/],
  ['吨', /^吨/],
  ['公斤', /^(?:公斤|千克)/],
  ['斤', /^斤/],
  ['克', /^克/],
  ['公里', /^(?:公里|千米)/],
  ['毫米', /^毫米/],
  ['厘米', /^(?:厘米|公分)/],
  ['米', /^米(?![粉线])/],
  ['年', /^年/],
  ['月', /^个?月/],
  ['周', /^(?:个?星期|周(?!年))/],
  ['天', /^(?:天(?!然)|日(?![均间]))/],
  ['小时', /^个?小时/],
  ['分钟', /^分钟/],
]

/** What stands between a number and its word: 余, 多, a blank. */
const BETWEEN = /^ ?[多余来]? ?/

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
