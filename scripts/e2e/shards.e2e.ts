import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listFiles } from '../lib/site.ts'
import { useBrowser } from './browser.ts'

/** A small site of twenty pages, indexed five at a time: what happens to a large one above 2,000. */
const folder = mkdtempSync(join(tmpdir(), 'shards-'))
const dist = join(folder, 'dist')
const site = useBrowser(dist)

const CRAFTS = ['裁缝', '绣娘', '陶瓷工匠', '竹编师傅']
const nameOf = (at: number) => `第${at}号${CRAFTS[at % 4]}`

function writePage(at: number, sentence = `这一页说的是${CRAFTS[at % 4]}怎样学手艺。`): void {
  const path = join(dist, 'p', String(at))
  mkdirSync(path, { recursive: true })
  writeFileSync(
    join(path, 'index.html'),
    `<html lang="zh-CN"><body><main data-pagefind-body><span data-pagefind-meta="title">${nameOf(at)}</span>` +
      `<span data-pagefind-meta="kind" data-pagefind-filter="kind">${at % 2 ? '品牌' : '人物'}</span><h1>${nameOf(at)}</h1>` +
      `<p>${sentence}</p></main></body></html>`,
  )
}

/** Runs the build's step; answers how many shards it made anew. */
function index(): { shards: number; made: number } {
  const said = execFileSync(process.execPath, [resolve('scripts/steps/search-index.ts')], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, SEARCH_SHARD_PAGES: '5' },
  })
  const [, shards, made] = /in (\d+) shards?, (\d+) made anew/.exec(said) ?? []
  return { shards: Number(shards), made: Number(made) }
}

const fingerprint = (): string => {
  const hash = createHash('sha256')
  for (const file of listFiles(join(dist, 'pagefind')))
    hash.update(file).update(readFileSync(join(dist, 'pagefind', file)))
  return hash.digest('hex')
}

beforeAll(() => {
  for (let at = 0; at < 20; at++) writePage(at)
  expect(index()).toEqual({ shards: 4, made: 4 })
  for (const file of ['index.html', '404.html'])
    writeFileSync(join(dist, file), '<!doctype html><html lang="zh-CN"><title>x</title>')
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Found {
  urls: string[]
  kinds: Record<string, number>
}

/** Asks the engine in the browser, all shards together, as the search page does. */
const ask = (query: string) =>
  site.visit(async (page) => {
    await page.goto(`${site.origin}/`)
    // As text: the test runner rewrites imports in functions.
    return page.evaluate<Found>(`(async () => {
      const engine = await import('/pagefind/pagefind.js')
      for (const shard of engine.shards) await engine.mergeIndex('/pagefind/' + shard + '/', {})
      await engine.filters()
      const found = await engine.search(${JSON.stringify(query)})
      const pages = await Promise.all(found.results.map((result) => result.data()))
      return { urls: pages.map(({ url }) => url).sort(), kinds: found.totalFilters.kind }
    })()`)
  })

describe('the full text in shards', () => {
  it('is searched as one: phrases, and counts by kind', async () => {
    const urls = [1, 5, 9, 13, 17].map((at) => `/p/${at}/`).sort()
    expect(await ask(`"绣娘怎样学手艺"`)).toEqual({ urls, kinds: { 品牌: 5, 人物: 0 } })
    expect((await ask(`"第7号竹编师傅"`)).urls).toEqual(['/p/7/'])
  })

  it('is not made anew for nothing', () => {
    const before = fingerprint()
    expect(index()).toEqual({ shards: 4, made: 0 })
    expect(fingerprint()).toBe(before)
  })

  it('is made anew only where a page changed, and is then the same as made from nothing', async () => {
    writePage(3, '改过的一句，说到月亮。')
    expect(index()).toEqual({ shards: 4, made: 1 })
    expect((await ask(`"说到月亮"`)).urls).toEqual(['/p/3/'])
    const kept = fingerprint()
    rmSync(join(folder, '.cache'), { recursive: true })
    expect(index()).toEqual({ shards: 4, made: 4 })
    expect(fingerprint()).toBe(kept)
  })
})
