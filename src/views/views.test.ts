import { describe, expect, it } from 'vitest'
import { Catalogue } from '../catalogue/catalogue.ts'
import type { RawFile } from '../catalogue/read.ts'
import { validate } from '../catalogue/validate.ts'
import { escapeXml } from '../text/xml.ts'
import { brandPage } from './brand.ts'
import { Linker } from './linker.ts'
import { countOf, Notes } from './notes.ts'

const files: RawFile[] = [
  {
    kind: 'source',
    id: '',
    file: 'sources.yaml',
    text: ['old', 'new']
      .map(
        (id, index) =>
          `- id: ${id}\n  title: ${id}\n  publisher: 日报\n  kind: news\n  confidence: reputable\n  date: 20${19 + index * 5}-01-01\n`,
      )
      .join(''),
  },
  {
    kind: 'region',
    id: '',
    file: 'regions.yaml',
    text: '- id: za\n  name: 正安县\n  shortName: 正安\n  level: county\n',
  },
  { kind: 'trade', id: '', file: 'trades.yaml', text: '- id: t\n  name: 制琴\n  summary: 做琴。\n' },
  {
    kind: 'brand',
    id: 'za-guitar',
    file: 'brands/za-guitar/index.mdx',
    text: `---
name: 正安吉他工匠
summary: 做吉他的人。
region: za
checkedOn: 2026-11-21
claims:
  - { id: o1, text: 年产600万把。, label: 年产量, value: 6000000, unit: 把, source: old, conflict: output }
  - { id: o2, text: 年产226万把。, label: 年产量, value: 2260000, unit: 把, source: new, conflict: output, headline: true }
  - { id: o3, text: 年产250万把。, label: 年产量, value: 2500000, unit: 把, source: new, conflict: output }
  - { id: goal, text: 到2025年培训1万人次。, label: 培训目标, value: 10000, unit: 人次, source: new, kind: target }
  - { id: fact, text: 厂搬回来了。, source: old }
  - { id: more, text: 张木生也回来了。, source: old }
---

2013年，<Claim id="fact">厂搬回了家</Claim>。张木生在。又见张木生。
`,
  },
  {
    kind: 'figure',
    id: 'zhang',
    file: 'figures/zhang/index.mdx',
    text: '---\nname: 张木生\nroles: [leader]\nsummary: 人。\n---\n\n文。\n',
  },
]

const { entries, problems } = validate(files)
const catalogue = new Catalogue(entries)
const page = brandPage(catalogue.get('brand', 'za-guitar'), catalogue, '/topic')

describe('brand page', () => {
  it('rests on sound content', () => {
    expect(problems).toEqual([])
  })

  it('shows disagreeing figures as accounts, the newest first, with spans', () => {
    expect(page.conflicts).toHaveLength(1)
    expect(page.conflicts[0]?.accounts.map(({ name, range, unit }) => [name, range, unit])).toEqual([
      ['说法甲', '226万～250万', '把'],
      ['说法乙', '600万', '把'],
    ])
  })

  it('keeps targets apart from results', () => {
    expect(page.targets.map((claim) => claim.id)).toEqual(['goal'])
    expect(page.headline.map((claim) => claim.kind)).toEqual(['actual'])
  })

  it('tells a fact once: what the text says is not repeated below', () => {
    expect(page.topics.flatMap((topic) => topic.claims.map((claim) => claim.id))).toEqual(['more'])
  })

  it('says so where a proof is missing', () => {
    expect(page.proofs.map((proof) => proof.html)).toEqual(['', '', ''])
  })

  it('numbers each place in a source once, in reading order', () => {
    expect(page.notes.map((note) => [note.number, note.source.id])).toEqual([
      [1, 'new'],
      [2, 'old'],
    ])
  })

  it('refers another place of a source to the first note of it', () => {
    const notes = new Notes(catalogue)
    for (const locator of ['第1段', '第2段', '第1段', undefined]) notes.mark({ source: 'new', locator })
    notes.mark({ source: 'old', locator: '第2段' })
    expect(notes.list.map(({ number, locator, same }) => [number, locator, same])).toEqual([
      [1, '第1段', undefined],
      [2, '第2段', 1],
      [3, undefined, 1],
      [4, '第2段', undefined],
    ])
    expect(countOf(notes.list)).toBe('共引用2份资料、4处。')
    expect(countOf(notes.list.slice(0, 1))).toBe('共引用1份资料。')
  })

  it('links the first mention only, below the base path', () => {
    const html = page.body.map((piece) => ('html' in piece ? piece.html : '')).join('')
    expect(html.match(/<a href="\/topic\/figures\/zhang\/">张木生<\/a>/g)).toHaveLength(1)
    expect(html).toContain('又见张木生')
  })
})

describe('linker', () => {
  it('leaves links, headings and tags alone', () => {
    const linker = new Linker(catalogue.get('brand', 'za-guitar'), catalogue, '/')
    expect(linker.html('<h2 id="张木生">张木生</h2><p>张木生<a href="/">张木生</a></p>')).toBe(
      '<h2 id="张木生">张木生</h2><p><a href="/figures/zhang/">张木生</a><a href="/">张木生</a></p>',
    )
  })

  it('escapes plain text', () => {
    expect(escapeXml('<a> & "b"')).toBe('&lt;a&gt; &amp; &quot;b&quot;')
  })
})
