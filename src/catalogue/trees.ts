import type { Problem } from '../manuscript/problem.ts'
import { KINDS } from '../schemas/index.ts'
import { fieldHelp } from '../schemas/references.ts'
import type { Located } from './validate.ts'

/** Kinds whose entries lie in one another by `parent`, and how many levels the pages show. */
const LEVELS = { region: Number.POSITIVE_INFINITY, trade: 2, brand: Number.POSITIVE_INFINITY } as const

/**
 * Parents that lead back to where they began, which no page could follow to an end, and trades below the levels
 * that pages show. A circle is told once, at the first of its entries; what hangs below it is not at fault.
 */
export function treeProblems(located: readonly Located[]): Problem[] {
  return (Object.keys(LEVELS) as Array<keyof typeof LEVELS>).flatMap((kind) => {
    const rows = new Map(located.flatMap((row) => (row.entry.kind === kind ? [[row.entry.id, row]] : [])))
    const told = new Set<string>()
    return [...rows].flatMap(([id, { file, locate }]): Problem[] => {
      const chain = chainFrom(id, rows)
      const problem = (rule: string, message: string, fix: string): Problem[] => [
        { file, ...locate(['parent']), rule, level: 'error', message, fix },
      ]
      const top = chain.at(-1) as string
      if (chain.indexOf(top) < chain.length - 1) {
        if (top !== id || told.has(id)) return []
        for (const each of chain) told.add(each)
        const { title } = fieldHelp(kind, ['parent'])
        return problem(
          'parent-cycle',
          `「${title}」（parent）绕成了圈：${chain.join(' → ')}`,
          '这几条里有一条的 parent 写错了：改成真正的上级；最上一级不写 parent',
        )
      }
      if (chain.length <= LEVELS[kind]) return []
      return problem(
        'parent-depth',
        `${KINDS[kind].label}只分两层，这一条在第 ${chain.length} 层：${chain.join(' → ')}`,
        `parent 改成最上面的 ${top}；大典里包含它的职业写在 broader`,
      )
    })
  })
}

/** The id and what it lies in, nearest first. Where the way comes round, its last id stands in it twice. */
function chainFrom(id: string, rows: ReadonlyMap<string, Located>): string[] {
  const chain: string[] = []
  for (let next: string | undefined = id; next; ) {
    const isRound = chain.includes(next)
    chain.push(next)
    const data: object | undefined = isRound ? undefined : rows.get(next)?.entry.data
    next = data && 'parent' in data ? (data.parent as string | undefined) : undefined
  }
  return chain
}
