import MiniSearch from 'minisearch'
import { BOOSTS, FIELDS } from '../documents.ts'
import type { Open } from './engine.ts'
import { chineseSetup, queryTokens, tokens } from './tokens.ts'

/** MiniSearch: pairs of characters, boosted fields, prefixes and fuzzy letters as its guide shows. */
export const open: Open = async (ground) => {
  const { documents, normal } = await chineseSetup(ground)
  const index = new MiniSearch({
    fields: FIELDS,
    tokenize: (text) => tokens(normal(text)),
    processTerm: (term) => term,
    searchOptions: {
      boost: BOOSTS,
      prefix: (term) => term.length > 2,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      tokenize: (text) => queryTokens(normal(text)),
    },
  })
  index.addAll(documents)
  return async (query) => index.search(query).map(({ id }) => id as number)
}
