import { describe, expect, it } from 'vitest'
import { Catalogue } from '../catalogue/catalogue.ts'
import { validate } from '../catalogue/validate.ts'
import { officesToAsk } from './contact.ts'

function offices(extra: string): string[] {
  const { entries, problems } = validate([
    {
      kind: 'source',
      id: '',
      file: 'sources.yaml',
      text: '- { id: s, title: 方案, publisher: 县政府, kind: government, confidence: primary }\n',
    },
    {
      kind: 'region',
      id: '',
      file: 'regions.yaml',
      text: '- { id: r, name: 甲县, shortName: 甲, level: county, code: "520901" }\n',
    },
    {
      kind: 'brand',
      id: 'b',
      file: 'brands/b/index.mdx',
      text: `---\nname: 甲裁缝\nsummary: 做衣服的人。\nregion: r\ncheckedOn: 2026-11-01\n${extra}---\n\n文。\n`,
    },
  ])
  expect(problems).toEqual([])
  return officesToAsk(new Catalogue(entries).get('brand', 'b'))
}

const missing = (...who: string[]) =>
  `missing:\n${who.map((name) => `  - { what: 有多少人, who: ${name} }\n`).join('')}`

describe('who can be asked where no contact is published', () => {
  it('is the office that the documents make responsible, whoever else is named', () => {
    expect(offices(`steward: { name: 甲县人社局, source: s }\n${missing('乙局', '乙局')}`)).toEqual(['甲县人社局'])
  })

  it('else those named beside what is unknown, most often named first, two at most', () => {
    expect(offices(missing('甲县商务局', '甲县人社局、甲县妇联', '甲县人社局', '甲县妇联、甲县人社局'))).toEqual([
      '甲县人社局',
      '甲县妇联',
    ])
  })

  it('never what is many places or none: 各县人社局, a jury, a firm', () => {
    expect(offices(missing('各县人社局', '大赛组委会', '甲公司'))).toEqual(['当地人力资源社会保障局'])
    expect(offices('')).toEqual(['当地人力资源社会保障局'])
  })
})
