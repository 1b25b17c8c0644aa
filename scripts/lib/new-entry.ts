import { Document, stringify } from 'yaml'
import type { ValidEntry } from '../../src/catalogue/validate.ts'
import { readDate } from '../../src/manuscript/dates.ts'
import { explainIssue } from '../../src/schemas/explain.ts'
import { KINDS, type Kind } from '../../src/schemas/index.ts'
import { type FieldSchema, inputSchema } from '../../src/schemas/references.ts'

/** Kinds that `npm run new` makes. Policies and targets follow documents clause by clause and are not begun this way. */
export const NEW_KINDS = [
  'story',
  'figure',
  'event',
  'brand',
  'place',
  'organisation',
  'source',
  'trade',
  'region',
] as const satisfies readonly Kind[]

/** A kind that can be begun. */
export type NewKind = (typeof NEW_KINDS)[number]

/** Optional fields worth a question; all others wait in the file as comments. */
const ALSO_ASKED: Partial<Record<NewKind, string[]>> = {
  figure: ['brand'],
  event: ['start', 'brand'],
  source: ['date', 'url'],
}

/** One question of `npm run new`. */
export interface Question {
  field: string
  title: string
  help: string
  required: boolean
  /** Several answers, separated by 、 or a comma. */
  many: boolean
  /** What can be answered: value and its Chinese name. Absent: free text. */
  choices: Array<{ value: string; name: string }> | undefined
  /** What an entry is called that must exist before it can be answered with: 地区. */
  entry?: string
}

/** What must be asked to begin an entry, in the order of its schema. */
export function questionsFor(kind: NewKind, entries: readonly ValidEntry[]): Question[] {
  const { properties = {}, required = [] } = inputSchema(kind)
  const asked = [...required, ...(ALSO_ASKED[kind] ?? [])].filter((field) => field !== 'id')
  return asked.map((field) => {
    const schema = properties[field] as FieldSchema
    const item = schema.items ?? schema
    return {
      field,
      title: schema.title ?? item.title ?? field,
      help: schema.description ?? item.description ?? '',
      required: required.includes(field),
      many: schema.items !== undefined,
      choices: choicesOf(item, entries),
      ...(item.ref && { entry: KINDS[item.ref].label }),
    }
  })
}

function choicesOf(schema: FieldSchema, entries: readonly ValidEntry[]): Question['choices'] {
  if (schema.labels) return Object.entries(schema.labels).map(([value, name]) => ({ value, name }))
  if (!schema.ref) return undefined
  return entries
    .filter(({ kind }) => kind === schema.ref)
    .map(({ id, data }) => ({ value: id, name: 'name' in data ? data.name : data.title }))
}

/** An answer that can stand in the file, or what is wrong with it. */
export type Answer = { value: unknown; problem?: undefined } | { value?: undefined; problem: string }

/** Reads what was typed: numbers of the list, names, parts of names, or values themselves. */
export function readAnswer(kind: NewKind, question: Question, typed: string): Answer {
  const text = typed.trim()
  if (!text) return question.required ? { problem: '这一项必填' } : { value: undefined }
  const parts = question.many ? text.split(/[、，,]\s*/).filter(Boolean) : [text]
  const isDate = inputSchema(kind).properties?.[question.field]?.date
  const values: string[] = []
  for (const part of parts) {
    const chosen = question.choices
      ? choose(question, question.choices, part)
      : { value: (isDate && readDate(part)) || part }
    if (chosen.problem !== undefined) return chosen
    values.push(chosen.value as string)
  }
  const value = question.many ? values : (values[0] as string)
  const shape = KINDS[kind].schema.shape as unknown as Record<string, { safeParse(value: unknown): ParseResult }>
  const result = shape[question.field]?.safeParse(value)
  if (result?.error) {
    const [explained] = result.error.issues.flatMap((issue) => explainIssue(issue))
    return { problem: (explained?.message ?? '写得不对').replace(/^「」：?/, '') }
  }
  return { value }
}

interface ParseResult {
  error?: { issues: Parameters<typeof explainIssue>[0][] } | undefined
}

function choose({ entry }: Question, choices: NonNullable<Question['choices']>, typed: string): Answer {
  const byNumber = /^\d{1,3}$/.test(typed) ? choices[Number(typed) - 1] : undefined
  const exact = byNumber ?? choices.find(({ value, name }) => value === typed || name === typed)
  if (exact) return { value: exact.value }
  const near = choices.filter(({ value, name }) => name.includes(typed) || value.includes(typed))
  if (near.length === 1) return { value: near[0]?.value }
  return {
    problem:
      near.length === 0
        ? `没有「${typed}」，填前面的号码，或名字里的字${listed(choices)}${entry ? `；真还没有的，按 Ctrl+C 停下，先用 npm run new 添这个${entry}` : ''}`
        : `「${typed}」有好几个：${near
            .slice(0, 8)
            .map(({ name }) => name)
            .join('、')}。写得再全一点`,
  }
}

/** What there is to choose, where it fits a line or two: whoever answers in the command sees no list. */
const listed = (choices: NonNullable<Question['choices']>): string =>
  choices.length <= 24 ? `：${choices.map(({ name }, at) => `${at + 1} ${name}`).join('、')}` : ''

/** A photograph that comes with a new entry. */
export interface NewPhoto {
  /** File name beside the manuscript. */
  name: string
  alt: string
  credit: string
  licence: string
}

/** The text of a new manuscript: what was answered, and every other field as a comment that explains it. */
export function renderManuscript(kind: NewKind, answers: Record<string, unknown>, photo?: NewPhoto): string {
  const { properties = {} } = inputSchema(kind)
  const lines = ['---', '# 草稿：只有预览（npm run dev）看得到。写好了，把下面这一行删掉。', 'draft: true']
  const rest: string[] = []
  for (const [field, schema] of Object.entries(properties)) {
    if (field === 'draft') continue
    if (answers[field] === undefined) rest.push(...commented(field, schema, 0))
    else
      lines.push(
        ...helpOf(schema, '# '),
        new Document({ [field]: answers[field] }).toString({ lineWidth: 0 }).trimEnd(),
      )
  }
  lines.push('', '# 下面各栏用得着就去掉行首的“# ”填上，用不着就不管。', ...rest, '---', '')
  if (photo) lines.push(photoTag(photo), '')
  lines.push('{/* 从这里写正文：小标题前写 ##，段与段之间空一行。这一行不会显示，写完可以删掉。 */}', '')
  return lines.join('\n')
}

/** The text of a new row of a table. */
export function renderRow(kind: NewKind, answers: Record<string, unknown>): string {
  const fields = Object.keys(inputSchema(kind).properties ?? {}).filter((field) => answers[field] !== undefined)
  return stringify([Object.fromEntries(fields.map((field) => [field, answers[field]]))], { lineWidth: 0 })
}

function helpOf({ title, description, labels }: FieldSchema, prefix: string): string[] {
  const isSaid = Object.keys(labels ?? {}).every((key) => description?.includes(key))
  const words =
    labels && !isSaid
      ? `（${Object.entries(labels)
          .map(([key, name]) => `${key} ${name}`)
          .join('、')}）`
      : ''
  return [`${prefix}${[title, description].filter(Boolean).join('：')}${words}`]
}

function commented(field: string, schema: FieldSchema, depth: number): string[] {
  const indent = '  '.repeat(depth)
  const item = schema.items ?? schema
  const lines = helpOf({ labels: item.labels, ...schema }, `# ${indent}## `)
  lines.push(`# ${indent}${field}:`)
  if (item.properties) {
    const entries = Object.entries(item.properties)
    const dash = schema.items ? '- ' : '  '
    entries.forEach(([key, inner], index) => {
      const start = index === 0 ? dash : '  '
      // Above and not behind it: who types at the end of the line would write into the comment, and it would be lost.
      lines.push(...helpOf(inner, `# ${indent}    ## `), `# ${indent}  ${start}${key}:`)
    })
  } else if (schema.items) {
    lines.push(`# ${indent}  -`)
  }
  return lines
}

function photoTag({ name, alt, credit, licence }: NewPhoto): string {
  const attribute = (text: string) =>
    text
      .trim()
      .replace(/"/g, '”')
      .replace(/\s+/g, ' ')
      .replace(/[<>{}]/g, '')
  return `<Photo src="./${name}" alt="${attribute(alt)}" credit="${attribute(credit)}" licence="${attribute(licence)}" />`
}
