import { spawnSync } from 'node:child_process'
import { appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type DevServer, startDev } from '../lib/dev-server.ts'

/** The ten minutes of a writer, as a machine walks through them. */
let content: string
let server: DevServer | undefined

beforeAll(() => {
  content = mkdtempSync(join(tmpdir(), 'yifang-drill-'))
  cpSync(resolve('content'), content, { recursive: true })
})
afterAll(() => {
  server?.stop()
  rmSync(content, { recursive: true, force: true })
})

function run(script: string, options: string[] = []): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`scripts/${script}.ts`, ...options], {
    encoding: 'utf8',
    env: { ...process.env, CONTENT_DIR: content },
  })
  expect(status, stdout + stderr).toBe(0)
  return stdout
}

it('a story from nothing to its preview takes at most 30 seconds of machine time', async () => {
  const laps: string[] = []
  const started = performance.now()
  let last = started
  const lap = (name: string) => {
    const now = performance.now()
    laps.push(`${name} ${((now - last) / 1000).toFixed(1)} s`)
    last = now
  }
  const photo = [
    '--photo',
    'src/photos/fixtures/upright.heic',
    '--alt',
    '一张画出来的试验图片',
    '--credit',
    '本站',
    '--licence',
    '试验用',
  ]
  run('new', [
    '--kind',
    'story',
    '--title',
    '演练用的一篇',
    '--lead',
    '从起头到看样子，走一遍。',
    '--kind-of',
    'deed',
    '--brands',
    '福绵裁缝',
    ...photo,
  ])
  const folder = join(content, 'stories/yan-lian-yong-de-yi-pian')
  expect(existsSync(join(folder, 'upright.jpg'))).toBe(true)
  lap('new')

  cpSync('src/photos/fixtures/upright.heic', join(folder, 'IMG_2.HEIC'))
  const story = join(folder, 'index.mdx')
  appendFileSync(story, '\n<Photo src="./IMG_2.HEIC" alt="又一张画出来的试验图片" credit="本站" licence="试验用" />\n')
  expect(run('photos')).toContain('已处理好：img-2.jpg')
  expect(run('photos')).toContain('照片都合格')
  lap('photos, twice')

  const text = readFileSync(story, 'utf8')
  const claims =
    'claims:\n  - id: plants-moved\n    text: 24家本地水洗厂全部搬迁入园。\n    label: 入园水洗厂\n    value: 24\n    unit: 家\n    source: apd-20221128\n---\n'
  writeFileSync(
    story,
    `${text.replace(/---\n(?![\s\S]*---\n)/, claims)}\n有<Claim id="plants-moved" />水洗厂搬进了园区。\n`,
  )
  expect(run('check')).toContain('稿件没有问题')
  lap('check')

  server = await startDev(content, 4397)
  const response = await fetch(`${server.origin}/stories/yan-lian-yong-de-yi-pian/`)
  const page = await response.text()
  expect(response.status).toBe(200)
  expect(page).toContain('水洗厂搬进了园区')
  expect(page).toContain('这一页还没有发布')
  const picture = /src="(\/photos\/[^"]+\.jpg)"/.exec(page)?.[1]
  expect((await fetch(server.origin + picture)).headers.get('content-type')).toBe('image/jpeg')
  lap('preview')

  const total = (performance.now() - started) / 1000
  console.log(`drill: ${laps.join(', ')}; ${total.toFixed(1)} s in all`)
  expect(total).toBeLessThan(30)
})
