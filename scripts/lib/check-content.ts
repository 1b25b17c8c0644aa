import { currentDay, isClockBehind, latestDay } from '../../src/catalogue/future.ts'
import { type Content, readContent } from '../../src/catalogue/read.ts'
import { contentRoot } from '../../src/catalogue/root.ts'
import { type Validation, validate } from '../../src/catalogue/validate.ts'
import { formatProblems, sortProblems } from '../../src/manuscript/problem.ts'
import { historyOf } from './history.ts'

/**
 * Everything that is wrong in the content, by the clock and by what was committed before too: what a person asks for,
 * and not what a build does, which is the same at any hour.
 * @param clock tells the time; PUBLISH_NOW goes before it
 * @returns the problems; `wrongClock` says so where it is the clock that is wrong and days could not be judged
 * @throws in Chinese when PUBLISH_NOW is not a time
 */
export function judgeContent(root: string, content: Content, clock: () => Date): Validation & { wrongClock?: string } {
  const latest = latestDay(process.env.PUBLISH_NOW, clock)
  const history = historyOf(root, currentDay(process.env.PUBLISH_NOW, clock))
  const judged = validate(content, undefined, { latest, history })
  if (!isClockBehind(judged.entries, latest)) return judged
  return { ...judged, wrongClock: `时间多半不对：多数稿件的日子比 ${latest} 还晚` }
}

/**
 * Checks the content and prints what is wrong with it.
 * @param asJson whether as JSON on the standard output
 * @param clock tells the time; PUBLISH_NOW goes before it
 * @returns the exit code: 1 when there are errors
 */
export async function checkContent(asJson: boolean, clock: () => Date = () => new Date()): Promise<number> {
  const root = contentRoot()
  const content = await readContent(root)
  let judged: ReturnType<typeof judgeContent>
  try {
    judged = judgeContent(root, content, clock)
  } catch (error) {
    console.error((error as Error).message)
    return 1
  }
  const { problems, entries, wrongClock } = judged
  if (wrongClock) {
    console.error(`${wrongClock}，所以没有查未来的日期。先把电脑的钟（或 PUBLISH_NOW）调准再查一遍。`)
  }
  if (asJson) {
    const shown = sortProblems(problems).map(({ file, line, column, rule, level, message, fix }) => ({
      file,
      line,
      column,
      rule,
      level,
      message,
      fix,
    }))
    process.stdout.write(`${JSON.stringify(shown, null, 2)}\n`)
  } else if (problems.length > 0) {
    console.error(formatProblems(problems))
  } else {
    console.log(`稿件没有问题：查了 ${entries.length} 条。`)
  }
  return problems.some((problem) => problem.level === 'error') ? 1 : 0
}
