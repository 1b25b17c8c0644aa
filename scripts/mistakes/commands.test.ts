import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Problem } from '../../src/manuscript/problem.ts'
import { SAMPLE, type Tree, writeTree } from '../lib/sample-content.ts'
import { BRAND, edit, LATEST, STORY, sample } from './ground.ts'

describe('the commands', { timeout: 60_000 }, () => {
  const run = (script: string, root: string, ...flags: string[]) =>
    spawnSync(process.execPath, [`scripts/${script}.ts`, ...flags], {
      encoding: 'utf8',
      env: { ...process.env, CONTENT_DIR: root, PUBLISH_NOW: LATEST },
    })
  const trees: Array<{ remove(): void }> = []
  const write = (tree: Tree) => {
    const written = writeTree(tree)
    trees.push(written)
    return written.root
  }
  afterAll(() => {
    for (const { remove } of trees) remove()
  })

  it('check says everything, counts what can be repaired, exits 1', () => {
    const root = write(edit(STORY, ['title: ', 'title：'], ['她说得慢', '工龄<5年，电话13800138000']))
    const { status, stderr, stdout } = run('check', root)
    expect(status).toBe(1)
    expect(stdout).toBe('')
    expect(stderr).toContain('content/stories/li-jie/index.mdx:2:6 错误 「title」后面用了中文冒号')
    expect(stderr).toContain('怎么改：')
    expect(stderr).toContain('共 3 处错误。其中 2 处运行 npm run fix 能自动改好。')
    expect(stderr).not.toContain('13800138000')
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  it('check --json prints the agreed fields and nothing else', () => {
    const root = write(edit(STORY, ['title: ', 'titel: '], ['kind: person', 'kind: persons']))
    const { status, stdout } = run('check', root, '--json')
    expect(status).toBe(1)
    const problems = JSON.parse(stdout)
    expect(problems.map((problem: Problem) => Object.keys(problem))).toEqual(
      Array(2).fill(['file', 'line', 'column', 'rule', 'level', 'message', 'fix']),
    )
  })

  it.each([
    ['', /「核实于」（checkedOn）写的是 2062-11-21，这一天还没有到/],
    [LATEST, /这一天还没有到/],
    ['明天', /PUBLISH_NOW 写成了「明天」/],
  ])('check goes by the clock, or by PUBLISH_NOW: %j', (now, said) => {
    const root = write(edit(BRAND, ['checkedOn: 2026-11-21', 'checkedOn: 2062-11-21']))
    const env = { ...process.env, CONTENT_DIR: root, PUBLISH_NOW: now }
    const { status, stderr } = spawnSync(process.execPath, ['scripts/check.ts'], { encoding: 'utf8', env })
    expect(status).toBe(1)
    expect(stderr).toMatch(said)
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  it('advice alone exits 0', () => {
    expect(run('check', write({ ...sample(), [STORY]: `\ufeff${SAMPLE[STORY]}` })).status).toBe(0)
  })

  it('fix writes the repaired file, says so in Chinese, and then has nothing to do', () => {
    const root = write(edit(STORY, ['title: ', 'title：'], ['她说得慢', '工龄<5年,她说得慢']))
    mkdirSync(join(root, 'stories/unread'))
    writeFileSync(join(root, 'stories/unread/index.mdx'), new Uint8Array([0xff, 0x80, 0x81, 0xe4, 0xb8]))
    const first = run('fix', root)
    expect(first.status).toBe(0)
    expect(first.stdout).toContain('content/stories/li-jie/index.mdx')
    expect(first.stdout).toContain('改好了 1 个文件')
    expect(readFileSync(join(root, STORY), 'utf8')).toContain('工龄＜5年，她说得慢')
    expect(readFileSync(join(root, 'stories/unread/index.mdx'))).toEqual(Buffer.from([0xff, 0x80, 0x81, 0xe4, 0xb8]))
    expect(run('fix', root).stdout.trim()).toBe('没有能自动改的地方。')
  })
})
