import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { attribute, readPages } from '../lib/site.ts'

/** Vitest sets BASE_URL and the like for its own Vite; the build must not see them. */
function withoutVitest(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { BASE_URL, MODE, DEV, PROD, SSR, NODE_ENV, ...rest } = env
  return rest
}

/** Builds the site into a folder of its own, never into dist/. */
function build(env: Record<string, string>, outDir: string) {
  const result = spawnSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', outDir], {
    encoding: 'utf8',
    env: { ...withoutVitest(process.env), NO_COLOR: '1', ASTRO_TELEMETRY_DISABLED: '1', ...env },
  })
  return { status: result.status, output: result.stdout + result.stderr }
}

const folders: string[] = []
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'yifang-'))
  folders.push(made)
  return made
}

afterEach(() => {
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true })
})

describe('a site below a base path', () => {
  it('keeps every address below it', () => {
    const out = folder()
    const { status, output } = build({ SITE_BASE: '/topic/jiangren', SITE_URL: 'https://portal.example' }, out)
    expect(status, output).toBe(0)
    const astray: string[] = []
    for (const page of readPages(out)) {
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
