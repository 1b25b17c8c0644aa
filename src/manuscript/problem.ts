import { countUpTo } from '../safety/spans.ts'

/**
 * What is wrong with a manuscript, said to the person who wrote it.
 */
export interface Problem {
  /** Path of the file below `content/`. */
  file: string
  /** First line is 1; 0 never occurs. */
  line: number
  /** First column is 1. */
  column: number
  /** Stable name of the rule, for filters and the handbook. */
  rule: string
  level: 'error' | 'advice'
  /** What is wrong, in plain Chinese. */
  message: string
  /** What to do about it, with an example where one helps. */
  fix: string
  /** The command that puts it right by itself, if one does: `npm run fix`, `npm run photos`. */
  by?: 'fix' | 'photos'
  /** What `npm run fix` does: replaces what is `written` at this place, and nothing else that may stand there. */
  edit?: { written: string; replacement: string }
}

/** A slip of the pen that has one obvious cure. */
export type Slip = Omit<Problem, 'file'>

/** A position in a manuscript; lines and columns start at 1. */
export interface Position {
  line: number
  column: number
}

/** Turns offsets of a text into lines and columns. */
export class Lines {
  readonly #starts: number[] = [0]

  constructor(text: string) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1)
  }

  /** Where `offset` is. */
  at(offset: number): Position {
    const line = Math.max(countUpTo(this.#starts, offset), 1)
    return { line, column: offset - (this.#starts[line - 1] as number) + 1 }
  }

  /** Offset of a position. */
  offset({ line, column }: Position): number {
    return (this.#starts[line - 1] ?? 0) + column - 1
  }
}

/** The start of a file: where problems that belong to no line are reported. */
export const FILE_START: Position = { line: 1, column: 1 }

/** Files with errors: what else they say is not known for certain. */
export const brokenFiles = (problems: readonly Problem[]): ReadonlySet<string> =>
  new Set(problems.filter(({ level }) => level === 'error').map(({ file }) => file))

/** Problems in reading order: by file, line, column. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => a.file.localeCompare(b.file, 'en') || a.line - b.line || a.column - b.column)
}

/** One problem on one or two lines: `file:line:column 什么问题` and, below, the cure. */
export function formatProblem({ file, line, column, level, message, fix, by }: Problem): string {
  const mark = level === 'error' ? '错误' : '建议'
  const command = by && !fix.includes(`npm run ${by}`) ? `（npm run ${by} 能自动改）` : ''
  return `content/${file}:${line}:${column} ${mark} ${message}\n    怎么改：${fix}${command}`
}

/** The report that a failed build or check prints. */
export function formatProblems(problems: readonly Problem[]): string {
  const errors = problems.filter((problem) => problem.level === 'error').length
  const advice = problems.length - errors
  const summary = [errors && `${errors} 处错误`, advice && `${advice} 条建议`].filter(Boolean).join('，')
  const repairs = (['fix', 'photos'] as const).flatMap((command) => {
    const count = problems.filter((problem) => problem.by === command).length
    return count ? `其中 ${count} 处运行 npm run ${command} 能自动改好。` : []
  })
  return [...sortProblems(problems).map(formatProblem), [`共 ${summary || '0 处问题'}。`, ...repairs].join('')].join(
    '\n\n',
  )
}
