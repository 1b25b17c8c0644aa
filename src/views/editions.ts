import { type Catalogue, type Entry, isKind } from '../catalogue/catalogue.ts'
import { SITE } from '../site.config.ts'
import { EDITIONS, type Edition, isRead, originalPath, SIMPLIFIED, twinPath } from '../urls/editions.ts'
import type { PageMeta } from './page.ts'

/** Whether this build has the edition. */
export const isPublished = (edition: Edition): boolean => SITE.editions.includes(edition)

/** Whether the entry has a page in English. */
export const hasEnglish = (entry: Entry): boolean =>
  isPublished('en') && (isKind(entry, 'brand') || isKind(entry, 'story')) && entry.data.en !== undefined

/** Entries of a kind that have a page in English, in the order given. */
export const inEnglish = <K extends 'brand' | 'story'>(entries: readonly Entry<K>[]): Entry<K>[] =>
  entries.filter(hasEnglish)

/** Whether an entry of the kind has a page in English. */
export const isToldInEnglish = (kind: 'brand' | 'story', catalogue: Catalogue): boolean =>
  catalogue.list(kind).some(hasEnglish)

/** What a page that is not an entry says of its twin: there is one once a brand is told in English. */
export const englishTwin = (catalogue: Catalogue): Pick<PageMeta, 'english'> => ({
  english: isToldInEnglish('brand', catalogue) ? 'twin' : undefined,
})

/** The same page in one language. */
export interface Twin {
  /** As `hreflang` wants it. */
  language: string
  /** Address without base path. */
  path: string
}

/** The page in every language it exists in, itself included, the Chinese one first; empty where it stands alone. */
export function twinsOf({ path, english, noindex }: Pick<PageMeta, 'path' | 'english' | 'noindex'>): Twin[] {
  if (noindex) return []
  const original = originalPath(path)
  const editions = [
    ...(english ? (['en'] as const) : []),
    ...(isPublished('zh-hant') && isRead(original) ? (['zh-hant'] as const) : []),
  ]
  if (editions.length === 0) return []
  return [
    { language: SIMPLIFIED, path: original },
    ...editions.map((edition) => ({ language: EDITIONS[edition].language, path: twinPath(edition, original) })),
  ]
}

/** One step of the language switch. */
export interface LanguageLink extends Twin {
  /** On the switch: 中文, EN, 繁. */
  word: string
  /** In full, in its own language. */
  name: string
}

/** The way to the same page in other languages, this one included; nothing where there is no other. */
export const languageLinks = (meta: PageMeta): LanguageLink[] =>
  twinsOf(meta).map((twin) => {
    const edition = Object.values(EDITIONS).find(({ language }) => language === twin.language)
    return { ...twin, word: edition?.word ?? '中文', name: edition?.name ?? '简体中文' }
  })
