import { readContent } from '../src/catalogue/read.ts'
import { contentRoot } from '../src/catalogue/root.ts'
import { validate } from '../src/catalogue/validate.ts'
import { formatProblems, sortProblems } from '../src/manuscript/problem.ts'

/**
 * `npm run check [-- --json]`: everything that is wrong in `content/`, at once. Exit 1 on errors,
 * 0 on advice only, so that a stray byte order mark stops nobody.
 */
const { problems, entries } = validate(await readContent(contentRoot()))
if (process.argv.includes('--json')) {
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
process.exitCode = problems.some((problem) => problem.level === 'error') ? 1 : 0
