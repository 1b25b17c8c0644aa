import { escapeXml } from '../text/xml.ts'
import { type Feed, type FeedItem, updatedOf } from './feed.ts'

/** The feed as Atom (RFC 4287). */
export function atom(feed: Feed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.language}">`,
    `<id>urn:uuid:${feed.id}</id>`,
    element('title', feed.title),
    element('subtitle', feed.description),
    element('updated', updatedOf(feed)),
    link('self', 'application/atom+xml', feed.atom),
    link('alternate', 'text/html', feed.page),
    element('icon', feed.icon),
    element('rights', feed.licence),
    `<author>${element('name', feed.author)}</author>`,
    ...feed.items.map(entry),
    '</feed>',
    '',
  ].join('\n')
}

function entry(item: FeedItem): string {
  return [
    '<entry>',
    `<id>urn:uuid:${item.id}</id>`,
    element('title', item.title),
    link('alternate', 'text/html', item.page),
    ...(item.image ? [link('enclosure', 'image/jpeg', item.image)] : []),
    ...(item.published ? [element('published', item.published)] : []),
    element('updated', item.updated),
    ...item.tags.map((tag) => `<category term="${escapeXml(tag)}"/>`),
    element('summary', item.summary),
    `<content type="html">${escapeXml(item.html)}</content>`,
    '</entry>',
  ].join('\n')
}

const element = (name: string, text: string) => `<${name}>${escapeXml(text)}</${name}>`

const link = (rel: string, type: string, href: string) =>
  `<link rel="${rel}" type="${type}" href="${escapeXml(href)}"/>`
