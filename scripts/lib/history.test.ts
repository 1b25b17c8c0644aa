import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { historyOf } from './history.ts'
import { SAMPLE } from './sample-content.ts'

const TODAY = '2026-11-28'
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yifang-history-'))
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

const git = (args: string[], day = TODAY) =>
  execFileSync('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@example.cn', ...args], {
    env: { PATH: process.env.PATH, GIT_AUTHOR_DATE: `${day}T23:30:00Z`, GIT_COMMITTER_DATE: `${TODAY}T00:00:00Z` },
    stdio: 'pipe',
  })

function put(file: string, text: string) {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), text)
}

function commit(day: string) {
  git(['add', '.'])
  git(['commit', '-qm', 'x'], day)
}

it('tells on which day, in Beijing, a file was first handed in', () => {
  git(['init', '-q'])
  put('content/stories/first/index.mdx', 'a')
  commit('2026-01-01')
  put('content/stories/second/index.mdx', 'b')
  put('other/stories/second/index.mdx', 'b')
  commit('2026-02-01')
  put('content/stories/second/index.mdx', 'changed')
  commit('2026-03-01')
  renameSync(join(folder, 'content/stories/second'), join(folder, 'content/stories/故事'))
  commit('2026-04-01')
  put('content/stories/new/index.mdx', 'c')

  const history = historyOf(join(folder, 'content'), TODAY)
  const days = ['first', 'second', '故事', 'new'].map((id) => history?.addedOn(`stories/${id}/index.mdx`))
  // What the first commit brought was there before: a history may begin with a copy of everything.
  expect(days).toEqual([undefined, '2026-02-02', '2026-04-02', TODAY])

  // As in a hook of git, which runs with the variables of its own repository.
  vi.stubEnv('GIT_DIR', join(folder, '.git'))
  expect(historyOf(join(folder, 'content'), TODAY)?.addedOn('stories/second/index.mdx')).toBe('2026-02-02')
})

it('finds what came while two lines were joined', () => {
  git(['init', '-q', '-b', 'main'])
  put('content/a', 'a')
  commit('2026-01-01')
  git(['checkout', '-qb', 'side'])
  put('content/b', 'b')
  commit('2026-02-01')
  git(['checkout', '-q', 'main'])
  put('content/c', 'c')
  commit('2026-02-02')
  git(['merge', '-q', '--no-commit', 'side'], '2026-03-01')
  put('content/d', 'd')
  commit('2026-03-01')
  const history = historyOf(join(folder, 'content'), TODAY)
  expect(['b', 'c', 'd'].map((file) => history?.addedOn(file))).toEqual(['2026-02-02', '2026-02-03', '2026-03-02'])
})

it('is what the check goes by', { timeout: 30_000 }, () => {
  git(['init', '-q'])
  put('README', 'a')
  commit('2026-01-01')
  const { 'stories/li-jie/index.mdx': story, ...others } = SAMPLE
  for (const [file, text] of Object.entries(others)) put(`content/${file}`, text)
  put(
    'content/stories/li-jie/index.mdx',
    (story as string).replace(/<Photo.*\n/, '').replace('2026-11-22T', '2026-03-22T'),
  )
  commit('2026-11-20')
  const { status, stdout } = spawnSync(process.execPath, ['scripts/check.ts', '--json'], {
    encoding: 'utf8',
    env: { ...process.env, CONTENT_DIR: join(folder, 'content'), PUBLISH_NOW: '2026-11-28T09:00+08:00' },
  })
  expect(JSON.parse(stdout)).toMatchObject([{ rule: 'backdated', line: 5 }])
  expect(status).toBe(1)
})

it('says nothing without a history, or with a part of one', () => {
  put('content/stories/first/index.mdx', 'a')
  expect(historyOf(join(folder, 'content'), TODAY)).toBeUndefined()
  git(['init', '-q'])
  commit('2026-01-01')
  put('content/stories/second/index.mdx', 'b')
  commit('2026-02-01')
  const shallow = join(folder, 'shallow')
  execFileSync('git', ['clone', '-q', '--depth', '1', `file://${folder}`, shallow], { stdio: 'pipe' })
  expect(historyOf(join(shallow, 'content'), TODAY)).toBeUndefined()
  // A folder that is not kept, inside one that is.
  put('elsewhere/stories/first/index.mdx', 'a')
  expect(historyOf(join(folder, 'elsewhere'), TODAY)).toBeUndefined()
})
