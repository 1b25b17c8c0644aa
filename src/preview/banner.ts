import { formatProblem, type Problem, sortProblems } from '../manuscript/problem.ts'

/** Looks only like itself: it must be seen on a page whose styles it does not know. */
const STYLE = `<style>
.preview{margin:0;padding:16px 20px;background:#7a1f14;color:#fff;font:16px/1.7 system-ui,sans-serif;overflow-wrap:anywhere}
.preview.advice{background:#5c4a00}
.preview strong{font-size:20px}
.preview ol{margin:12px 0;padding-inline-start:1.6em}
.preview li{margin:0 0 12px;white-space:pre-wrap}
</style>`

/**
 * The page shown while `content/` has errors: the same lines as `npm run check`.
 * @param client address of the script that loads the page again when the files change
 */
export function mistakesPage(problems: readonly Problem[], client: string): string {
  const errors = problems.filter(({ level }) => level === 'error').length
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>稿件里有 ${errors} 处错误</title>${STYLE}<script type="module" src="${escapeHtml(client)}"></script></head>
<body style="margin:0"><main class="preview" role="alert" data-preview="error">
<h1>稿件里有 ${errors} 处错误</h1>
<p>改好以前不显示网页，免得看到的是旧的样子。改完存盘，这里会自己刷新。</p>
${listOf(problems)}
</main></body></html>`
}

/** The strip above a page that can be shown: advice, and that the page is not public. Empty: nothing to say. */
export function banner(advice: readonly Problem[], hidden: boolean): string {
  const parts = [
    hidden && '<strong>这一页还没有发布：是草稿，或没到定时发布的时间。只有预览里看得到。</strong>',
    advice.length > 0 &&
      `<details><summary>稿件有 ${advice.length} 条建议（不影响发布）</summary>${listOf(advice)}</details>`,
  ].filter(Boolean)
  return (
    (parts.length > 0 && `${STYLE}<aside class="preview advice" data-preview="advice">${parts.join('')}</aside>`) || ''
  )
}

function listOf(problems: readonly Problem[]): string {
  return `<ol>${sortProblems(problems)
    .map((problem) => `<li>${escapeHtml(formatProblem(problem))}</li>`)
    .join('')}</ol>`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
