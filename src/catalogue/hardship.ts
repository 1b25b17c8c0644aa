import { FILE_START, type Position, type Problem } from '../manuscript/problem.ts'
import { NAMED_HARDSHIP_RULE, namesHardship, tellsHardship } from '../manuscript/prose.ts'
import type { Data } from '../schemas/index.ts'
import type { Located } from './validate.ts'

/**
 * A label of poverty, illness or prison beside the name of a person who has a page. What only looks like a
 * name was found, as advice, when the file was read; where it is the name of such a person it is an error.
 * @param found problems of all files
 * @returns the problems with those errors among them
 */
export function hardshipProblems(filed: readonly Located[], found: readonly Problem[]): Problem[] {
  const names = filed.flatMap(({ entry: { kind, data } }) =>
    kind === 'figure' ? [(data as Data<'figure'>).name, ...(data as Data<'figure'>).aliases] : [],
  )
  const known = names.filter((name) => name.length > 1)
  const raised = found.map((problem): Problem => {
    const isKnown = problem.rule === NAMED_HARDSHIP_RULE && known.some((name) => problem.message.includes(name))
    return isKnown ? { ...problem, level: 'error' } : problem
  })
  const own = filed.flatMap(ownHardship)
  const told = new Set([...own, ...raised].flatMap(({ rule, file }) => (rule === NAMED_HARDSHIP_RULE ? [file] : [])))
  const missed = filed.flatMap(({ entry, file }): Problem[] => {
    if (told.has(file)) return []
    // A body reads without its marks; the texts of the fields stand in quotes of their own.
    const labels = (entry.body?.labels ?? []).map(({ text }) => text)
    const name = namesHardship([entry.body?.text ?? '', ...labels, JSON.stringify(entry.data)].join('\n'), known)
    if (!name) return []
    return [
      {
        file,
        ...FILE_START,
        rule: NAMED_HARDSHIP_RULE,
        level: 'error',
        message: `稿件里把困难、健康这类身份和「${name}」的姓名写在一起了`,
        fix: '去掉身份，只写他做了什么；或去掉姓名，写“一位学员”',
      },
    ]
  })
  return [...raised, ...own, ...missed]
}

/** Such a label on the page of a person: there it is theirs, whether or not the name stands beside it. */
function ownHardship({ entry: { kind, data, body }, file, locate }: Located): Problem[] {
  if (kind !== 'figure') return []
  const problem = (label: string, at: Position): Problem => ({
    file,
    ...at,
    rule: NAMED_HARDSHIP_RULE,
    level: 'error',
    message: `人物页里写了困难、健康这类身份「${label}」`,
    fix: '删掉，只写这个人做了什么',
  })
  const { summary } = data as Data<'figure'>
  const inSummary = tellsHardship(summary)
  const inBody = tellsHardship(body?.text ?? '')
  return [
    ...(inSummary ? [problem(inSummary, locate(['summary']))] : []),
    ...(inBody ? [problem(inBody, FILE_START)] : []),
    ...(body?.labels ?? []).flatMap(({ text, at }) => {
      const inLabel = tellsHardship(text)
      return inLabel ? [problem(inLabel, at)] : []
    }),
  ]
}
