import { readYaml } from '../manuscript/front-matter.ts'
import { FILE_START, type Position, type Problem } from '../manuscript/problem.ts'
import { explainIssue } from '../schemas/explain.ts'
import { type RedirectRow, redirect } from '../schemas/redirect.ts'
import { entryPath } from '../urls/paths.ts'
import { isWithdrawn, ownerOf, pagesOf } from './addresses.ts'
import type { ValidEntry } from './validate.ts'

/** The table of redirects that staff write. */
export const REDIRECTS_FILE = 'redirects.yaml'

/** Addresses that were published and have no page of their own any more. */
export interface Redirects {
  /** Addresses that lead on; `to` is a page that exists, with an anchor perhaps. In order of `from`. */
  moved: Array<{ from: string; to: string }>
  /** Addresses whose content was taken down. In order. */
  gone: string[]
}

/** A row with its place in the file. */
export type LocatedRow = RedirectRow & { at: Position }

/** Reads `redirects.yaml`; an empty text is an empty table. Rows with mistakes are left out. */
export function readRedirects(text: string): { rows: LocatedRow[]; problems: Problem[] } {
  const yaml = readYaml(text, REDIRECTS_FILE, 1)
  const problems = [...yaml.problems]
  const report = (at: Position, message: string, fix: string) =>
    problems.push({ file: REDIRECTS_FILE, ...at, rule: 'redirect', level: 'error', message, fix })
  if (yaml.problems.length > 0) return { rows: [], problems }
  if (yaml.data === null) return { rows: [], problems }
  if (!Array.isArray(yaml.data)) {
    report(FILE_START, '这个表不是列表', EXAMPLE)
    return { rows: [], problems }
  }
  const rows = yaml.data.flatMap((row: unknown, index): LocatedRow[] => {
    const result = redirect.safeParse(row, { reportInput: true })
    if (result.success) return [{ ...result.data, at: yaml.locate([index, 'from']) }]
    for (const issue of result.error.issues) {
      for (const { message, fix, key } of explainIssue(issue, ['from', 'to', 'withdrawnOn'], {
        title: TITLES[String(issue.path[0])],
        description: EXAMPLE,
      })) {
        const path = [index, ...issue.path]
        report(key ? yaml.locateKey(path, key) : yaml.locate(path), message, fix)
      }
    }
    return []
  })
  return { rows, problems }
}

const TITLES: Record<string, string> = { from: '旧地址', to: '新地址', withdrawnOn: '撤下日期' }

const EXAMPLE = '每一条写两行：“- from: /旧地址/”，下一行“  to: /新地址/”（撤下的写“  withdrawnOn: 2026-12-01”）'

/**
 * The rows, and one more for everything published that travels of an entry whose page a row is about: its posters, card, press
 * kit, and twins in other editions share its fate, and nobody has to list them.
 * @param ledger every address ever published
 */
export function withCompanions<R extends RedirectRow>(rows: readonly R[], ledger: readonly string[]): R[] {
  const written = new Set(rows.map(({ from }) => from))
  const owners = rows.flatMap((row) => {
    const owner = ownerOf(row.from)
    return owner && entryPath(owner.kind, owner.id) === row.from ? [{ row, ...owner }] : []
  })
  const companions = owners.flatMap(({ row, kind, id }) =>
    ledger.flatMap((from): R[] => {
      if (written.has(from) || !from.includes(`/${id}/`)) return []
      const owner = ownerOf(from)
      return owner?.kind === kind && owner.id === id ? [{ ...row, from }] : []
    }),
  )
  return [...rows, ...companions]
}

/**
 * Where every former address leads: the one place that decides. Former ids take an entry's posters, card and
 * press kit, and their twins in other editions, with them; of a person who was taken down they lead nowhere. Chains are followed to their end; a chain
 * that has none is left out, and `check` says so.
 */
export function resolveRedirects(entries: readonly ValidEntry[], rows: readonly RedirectRow[]): Redirects {
  const next = new Map<string, string>()
  const gone = new Set<string>()
  for (const entry of entries) {
    const pages = pagesOf(entry)
    if (isWithdrawn(entry)) for (const page of pages.slice(1)) gone.add(page)
    for (const former of 'formerIds' in entry.data ? entry.data.formerIds : []) {
      for (const [index, from] of pagesOf(entry, former).entries()) {
        if (isWithdrawn(entry)) gone.add(from)
        else next.set(from, pages[index] as string)
      }
    }
  }
  for (const { from, to } of rows) {
    if (to) next.set(from, to)
    else gone.add(from)
  }
  const moved = [...next.keys()].sort().flatMap((from) => {
    const to = endOf(from, next)
    return to === undefined ? [] : [{ from, to }]
  })
  // What leads to something taken down says so at once.
  const lost = moved.filter(({ to }) => gone.has(cut(to)[0]))
  for (const { from } of lost) gone.add(from)
  return { moved: moved.filter((each) => !lost.includes(each)), gone: [...gone].sort() }
}

/** An address and the anchor in it, with its `#`; rows may lead to a place in a page, and pages alone are looked up. */
function cut(address: string): [page: string, anchor: string] {
  const at = address.indexOf('#')
  return at < 0 ? [address, ''] : [address.slice(0, at), address.slice(at)]
}

/**
 * The end of a chain of addresses; undefined when it turns in a circle. As in browsers, the last anchor on the way
 * goes along to the end.
 */
function endOf(from: string, next: ReadonlyMap<string, string>): string | undefined {
  const seen = new Set<string>([from])
  let [page, anchor] = ['', '']
  for (let to = next.get(from); to !== undefined; to = next.get(page)) {
    const [at, own] = cut(to)
    if (seen.has(at)) return undefined
    seen.add(at)
    page = at
    anchor = own || anchor
  }
  return page + anchor
}

/**
 * Rows that cannot work: an address still in use, given twice, or one that leads nowhere.
 * @param pages addresses of all pages there are
 */
export function checkRedirects(
  rows: readonly LocatedRow[],
  entries: readonly ValidEntry[],
  pages: ReadonlySet<string>,
): Problem[] {
  const ofEntries = new Set(resolveRedirects(entries, []).moved.map(({ from }) => from))
  const all = resolveRedirects(entries, rows)
  const known = new Set([...pages, ...all.gone, ...ofEntries, ...rows.map(({ from }) => from)])
  const ends = new Set(all.moved.map(({ from }) => from))
  const seen = new Set<string>()
  return rows.flatMap(({ from, to, at }): Problem[] => {
    const problem = (message: string, fix: string): Problem[] => [
      { file: REDIRECTS_FILE, ...at, rule: 'redirect', level: 'error', message, fix },
    ]
    if (seen.has(from)) return problem(`旧地址 ${from} 写了两次`, '一个旧地址只能转到一处：只留一条')
    seen.add(from)
    if (pages.has(from)) return problem(`${from} 现在还有这一页`, '还在用的地址不能转走：删掉这一条')
    if (ofEntries.has(from)) return problem(`${from} 已经由 formerIds 转走了`, '删掉这一条')
    if (to === undefined) return []
    const [page] = cut(to)
    if (!known.has(page)) return problem(`站内没有 ${page} 这一页`, '新地址要写现在打得开的：打开那一页，照地址栏抄')
    if (!ends.has(from) && !all.gone.includes(from))
      return problem(`${from} 转来转去又回到自己`, '顺着 to 一条条看，把最后那条改成现在打得开的地址')
    return []
  })
}
