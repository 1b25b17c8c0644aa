import { describe, expect, it } from 'vitest'
import { beijingMinute, publicAt, publishNow } from './publication.ts'
import type { RawFile } from './read.ts'
import { validate } from './validate.ts'

const TABLES: RawFile[] = [
  {
    kind: 'region',
    id: '',
    file: 'regions.yaml',
    text: '- id: gx\n  name: 广西壮族自治区\n  shortName: 广西\n  level: province\n',
  },
  {
    kind: 'source',
    id: '',
    file: 'sources.yaml',
    text: '- id: s1\n  title: 报道\n  publisher: 日报\n  kind: news\n  confidence: reputable\n',
  },
  { kind: 'trade', id: '', file: 'trades.yaml', text: '- id: t1\n  name: 缝纫工\n  summary: 做衣服。\n' },
]

const brand = (id: string, extra = ''): RawFile => ({
  kind: 'brand',
  id,
  file: `brands/${id}/index.mdx`,
  text: `---\nname: 品牌${id}\nsummary: 做衣服的人。\nregion: gx\ncheckedOn: 2026-11-21\nclaims:\n  - id: c\n    text: 有人做衣服。\n    source: s1\n${extra}---\n\n正文。\n`,
})

const story = (id: string, brandId: string, extra = '', body = '正文。'): RawFile => ({
  kind: 'story',
  id,
  file: `stories/${id}/index.mdx`,
  text: `---\ntitle: 一个故事${id}\nlead: 说一件事。\nkind: deed\npublishedAt: 2026-11-22T09:00+08:00\nbrands: [${brandId}]\n${extra}claims:\n  - { id: own, text: 说一件事。, source: s1 }\n---\n\n${body}\n`,
})

const read = (...files: RawFile[]) => validate([...TABLES, ...files])
const JANUARY = 'publishAt: 2027-01-05T09:00+08:00\n'
const FEBRUARY = 'publishAt: 2027-02-05T09:00+08:00\n'

describe('the input time', () => {
  it('is a moment in Beijing, whatever offset it is given with', () => {
    expect(publishNow('2027-01-05T01:00:30Z')).toBe('2027-01-05T09:00+08:00')
    expect(publishNow('2027-01-05T09:00+08:00')).toBe('2027-01-05T09:00+08:00')
    expect(beijingMinute(new Date('2026-12-31T17:30:00Z'))).toBe('2027-01-01T01:30+08:00')
  })

  it('is absent unless it is given', () => {
    expect(publishNow(undefined)).toBeUndefined()
    expect(publishNow('')).toBeUndefined()
  })

  it.each([
    '明天',
    '2027-01-05T09:00',
    '2027-13-05T09:00+08:00',
    // Days that a Date would carry over into the next month.
    '2026-02-31',
    '2026-02-29T09:00+08:00',
    '2026-11-31T01:00:30Z',
    '2026-00-10',
  ])('refuses %s in Chinese', (value) => {
    expect(() => publishNow(value)).toThrow(/PUBLISH_NOW 写成了/)
  })
})

describe('what is public', () => {
  const { entries, problems } = read(
    brand('a'),
    brand('b', 'draft: true\n'),
    story('x', 'a', JANUARY),
    story('y', 'a', 'draft: true\npublishAt: 2020-01-05T09:00+08:00\n'),
  )
  const ids = (now?: string) =>
    publicAt(entries, now)
      .filter(({ kind }) => kind === 'brand' || kind === 'story')
      .map(({ id }) => id)

  it('leaves out drafts always, timed entries until their minute', () => {
    expect(problems).toEqual([])
    expect(ids()).toEqual(['a'])
    expect(ids('2027-01-05T08:59+08:00')).toEqual(['a'])
    expect(ids('2027-01-05T09:00+08:00')).toEqual(['a', 'x'])
    expect(ids('9998-01-01T00:00+08:00')).toEqual(['a', 'x'])
  })
})

describe('a reference to what is not public yet', () => {
  const unpublished = (...files: RawFile[]) =>
    read(...files).problems.map(({ file, line, rule, message }) => [file, line, rule, message])

  it('fails in data, with the place', () => {
    expect(unpublished(brand('b', 'draft: true\n'), story('x', 'b'))).toEqual([
      ['stories/x/index.mdx', 6, 'unpublished-reference', '品牌「b」还是草稿，这里不能先用'],
    ])
  })

  it('fails in links and in borrowed claims', () => {
    const body = '见[乙](/brands/b/)，<Claim id="b/c" />。'
    expect(unpublished(brand('a'), brand('b', JANUARY), story('x', 'a', '', body))).toEqual([
      ['stories/x/index.mdx', 11, 'unpublished-reference', '品牌「b」要到 2027-01-05T09:00+08:00 才发布，这里不能先用'],
      ['stories/x/index.mdx', 11, 'unpublished-reference', '品牌「b」要到 2027-01-05T09:00+08:00 才发布，这里不能先用'],
    ])
  })

  it('is right when the pointing entry waits as long, or longer', () => {
    expect(unpublished(brand('b', JANUARY), story('x', 'b', JANUARY))).toEqual([])
    expect(unpublished(brand('b', JANUARY), story('x', 'b', FEBRUARY))).toEqual([])
    expect(unpublished(brand('b', JANUARY), story('x', 'b', 'draft: true\n'))).toEqual([])
    expect(unpublished(brand('b', FEBRUARY), story('x', 'b', JANUARY))).toHaveLength(1)
  })
})

describe('former ids', () => {
  it('may not be in use, nor be given to two', () => {
    expect(
      read(brand('a', 'formerIds: [b]\n'), brand('b'), brand('d', 'formerIds: [x]\n'), brand('e', 'formerIds: [x]\n'))
        .problems,
    ).toMatchObject([
      { file: 'brands/a/index.mdx', line: 10, rule: 'former-id', message: '曾用编号「b」现在还有人用' },
      { file: 'brands/e/index.mdx', line: 10, rule: 'former-id', message: '曾用编号「x」在「d」里也写了' },
    ])
  })

  it('may not be a page of the site', () => {
    expect(read(brand('a', 'formerIds: [table]\n')).problems).toMatchObject([
      {
        rule: 'former-id',
        line: 10,
        message: '曾用编号「table」的网址 /brands/table/ 是本站的一页，转不到别处',
        fix: '删掉这一行',
      },
    ])
  })

  it('are not references: whoever uses one is told the new name', () => {
    expect(read(brand('new', 'formerIds: [old]\n'), story('x', 'old')).problems).toMatchObject([
      { file: 'stories/x/index.mdx', line: 6, rule: 'dangling-reference', fix: '改名了，写 new' },
    ])
  })
})
