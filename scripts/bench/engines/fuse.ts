import Fuse from 'fuse.js'
import { BOOSTS, FIELDS } from '../documents.ts'
import type { Open } from './engine.ts'
import { chineseSetup, queryTokens, tokens } from './tokens.ts'

/** Fuse.js: its search by tokens, with pairs of characters, weighted fields. */
export const open: Open = async (ground) => {
  const { documents, normal } = await chineseSetup(ground)
  const fuse = new Fuse(documents, {
    keys: FIELDS.map((name) => ({ name, weight: BOOSTS[name] })),
    useTokenSearch: true,
    tokenize: (text) => tokens(normal(text)),
    ignoreLocation: true,
    threshold: 0.3,
  })
  return async (query) => fuse.search(queryTokens(normal(query)).join(' ')).map(({ item }) => item.id)
}
