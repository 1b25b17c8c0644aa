import { escapeXml } from '../text/xml.ts'

/** One address of a site map. All addresses are absolute. */
export interface MapEntry {
  page: string
  /** When its content last changed; absent where that is not known. */
  changed: string | undefined
  images: string[]
  /** The page in every language, itself included; empty where it stands alone. */
  alternates: ReadonlyArray<{ language: string; page: string }>
}

/** The site map (sitemaps.org, with Google's extensions for images and languages). */
export const sitemapXml = (entries: readonly MapEntry[]): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...entries.map(({ page, changed, images, alternates }) => {
      const lastmod = changed ? `<lastmod>${changed}</lastmod>` : ''
      const pictures = images.map((image) => `<image:image><image:loc>${escapeXml(image)}</image:loc></image:image>`)
      const twins = alternates.map(
        ({ language, page }) => `<xhtml:link rel="alternate" hreflang="${language}" href="${escapeXml(page)}"/>`,
      )
      return `<url><loc>${escapeXml(page)}</loc>${lastmod}${twins.join('')}${pictures.join('')}</url>`
    }),
    '</urlset>',
    '',
  ].join('\n')

/** Addresses in one file; the format allows 50,000 and 50 MB. */
export const MOST_ADDRESSES = 40_000

/** The entries of each file: one, unless there are too many for it. */
export const sitemapParts = (entries: readonly MapEntry[], most = MOST_ADDRESSES): MapEntry[][] =>
  Array.from({ length: Math.max(1, Math.ceil(entries.length / most)) }, (_, part) =>
    entries.slice(part * most, (part + 1) * most),
  )

/**
 * The index of several site maps.
 * @param addresses of the files, absolute
 */
export const sitemapIndex = (addresses: readonly string[]): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...addresses.map((address) => `<sitemap><loc>${escapeXml(address)}</loc></sitemap>`),
    '</sitemapindex>',
    '',
  ].join('\n')
