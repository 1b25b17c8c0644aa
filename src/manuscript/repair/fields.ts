import { KINDS, type Kind } from '../../schemas/index.ts'
import { type FieldSchema, fieldsCalled, inputSchema } from '../../schemas/references.ts'
import { readDate } from '../dates.ts'
import type { Slip } from '../problem.ts'
import { yamlLines } from '../yaml-lines.ts'
import { gather } from './lost-indent.ts'

/** Which lines of a text are YAML: from the first to before the end, and whether there is nothing else. */
export interface YamlPart {
  from: number
  end: number
  isTable: boolean
}

/**
 * Puts right what can only have been meant one way in lines of YAML: tabs and other spaces, entries that fell apart,
 * names in Chinese, full-width colons, curly quotes, dates in words.
 * @param lines the whole text; its lines are replaced
 * @param fields names that exist, to tell a field from a word
 * @param slips what was found is added to it
 */
export function repairFields(
  lines: string[],
  { from, end, isTable }: YamlPart,
  fields: ReadonlySet<string>,
  slips: Slip[],
): void {
  for (const { index, inQuote } of yamlLines(lines, from, end)) {
    lines[index] = untab(lines, index, slips)
    if (inQuote) continue
    gather(lines, index, isTable, slips)
    lines[index] = unspace(lines[index], index + 1, fields, slips)
    lines[index] = repairField(repairName(lines, index, slips), index + 1, fields, slips)
  }
}

/** What a date field takes: a minute must be given, or may be. */
interface DateField {
  minute: boolean
  time: boolean
}

let dates: Map<string, DateField> | undefined

/** Date fields of all kinds by name. Those that want a minute are the only dates with a pattern. */
function dateFields(): ReadonlyMap<string, DateField> {
  if (!dates) {
    dates = new Map()
    for (const kind of Object.keys(KINDS) as Kind[]) collectDates(inputSchema(kind), dates)
  }
  return dates
}

function collectDates(schema: FieldSchema, into: Map<string, DateField>): void {
  if (schema.items) collectDates(schema.items, into)
  for (const [name, inner] of Object.entries(schema.properties ?? {})) {
    const minute = inner.pattern !== undefined
    if (inner.date) into.set(name, { minute, time: minute || inner.time === true })
    collectDates(inner, into)
  }
}

/** Space at the head of a line; what is no plain space comes with a paste from elsewhere, and YAML does not take it for one. */
const ODD_INDENT = /^[ \t\u00a0\u2002-\u200a\u3000]*/

/** Where YAML wants a plain space and has another: behind the dash of an item, behind the colon of a field, at the end. */
const ODD_SPACES: ReadonlyArray<readonly [pattern: RegExp, where: string, cure: string]> = [
  [/^( *-)( *[\u00a0\u2002-\u200a\u3000]\s*)(?=\S)/, '减号后面', ' '],
  [/^( *(?:- +)?([A-Za-z]\w*):)( *[\u00a0\u2002-\u200a\u3000]\s*)/, '冒号后面', ' '],
  [/^(.*?\S)( *[\u00a0\u2002-\u200a\u3000]\s*)$/, '行尾', ''],
]

/** The line with plain spaces in those places; what stands within a text is the text's. */
function unspace(line: string, number: number, fields: ReadonlySet<string>, slips: Slip[]): string {
  if (/^\s*#/.test(line)) return line
  return ODD_SPACES.reduce((text, [pattern, where, cure]) => {
    const [whole, before = '', field] = pattern.exec(text) ?? []
    if (whole === undefined || (where === '冒号后面' && !fields.has(field as string))) return text
    // At the end of a note to colleagues nobody sees it.
    if (where === '行尾' && noteAt(text) < text.length) return text
    slips.push({
      line: number,
      column: before.length + 1,
      rule: 'odd-space',
      level: 'error',
      message: cure ? `${where}不是普通空格，是全角空格或粘贴带来的别的空格` : '行尾有全角空格或粘贴带来的别的空格',
      fix: cure ? '删掉，换成一个普通空格' : '删掉',
      by: 'fix',
    })
    return `${before}${cure}${text.slice(whole.length)}`.trimEnd()
  }, line)
}

/** The line with tabs and other spaces at its head replaced by the spaces that its neighbours call for. */
function untab(lines: readonly string[], index: number, slips: Slip[]): string {
  const line = lines[index] as string
  const [indent = ''] = ODD_INDENT.exec(line) ?? []
  const odd = indent.search(/[^ ]/)
  if (odd < 0) return line
  const isTab = indent[odd] === '\t'
  slips.push({
    line: index + 1,
    column: odd + 1,
    rule: isTab ? 'yaml-tab_as_indent' : 'odd-space',
    level: 'error',
    message: isTab ? '行首用了 Tab 键缩进' : '行首不是普通空格，是全角空格或粘贴带来的别的空格',
    fix: isTab ? '删掉 Tab，改按空格键，和上下行对齐' : '删掉，改用普通空格，和上下行对齐',
    by: 'fix',
  })
  return ' '.repeat(indentAfter(lines, index)) + line.slice(indent.length)
}

function indentAfter(lines: readonly string[], index: number): number {
  const depth = (line: string) => /^ */.exec(line)?.[0].length ?? 0
  const isItem = (line: string) => /^ *- /.test(line)
  let above = index - 1
  while (above > 0 && !lines[above]?.trim()) above--
  const previous = lines[above] ?? ''
  const inner = depth(previous) + (isItem(previous) ? 2 : 0)
  if (/:\s*$/.test(previous)) return inner + 2
  if (!/^\s*- /.test(lines[index] as string)) return inner
  for (let at = above; at > 0; at--) if (isItem(lines[at] as string)) return depth(lines[at] as string)
  return inner
}

const CHINESE_FIELD = /^(\s*(?:- +)?)(\p{Script=Han}[\p{Script=Han}、]*)(?:：\s*|:(?: +|$|(?=[^\s/])))/u

/** Where the field of a line begins, if it is one; behind the dash of an item. */
const fieldAt = (line: string): number | undefined => /^(\s*(?:- +)?)[A-Za-z]\w*:(?= |$)/.exec(line)?.[1]?.length

/**
 * The line with the English name of its field, where it has the Chinese one of pages and handbook. Only beside other fields:
 * items and further lines of a text may begin with the same words.
 */
function repairName(lines: readonly string[], index: number, slips: Slip[]): string {
  const line = lines[index] as string
  const [whole, lead = '', title = ''] = CHINESE_FIELD.exec(line) ?? []
  const [field, ...others] = whole ? fieldsCalled(title) : []
  if (!whole || !field) return line
  const before = lines.slice(0, index).findLast((each) => each.trim())
  const after = lines.slice(index + 1).find((each) => each.trim())
  const isBeside = [before, after].some((each, at) => {
    const isNextItem = at === 1 && /^\s*- /.test(each ?? '')
    return each !== undefined && !isNextItem && fieldAt(each) === lead.length
  })
  if (!isBeside) return line
  // Of a name that several fields have only the schema can tell which is meant.
  const name = others.length === 0 ? field : title
  if (name === field)
    slips.push({
      line: index + 1,
      column: lead.length + 1,
      rule: 'chinese-field',
      level: 'error',
      message: `栏目的名字要写英文，「${title}」写成了中文`,
      fix: `改成“${field}: ”`,
      by: 'fix',
    })
  return `${lead}${name}: ${line.slice(whole.length)}`.trimEnd()
}

function repairField(line: string, number: number, fields: ReadonlySet<string>, slips: Slip[]): string {
  let repaired = line
  const slip = (column: number, rule: string, message: string, fix: string) => {
    slips.push({ line: number, column, rule, level: 'error', message, fix, by: 'fix' })
  }
  if (/^\s*#/.test(line)) return line
  const dash =
    /^(\s*)-(?=([A-Za-z][A-Za-z0-9]*)\s*[:：])/.exec(repaired) ??
    /^(\s+)-(?=[a-z][a-z0-9]*(?:-[a-z0-9]+)*\s*$)/.exec(repaired)
  if (dash && (!dash[2] || fields.has(dash[2]))) {
    slip(dash[0].length, 'dash-space', '减号后面少了空格', '写成“- ”再接内容')
    repaired = `${dash[0]} ${repaired.slice(dash[0].length)}`
  }
  const colon = /^(\s*(?:- +)?)([A-Za-z][A-Za-z0-9]*)\s*(：\s*|:(?=[^\s:/]))/.exec(repaired)
  if (colon) {
    const [whole, lead = '', field = '', mark = ''] = colon
    if (fields.has(field)) {
      const column = lead.length + field.length + 1
      if (mark.startsWith('：'))
        slip(column, 'full-width-colon', `「${field}」后面用了中文冒号「：」`, `改成英文冒号加一个空格：“${field}: ”`)
      else slip(column, 'colon-space', `「${field}」的冒号后面少了空格`, `冒号后面空一格：“${field}: 内容”`)
      repaired = `${lead}${field}: ${repaired.slice(whole.length)}`.trimEnd()
    }
  }
  const pair = /^(\s*(?:- +)?(?:([A-Za-z][A-Za-z0-9]*): +)?)(\S.*)$/.exec(repaired)
  if (!pair) return repaired
  const [, head = '', field, rest = ''] = pair
  const value = rest.slice(0, noteAt(rest)).trimEnd()
  if (field && /^\s#[^\s#]/.test(rest.slice(noteAt(rest))))
    slips.push({
      line: number,
      column: head.length + noteAt(rest) + 2,
      rule: 'lost-words',
      level: 'error',
      message: '空格加 # 后面的字会被当成备注，丢掉',
      fix: '整段内容用英文引号括起来；真是备注的，# 后面空一格',
    })
  const mended = repairValue(value, field, head.length + 1, slip)
  return mended === value ? repaired : head + mended + rest.slice(value.length).trimEnd()
}

/** What stands in the quotes of YAML at the head of a value: a mark behind a backslash, or one written twice, ends nothing. */
const QUOTED = /^(?:"(?:\\.|[^"\\])*"|'(?:''|[^'])*')/

/** Where the note to colleagues behind a value begins, or its end: inside the value's quotes it would be published. */
function noteAt(text: string): number {
  const quoted = QUOTED.exec(text)?.[0].length ?? 0
  const note = text.slice(quoted).search(/\s#/)
  return note < 0 ? text.length : quoted + note
}

type Report = (column: number, rule: string, message: string, fix: string) => void

function repairValue(value: string, field: string | undefined, column: number, slip: Report): string {
  let mended = value
  const quoted = /^[“”„‟＂‘’]([\x20-\x7e０-９－／年月日]*)[“”＂‘’]$/.exec(mended)
  if (quoted) {
    slip(column, 'curly-quotes', '内容外面用了中文引号', '去掉引号，或改成英文引号 " "')
    mended = quoted[1] as string
  }
  const wanted = field && dateFields().get(field)
  if (wanted) {
    const moment = isoDate(mended)
    // A time of day copied along with its date says nothing where a day is asked for.
    const date = wanted.time ? moment : moment?.replace(/T.*$/, '')
    // A minute that nobody gave is not made up.
    const precise = !wanted.minute || date?.includes('T')
    if (date && precise && date !== mended) {
      if (!quoted) slip(column, 'date-form', `「${field}」写成了「${mended}」，格式不对`, `改成 ${date}`)
      mended = date
    }
  }
  if (field && /^[%@`]/.test(mended)) {
    slip(column, 'unquoted-sign', `内容不能直接以「${mended[0]}」开头`, `用英文引号括起来：${field}: "${mended}"`)
    mended = `"${mended.replace(/["\\]/g, '\\$&')}"`
  }
  const framed = field && /^"((?:\\.|[^"\\])*)"(?=[\p{Script=Han}，。、：；！？])/u.exec(mended)
  if (framed) {
    slip(column, 'half-width-quotes', '开头的英文引号会被当成整段内容的外框', '换成中文引号“ ”')
    // Without its frame the text has no escapes: what they stand for is written out.
    mended = `“${framed[1]?.replace(/\\(["\\])/g, '$1')}”${mended.slice(framed[0].length)}`
  }
  if (field && /^[^"'[{|>&*!%@`#-].*(?:: |:$)/.test(mended) && /\p{Script=Han}/u.test(mended)) {
    slip(column, 'unquoted-colon', '内容里有半角冒号加空格，会被当成新的一栏', `整段内容用英文引号括起来`)
    mended = `"${mended.replace(/["\\]/g, '\\$&')}"`
  }
  return mended
}

/** A date as the schema wants it, in quotes where it is a year; undefined when it is not a real day. */
function isoDate(text: string): string | undefined {
  const plain = text.replace(/^(["'])(.*)\1$/, '$2')
  const date = readDate(plain)
  // Already well-formed: quotes around a year are needed, so nothing is taken away.
  if (!date || date === plain) return date && text
  return date.length === 4 ? `"${date}"` : date
}
