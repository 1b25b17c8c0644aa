import type { CmsConfig, Field } from '@sveltia/cms'
import { WRITER_COMPONENTS } from '../../src/manuscript/components.ts'
import { MAX_SIDE } from '../../src/photos/store.ts'
import { KINDS, type Kind } from '../../src/schemas/index.ts'
import { type FieldSchema, inputSchema } from '../../src/schemas/references.ts'
import { ID_PATTERN } from '../../src/schemas/shared.ts'

/** Kinds that staff write in the browser. Policies and targets follow documents clause by clause, beside the original. */
const KINDS_IN_BROWSER = ['story', 'figure', 'event', 'place', 'organisation', 'brand'] as const

/** Tables; a row is one item of a list. */
const TABLES_IN_BROWSER = ['source', 'trade', 'region'] as const

/**
 * The configuration of the browser editor (Sveltia CMS), all of it derived from the schemas. The code host is
 * added when `/admin/` is built.
 * @throws when a schema has a field that the editor has no form for
 */
export function cmsConfig(): Omit<CmsConfig, 'backend'> {
  return {
    load_config_file: false,
    // Nobody publishes from the browser: it proposes, check and a second person decide.
    publish_mode: 'editorial_workflow',
    media_folder: 'content',
    public_folder: '/content',
    slug: { encoding: 'ascii', clean_accents: true, maxlength: 60 },
    output: { omit_empty_optional_fields: true, yaml: { quote: 'none', indent_size: 2 } },
    media_libraries: {
      stock_assets: { providers: [] },
      default: {
        config: {
          max_file_size: 30_000_000,
          slugify_filename: true,
          transformations: {
            raster_image: { format: 'webp', quality: 85, width: MAX_SIDE, height: MAX_SIDE },
          },
        },
      },
    },
    collections: [
      ...KINDS_IN_BROWSER.map((kind) => {
        const place = KINDS[kind]
        return {
          name: kind,
          label: place.label,
          folder: `content/${place.folder}`,
          path: '{{slug}}/index',
          extension: 'mdx',
          format: 'yaml-frontmatter' as const,
          create: true,
          // A published address never dies; taking a page away is for whoever runs the site.
          delete: false,
          // Typed by hand: a name made from Chinese letters would be no address.
          slug: { editable: true },
          media_folder: '',
          public_folder: '.',
          summary: kind === 'story' ? '{{title}}' : '{{name}}',
          fields: [...fieldsOf(inputSchema(kind)), body()],
        }
      }),
      {
        name: 'tables',
        label: '来源、工种、地区',
        files: TABLES_IN_BROWSER.map((kind) => ({
          name: kind,
          label: KINDS[kind].label,
          file: `content/${KINDS[kind].table}`,
          fields: [
            {
              name: 'rows',
              label: KINDS[kind].label,
              widget: 'list' as const,
              root: true,
              collapsed: true,
              summary: kind === 'source' ? '{{title}}' : '{{name}}',
              fields: fieldsOf(inputSchema(kind)),
            },
          ],
        })),
      },
    ],
  }
}

function body(): Field {
  const examples = Object.values(WRITER_COMPONENTS).map(({ example }) => example)
  return {
    name: 'body',
    label: '正文',
    widget: 'markdown',
    required: false,
    modes: ['rich_text', 'raw'],
    // Of the editor's own blocks only what manuscripts may contain; photographs have a form (scripts/admin/admin.ts).
    buttons: ['bold', 'link', 'heading-two', 'heading-three', 'bulleted-list', 'numbered-list'],
    editor_components: ['photo'],
    hint: `小标题前写 ##。能用的组件：${examples.join(' ')}`,
  }
}

function fieldsOf({ properties = {}, required = [] }: FieldSchema): Field[] {
  return Object.entries(properties).map(([name, schema]) => fieldOf(name, schema, required.includes(name)))
}

/** The form for one field. */
function fieldOf(name: string, schema: FieldSchema, required: boolean): Field {
  const item = schema.items
  const base = {
    name,
    label: schema.title ?? item?.title ?? name,
    ...(schema.description ? { hint: schema.description } : {}),
    required,
  }
  if (item) {
    if (item.ref || item.labels) return { ...choiceOf(base, item), multiple: true } as Field
    if (item.properties) {
      return { ...base, widget: 'list', collapsed: true, allow_add: true, fields: fieldsOf(item) }
    }
    if (item.type === 'string') return { ...base, widget: 'list' }
    throw new Error(`no form for the list ${name}`)
  }
  if (schema.ref || schema.labels) return choiceOf(base, schema)
  if (schema.enum) return { ...base, widget: 'select', options: schema.enum }
  if (schema.properties) return { ...base, widget: 'object', collapsed: true, fields: fieldsOf(schema) }
  switch (schema.type) {
    case 'boolean':
      // Never true: the editor gives its defaults to entries that exist, too, and a published story would become a draft.
      return { ...base, widget: 'boolean', default: false }
    case 'number':
      return { ...base, widget: 'number', value_type: 'float' }
    case 'string':
      return { ...base, widget: 'string', ...patternOf(schema) }
    default:
      // A day, month or year as the source gives it: text or, to YAML, a number.
      if (schema.anyOf?.some(({ type }) => type === 'string')) return { ...base, widget: 'string' }
      throw new Error(`no form for the field ${name}`)
  }
}

function patternOf({ pattern, maxLength, description, title }: FieldSchema) {
  return {
    ...(maxLength ? { maxlength: maxLength } : {}),
    ...(pattern ? { pattern: [pattern, description ?? `${title}写得不对`] as [string, string] } : {}),
  }
}

function choiceOf(base: { name: string; label: string; required: boolean }, { ref, labels }: FieldSchema): Field {
  if (labels) {
    const options = Object.entries(labels).map(([value, label]) => ({ value, label }))
    return { ...base, widget: 'select', options }
  }
  const kind = ref as Kind
  const name = kind === 'source' || kind === 'story' || kind === 'policy' ? 'title' : 'name'
  if ('table' in KINDS[kind]) {
    const row = (field: string) => `rows.*.${field}`
    return {
      ...base,
      widget: 'relation',
      collection: 'tables',
      file: kind,
      value_field: row('id'),
      display_fields: [row(name)],
      search_fields: [row(name), row('id')],
    }
  }
  if (!(KINDS_IN_BROWSER as readonly Kind[]).includes(kind)) {
    return { ...base, widget: 'string', pattern: [ID_PATTERN.source, `写${KINDS[kind].label}的编号`] }
  }
  return {
    ...base,
    widget: 'relation',
    collection: kind,
    value_field: '{{slug}}',
    display_fields: [name],
    search_fields: [name],
  }
}
