import { escapeXml } from '../text/xml.ts'

/** One address of a site map. All addresses are absolute. */
export interface MapEntry {
  page: string
  /** When its content last changed; absent where that is not known. */
  changed: string | undefined
  images: string[]
}

/** The site map (sitemaps.org, with Google's extension for images). */
export const sitemapXml = (entries: readonly MapEntry[]): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">',
    ...entries.map(({ page, changed, images }) => {
      const lastmod = changed ? `<lastmod>${changed}</lastmod>` : ''
      const pictures = images.map((image) => `<image:image><image:loc>${escapeXml(image)}</image:loc></image:image>`)
      return `<url><loc>${escapeXml(page)}</loc>${lastmod}${pictures.join('')}</url>`
    }),
    '</urlset>',
    '',
  ].join('\n')
