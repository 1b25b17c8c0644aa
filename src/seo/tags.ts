import type { SiteIdentity } from '../site.config.ts'
import { minuteText } from '../text/dates.ts'

/** One `<meta>` element: its attributes. */
export type MetaTag = Readonly<Record<string, string>>

/** What the tags of a page are made from. Absent or empty values give no tag. */
export interface TagFacts {
  site: { name: string; language: string; columnType: string; identity: SiteIdentity }
  /** Title of the card, short. */
  cardTitle: string
  description: string
  /** Absolute canonical address. */
  page: string
  /** Absolute address of a square picture, and its side in pixels. */
  picture: string
  pictureSize: number
  /** The column the page belongs to; the column's own page says more about it. */
  column?: { name: string; description?: string; keywords?: string } | undefined
  /** Present on pages about one thing. */
  article?: { title: string; published?: string | undefined; source?: string | undefined } | undefined
}

/**
 * Tags for cards in chats (Open Graph, and `itemprop`, which QQ and WeChat read) and for readers of
 * government pages (国办发〔2017〕47号). Of the latter the site code is issued by an authority, so
 * only a hosted site that has one shows it.
 */
export function metaTags(facts: TagFacts): MetaTag[] {
  const { site, column, article } = facts
  const { identity } = site
  const named = (name: string, content: string | undefined): MetaTag[] => (content ? [{ name, content }] : [])
  return [
    { name: 'description', content: facts.description },
    // HTML allows no `name` beside `itemprop`.
    { itemprop: 'description', property: 'og:description', content: facts.description },
    { itemprop: 'name', property: 'og:title', content: facts.cardTitle },
    { itemprop: 'image', property: 'og:image', content: facts.picture },
    { property: 'og:image:width', content: String(facts.pictureSize) },
    { property: 'og:image:height', content: String(facts.pictureSize) },
    { property: 'og:url', content: facts.page },
    { property: 'og:type', content: article?.published ? 'article' : 'website' },
    { property: 'og:locale', content: site.language.replace('-', '_') },
    { property: 'og:site_name', content: site.name },
    ...named('SiteName', site.name),
    ...named('SiteDomain', new URL(facts.page).hostname),
    ...named('SiteIDCode', identity.mode === 'hosted' ? identity.siteIdCode : ''),
    ...named('ColumnName', column?.name),
    ...named('ColumnDescription', column?.description),
    ...named('ColumnKeywords', column?.keywords),
    ...named('ColumnType', column && site.columnType),
    ...named('ArticleTitle', article?.title),
    ...named('PubDate', article?.published && minuteText(article.published)),
    ...named('ContentSource', article?.source),
    ...named('Url', article && facts.page),
    ...named('Image', article && facts.picture),
  ]
}
