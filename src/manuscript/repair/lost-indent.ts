import { KINDS, type Kind } from '../../schemas/index.ts'
import { type FieldSchema, inputSchema } from '../../schemas/references.ts'
import type { Slip } from '../problem.ts'

const FIELD = /^( *)([A-Za-z]\w*)\s*[:：]\s*(.*)$/

const claimFields = (): Readonly<Record<string, FieldSchema>> =>
  inputSchema('brand').properties?.claims?.items?.properties ?? {}

let strays: ReadonlySet<string> | undefined

/** Fields of a claim that no manuscript with claims has at its margin. */
function strayFields(): ReadonlySet<string> {
  if (!strays) {
    const manuscripts = (Object.keys(KINDS) as Kind[]).map((kind) => inputSchema(kind).properties ?? {})
    const atMargin = new Set(manuscripts.flatMap((fields) => (fields.claims ? Object.keys(fields) : [])))
    strays = new Set(Object.keys(claimFields()).filter((name) => !atMargin.has(name)))
  }
  return strays
}

const NUMERALS: Readonly<Record<number, string>> = { 2: '两', 4: '四', 6: '六' }

/**
 * Puts an entry of a list together again that fell apart at line `index`: its fields lie at the margin, or its first
 * field has lost its dash. Either way every field of it would be told as one that does not exist.
 */
export function gather(lines: string[], index: number, isTable: boolean, slips: Slip[]): void {
  const [, { length: depth } = '', name = ''] = FIELD.exec(lines[index] as string) ?? []
  if (!name) return
  const report = (rule: string, message: string, fix: string) =>
    slips.push({ line: index + 1, column: depth + 1, rule, level: 'error', message, fix, by: 'fix' })
  if (name === 'id') {
    const dash = isTable && depth === 0 ? 0 : hasId(lines, index, depth) ? depth - 2 : undefined
    if (dash === undefined) return
    report('lost-dash', '这一条的第一栏前面少了“- ”', '在 id 前面写上减号和一个空格：“- id: 编号”')
    lines[index] = `${' '.repeat(dash)}- ${(lines[index] as string).slice(depth)}`
    return
  }
  if (depth > 0 || !(isTable || (strayFields().has(name) && isUnderClaims(lines, index)))) return
  const item = lines.slice(0, index).findLast((line) => /^ *- /.test(line))
  const above = item === undefined ? undefined : /^( *)- id\s*[:：]/.exec(item)?.[1]?.length
  if (above === undefined) return
  const indent = above + 2
  report(
    'lost-indent',
    '这一栏跑到行首去了，不再是上面那一条的',
    `从这里起，各栏要和上面的 id 对齐：行首空${NUMERALS[indent] ?? indent}格`,
  )
  for (const at of lostFrom(lines, index, isTable)) lines[at] = ' '.repeat(indent) + lines[at]
}

/** Whether the claims stand right above: a field at the margin that only a claim can have is one of theirs. */
const isUnderClaims = (lines: readonly string[], index: number): boolean =>
  /^claims\s*[:：]/.test(lines.slice(0, index).findLast((line) => /^[A-Za-z]/.test(line)) ?? '')

/** Whether the entry that a field `id` at this depth would belong to has one already. */
function hasId(lines: readonly string[], index: number, depth: number): boolean {
  for (let at = index - 1; at >= 0; at--) {
    const line = lines[at] as string
    const own = line.search(/\S/)
    if (own < 0 || own >= depth) continue
    return own === depth - 2 && /^ *- id\s*[:：]/.test(line)
  }
  return false
}

/** Indexes of the lines at the margin that belong to the entry, and of what stands under them. */
function* lostFrom(lines: readonly string[], from: number, isTable: boolean): Generator<number> {
  const seen = new Set<string>()
  let holdsMore = false
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] as string
    const [, { length: depth } = '', name = '', value = ''] = FIELD.exec(line) ?? []
    const isDeeper = /^ +\S/.test(line)
    if (isDeeper) {
      if (!holdsMore) return
      yield at
      continue
    }
    if (!name || depth > 0 || name === 'id' || seen.has(name) || !(isTable || isOfClaim(name, value))) return
    seen.add(name)
    holdsMore = /^(?:[|>][-+\d]*)?$/.test(value)
    yield at
  }
}

/** Whether a field can be one of a claim: `kind` is one of stories too, with other words. */
function isOfClaim(name: string, value: string): boolean {
  const field = claimFields()[name]
  return field !== undefined && (!field.enum || field.enum.includes(value.trim()))
}
