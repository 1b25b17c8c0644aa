import type { Problem } from './problem.ts'

/**
 * Far beyond what a story needs, and near enough that the parser, whose time grows with the square
 * of some of these, always answers within a moment.
 */
const MOST = {
  /** Quotations and lists inside one another. */
  nesting: 30,
  /** Lines of a body. */
  lines: 3000,
  /** Marks of emphasis and brackets in one paragraph. */
  marks: 1000,
}

const CONTAINERS = /^(?:[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t]))+/

/** The place at which a body becomes too intricate to be read, if it does. */
export function findExcess(body: string, file: string): Problem | undefined {
  const problem = (line: number, rule: string, message: string, fix: string): Problem => ({
    file,
    line,
    column: 1,
    rule,
    level: 'error',
    message,
    fix,
  })
  const lines = body.split('\n')
  let marks = 0
  let written = 0
  for (const [index, line] of lines.entries()) {
    if (!line.trim()) {
      marks = 0
      continue
    }
    if (++written > MOST.lines) {
      return problem(index + 1, 'too-long', `正文超过 ${MOST.lines} 行`, '拆成几篇来写')
    }
    const depth = CONTAINERS.exec(line)?.[0].match(/[>*+-]|\d+[.)]/g)?.length ?? 0
    if (depth > MOST.nesting) {
      return problem(index + 1, 'too-deep', '引用或列表套了太多层', '拆开来写：列表最多套两层')
    }
    marks += line.match(/[*_~[\]{}<]/g)?.length ?? 0
    if (marks > MOST.marks) {
      return problem(
        index + 1,
        'too-many-marks',
        '这一段里的记号（* _ [ { <）太多，读不了',
        '分成几段来写，段与段之间空一行',
      )
    }
  }
  return undefined
}
