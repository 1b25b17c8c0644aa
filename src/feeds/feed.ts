/** A feed, in the form that Atom and JSON Feed are written from. All addresses are absolute. */
export interface Feed {
  /** UUID of the feed. */
  id: string
  title: string
  description: string
  language: string
  /** The page that shows the same. */
  page: string
  atom: string
  json: string
  icon: string
  author: string
  licence: string
  /** When the catalogue was last checked. */
  checked: string
  items: FeedItem[]
}

/** An entry in a feed, whole. */
export interface FeedItem {
  /** UUID, the same in every feed and every build. */
  id: string
  page: string
  title: string
  summary: string
  /** The whole text, with absolute addresses. */
  html: string
  /** With seconds and offset, as RFC 3339 wants it; absent where no minute of publication is known. */
  published: string | undefined
  updated: string
  image: string | undefined
  tags: string[]
}

/** When the feed last changed: with its newest item. That there was none was seen at the last check. */
export const updatedOf = ({ items, checked }: Feed): string =>
  items
    .map((item) => item.updated)
    .sort()
    .at(-1) ?? checked
