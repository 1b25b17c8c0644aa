import { Document } from 'flexsearch'
import { type BrandDocument, FIELDS } from '../documents.ts'
import type { Open } from './engine.ts'
import { chineseSetup, queryTokens, tokens } from './tokens.ts'

/** FlexSearch: pairs of characters, fields in their order (it has no weights), suggestions on. */
export const open: Open = async (ground) => {
  const { documents, normal } = await chineseSetup(ground)
  const index = new Document<BrandDocument & Record<string, string | number>>({
    document: { id: 'id', index: FIELDS },
    tokenize: 'forward',
    encode: (text) => tokens(normal(text)),
  })
  for (const document of documents) index.add({ ...document })
  return async (query) => {
    const typed = queryTokens(normal(query)).join(' ')
    const merged = index.search(typed, { merge: true, suggest: true, limit: 100 })
    return merged.map(({ id }) => Number(id))
  }
}
