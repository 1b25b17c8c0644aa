import { type Catalogue, CONTENT_KINDS, type Entry, keyOf } from '../catalogue/catalogue.ts'
import type { Claim } from '../schemas/claim.ts'
import type { Kind } from '../schemas/index.ts'
import type { JsonSchema } from './schema.ts'

/** One published row: plain data, in the order of its schema. */
export type Row = Readonly<Record<string, unknown>>

/**
 * The entries of a kind as rows that fit `rowSchema`.
 * @param origin absolute address of the site's root, without a slash at its end
 */
export const entryRows = (kind: Kind, catalogue: Catalogue, origin: string, schema: JsonSchema): Row[] =>
  catalogue
    .list(kind)
    .map((entry: Entry) =>
      inOrder(
        { ...entry.data, id: entry.id, page: hasPage(entry, catalogue) ? origin + entry.path : undefined },
        schema,
      ),
    )

/** Every claim of every entry as rows that fit `claimSchema`: each figure with its source. */
export function claimRows(catalogue: Catalogue, origin: string, schema: JsonSchema): Row[] {
  return CONTENT_KINDS.flatMap((kind) => catalogue.list(kind) as Entry[]).flatMap((entry) => {
    const claims: readonly Claim[] = 'claims' in entry.data ? entry.data.claims : []
    return claims.map((claim) => {
      const source = catalogue.get('source', claim.source)
      return inOrder(
        {
          ...claim,
          id: `${keyOf(entry)}#${claim.id}`,
          entry: keyOf(entry),
          entryName: entry.name,
          page: origin + entry.path,
          publisher: source.data.publisher,
          sourceTitle: source.data.title,
          sourceDate: source.data.date,
          sourceUrl: source.data.url,
        },
        schema,
      )
    })
  })
}

/** Regions in which there is nothing yet have no page. */
const hasPage = ({ kind, id }: Entry, catalogue: Catalogue): boolean =>
  kind !== 'region' || catalogue.inRegion(id).length > 0

/** Only what the schema names, in its order; what is not known is not there. */
function inOrder(data: Record<string, unknown>, { properties = {} }: JsonSchema): Row {
  return Object.fromEntries(
    Object.keys(properties).flatMap((name) => (data[name] === undefined ? [] : [[name, data[name]]])),
  )
}
