import { describe, expect, it } from 'vitest'
import type { Kind } from '../schemas/index.ts'
import type { RawFile } from './read.ts'
import { validate } from './validate.ts'

const table = (kind: Kind, file: string, text: string): RawFile => ({ kind, id: '', file, text })

const TABLES = [
  table('source', 'sources.yaml', '- { id: s, title: 报道, publisher: 日报, kind: news, confidence: reputable }\n'),
  table('region', 'regions.yaml', '- { id: r, name: 安平县, shortName: 安平, level: county }\n'),
  table('trade', 'trades.yaml', '- { id: t, name: 缝纫工, summary: 做事。 }\n'),
]

const figure = (id: string, name: string, more = ''): RawFile => ({
  kind: 'figure',
  id,
  file: `figures/${id}/index.mdx`,
  text: `---\nname: ${name}\nroles: [leader]\nsummary: 一个人。\n${more}---\n\n正文。\n`,
})
const gone = (name: string, aliases = '') =>
  figure(
    'gone',
    name,
    `withdrawnOn: 2026-10-01\n${aliases && `aliases: [${aliases}]\n`}claims:\n  - { id: c, text: 做过事。, source: s }\n`,
  )
const brand = (summary: string, body = '正文。', name = '甲裁缝'): RawFile => ({
  kind: 'brand',
  id: 'b',
  file: 'brands/b/index.mdx',
  text: `---\nname: ${name}\nsummary: ${summary}\nregion: r\ncheckedOn: 2026-11-21\n---\n\n${body}\n`,
})

const namedIn = (...files: RawFile[]) =>
  validate([...TABLES, ...files]).problems.map(({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`)

describe('a person taken down', () => {
  it('is found by name in fields, each at its place, and in the text', () => {
    expect(namedIn(gone('张三丰'), brand('张三丰教的裁缝。'))).toEqual(['brands/b/index.mdx:3:1 withdrawn-person'])
    expect(namedIn(gone('张三丰'), brand('裁缝。', '张三丰教的。'))).toEqual([
      'brands/b/index.mdx:1:1 withdrawn-person',
    ])
  })

  it('is found beside the text too: in what is said of a picture, who is quoted, titles; and with wide blanks', () => {
    const told = [
      '<Quote source="s" by="张三丰">好手艺。</Quote>',
      '<Steps>\n<Step title="张三丰裁剪">裁开。</Step>\n</Steps>',
      '看[手艺](/brands/b/ "张三丰的手艺")。',
      '<Photo src="./a.jpg" alt="张三丰在裁布" credit="宣传科" licence="本单位所有" />',
    ]
    for (const body of told)
      expect(namedIn(gone('张三丰'), brand('裁缝。', body)).join(), body).toMatch(/index\.mdx:[89]:\d withdrawn-person/)
    expect(namedIn(gone('张梅'), brand('裁缝。', '张 梅教的。'))).toHaveLength(1)
  })

  it('is found by every other name too', () => {
    const person = gone('张三丰', '裁缝张, Old Zhang')
    expect(namedIn(person, brand('裁缝。', '裁缝张教的。'))).toHaveLength(1)
    expect(namedIn(person, brand('裁缝。', '都叫他 Old Zhang。'))).toHaveLength(1)
    expect(namedIn(person, brand('裁缝。', '没有他。'))).toEqual([])
  })

  it('is still found by other names when the name itself was erased', () => {
    expect(namedIn(gone('已撤下', '裁缝张'), brand('裁缝。', '裁缝张教的。'))).toHaveLength(1)
    expect(namedIn(gone('已撤下'), figure('other', '已撤下', 'withdrawnOn: 2026-10-01\n'), brand('裁缝。'))).toEqual([])
  })

  it('is not found inside a longer name of another person, or of a region', () => {
    const other = figure('other', '李明华', 'aliases: [小李明]\n')
    expect(namedIn(gone('李明'), other, brand('裁缝。', '李明华和小李明是一个人。'))).toEqual([])
    expect(namedIn(gone('安平'), brand('安平县的裁缝。'))).toEqual([])
  })

  it('is found beside such a name, and inside names that nobody known has', () => {
    const other = figure('other', '李明华')
    expect(namedIn(gone('李明'), other, brand('裁缝。', '李明华的师傅是李明。'))).toHaveLength(1)
    expect(namedIn(gone('李明'), brand('裁缝。', '李明亮教的。'))).toHaveLength(1)
    expect(namedIn(gone('李明'), brand('裁缝。', '正文。', '李明裁缝'))).toEqual([
      'brands/b/index.mdx:2:1 withdrawn-person',
    ])
  })

  it('is not found inside a longer Latin word, such as an id', () => {
    const person = gone('已撤下', 'Tom')
    expect(namedIn(person, brand('裁缝。', 'Tomorrow，bottom，tom。'))).toEqual([])
    expect(namedIn(person, brand('裁缝。', '他叫Tom。'))).toHaveLength(1)
  })

  it('is not looked for by a single character', () => {
    expect(namedIn(gone('已撤下', '明'), brand('裁缝。', '说明。'))).toEqual([])
  })

  it('leaves figures that others show, each at its place', () => {
    expect(namedIn(gone('已撤下'), brand('裁缝。', '前文。\n\n有<Claim id="gone/c" />。'))).toEqual([
      'brands/b/index.mdx:10:2 withdrawn-person',
    ])
  })

  it('is told with a cure for words that only look like the name', () => {
    const [problem] = validate([...TABLES, gone('高峰'), brand('裁缝。', '客流高峰期。')]).problems
    expect(problem?.message).toBe('人物 gone 已经撤下，正文里还写着他的名字')
    expect(problem?.fix).toContain('说的不是他')
    expect(`${problem?.message}${problem?.fix}`).not.toContain('高峰')
  })
})
