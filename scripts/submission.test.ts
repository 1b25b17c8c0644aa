import { execFileSync, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { parse } from 'yaml'

// These start whole programs; a busy machine takes its time.
vi.setConfig({ testTimeout: 180_000 })

let base: string
let engine: string
let submission: string

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'yifang-submission-'))
  engine = join(base, 'engine')
  submission = join(base, 'submission')
  mkdirSync(engine)
  for (const part of ['src', 'scripts', '.ci', 'package.json']) cpSync(part, join(engine, part), { recursive: true })
  symlinkSync(resolve('node_modules'), join(engine, 'node_modules'))
  // The build is tested elsewhere; here it only has to be asked for.
  const packages = JSON.parse(readFileSync('package.json', 'utf8'))
  packages.scripts.build =
    'mkdir -p dist/pagefind && touch dist/index.html dist/404.html dist/pagefind/pagefind.js built'
  writeFileSync(join(engine, 'package.json'), JSON.stringify(packages))
  mkdirSync(submission)
  cpSync('content', join(submission, 'content'), { recursive: true })
})
afterEach(() => rmSync(base, { recursive: true, force: true }))

function judge(form = 'text') {
  const { CONTENT_DIR, ...env } = process.env
  const { status, stdout, stderr } = spawnSync('.ci/submission', ['../submission', form], {
    cwd: engine,
    encoding: 'utf8',
    env,
  })
  return { status, output: stdout + stderr }
}

const STORY = 'content/stories/moller-eight-years/index.mdx'
function breakStory() {
  const file = join(submission, STORY)
  writeFileSync(file, readFileSync(file, 'utf8').replace('title:', 'titel:'))
}

describe('the judge', () => {
  it('passes sound content, and builds it', () => {
    const { status, output } = judge()
    expect([status, output]).toEqual([0, '稿件没有问题。\n'])
    expect(existsSync(join(engine, 'built'))).toBe(true)
  })

  it('cannot be changed by what it judges', () => {
    breakStory()
    const evil = 'console.log("[]"); process.exit(0)\n'
    for (const file of [
      'scripts/check.ts',
      'scripts/annotate.ts',
      'src/catalogue/validate.ts',
      'src/manuscript/rules/body.ts',
    ]) {
      mkdirSync(join(submission, file, '..'), { recursive: true })
      writeFileSync(join(submission, file), evil)
    }
    writeFileSync(join(submission, 'package.json'), '{"scripts":{"build":"true","preinstall":"touch owned"}}')
    mkdirSync(join(submission, '.ci'))
    writeFileSync(join(submission, '.ci/submission'), '#!/bin/sh\nexit 0\n')
    writeFileSync(join(submission, 'content/package.json'), '{"type":"commonjs"}')
    const { status, output } = judge()
    expect(status).toBe(1)
    expect(output).toMatch(/content\/stories\/moller-eight-years\/index\.mdx:2:1 错误/)
    expect(existsSync(join(engine, 'built'))).toBe(false)
    for (const file of ['scripts/check.ts', 'scripts/annotate.ts', '.ci/submission']) {
      expect(readFileSync(join(engine, file), 'utf8')).toBe(readFileSync(file, 'utf8'))
    }
  })

  it('remembers every published address, though a submission strikes it from the ledger', () => {
    cpSync('content', join(engine, 'content'), { recursive: true })
    rmSync(join(submission, 'content/stories/moller-eight-years'), { recursive: true })
    const ledger = join(submission, 'content/addresses.txt')
    writeFileSync(ledger, readFileSync(ledger, 'utf8').replaceAll(/^.*moller-eight-years.*\n/gm, ''))
    const { status, output } = judge()
    expect(status).toBe(1)
    expect(output).toContain('发布过的地址 /stories/moller-eight-years/ 打不开了')
    expect(output).toContain('formerIds: [moller-eight-years]')
  })

  it('keeps addresses apart that stand at the end of one ledger and the start of the other', () => {
    const known = readFileSync('content/addresses.txt', 'utf8')
    mkdirSync(join(engine, 'content'))
    // The last line of main has no end, and the submission's ledger begins with an address.
    writeFileSync(join(engine, 'content/addresses.txt'), `${known}/stories/only-main-knows-it/`)
    writeFileSync(join(submission, 'content/addresses.txt'), known.replace(/^#.*\n/, ''))
    const { status, output } = judge()
    expect(status).toBe(1)
    expect(output).toContain('发布过的地址 /stories/only-main-knows-it/ 打不开了')
    const lines = readFileSync(join(engine, 'content/addresses.txt'), 'utf8').split('\n')
    expect(lines).toContain('/stories/only-main-knows-it/')
    expect(lines.filter((line) => line.includes('//'))).toEqual([])
  })

  it('follows no links', () => {
    rmSync(join(submission, STORY))
    symlinkSync('/etc/passwd', join(submission, STORY))
    const { status, output } = judge()
    expect(status).toBe(1)
    expect(output).toContain('只能放普通文件和文件夹')
    expect(output).not.toContain('root:')
  })

  it('puts its findings on the lines, as each host wants them', () => {
    breakStory()
    expect(judge('github').output).toContain(
      `::error file=${STORY},line=2,col=1,title=unknown-field::没有「titel」这一栏%0A怎么改：`,
    )
    judge('gitlab')
    expect(JSON.parse(readFileSync(join(engine, 'gl-code-quality-report.json'), 'utf8'))).toContainEqual(
      expect.objectContaining({
        severity: 'major',
        location: { path: STORY, lines: { begin: 2 } },
        fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      }),
    )
    judge('gitea')
    expect(JSON.parse(readFileSync(join(engine, 'review.json'), 'utf8'))).toMatchObject({
      event: 'REQUEST_CHANGES',
      comments: expect.arrayContaining([expect.objectContaining({ path: STORY, new_position: 2 })]),
    })
    judge('gitee')
    expect(JSON.parse(readFileSync(join(engine, 'comment.json'), 'utf8')).body).toMatch(/^```text\ncontent\/stories/)
  })
})

describe('a check that broke off', () => {
  it('is told as such, without a stack, and nothing is passed for its result', () => {
    const result = join(base, 'nothing.json')
    writeFileSync(result, '')
    const { status, stderr, stdout } = spawnSync(
      process.execPath,
      [join(engine, 'scripts/annotate.ts'), 'gitea', result],
      { cwd: base, encoding: 'utf8' },
    )
    expect(status).toBe(1)
    expect(stderr.trim()).toMatch(/^检查程序自己没有跑完.*维护网站的人。$/)
    expect(stdout).toBe('')
  })
})

describe('a comment on a line', () => {
  it('holds the words of a manuscript as they are: no picture, no link, nobody called', () => {
    const result = join(base, 'result.json')
    const evil = '[a](<![x](//e.cn/a.png)>) @org/team\n```\n![y](//e.cn/b.png) ````'
    const problem = { file: 'a.mdx', line: 3, column: 1, rule: 'x', level: 'error', message: evil, fix: '改' }
    writeFileSync(result, JSON.stringify([problem]))
    execFileSync(process.execPath, [join(engine, 'scripts/annotate.ts'), 'gitea', result], { cwd: base })
    const { body, comments } = JSON.parse(readFileSync(join(base, 'review.json'), 'utf8'))
    for (const comment of [body, comments[0].body]) {
      const [, fence = '', inside = ''] = /^(`{3,})text\n([\s\S]*)\n\1\n$/.exec(comment) ?? []
      expect(inside).toContain('![x](//e.cn/a.png)')
      expect(inside).not.toContain(fence)
    }
  })
})

describe('the files for code hosts', () => {
  it.each(readdirSync('.ci/hosts'))(
    '%s takes the engine with its history, by which the check dates stories',
    (name) => {
      const text = readFileSync(join('.ci/hosts', name), 'utf8')
      const engine = text.split('\n').filter((line) => /git clone .* engine$/.test(line))
      if (name === 'github.yml') expect(text).toMatch(/path: engine\n(?: *#.*\n)? *fetch-depth: 0/)
      else expect(engine).toEqual([expect.stringContaining('--filter=blob:none')])
      expect(engine.join()).not.toContain('--depth')
    },
  )

  it.each(readdirSync('.ci/hosts'))(
    '%s take the engine from main, run no foreign scripts and only our judge',
    (name) => {
      const text = readFileSync(join('.ci/hosts', name), 'utf8')
      expect(() => parse(text)).not.toThrow()
      // Exactly the packages of the lock file, and none of them runs anything.
      expect(text).toContain('npm ci --ignore-scripts')
      expect(text).toMatch(/\.ci\/submission \S+ (github|gitlab|gitea|gitee)/)
      expect(text).not.toMatch(/npm (?!ci --ignore-scripts)/)
      if (/github|gitea/.test(name)) {
        const { on, permissions } = parse(text)
        expect(Object.keys(on)).toEqual(['pull_request_target'])
        expect(permissions).toEqual({ contents: 'read' })
      } else if (name.startsWith('git')) expect(text).toContain('--branch main "$ENGINE_URL"')
    },
  )

  it('call a judge that can be run', () => {
    expect(execFileSync('git', ['ls-files', '-s', '.ci/submission'], { encoding: 'utf8' })).toMatch(/^100755/)
  })
})
