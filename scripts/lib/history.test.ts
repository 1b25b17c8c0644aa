import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { historyOf } from './history.ts'

const TODAY = '2026-11-28'
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yifang-history-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

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
})
