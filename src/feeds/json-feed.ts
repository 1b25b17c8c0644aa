import type { Feed, FeedItem } from './feed.ts'

/** The feed as JSON Feed 1.1. */
export const jsonFeed = (feed: Feed): object => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: feed.title,
  description: feed.description,
  home_page_url: feed.page,
  feed_url: feed.json,
  icon: feed.icon,
  language: feed.language,
  authors: [{ name: feed.author }],
  items: feed.items.map(item),
})

const item = ({ id, page, title, summary, html, published, updated, image, tags }: FeedItem) => ({
  id: `urn:uuid:${id}`,
  url: page,
  title,
  summary,
  content_html: html,
  ...(image ? { image } : {}),
  ...(published ? { date_published: published } : {}),
  date_modified: updated,
  tags,
})
