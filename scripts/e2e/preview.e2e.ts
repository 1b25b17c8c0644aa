import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formatProblem } from '../../src/manuscript/problem.ts'
import { launchBrowser } from '../lib/browser.ts'
import { type DevServer, startDev } from '../lib/dev-server.ts'
import { manyStories, STORY } from '../lib/many-stories.ts'

/** Manuscripts in the content that is previewed. How long a change takes is measured by `npm run bench -- preview`. */
const ENTRIES = 1000
const PORT = 4399
const origin = `http://localhost:${PORT}`
const address = `${origin}/stories/${STORY.id}/`

let content: string
let server: DevServer
let browser: Browser
let page: Page
let original: string

beforeAll(async () => {
  ;({ root: content, text: original } = manyStories(ENTRIES))
  server = await startDev(content, PORT)
  browser = await launchBrowser()
  page = await browser.newPage({ viewport: { width: 360, height: 780 } })
  await page.goto(address, { waitUntil: 'load', timeout: 60_000 })
}, 120_000)

afterAll(async () => {
  await browser?.close()
  server?.stop()
  rmSync(content, { recursive: true, force: true })
})

/** Writes the story and waits until the open page shows `words` by itself. @returns seconds, for whoever reads the log */
async function save(text: string, words: string): Promise<string> {
  const started = performance.now()
  writeFileSync(join(content, STORY.file), text)
  await page.waitForFunction((expected) => document.body?.textContent?.includes(expected), words, {
    timeout: 60_000,
    polling: 50,
  })
  return `${((performance.now() - started) / 1000).toFixed(2)} s`
}

/** How many files were parsed, for each time the content was read. */
const parsed = () => [...server.output().matchAll(/, (\d+) files parsed,/g)].map(([, count]) => Number(count))

describe(`the preview of ${ENTRIES} entries`, () => {
  it('shows a change without being asked, and parses one file for it', async () => {
    const before = parsed()
    // Every manuscript, and the tables beside them.
    expect(before[0]).toBeGreaterThanOrEqual(ENTRIES)
    const times: string[] = []
    for (const words of ['第一次改过的字', '第二次改过的字', '第三次改过的字']) {
      times.push(await save(`${original}\n${words}\n`, words))
    }
    console.log(`a change is visible after ${times.join(', ')}`)
    expect(parsed().slice(before.length)).toEqual([1, 1, 1])
  })

  it.each([
    ['front matter', (text: string) => text.replace('title:', 'titel:'), '没有「titel」这一栏'],
    ['body', (text: string) => `${text}\n{process.exit(0)}\n`, '正文里有花括号'],
  ])('shows a mistake in the %s as check reports it, and nothing stale', async (part, edit, words) => {
    console.log(`a mistake is visible after ${await save(edit(original), words)}`)
    const shown = await page.locator('[data-preview=error]').textContent()
    const { validate } = await import('../../src/catalogue/validate.ts')
    const { readContent } = await import('../../src/catalogue/read.ts')
    const expected = validate(await readContent(content)).problems.filter(({ level }) => level === 'error')
    expect(expected.length).toBeGreaterThan(0)
    for (const problem of expected) expect(shown).toContain(formatProblem(problem))
    expect(await page.locator('h1').textContent()).toContain('错误')
    expect(await page.evaluate(() => document.body.textContent?.includes('一个瑞典人'))).toBe(false)
    expect((await fetch(`${origin}/brands/`)).status).toBe(500)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    await save(`${original}\n又对了：${part}\n`, `又对了：${part}`)
  })

  it('shows drafts, and says that they are', async () => {
    await save(original, STORY.name)
    // A copy: the address of the real one is published, and may not be taken back.
    const draft = original.replace(STORY.name, '还没有写完的').replace('---\n', '---\ndraft: true\n')
    writeFileSync(join(content, 'stories/copy-0/index.mdx'), draft)
    // Asked for without the browser: its page would load itself again meanwhile.
    const html = async (path: string) => (await fetch(origin + path)).text()
    await expect.poll(() => html('/stories/copy-0/'), { timeout: 60_000 }).toContain('还没有写完的')
    expect(await html('/stories/copy-0/')).toContain('这一页还没有发布')
    expect(await html('/brands/fumian-caifeng/')).not.toContain('data-preview')
  })
})
