import type { Problem } from '../manuscript/problem.ts'
import { chineseNumbers } from '../text/numbers.ts'
import type { Located } from './validate.ts'

/**
 * Words of a plan. 计划 and 拟 count only before what is planned: “锦绣计划”, 培训计划 and 模拟 are names of things, and
 * “以就业为目标” sets no number.
 */
const WORDS =
  /力争|(?<!为)目标(?!责任|群体|任务完成)|(?<![”》]|锦绣|雨露|工程|行动|协作|培训|培养|帮扶|提升|发展|攻坚|五年|三年)计划(?=到|在|于|用|每|今|明|年|再|新|扩|建|培|完成|投|引|招|带|实现|发展|\d)|(?<![模虚草])拟(?=到|在|于|用|每|今|明|再|新|扩|建|培|投|引|招|带|将|\d)|到20\d\d年[末底]?[^。；]{0,6}?将|将(?:达|突破)|(?<!超[出过]|[高低早快好优]于|比|出乎)预计|有望|打算|预期(?!寿命|收益率)|争取(?=让[^，。；]{0,4}\d|到?20\d\d|[一二三四五六七八九两\d]+年|年[底内]|[明今]年|在|全年|培训|带动|新增|建成|达到)|(?<![为以])确保(?![了住])(?=[^，。；的]{0,12}\d)(?!工资|质量|安全)|(?<![至到])(?:明年|后年)|将[于在](?=20\d\d年|明年|后年|年[底末内])/

/** How much is planned, a verb before it: 办班6期, 开设三个班. */
const AMOUNT = '(?:\\d|[二两三四五六七八九十]+[期个名场人次家所万百千])'

/** What follows 计划 and 拟 where they are a noun, or a part of another word. */
const NO_VERB = '(?![的和与、”》]|经济|生育|书|表|[内外]|单列|指标|人|声|态|合|定(?!于|在))'

const PLANNED = new RegExp(
  [
    WORDS.source,
    // Whatever is done, so that no verb is forgotten.
    `(?<![”》]|锦绣|雨露|工程|行动|协作|培训|培养|帮扶|提升|发展|攻坚|[一二三四五]年|[纳列]入|按|按照|年度|工作|招生|用工|招聘|生产)计划${NO_VERB}(?=[^，。；：的\\d]{1,8}?${AMOUNT})`,
    `(?<![模虚草比])拟${NO_VERB}(?=[^，。；：的\\d]{1,8}?${AMOUNT})`,
    // 将 is 把 too, before a thing: what is done must stand right behind it.
    `将(?=[再共]?(?:陆续|分批|分期|继续|累计)?(?:新增|建成|培[训养育]|带动|打造|吸纳|招收|扩大|举?办|开[办设展班]|组织|新建|招[聘用]|输出|推出|增设)[^，。；：的到至成\\d]{0,8}${AMOUNT})`,
  ].join('|'),
)

/** Words that say that it came about. */
const REACHED =
  /已|超额|提前|如期|实际|兑现|达标|完成了|实现了|达到了|达成|完成(?:目标|计划|任务)|目标[^，。；]{0,6}完成/

/**
 * Targets written as results. A claim that calls itself a result while its number stands behind a
 * word of a plan, with nothing said of its having been reached. A number before that word is the result: “有500亩，计划扩
 * 到2000亩”.
 */
export function targetProblems(located: readonly Located[]): Problem[] {
  return located.flatMap(({ entry, file, locate }) => {
    if (!('claims' in entry.data)) return []
    return entry.data.claims.flatMap(({ kind, text, value }, index): Problem[] => {
      const planned = kind === 'actual' ? plannedIn(text, value) : undefined
      if (!planned) return []
      return [
        {
          file,
          ...locate(['claims', index, 'text']),
          rule: 'target-as-result',
          level: 'error',
          message: `这条数据里写着「${planned}」，是还没有做到的，却算成了实绩（kind: actual）`,
          fix: '加一行 kind: target（只是估计的写 kind: estimate）；真做到了的，照来源写成结果，例如“2025年已培训1万人”；“某某计划”是名称的，加上引号',
        },
      ]
    })
  })
}

/** The word of a plan that the claim's number hangs on, if there is one. */
function plannedIn(text: string, value: number | undefined): string | undefined {
  const match = PLANNED.exec(text)
  if (!match || REACHED.test(text)) return undefined
  const [before, after] = [amountsIn(text.slice(0, match.index)), amountsIn(text.slice(match.index))]
  if (value !== undefined) return before.includes(value) ? undefined : match[0]
  return before.length === 0 && after.length > 0 ? match[0] : undefined
}

/** How much a text speaks of. Dates are no amounts, and one is mostly only a word. */
const amountsIn = (text: string): number[] =>
  [...chineseNumbers(text.replace(/\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?/g, ' '))].filter((amount) => amount !== 1)
