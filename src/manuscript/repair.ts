import { KINDS, type Kind } from '../schemas/index.ts'
import { type FieldSchema, fieldsCalled, inputSchema } from '../schemas/references.ts'
import { WRITER_COMPONENTS } from './components.ts'
import { readDate } from './dates.ts'
import { FENCE, topOf } from './front-matter.ts'
import { findLookalikes } from './lookalikes.ts'
import { gather } from './lost-indent.ts'
import type { Problem } from './problem.ts'
import { yamlLines } from './yaml-lines.ts'

/** A slip of the pen that has one obvious cure. */
export type Slip = Omit<Problem, 'file'>

/** A text with its slips put right; line numbers stay what they were. */
export interface Repaired {
  text: string
  slips: Slip[]
}

/**
 * Puts right what can only have been meant one way: tabs, full-width colons and curly quotes in
 * front matter, dates in words, a stray `<` or `{…}` in prose, characters of a PDF. The checker reports what this finds and
 * reads on with the repaired text, so that one slip does not hide the next; `npm run fix` writes it down.
 * @param fields names of front matter fields that exist, to tell a field from a word
 * @param isTable whether the whole text is YAML
 */
export function repair(text: string, fields: ReadonlySet<string>, isTable = false): Repaired {
  const slips: Slip[] = []
  const lines = text.split('\n').map((line, index) => repairCharacters(line, index + 1, slips))
  const [from, end] = isTable ? [0, lines.length] : frontMatterOf(lines)
  for (const { index, inQuote } of yamlLines(lines, from, end)) {
    lines[index] = untab(lines, index, slips)
    if (inQuote) continue
    gather(lines, index, isTable, slips)
    lines[index] = unspace(lines[index], index + 1, fields, slips)
    lines[index] = repairField(repairName(lines, index, slips), index + 1, fields, slips)
  }
  if (!isTable) repairBody(lines, end + 1, slips)
  return { text: lines.join('\n'), slips }
}

/** The line with ordinary characters for those of a PDF, so that everything else reads what people read. */
function repairCharacters(line: string, number: number, slips: Slip[]): string {
  let mended = line
  for (const { start, found, meant } of findLookalikes(line).reverse()) {
    slips.push({
      line: number,
      column: start + 1,
      rule: 'lookalike',
      level: 'error',
      message: `「${found}」是从 PDF 里复制来的，看着像平常的字，其实不是，搜不到`,
      fix: meant ? `换成「${meant}」` : '删掉，用输入法重新打一遍',
      ...(meant && { by: 'fix' as const }),
    })
    if (meant) mended = mended.slice(0, start) + meant + mended.slice(start + found.length)
  }
  return mended
}

/** Index of the first line of the front matter, and of the one that ends it; 0 when there is none. Empty lines may stand above. */
function frontMatterOf(lines: readonly string[]): [from: number, end: number] {
  const top = topOf(lines)
  if (!FENCE.test(lines[top] ?? '')) return [1, 0]
  const end = lines.findIndex((line, index) => index > top && FENCE.test(line))
  return [top + 1, Math.max(end, 0)]
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

/** Where the note to colleagues behind a value begins, or its end: inside the value's quotes it would be published. */
function noteAt(text: string): number {
  const quoted = /^(?:"[^"]*"|'[^']*')/.exec(text)?.[0].length ?? 0
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
  const framed = field && /^"([^"]*)"(?=[\p{Script=Han}，。、：；！？])/u.exec(mended)
  if (framed) {
    slip(column, 'half-width-quotes', '开头的英文引号会被当成整段内容的外框', '换成中文引号“ ”')
    mended = `“${framed[1]}”${mended.slice(framed[0].length)}`
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

/** Prose of the body: outside fences, code, tags and comments. */
function repairBody(lines: string[], from: number, slips: Slip[]): void {
  let fence = ''
  let inside = ''
  for (let index = from; index < lines.length; index++) {
    const line = lines[index] as string
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1]
    if (fence) {
      if (mark?.startsWith(fence)) fence = ''
      continue
    }
    if (mark && !inside) {
      fence = mark
      continue
    }
    const result = repairProse(inside ? line : repairHead(line, index + 1, slips), index + 1, inside, slips)
    lines[index] = result.line
    inside = result.inside
  }
}

/** Full-width spaces at the head of a line, and behind the sign of a heading or an item; the only ones with one cure. */
const SPACED_HEAD = /^([ \t]*)(?:(\u3000[\u3000 ]*)|(#{2,6}|-|\d{1,2}\.)( *\u3000[\u3000 ]*)(?=\S))/

/** The line without full-width spaces at its head. Where lines are joined they would be taken for spaces between words. */
function repairHead(line: string, number: number, slips: Slip[]): string {
  const [whole, lead = '', indent, sign = ''] = SPACED_HEAD.exec(line) ?? []
  if (whole === undefined) return line
  slips.push({
    line: number,
    column: lead.length + sign.length + 1,
    rule: 'spaced-indent',
    level: 'error',
    message: indent ? '行首有全角空格' : `「${sign}」后面是全角空格`,
    fix: indent ? '删掉；段首不用空格，版面自己会排' : '换成一个半角空格',
    by: 'fix',
  })
  const rest = line.slice(whole.length)
  return indent ? repairHead(lead + rest, number, []) : `${lead}${sign} ${rest}`
}

/** A component whose attributes stand in the quotes of Chinese text. */
const CURLY_TAG = new RegExp(`^<(?:${Object.keys(WRITER_COMPONENTS).join('|')})\\s[^<>]*=\\s*[“”][^<>]*>`)

/** What writers say to each other. */
const NOTE = /待[核补查定改]|再[核查补]|备注|核实|补充|请(?:问|核|补)/

/**
 * @param inside what is still open from the line before: a comment (`*`), a tag (`<`), nothing
 */
function repairProse(line: string, number: number, inside: string, slips: Slip[]): { line: string; inside: string } {
  let out = ''
  let open = inside
  for (let at = 0; at < line.length; ) {
    const rest = line.slice(at)
    const step = (length: number) => {
      out += line.slice(at, at + length)
      at += length
    }
    if (open === '*') {
      const end = rest.indexOf('*/}')
      step(end < 0 ? rest.length : end + 3)
      if (end >= 0) open = ''
    } else if (open === '<') {
      const match = /^(?:"[^"]*"|'[^']*'|[^>"'])*>/.exec(rest)
      step(match ? match[0].length : rest.length)
      if (match) open = ''
    } else if (rest.startsWith('\\')) step(2)
    else if (rest.startsWith('{/*')) {
      open = '*'
      step(3)
    } else if (rest.startsWith('`')) {
      const ticks = /^`+/.exec(rest)?.[0] as string
      const end = rest.indexOf(ticks, ticks.length)
      step(end < 0 ? ticks.length : end + ticks.length)
    } else if (rest.startsWith('<') && CURLY_TAG.test(rest)) {
      const [tag] = CURLY_TAG.exec(rest) as RegExpExecArray
      slips.push({
        line: number,
        column: at + 1 + tag.search(/[“”]/),
        rule: 'curly-quotes',
        level: 'error',
        message: '标签里用了中文引号',
        fix: '换成英文引号 " "',
        by: 'fix',
      })
      out += tag.replace(/=\s*[“”"]([^“”"<>]*)[“”"]/g, '="$1"')
      at += tag.length
    } else if (rest.startsWith('<') && /^<[A-Za-z/!>$_]/.test(rest)) {
      open = '<'
      step(1)
    } else if (rest.startsWith('<') && /^<(?=[\d\p{Script=Han}“”，。、（%￥.+-])/u.test(rest)) {
      slips.push({
        line: number,
        column: at + 1,
        rule: 'markdown-syntax',
        level: 'error',
        message: '「<」后面不能直接跟这个字',
        fix: '想写“小于”，用全角＜，或写成 &lt;',
        by: 'fix',
      })
      out += '＜'
      at++
    } else if (rest.startsWith('{')) {
      const words = /^\{([^{}<>`\\*=;()]*)\}/.exec(rest)
      // Only what is plainly prose: anything that could be a program is left for a person.
      // A note to colleagues is not for print: who wrote it must say so.
      if (words && /^(?:[\p{Script=Han}\d\s\p{P}]+)$/u.test(words[1] as string) && !NOTE.test(words[1] as string)) {
        slips.push({
          line: number,
          column: at + 1,
          rule: 'no-expression',
          level: 'error',
          message: '正文里有花括号 { }，它会被当成程序代码',
          fix: '花括号换成全角｛｝，或在前面加反斜杠 \\{',
          by: 'fix',
        })
        out += `｛${words[1]}｝`
        at += words[0].length
      } else step(1)
    } else step(1)
  }
  return { line: out, inside: open }
}
