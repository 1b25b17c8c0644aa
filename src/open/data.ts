import type { Catalogue } from '../catalogue/catalogue.ts'
import { KINDS, type Kind } from '../schemas/index.ts'
import { claimRows, entryRows, type Row } from './rows.ts'
import { claimSchema, type JsonSchema, rowSchema } from './schema.ts'
import { type Column, columnsOf } from './table.ts'

/** A published table: its rows, and what they look like. */
export interface Dataset {
  /** Its name in addresses: `brands`, `claims`. */
  name: string
  /** 品牌, 数据 … */
  title: string
  rows: Row[]
  schema: JsonSchema
  columns: Column[]
}

/** Version of the form of the data: raised when a field is renamed, removed or changes its meaning. */
export const DATA_VERSION = '1.2.1'

/** What has changed in the form of the data, newest first. */
export const FORM_CHANGES: ReadonlyArray<{ version: string; change: string }> = [
  { version: '1.2.1', change: '表格里的图案、作用、编码状态也写中文；JSON Schema 里每组编码的中文都在 x-words。' },
  { version: '1.2.0', change: '新增：故事可写补登原因、突出的数、自己的图案；按地区取走的文件里有故事。' },
  { version: '1.1.0', change: '新增：按地区取走的文件。' },
  { version: '1.0.0', change: '首次公布：各类条目、数据、JSON Schema、表格说明。' },
]

/** The name of a kind's table: that of its folder or file in `content/`. */
export function tableName(kind: Kind): string {
  const place = KINDS[kind]
  return 'folder' in place ? place.folder : place.table.replace('.yaml', '')
}

/** Address of the schema of a table. */
export const schemaPath = (name: string): string => `/open/schemas/${name}.json`

/**
 * Every published table: one per kind, and the claims of all.
 * @param origin absolute address of the site's root, without a slash at its end
 */
export function datasets(catalogue: Catalogue, origin: string): Dataset[] {
  // What has no entry yet is no table either.
  const open = (Object.keys(KINDS) as Kind[]).filter((kind) => catalogue.list(kind).length > 0)
  const kinds = open.map((kind): Dataset => {
    const schema = rowSchema(kind, origin + schemaPath(tableName(kind)))
    const rows = entryRows(kind, catalogue, origin, schema)
    return { name: tableName(kind), title: KINDS[kind].label, rows, schema, columns: columnsOf(schema) }
  })
  const schema = claimSchema(origin + schemaPath('claims'))
  const claims = claimRows(catalogue, origin, schema)
  return [...kinds, { name: 'claims', title: '数据', rows: claims, schema, columns: columnsOf(schema) }]
}
