import type { z } from 'zod'
import { ID_PATTERN } from './shared.ts'

/** A schema complaint put into words for a writer. */
export interface Explained {
  rule: string
  message: string
  fix: string
  /** For an unknown field: the field, so that the caller can point at it. */
  key?: string
  /** For an unknown field: the one that was probably meant, which is not missing then. */
  meant?: string
}

type Issue = z.core.$ZodIssue

const TYPE_NAMES: Record<string, string> = {
  string: '一行文字',
  number: '一个数字',
  boolean: 'true 或 false',
  array: '一个列表（每项一行，以“- ”开头）',
  object: '一组小栏目',
  record: '一组小栏目',
}

/** How a group of fields is written. */
const AS_FIELDS = '写成“栏目: 内容”，一栏一行，冒号用半角，后面空一格；表里每一条的第一栏前面写“- ”'

/** What a value is, to somebody who meant to write fields. */
function kindOfValue(value: unknown): string {
  if (Array.isArray(value)) return '一个列表'
  return { string: '一行文字', number: '一个数字', boolean: '真假' }[typeof value as string] ?? '别的东西'
}

/** What is known of the field that an issue is about. */
export interface FieldHelp {
  title?: string | undefined
  description?: string | undefined
  /** Chinese words of a vocabulary, by key. */
  labels?: Readonly<Record<string, string>> | undefined
  /** Of a group of fields: their Chinese names, by field. */
  titles?: Readonly<Record<string, string>> | undefined
  /** Kind of the entry that it names. */
  ref?: string | undefined
  isDate?: boolean | undefined
  isRequired?: boolean | undefined
  /** Of a list: what stands behind the dash of its first item. */
  list?: string | undefined
}

/**
 * Explains one zod issue. Messages written in the schemas are kept; zod's own are replaced,
 * because they speak of types, not of fields.
 * @param known fields that exist where an unknown one was found, for the suggestion
 */
export function explainIssue(issue: Issue, known: readonly string[] = [], help: FieldHelp = {}): Explained[] {
  const field = String(issue.path.filter((part) => typeof part === 'string').at(-1) ?? '')
  const isItem = typeof issue.path.at(-1) === 'number'
  const called = help.title && !isItem ? `「${help.title}」（${field}）` : `「${field}」`
  const hint = help.description ? `，${help.description}` : ''
  const one = (rule: string, message: string, fix: string): Explained[] => [{ rule, message, fix }]
  const missing = (choices = ''): Explained[] =>
    one(
      'missing-field',
      `少了${called}这一栏`,
      help.list ? `补上两行：“${field}:”，下一行“  - ${help.list}”${hint}` : `补上 ${field}: 内容${choices}${hint}`,
    )
  const empty = (choices = ''): Explained[] =>
    one(
      choices ? 'unknown-value' : 'empty-field',
      `${called}空着`,
      !help.isRequired
        ? `写上内容${choices}${hint}；没有内容就把整行删掉`
        : help.list
          ? `这一栏必须写：下一行写“  - ${help.list}”${hint}`
          : `这一栏必须写：${field}: 内容${choices}${hint}`,
    )
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => {
        const own = known.find((name) => help.titles?.[name] === key)
        if (own) return { rule: 'unknown-field', key, meant: own, ...inChinese(key, own) }
        const meant = otherName(key, known) ?? nearest(key, known)
        const fix = meant ? `是不是想写 ${meant}？不是就删掉这一行` : `删掉这一行；能用的栏有 ${known.join('、')}`
        return { rule: 'unknown-field', key, meant, message: `没有「${key}」这一栏`, fix }
      })
    case 'invalid_type':
      // A whole entry, or one of a list, has no name that a complaint could give it.
      if (issue.expected === 'object' && (isItem || issue.path.length === 0)) {
        const what = issue.input === null ? '空着' : `是${kindOfValue(issue.input)}，不是一栏一栏的内容`
        return one('wrong-type', `这里${what}`, AS_FIELDS + hint)
      }
      if (issue.input === undefined || issue.message.includes('received undefined')) {
        return missing()
      }
      if (issue.input === null) return empty()
      if (issue.expected === 'array' && typeof issue.input === 'string' && help.list && ID_PATTERN.test(issue.input))
        return one('wrong-type', `${called}是一个列表，要分行写`, `写成两行：“${field}:”，下一行“  - ${issue.input}”`)
      if (issue.expected === 'string' && help.ref && Array.isArray(issue.input))
        return one(
          'wrong-type',
          `${called}只能写一个编号`,
          `只留一个，写在同一行：${field}: ${issue.input[0] ?? '编号'}`,
        )
      if (issue.expected === 'number' && typeof issue.input === 'string' && PLAIN_NUMBER.test(issue.input))
        return one('wrong-type', `${called}的数加了引号，成了文字`, `去掉引号：${field}: ${issue.input.trim()}`)
      if (issue.expected === 'number' && typeof issue.input === 'string')
        return one(
          'wrong-type',
          `${called}写成了「${issue.input.slice(0, 20)}」，不是一个数`,
          numberCure(issue.input) + hint,
        )
      if (issue.expected === 'string' && help.isDate && typeof issue.input === 'number')
        return one(
          'wrong-type',
          `${called}写成了「${issue.input}」，看不出几点几分`,
          `写成 2026-11-22T09:00+08:00 的样子`,
        )
      if (issue.expected === 'string' && /^1[3-9]\d{9}$/.test(String(issue.input)))
        return one(
          'wrong-type',
          `${called}写的是手机号，手机号是个人信息，不能发布`,
          '删掉；只写单位的办公电话，例如 0775-2690000',
        )
      if (issue.expected === 'string' && typeof issue.input !== 'object') {
        return one('wrong-type', `${called}会被读成数字或真假，不是文字`, `用英文引号括起来："${String(issue.input)}"`)
      }
      return one('wrong-type', `${called}写得不对`, `这里要写：${TYPE_NAMES[issue.expected] ?? issue.expected}${hint}`)
    case 'invalid_union':
      if (issue.input === undefined) return missing()
      if (issue.input === null) return empty()
      return one('wrong-type', `${called}写得不对`, `照这样写${hint || '：一行文字'}`)
    case 'invalid_value': {
      const values = issue.values.map(String)
      const input = typeof issue.input === 'string' ? issue.input : ''
      const meant = meantValue(input, values, help.labels)
      const words = values.map((value) => (help.labels?.[value] ? `${value}（${help.labels[value]}）` : value))
      const choices = `只能从这些里选一个：${words.join('、')}`
      if (issue.input === undefined) return missing(`，${choices}`)
      if (issue.input === null) return empty(`，${choices}`)
      return one(
        'unknown-value',
        `${called}不能${input ? `填「${input.slice(0, 20)}」` : '这样写'}`,
        `${meant ? `是不是 ${meant}？` : ''}${choices}`,
      )
    }
    case 'too_small':
    case 'too_big':
    case 'invalid_format':
    case 'custom': {
      const length = typeof issue.input === 'string' ? `（现在 ${[...issue.input].length} 个字）` : ''
      const isId = issue.code === 'invalid_format' && issue.pattern === String(ID_PATTERN)
      const cure = isId
        ? idCure(issue.input, help.ref, isItem)
        : ((help.isDate ? spanCure(issue.input) : undefined) ?? addressCure(issue.input))
      if (cure) return one('bad-value', `${called}：${issue.message}`, cure)
      const message =
        issue.code === 'too_small' || issue.code === 'too_big' ? `${issue.message}${length}` : issue.message
      return one('bad-value', `${called}：${message}`, help.description ? help.description : '照写稿手册里的样子改')
    }
    default:
      return one('bad-value', `${called}：${issue.message}`, '照写稿手册里的样子改')
  }
}

/** A field called by the name that pages and the handbook give it. */
const inChinese = (title: string, field: string) => ({
  message: `栏目的名字要写英文，「${title}」写成了中文`,
  fix: `把「${title}」改成 ${field}`,
})

/** What people call a field that goes by another name, and by which; the first that is known counts. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  date: ['start', 'publishedAt', 'checkedOn'],
  day: ['start', 'publishedAt', 'checkedOn'],
  time: ['start', 'publishedAt'],
  location: ['venue', 'region'],
  address: ['venue', 'region'],
  organiser: ['organisations'],
  organizer: ['organisations'],
  description: ['summary', 'lead'],
  introduction: ['summary', 'lead'],
  category: ['kind', 'type'],
}

const otherName = (key: string, known: readonly string[]): string | undefined =>
  Object.hasOwn(OTHER_NAMES, key) ? OTHER_NAMES[key]?.find((name) => known.includes(name)) : undefined

const PLAIN_NUMBER = /^\s*\d+(?:\.\d+)?\s*$/

/** What to do about a number with something on it. */
function numberCure(text: string): string {
  if (/%|％/.test(text)) return '百分号写进单位：value: 17.9，unit: "%"'
  if (/[约近超余多]|以上|左右/.test(text)) return '约数词写进 qualifier，这里只写数'
  if (/\d[,，]\d/.test(text)) return '去掉数里的逗号'
  if (/[０-９]/.test(text)) return '换成半角数字'
  return '只写阿拉伯数字，单位写进 unit'
}

/** An id with a mark behind it, or as the last part of an address of ours. */
const DRESSED_ID = /^(?:(?:https?:\/\/[^\s/]+)?\/[a-z-]+\/|\/)?([a-z0-9]+(?:-[a-z0-9]+)*)[/,，、;；.。\s]*$/

/**
 * What to do about an id that is none; undefined where its own description says it.
 * @param ref kind of the entry it names; absent where the id is given here
 */
function idCure(input: unknown, ref: string | undefined, isItem: boolean): string | undefined {
  const text = String(input ?? '').trim()
  const isAddress = /^https?:/.test(text)
  if (isAddress && ref === 'source') return '这里写来源的编号，不写网址：先在 sources.yaml 加一条，再写它的编号'
  const plain = DRESSED_ID.exec(text)?.[1]
  if (plain) return `只写编号：${plain}`
  if (isAddress) return '这里写编号，不写网址：打开它的网页，网址最后一段就是编号'
  const dash = /[‐-―－＿_]/.exec(text)?.[0]
  if (dash) return `「${dash}」不是连字符，换成半角减号 -`
  if (/[，、,；;]/.test(text)) return isItem ? '一条一个编号：分行写，各以“- ”开头' : '这里只能写一个：只留一个编号'
  if (/\p{Script=Han}/u.test(text))
    return ref ? '写编号，不写名字：打开它的网页，网址最后一段就是编号' : '用小写拼音，词之间用连字符，例如 peixun-2025'
  if (!/^[A-Za-z0-9][A-Za-z0-9 _.-]*$/.test(text) || !/[A-Z _.]/.test(text)) return undefined
  const kebab = text
    .toLowerCase()
    .replace(/[ _.-]+/g, '-')
    .replace(/-$/, '')
  return `用小写，词之间用连字符：${kebab}`
}

/** The last month of the spans that reports of a bureau give. */
const SPAN_ENDS: Readonly<Record<string, number>> = { 上半年: 6, 下半年: 12, 全年: 12, 前三季度: 9 }

/** What to do about a span of months where a date is asked for: 2026年1-6月, 2026年上半年. */
function spanCure(input: unknown): string | undefined {
  const text = String(input ?? '')
  const year = /^(20\d{2})年?/.exec(text)?.[1]
  const [, quarter] = /第?([一二三四])季度/.exec(text) ?? []
  const named = Object.keys(SPAN_ENDS).find((name) => text.includes(name))
  const month =
    (named && SPAN_ENDS[named]) ||
    (quarter && ('一二三四'.indexOf(quarter) + 1) * 3) ||
    Number(/\d{1,2}月?\s*[-—–~～至到]\s*(\d{1,2})月/.exec(text)?.[1])
  if (!year || !(month >= 1 && month <= 12)) return undefined
  return `写到最后一个月：${year}-${String(month).padStart(2, '0')}；从几月到几月，写进 text 或口径（basis）`
}

/** What to do about an address written with signs of the Chinese keyboard. */
function addressCure(input: unknown): string | undefined {
  const text = String(input ?? '')
  const sign = /^https?[:：]/i.test(text) ? /[！-～。]/.exec(text)?.[0] : undefined
  return sign && `网址里的「${sign}」是全角的，换成半角的 ${sign === '。' ? '.' : sign.normalize('NFKC')}`
}

/** The value of a vocabulary that was probably meant: its Chinese word was written, or it was misspelt. */
function meantValue(
  input: string,
  values: readonly string[],
  labels: Readonly<Record<string, string>> | undefined,
): string | undefined {
  if (!input) return undefined
  const labelled = values.find((value) => {
    const label = labels?.[value]
    return label && (label.includes(input) || input.includes(label))
  })
  return labelled ?? nearest(input, values)
}

/** The candidate within two edits of `word`, if any. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined
  let bestDistance = Math.min(3, Math.ceil(word.length / 2) + 1)
  for (const candidate of candidates) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase())
    if (distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

/** Levenshtein distance of two short words. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const current = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (previous[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)
      current.push(Math.min(change, (previous[j] as number) + 1, (current[j - 1] as number) + 1))
    }
    previous = current
  }
  return previous[b.length] as number
}
