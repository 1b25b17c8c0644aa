import { z } from 'zod'
import type { FieldHelp } from './explain.ts'
import { KINDS, type Kind } from './index.ts'
import type { RefKind } from './shared.ts'

/** A reference found in an entry's data. */
export interface Reference {
  path: Array<string | number>
  kind: RefKind
  id: string
}

/** The part of JSON Schema, with our own `.meta()` entries, that describes a field to the person who fills it in. */
export interface FieldSchema {
  title?: string
  description?: string
  /** Kind of the entry that the field names. */
  ref?: RefKind
  /** Chinese words for the values of a vocabulary. */
  labels?: Record<string, string>
  type?: string
  enum?: string[]
  const?: unknown
  anyOf?: FieldSchema[]
  pattern?: string
  format?: string
  minLength?: number
  maxLength?: number
  minItems?: number
  default?: unknown
  required?: string[]
  /** A calendar date. */
  date?: boolean
  /** A date that may go on to the minute. */
  time?: boolean
  /** The record holds until this day. */
  expires?: boolean
  /** The record was last checked on this day. */
  stale?: boolean
  properties?: Record<string, FieldSchema>
  items?: FieldSchema
}

const jsonSchemas = new Map<Kind, FieldSchema>()

/** The JSON Schema of a kind as a writer fills it in; `.meta()` entries such as `ref` are kept. */
export function inputSchema(kind: Kind): FieldSchema {
  let schema = jsonSchemas.get(kind)
  if (!schema) {
    schema = z.toJSONSchema(KINDS[kind].schema, { io: 'input' }) as FieldSchema
    jsonSchemas.set(kind, schema)
  }
  return schema
}

/** Fields allowed at `path` in an entry of `kind`. */
export function fieldsAt(kind: Kind, path: readonly PropertyKey[]): string[] {
  let schema: FieldSchema | undefined = inputSchema(kind)
  for (const part of path) schema = typeof part === 'number' ? schema?.items : schema?.properties?.[String(part)]
  return Object.keys(schema?.properties ?? {})
}

/**
 * The data of an entry without the optional fields that hold nothing. What is required stays, to be complained of, and
 * so do the items of a list that has others: their places are known by number.
 */
export function withoutEmpty(data: unknown, schema: FieldSchema): unknown {
  if (Array.isArray(data)) return data.map((item) => withoutEmpty(item, schema.items ?? {}))
  if (typeof data !== 'object' || data === null) return data
  return Object.fromEntries(
    Object.entries(data).flatMap(([key, value]) =>
      isEmpty(value) && !schema.required?.includes(key)
        ? []
        : [[key, withoutEmpty(value, schema.properties?.[key] ?? {})]],
    ),
  )
}

const isEmpty = (value: unknown): boolean =>
  value === null || (typeof value === 'object' && Object.values(value).every(isEmpty))

let names: Map<string, ReadonlySet<string>> | undefined

/** All fields of all kinds by name, with what they are called in Chinese. */
function namesOfFields(): ReadonlyMap<string, ReadonlySet<string>> {
  if (!names) {
    const found = new Map<string, Set<string>>()
    for (const kind of Object.keys(KINDS) as Kind[]) collectNames(inputSchema(kind), found)
    names = found
  }
  return names
}

function collectNames(schema: FieldSchema | undefined, into: Map<string, Set<string>>): void {
  if (schema?.items) collectNames(schema.items, into)
  for (const [name, inner] of Object.entries(schema?.properties ?? {})) {
    const titles = into.get(name) ?? new Set()
    into.set(name, inner.title ? titles.add(inner.title) : titles)
    collectNames(inner, into)
  }
}

let fields: ReadonlySet<string> | undefined

/** Names of all fields of all kinds. */
export function fieldNames(): ReadonlySet<string> {
  fields ??= new Set(namesOfFields().keys())
  return fields
}

/** Fields that go by a Chinese name, in any kind. */
export const fieldsCalled = (title: string): string[] =>
  [...namesOfFields()].flatMap(([name, titles]) => (titles.has(title) ? name : []))

/** What a field is called and how it is filled in, for messages. */
export function fieldHelp(kind: Kind, path: readonly PropertyKey[]): FieldHelp {
  let schema: FieldSchema | undefined = inputSchema(kind)
  let isRequired = false
  for (const part of path) {
    isRequired = schema?.required?.includes(String(part)) ?? false
    schema = typeof part === 'number' ? schema?.items : schema?.properties?.[String(part)]
  }
  const titles = Object.entries(schema?.properties ?? {}).map(([name, { title = '' }]) => [name, title])
  return {
    title: schema?.title,
    description: schema?.description,
    labels: schema?.labels,
    titles: Object.fromEntries(titles),
    ref: schema?.ref,
    isDate: schema?.date,
    isRequired,
    list: schema?.items && (schema.items.description ?? `${Object.keys(schema.items.properties ?? {})[0] ?? ''}: 内容`),
  }
}

/** References by data: it is asked for them by the check, by the timing and by the catalogue, and never changes. */
const known = new WeakMap<object, readonly Reference[]>()

/** Every reference in `data`, found by walking it beside its schema. */
export function referencesIn(kind: Kind, data: object): readonly Reference[] {
  const before = known.get(data)
  if (before) return before
  const found: Reference[] = []
  walk(inputSchema(kind), data, [], found)
  known.set(data, found)
  return found
}

function walk(schema: FieldSchema | undefined, data: unknown, path: Array<string | number>, found: Reference[]): void {
  if (!schema || data === undefined || data === null) return
  if (schema.ref && typeof data === 'string') found.push({ path, kind: schema.ref, id: data })
  if (Array.isArray(data)) {
    data.forEach((item, index) => {
      walk(schema.items, item, [...path, index], found)
    })
  } else if (typeof data === 'object') {
    for (const [key, value] of Object.entries(data)) walk(schema.properties?.[key], value, [...path, key], found)
  }
}
