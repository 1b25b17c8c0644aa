import { readContent } from '../src/catalogue/read.ts'
import { contentRoot } from '../src/catalogue/root.ts'
import { validate } from '../src/catalogue/validate.ts'
import { formatProblems, sortProblems } from '../src/manuscript/problem.ts'

/** `npm run check [-- --json]`: everything that is wrong in `content/`, at once. Exit 1 on errors. */
const { problems, entries } = validate(await readContent(contentRoot()))
if (process.argv.includes('--json')) {
  console.log(JSON.stringify(sortProblems(problems), null, 2))
} else if (problems.length > 0) {
  console.error(formatProblems(problems))
} else {
  console.log(`稿件没有问题：查了 ${entries.length} 条。`)
}
process.exitCode = problems.some((problem) => problem.level === 'error') ? 1 : 0
