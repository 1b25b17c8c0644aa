import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { attribute, readPages } from '../lib/site.ts'
import { build } from './build.ts'

const folders: string[] = []
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'yifang-'))
  folders.push(made)
  return made
}

afterEach(() => {
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true })
})

/** One entry of everything: every kind of page, few of each, for another address redraws every poster. */
const SAMPLE = resolve('scripts/e2e/sample-content')

describe('a site below a base path', () => {
  it('keeps every address below it', () => {
    const out = folder()
    const { status, output } = build(
      { CONTENT_DIR: SAMPLE, SITE_BASE: '/topic/jiangren', SITE_URL: 'https://portal.example' },
      out,
    )
    expect(status, output).toBe(0)
    const astray: string[] = []
    for (const page of readPages(out)) {
      // The style guide puts together parts of our own content.
      if (page.path === '/styleguide/') continue
      for (const element of page.elements) {
        for (const name of ['href', 'src', 'action']) {
          const value = attribute(element, name)
          if (!value?.startsWith('/') || value.startsWith('//')) continue
          const path = decodeURIComponent(value.split(/[?#]/)[0] as string)
          const file = path.startsWith('/topic/jiangren/') ? join(out, path.slice('/topic/jiangren'.length)) : ''
          if (!file || !existsSync(file)) astray.push(`${page.path} → ${value}`)
        }
      }
    }
    expect(astray).toEqual([])
    expect(readFileSync(join(out, 'robots.txt'), 'utf8')).toContain('https://portal.example/topic/jiangren/sitemap.xml')
  })
})

describe('drafts, timed entries and former ids', () => {
  it('publishes what is due at the input time, and leads on from old addresses', () => {
    const content = folder()
    cpSync(SAMPLE, content, { recursive: true })
    const story = (id: string, fields: string) => {
      const text = readFileSync(join(SAMPLE, 'stories/sample-deed/index.mdx'), 'utf8')
      mkdirSync(join(content, 'stories', id))
      writeFileSync(
        join(content, 'stories', id, 'index.mdx'),
        text.replace(/^title: .*$/m, `title: 试发的一篇${id}`).replace('---\n', `---\n${fields}\n`),
      )
    }
    story('is-draft', 'draft: true')
    story('is-due', 'publishAt: 2027-01-05T09:00+08:00\nformerIds: [was-due, was-older]')
    story('is-later', 'publishAt: 2027-01-05T09:01+08:00\nformerIds: [was-later]')
    const out = folder()
    const { status, output } = build(
      { CONTENT_DIR: content, PUBLISH_NOW: '2027-01-05T01:00:59Z', SITE_BASE: '/topic' },
      out,
    )
    expect(status, output).toBe(0)
    const exists = (id: string) => existsSync(join(out, 'stories', id, 'index.html'))
    expect(['is-draft', 'is-due', 'is-later', 'was-due', 'was-older', 'was-later'].map(exists)).toEqual([
      false,
      true,
      false,
      true,
      true,
      false,
    ])
    for (const page of readPages(out)) {
      expect(page.html, page.path).not.toMatch(/is-draft|is-later|was-later/)
    }
    const moved = readFileSync(join(out, 'stories/was-due/index.html'), 'utf8')
    expect(moved).toContain('<meta http-equiv="refresh" content="0; url=/topic/stories/is-due/">')
    expect(moved).toContain('<meta name="robots" content="noindex">')
    expect(moved).toContain('href="/topic/stories/is-due/"')
    expect(moved).not.toContain('data-pagefind-body')
    const map = readFileSync(join(out, 'sitemap.xml'), 'utf8')
    expect(map).toContain('/topic/stories/is-due/')
    expect(map).not.toMatch(/was-due|was-older|styleguide|404/)
  })
})

describe('a build of broken content', () => {
  const cases: Array<[name: string, file: string, edit: (text: string) => string, expected: RegExp]> = [
    [
      'a dangling reference',
      'stories/moller-eight-years/index.mdx',
      (text) => text.replace('zhengan-guitar-craftsman', 'zhengan-guitar-craftman'),
      /stories\/moller-eight-years\/index\.mdx:\d+:\d+ 错误 没有编号为「zhengan-guitar-craftman」的品牌\s+怎么改：是不是 zhengan-guitar-craftsman？/,
    ],
    [
      'an unknown field',
      'brands/fumian-caifeng/index.mdx',
      (text) => text.replace('industry:', 'industri:'),
      /brands\/fumian-caifeng\/index\.mdx:\d+:\d+ 错误 没有「industri」这一栏\s+怎么改：是不是想写 industry？/,
    ],
    [
      'a duplicate id',
      'trades.yaml',
      (text) => text.replace('- id: welder', '- id: electrician'),
      /trades\.yaml:\d+:\d+ 错误 编号 electrician 用了两次\s+怎么改：/,
    ],
    [
      'code in a manuscript',
      'stories/moller-eight-years/index.mdx',
      (text) => `${text}\n{process.exit(0)}\n`,
      /stories\/moller-eight-years\/index\.mdx:\d+:\d+ 错误 正文里有花括号/,
    ],
  ]

  it.each(cases)('fails on %s, naming file, field and cure', (_, file, edit, expected) => {
    const content = folder()
    cpSync(resolve('content'), content, { recursive: true })
    const path = join(content, file)
    const before = readFileSync(path, 'utf8')
    expect(edit(before)).not.toBe(before)
    writeFileSync(path, edit(before))
    const { status, output } = build({ CONTENT_DIR: content }, folder())
    expect(output).toMatch(expected)
    expect(status).not.toBe(0)
  })
})
