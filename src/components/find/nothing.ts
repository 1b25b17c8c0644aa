import type { Found } from '../../search/finder/found.ts'
import { queryLink, type Said, type Ways } from './meaning.ts'

/** Words for work of any kind, and for finding work: they name no trade. Asked only where nothing was found. */
const ANY_WORK =
  /[普杂零短]工|临时工|小时工|日结工?|农?民工|兼职|打工|务工|工人|劳动力|劳务(?:派遣|外包|公司|输出)?|派遣|找.{0,2}(?:工作|活路?|事做)|求职|应聘|招聘|招[工人]|用工|员工|人手/

/** Trades that many ask for, to show what a question looks like. */
const EXAMPLES = ['裁缝', '电工', '月嫂']

/** Why a query led to no brand, where that can be told; empty where it cannot. */
export function nothingOf(query: string, { aside }: Found, ways: Ways): Said {
  const [anyWork = ''] = ANY_WORK.exec(query) ?? []
  if (anyWork && (!aside || aside.words === anyWork)) {
    const examples = EXAMPLES.flatMap((example, at) => [at > 0 ? '、' : '', queryLink(example, ways)])
    return [
      `“${anyWork}”没有说是哪一行。写上手艺或工种再搜，像`,
      ...examples,
      '。本站不登招工信息，招人、找活，请问品牌的责任单位。',
    ]
  }
  if (!aside) return []
  const { words, rest } = aside
  return [
    `本站没有“${words}”这一类，也不做买卖和教学。`,
    ...(rest ? ['去掉它再搜：', queryLink(rest, ways), '。'] : []),
  ]
}
