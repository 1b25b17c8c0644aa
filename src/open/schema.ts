import { z } from 'zod'
import { claim } from '../schemas/claim.ts'
import { KINDS, type Kind } from '../schemas/index.ts'

/** Chinese words for the keys of a vocabulary. */
export type Words = Readonly<Record<string, string>>

/** A JSON Schema, or a part of one. */
export interface JsonSchema {
  $schema?: string
  $id?: string
  title?: string
  description?: string
  type?: string
  properties?: Record<string, JsonSchema>
  required?: string[]
  items?: JsonSchema
  /** What the keys of an enumeration mean in Chinese. */
  'x-words'?: Words
  [keyword: string]: unknown
}

/** Fields that serve our search only: no page shows them and they are no facts. */
const UNPUBLISHED = ['searchTerms', 'cues']

const ID: JsonSchema = { type: 'string', title: '编号', description: '不会改变；改名以后旧编号在 formerIds 里' }
const PAGE: JsonSchema = { type: 'string', format: 'uri', title: '网页', description: '本站的网页；没有网页的不写' }

/** What every row has besides the fields of its kind. */
const ENTRY_FIELDS = { id: ID, page: PAGE }

/** JSON Schema (2020-12) of one row of a kind, derived from what manuscripts are checked against. */
export function rowSchema(kind: Kind, address: string): JsonSchema {
  const schema = toJsonSchema(KINDS[kind].schema)
  const properties = Object.fromEntries(
    Object.entries({ ...ENTRY_FIELDS, ...schema.properties }).filter(([name]) => !UNPUBLISHED.includes(name)),
  )
  return describe(schema, address, `${KINDS[kind].label}：一条`, properties, ['id'])
}

/** JSON Schema of one row of the table of claims. */
export function claimSchema(address: string): JsonSchema {
  const schema = toJsonSchema(claim)
  const properties = {
    id: { ...ID, description: '种类/条目#数据编号，全站不重复' },
    entry: { type: 'string', title: '条目', description: '种类/编号' },
    entryName: { type: 'string', title: '条目名称' },
    page: PAGE,
    ...Object.fromEntries(Object.entries(schema.properties ?? {}).filter(([name]) => name !== 'id')),
    kind: {
      ...schema.properties?.kind,
      description: '实绩、目标或估计；没有数值的，“实绩”只表示它不是目标、不是估计，例如文件里的一条要求',
    },
    publisher: { type: 'string', title: '来源发布者' },
    sourceTitle: { type: 'string', title: '来源标题' },
    sourceDate: { type: 'string', title: '来源日期' },
    sourceUrl: { type: 'string', format: 'uri', title: '来源网址' },
  }
  return describe(schema, address, '数据：一条有出处的数字或事实', properties, [
    'id',
    'entry',
    'entryName',
    'page',
    'publisher',
    'sourceTitle',
  ])
}

function describe(
  schema: JsonSchema,
  address: string,
  title: string,
  properties: Record<string, JsonSchema>,
  extra: string[],
): JsonSchema {
  const required = [...new Set([...extra, ...(schema.required ?? [])])].filter((name) => name in properties)
  return { ...schema, $id: address, title, properties, required }
}

/**
 * The output side: what is published has been read and filled with defaults. Our own keywords, for
 * references and for the words of enumerations, get the prefix that keeps them apart from the standard's.
 */
const toJsonSchema = (schema: z.ZodType): JsonSchema =>
  z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io: 'output',
    override: ({ jsonSchema }) => {
      if ('ref' in jsonSchema) {
        jsonSchema['x-ref'] = jsonSchema.ref
        delete jsonSchema.ref
      }
      if ('labels' in jsonSchema) {
        jsonSchema['x-words'] = jsonSchema.labels
        delete jsonSchema.labels
      }
    },
  }) as JsonSchema
