import { create, insertMultiple, search } from '@orama/orama'
import { BOOSTS, FIELDS, type Field } from '../documents.ts'
import type { Open } from './engine.ts'
import { chineseSetup, queryTokens, tokens } from './tokens.ts'

/** Orama: a tokenizer of its own that makes pairs of characters, boosted fields, any token may match. */
export const open: Open = async (ground) => {
  const { documents, normal } = await chineseSetup(ground)
  const schema = Object.fromEntries(FIELDS.map((field) => [field, 'string'])) as Record<Field, 'string'>
  let asking = false
  const database = create({
    schema,
    components: {
      tokenizer: {
        language: 'english',
        normalizationCache: new Map(),
        tokenize: (text: string) => [...new Set((asking ? queryTokens : tokens)(normal(text)))],
      },
    },
  })
  await insertMultiple(
    database,
    documents.map((document) => ({ ...document, id: String(document.id) })),
    1000,
  )
  asking = true
  return async (query) => {
    const { hits } = await search(database, { term: query, boost: BOOSTS, limit: 100 })
    return hits.map(({ id }) => Number(id))
  }
}
