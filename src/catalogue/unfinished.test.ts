import { describe, expect, it } from 'vitest'
import type { RawFile } from './read.ts'
import { validate } from './validate.ts'

const SOURCE: RawFile = {
  kind: 'source',
  id: '',
  file: 'sources.yaml',
  text: '- { id: s1, title: 报道, publisher: 日报, kind: news, confidence: reputable }\n',
}

const BRAND: RawFile[] = [
  {
    kind: 'region',
    id: '',
    file: 'regions.yaml',
    text: '- { id: r, name: 甲县, shortName: 甲, level: county, code: "520901" }\n',
  },
  {
    kind: 'brand',
    id: 'br',
    file: 'brands/br/index.mdx',
    text: '---\nname: 甲裁缝\nsummary: 做衣服的人。\nregion: r\ncheckedOn: 2026-11-01\n---\n\n文。\n',
  },
]

const story = (id: string, body: string, extra = ''): RawFile => ({
  kind: 'story',
  id,
  file: `stories/${id}/index.mdx`,
  text: `---\ntitle: 一个人在车间${id}\nlead: 一个人。\nkind: deed\nbrands: [br]\npublishedAt: 2026-11-22T09:00+08:00\n${extra}---\n\n${body}\n`,
})

const rules = (...files: RawFile[]) =>
  validate([SOURCE, ...BRAND, ...files]).problems.map(({ file, rule, level }) => [file, rule, level])

const CLAIM = 'claims:\n  - { id: c, text: 厂开了三年, source: s1 }\n'

describe('a story', () => {
  it('that cites nothing is refused', () => {
    expect(rules(story('a', '她在厂里做了很久。'))).toEqual([['stories/a/index.mdx', 'uncited-story', 'error']])
  })

  it.each([
    ['has a claim of its own', '她在厂里。', CLAIM],
    ['waits as a draft', '她在厂里。', 'draft: true\n'],
    ['quotes somebody from a source', '<Quote by="某" source="s1">\n\n  做下去。\n\n</Quote>', ''],
  ])('that %s rests on something', (_what, body, extra) => {
    expect(rules(story('a', body, extra))).toEqual([])
  })

  it('that takes the claim of another rests on its source', () => {
    expect(rules(story('a', '那里<Claim id="b/c">厂开了三年</Claim>。'), story('b', '厂。', CLAIM))).toEqual([])
  })

  it('with a photograph and nothing else cites nothing', () => {
    const photo = '<Photo src="./a.jpg" alt="一间车间里摆着三排缝纫机" credit="某" licence="某" />'
    expect(rules({ ...story('a', `厂。\n\n${photo}`), beside: ['a.jpg'] })).toEqual([
      ['stories/a/index.mdx', 'uncited-story', 'error'],
    ])
  })

  it('is not said to cite nothing while its text could not be read: the claim may be in what is broken', () => {
    const found = rules(story('a', '她在厂里 {做了} 很久。'))
    expect(found.map(([, rule]) => rule)).not.toContain('uncited-story')
    expect(found).not.toEqual([])
  })
})
