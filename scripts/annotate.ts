import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { formatProblems, type Problem } from '../src/manuscript/problem.ts'

/**
 * `node scripts/annotate.ts FORM RESULT`: what `npm run check -- --json` found, as a code host wants it, so that it
 * stands on the submission's own lines.
 * - `text`    the report people read
 * - `github`  workflow commands on stdout, and the report in the job's summary
 * - `gitlab`  gl-code-quality-report.json
 * - `gitea`   review.json, the body of a review through Gitea's API; the report on stdout
 * - `gitee`   comment.json, the body of a comment through Gitee's API; the report on stdout
 */
const [form = 'text', file = ''] = process.argv.slice(2)
const problems = found()
const report = problems.length > 0 ? formatProblems(problems) : '稿件没有问题。'
const words = ({ message, fix }: Problem): string => `${message}\n怎么改：${fix}`
const errors = problems.filter(({ level }) => level === 'error')

switch (form) {
  case 'github':
    for (const problem of problems) console.log(workflowCommand(problem))
    if (process.env.GITHUB_STEP_SUMMARY) writeFileSync(process.env.GITHUB_STEP_SUMMARY, asCode(report), { flag: 'a' })
    break
  case 'gitlab':
    writeFileSync('gl-code-quality-report.json', JSON.stringify(problems.map(codeQuality)))
    console.log(report)
    break
  case 'gitea':
    writeFileSync(
      'review.json',
      JSON.stringify({
        event: errors.length > 0 ? 'REQUEST_CHANGES' : 'COMMENT',
        body: asCode(report),
        comments: problems.map((problem) => ({
          path: `content/${problem.file}`,
          new_position: problem.line,
          body: asCode(words(problem)),
        })),
      }),
    )
    console.log(report)
    break
  case 'gitee':
    writeFileSync('comment.json', JSON.stringify({ body: asCode(report) }))
    console.log(report)
    break
  default:
    console.log(report)
}

/** What the check wrote. A check that broke off before it wrote anything is no fault of the manuscripts, and is not passed for one. */
function found(): Problem[] {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Problem[]
  } catch {
    console.error('检查程序自己没有跑完，这次说不出稿件对不对。稿件不用改；原因在上面几行，请转给维护网站的人。')
    process.exit(1)
  }
}

function workflowCommand(problem: Problem): string {
  const data = (text: string) => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')
  const property = (text: string) => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C')
  const { file, line, column, rule, level } = problem
  const at = `file=${property(`content/${file}`)},line=${line},col=${column},title=${property(rule)}`
  return `::${level === 'error' ? 'error' : 'notice'} ${at}::${data(words(problem))}`
}

function codeQuality(problem: Problem): object {
  const { file, line, rule, level, message } = problem
  return {
    description: words(problem),
    check_name: rule,
    fingerprint: createHash('sha256').update([file, line, rule, message].join('\n')).digest('hex'),
    severity: level === 'error' ? 'major' : 'info',
    location: { path: `content/${file}`, lines: { begin: line } },
  }
}

/** In a fence longer than any in the text: a manuscript's words must not become markup. */
function asCode(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}text\n${text}\n${fence}\n`
}
