import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ValidEntry } from '../../src/catalogue/validate.ts'
import { WRITER_COMPONENTS } from '../../src/manuscript/components.ts'
import { KINDS, type Kind } from '../../src/schemas/index.ts'
import { type FieldSchema, inputSchema } from '../../src/schemas/references.ts'
import { NEW_KINDS } from './new-entry.ts'

/** JSON Schema as editors read it: our vocabulary words and references become lists with Chinese names. */
interface EditorSchema extends Omit<FieldSchema, 'properties' | 'items' | 'anyOf'> {
  $schema?: string
  markdownEnumDescriptions?: string[]
  patternErrorMessage?: string
  properties?: Record<string, EditorSchema>
  items?: EditorSchema
  anyOf?: EditorSchema[]
}

/** The schema of one kind for an editor; references may only be ids that exist. */
export function editorSchema(kind: Kind, entries: readonly ValidEntry[]): EditorSchema {
  return { ...forEditor(inputSchema(kind), entries), ...('table' in KINDS[kind] ? {} : { type: 'object' }) }
}

function forEditor(
  { ref, labels, properties, items, anyOf, ...schema }: FieldSchema,
  entries: readonly ValidEntry[],
): EditorSchema {
  const made: EditorSchema = { ...schema }
  if (labels) made.markdownEnumDescriptions = (schema.enum ?? []).map((key) => labels[key] ?? key)
  if (ref) {
    const targets = entries.filter(({ kind }) => kind === ref)
    made.enum = targets.map(({ id }) => id)
    made.markdownEnumDescriptions = targets.map(({ data }) => ('name' in data ? data.name : data.title))
    // The list says it better.
    delete made.pattern
  }
  if (properties) {
    made.properties = Object.fromEntries(
      Object.entries(properties).map(([field, inner]) => [field, forEditor(inner, entries)]),
    )
  }
  if (items) made.items = forEditor(items, entries)
  if (anyOf) made.anyOf = anyOf.map((choice) => forEditor(choice, entries))
  return made
}

/**
 * Writes the schemas where the Astro extension of VS Code looks for those of content collections, and those of
 * the tables beside them. They name real ids, so they are made anew whenever somebody begins to work, and not kept.
 * @param project folder of the project
 * @param content folder of the content
 */
export async function writeEditorSchemas(
  project: string,
  content: string,
  entries: readonly ValidEntry[],
): Promise<void> {
  const to = join(project, '.astro/collections')
  await mkdir(to, { recursive: true })
  const kinds = Object.keys(KINDS) as Kind[]
  for (const kind of kinds) {
    const schema = editorSchema(kind, entries)
    const whole = 'table' in KINDS[kind] ? { type: 'array', items: schema } : schema
    await writeFile(join(to, `${kind}.schema.json`), JSON.stringify(whole))
  }
  const manuscripts = entries.flatMap(({ kind, id }) => {
    const place = KINDS[kind]
    return 'folder' in place
      ? [[pathToFileURL(join(content, place.folder, id, 'index.mdx')).href.toLowerCase(), kind] as const]
      : []
  })
  const collections = kinds.filter((kind) => 'folder' in KINDS[kind]).map((name) => ({ hasSchema: true, name }))
  await writeFile(
    join(to, 'collections.json'),
    JSON.stringify({ collections, entries: Object.fromEntries(manuscripts) }),
  )
}

/** What VS Code is told about the project: the same for everybody, kept in `.vscode/`. */
export function editorFiles(): Record<string, unknown> {
  const tables = (Object.keys(KINDS) as Kind[]).flatMap((kind) => {
    const place = KINDS[kind]
    return 'table' in place ? [[`./.astro/collections/${kind}.schema.json`, `content/${place.table}`]] : []
  })
  return {
    'extensions.json': {
      recommendations: [
        'ms-ceintl.vscode-language-pack-zh-hans',
        'astro-build.astro-vscode',
        'redhat.vscode-yaml',
        'unifiedjs.vscode-mdx',
      ],
    },
    'settings.json': {
      'astro.content-intellisense': true,
      'yaml.schemas': Object.fromEntries(tables),
      'files.encoding': 'utf8',
      'files.eol': '\n',
      'editor.insertSpaces': true,
      'editor.detectIndentation': false,
      'editor.tabSize': 2,
      'editor.unicodeHighlight.allowedLocales': { 'zh-hans': true },
      'editor.unicodeHighlight.ambiguousCharacters': false,
    },
    'content.code-snippets': snippets(),
  }
}

interface Snippet {
  scope: string
  prefix: string[]
  body: string[]
  description: string
}

function snippets(): Record<string, Snippet> {
  const made: Record<string, Snippet> = {}
  for (const kind of NEW_KINDS) {
    const { label } = KINDS[kind]
    const table = 'table' in KINDS[kind]
    const fields = fieldLines(inputSchema(kind))
    made[label] = {
      scope: table ? 'yaml' : 'mdx',
      prefix: [kind, label],
      body: table
        ? fields.map((line, at) => (at === 0 ? '- ' : '  ') + line)
        : ['---', 'draft: true', ...fields, '---', '', '$0'],
      description: `一${table ? '条' : '篇'}新的${label}：必填的栏`,
    }
  }
  const claim = inputSchema('story').properties?.claims?.items as FieldSchema
  made.数据 = {
    scope: 'mdx',
    prefix: ['claim', '数据'],
    body: fieldLines({ ...claim, required: ['id', 'text', 'label', 'value', 'unit', 'asOf', 'source', 'locator'] }).map(
      (line, at) => (at === 0 ? '  - ' : '    ') + line,
    ),
    description: '一条有来源的数据，写在 claims: 下面',
  }
  for (const [name, { example }] of Object.entries(WRITER_COMPONENTS)) {
    made[`<${name}>`] = {
      scope: 'mdx',
      prefix: [`<${name}`],
      body: [example.replaceAll('$', '\\$')],
      description: '正文里用的组件',
    }
  }
  return made
}

/** One line for each required field, with a place to fill in. */
function fieldLines({ properties = {}, required = [] }: FieldSchema): string[] {
  return required.map((field, at) => {
    const schema = properties[field] as FieldSchema
    const item = schema.items ?? schema
    const choices = item.labels && `|${Object.keys(item.labels).join(',')}|`
    const hint = (schema.title ?? item.title ?? field).replace(/[}$\\]/g, '\\$&')
    const place = choices ? `\${${at + 1}${choices}}` : `\${${at + 1}:${hint}}`
    return `${field}: ${schema.items ? `[${place}]` : place}`
  })
}
