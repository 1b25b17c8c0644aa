import { describe, expect, it } from 'vitest'
import { Catalogue } from '../catalogue/catalogue.ts'
import type { RawFile } from '../catalogue/read.ts'
import { validate } from '../catalogue/validate.ts'
import { englishPages, openingOf } from './english.ts'

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
claims:
  - { id: c, text: 做裤子。, source: s }
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

describe('the description of a story', () => {
  const sentence = 'Tea buds do not wait, as everybody who picks them knows.'

  it('is whole sentences, as many as are shown', () => {
    expect(openingOf(`Tea buds do not wait. ${sentence} ${sentence} ${sentence}`)).toBe(
      `Tea buds do not wait. ${sentence} ${sentence}`,
    )
    expect(openingOf('It cost 4.235 billion yuan. Why? “Nobody knows.” So it is.')).toBe(
      'It cost 4.235 billion yuan. Why? “Nobody knows.” So it is.',
    )
  })

  it('is never less than one, nor a bare remark', () => {
    const long = `${'They sew and '.repeat(20)}wash.`
    expect(openingOf(`${long} ${sentence}`)).toBe(long)
    expect(openingOf('No full stop')).toBe('No full stop')
    expect(openingOf(`Tea buds do not wait. ${long} ${sentence}`)).toBe(`Tea buds do not wait. ${long}`)
  })
})

describe('the date of a figure', () => {
  const claim = {
    id: 'jobs',
    text: '2024年9月有裁缝5万名。',
    label: '裁缝',
    value: 50000,
    unit: '人',
    asOf: '2024-09',
    source: 's',
  }
  const told = (text: string, basis?: string) => {
    const file = {
      ...BRAND,
      text: BRAND.text.replace(
        /^en: .*$/m,
        [
          `claims: [${JSON.stringify({ ...claim, ...(basis && { basis: '2024年9月报道' }) })}]`,
          `en: ${JSON.stringify({ name: 'Tailors of Jia', pinyin: 'Jia Caifeng', summary: 'People who sew.', claims: [{ claim: 'jobs', text, basis }] })}`,
        ].join('\n'),
      ),
    }
    return pagesOf(file).flatMap((page) => (page.type === 'brand' ? page.claims.map(({ asOf }) => asOf) : []))
  }

  it('is told once', () => {
    expect(told('There are 50,000 tailors.')).toEqual(['September 2024'])
    expect(told('In September 2024 there were 50,000 tailors.')).toEqual([undefined])
    expect(told('There are 50,000 tailors.', 'Report of September 2024')).toEqual([undefined])
  })
})

describe('whom to turn to', () => {
  const contactOf = (extra: string) =>
    pagesOf({ ...BRAND, text: BRAND.text.replace('checkedOn:', `${extra}checkedOn:`) }).flatMap((page) =>
      page.type === 'brand' ? page.contact : [],
    )

  it('is who may know, where no official channel is public', () => {
    expect(contactOf('steward: { name: 甲县人社局, source: s }\n')).toEqual([
      { channels: undefined, ask: ['甲县人社局'] },
    ])
  })

  it('leads to the channels on the page in Chinese, where there are any', () => {
    const [contact] = contactOf('contact: { phone: 0775-2690000, source: s }\n')
    expect(contact?.channels).toBe('/brands/b/#contact')
  })
})
