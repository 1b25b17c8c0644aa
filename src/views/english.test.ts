import { describe, expect, it } from 'vitest'
import { Catalogue } from '../catalogue/catalogue.ts'
import type { RawFile } from '../catalogue/read.ts'
import { validate } from '../catalogue/validate.ts'
import { englishPages } from './english.ts'

const TABLES: RawFile[] = [
  {
    kind: 'source',
    id: '',
    file: 'sources.yaml',
    text: '- { id: s, title: 公告, publisher: 人社局, kind: government, confidence: primary }\n',
  },
  { kind: 'trade', id: '', file: 'trades.yaml', text: '- { id: t, name: 缝纫工, summary: 做衣服。 }\n' },
  { kind: 'region', id: '', file: 'regions.yaml', text: '- { id: r, name: 甲县, shortName: 甲, level: county }\n' },
]
const BRAND: RawFile = {
  kind: 'brand',
  id: 'b',
  file: 'brands/b/index.mdx',
  text: `---
name: 甲裁缝
summary: 做衣服的人。
region: r
checkedOn: 2026-11-01
en: { name: Tailors of Jia, pinyin: Jia Caifeng, summary: People who sew. }
---

正文。
`,
}
const story = (en: string): RawFile => ({
  kind: 'story',
  id: 'st',
  file: 'stories/st/index.mdx',
  text: `---
title: 一条裤子的事
lead: 讲裤子。
kind: deed
publishedAt: 2026-11-22T09:00+08:00
brands: [b]
${en}---

正文。
`,
})
const TOLD = `en:
  title: About trousers
  summary: ${'They sew and they wash and nobody knows why it has to be so. '.repeat(6).trim()}
`

const pagesOf = (...files: RawFile[]) => {
  const { entries, problems } = validate([...TABLES, ...files])
  expect(problems).toEqual([])
  return englishPages(new Catalogue(entries))
}

describe('the main navigation of the pages in English', () => {
  it.each([
    ['with a story told in English', [BRAND, story(TOLD)], ['Stories', 'Brands', 'Find a trade']],
    ['without one', [BRAND, story('')], ['Brands', 'Find a trade']],
  ] as const)('%s leads to pages that exist, on every page alike', (_, files, names) => {
    const pages = pagesOf(...files)
    const paths = new Set(pages.map(({ meta }) => meta.path))
    expect(pages.length).toBeGreaterThan(3)
    for (const { meta } of pages) {
      expect(meta.navigation.map(({ name }) => name)).toEqual(names)
      for (const { path } of meta.navigation) expect(paths).toContain(path)
    }
  })
})
