import { PAGES, SECTIONS } from './paths.ts'

/**
 * Editions of the site beside the Chinese one. A page of an edition stands at the address of its
 * Chinese page with the edition's prefix in front, so twins are found without a table.
 */
export const EDITIONS = {
  /** Summaries written by hand, for entries that have them. */
  en: { prefix: '/en', language: 'en', word: 'EN', name: 'English' },
  /** The pages one reads, in traditional characters, converted from the built site. */
  'zh-hant': { prefix: '/zh-hant', language: 'zh-Hant', word: '繁', name: '繁體中文' },
} as const

/** The name of an edition. */
export type Edition = keyof typeof EDITIONS

/** Language of the Chinese pages where a page is told from its twins. */
export const SIMPLIFIED = 'zh-Hans'

/** The twin of a Chinese page in an edition; addresses without base path. */
export const twinPath = (edition: Edition, path: string): string => EDITIONS[edition].prefix + path

/** The Chinese page of any page. */
export function originalPath(path: string): string {
  const own = Object.values(EDITIONS).find(({ prefix }) => path.startsWith(`${prefix}/`))
  return own ? path.slice(own.prefix.length) : path
}

/** Sections whose pages are read rather than worked with. */
const READ = new Set(
  (['brand', 'figure', 'event', 'story', 'place', 'organisation', 'trade', 'region'] as const).map(
    (kind) => SECTIONS[kind],
  ),
)

/** Whether a Chinese page has a twin in traditional characters: home, about, and what is read, lists included. */
export function isRead(path: string): boolean {
  if (path === PAGES.home || path === PAGES.about) return true
  if (path === PAGES.directory) return false
  const [section = '', , ...rest] = path.slice(1, -1).split('/')
  return READ.has(section) && rest.length === 0
}
