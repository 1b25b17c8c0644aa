import { readContent } from '../../src/catalogue/read.ts'
import { contentRoot } from '../../src/catalogue/root.ts'
import { validate } from '../../src/catalogue/validate.ts'
import { formatProblems, sortProblems } from '../../src/manuscript/problem.ts'

/**
 * Checks the content and prints what is wrong with it.
 * @param asJson whether as JSON on the standard output
 * @returns the exit code: 1 when there are errors
 */
export async function checkContent(asJson: boolean): Promise<number> {
  const { problems, entries } = validate(await readContent(contentRoot()))
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
