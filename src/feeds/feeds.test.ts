import { describe, expect, it } from 'vitest'
import { atom } from './atom.ts'
import type { Feed } from './feed.ts'
import { jsonFeed } from './json-feed.ts'
import { sitemapIndex, sitemapParts, sitemapXml } from './sitemap.ts'
import { uuidOf } from './uid.ts'

const feed: Feed = {
  id: 'f',
  title: '故事',
  description: '新的',
  language: 'zh-CN',
  page: 'https://site.example/stories/',
  atom: 'https://site.example/feeds/stories.xml',
  json: 'https://site.example/feeds/stories.json',
  icon: 'https://site.example/tiles/_site.jpg',
  author: '一方匠人',
  licence: 'CC',
  checked: '2026-11-20T00:00:00+08:00',
  items: [
    {
      id: '1',
      page: 'https://site.example/a/?x=1&y=2',
      title: '<b>"甲"</b>\u0000',
      summary: '一',
      html: '<p>甲 & 乙</p>',
      published: undefined,
      updated: '2026-11-21T00:00:00+08:00',
      image: undefined,
      tags: [],
    },
    {
      id: '2',
      page: 'https://site.example/b/',
      title: '乙',
      summary: '二',
      html: '<p>乙</p>',
      published: '2026-11-22T09:05:00+08:00',
      updated: '2026-11-22T09:05:00+08:00',
      image: 'https://site.example/tiles/b.jpg',
      tags: ['故事'],
    },
  ],
}

describe('identifiers', () => {
  it('never change: readers would show everything again', async () => {
    expect(await uuidOf('story/moller-eight-years')).toBe('0561432d-f843-53cc-91f5-d2caa6242e62')
  })

  it('are UUIDs of version 5, different for different names', async () => {
    const [a, b] = [await uuidOf('event/a'), await uuidOf('event/b')]
    expect(a).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(a).not.toBe(b)
  })
})

describe('Atom', () => {
  const xml = atom(feed)

  it('escapes what is text and drops what XML forbids', () => {
    expect(xml).toContain('<title>&lt;b&gt;&quot;甲&quot;&lt;/b&gt;</title>')
    expect(xml).toContain('href="https://site.example/a/?x=1&amp;y=2"')
    expect(xml).toContain('<content type="html">&lt;p&gt;甲 &amp; 乙&lt;/p&gt;</content>')
  })

  it('is as new as its newest item, and says nothing about unknown days of publication', () => {
    expect(xml).toContain('<updated>2026-11-22T09:05:00+08:00</updated>\n<link rel="self"')
    expect(xml.match(/<published>/g)).toHaveLength(1)
    expect(xml.match(/rel="enclosure"/g)).toHaveLength(1)
  })
})

describe('JSON Feed', () => {
  it('says the same, without empty fields', () => {
    const { items } = jsonFeed(feed) as { items: Array<Record<string, unknown>> }
    expect(items[0]).not.toHaveProperty('date_published')
    expect(items[0]).not.toHaveProperty('image')
    expect(items[1]).toMatchObject({ id: 'urn:uuid:2', image: 'https://site.example/tiles/b.jpg' })
  })
})

describe('the site map', () => {
  it('dates only what is dated', () => {
    const xml = sitemapXml([
      {
        page: 'https://site.example/a/',
        changed: '2026-11-21',
        images: ['https://site.example/a.jpg'],
        alternates: [{ language: 'en', page: 'https://site.example/en/a/' }],
      },
      { page: 'https://site.example/b/', changed: undefined, images: [], alternates: [] },
    ])
    expect(xml).toContain(
      '<loc>https://site.example/a/</loc><lastmod>2026-11-21</lastmod><xhtml:link rel="alternate" hreflang="en" href="https://site.example/en/a/"/><image:image>',
    )
    expect(xml).toContain('<url><loc>https://site.example/b/</loc></url>')
  })
})

describe('the site map of a very large site', () => {
  const entries = Array.from({ length: 7 }, (_, index) => ({
    page: `https://site.example/${index}/`,
    changed: undefined,
    images: [],
    alternates: [],
  }))

  it('is one file as long as it fits, and then several that hold every address once', () => {
    expect(sitemapParts(entries, 7)).toEqual([entries])
    const parts = sitemapParts(entries, 3)
    expect(parts.map((part) => part.length)).toEqual([3, 3, 1])
    expect(parts.flat()).toEqual(entries)
    expect(sitemapParts([], 3)).toEqual([[]])
  })

  it('has an index of its parts', () => {
    const index = sitemapIndex(['https://site.example/a&b/sitemap-1.xml', 'https://site.example/sitemap-2.xml'])
    expect(index.match(/<sitemap><loc>/g)).toHaveLength(2)
    expect(index).toContain('a&amp;b')
  })
})
