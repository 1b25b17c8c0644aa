import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import S3rver from '@20minutes/s3rver'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ask, writeRelease } from '../lib/real-servers.ts'
import { withoutVitest } from '../lib/run.ts'

/**
 * The command that brings a release into an object store, against a store that speaks S3 and checks signatures. A
 * relay in between writes down the order and can fail one file.
 */
const FILES = {
  'index.html': '<!doctype html><title>首页</title>'.repeat(30),
  'brands/fumian-caifeng/index.html': '<!doctype html><title>福绵裁缝</title>'.repeat(30),
  '404.html': '<!doctype html><title>没有</title>',
  '_astro/page.ab12.js': 'export {}'.repeat(100),
  'tiles/fumian-caifeng.jpg': Buffer.alloc(300, 7),
  'find/catalogue.json': '{"a":1}'.repeat(100),
  'find/23rih1qgri/cards/0.json': '{"a":1}'.repeat(100),
  'calendar/all.ics': 'BEGIN:VCALENDAR\r\n'.repeat(20),
  'sw.js': 'const RELEASE = 1',
}
const folder = mkdtempSync(join(tmpdir(), 'yifang-upload-'))
const site = join(folder, 'current/site')
const store = new S3rver({
  address: '127.0.0.1',
  port: 0,
  silent: true,
  directory: join(folder, 'store'),
  configureBuckets: [{ name: 'site', configs: [] }],
})
let relay: Server
let storePort: number
let asked: string[] = []
let refused: string | undefined

beforeAll(async () => {
  writeRelease(folder, FILES)
  storePort = (await store.run()).port
  relay = createServer((from, to) => {
    const path = from.url ?? ''
    asked.push(`${from.method} ${path.replace(/\?.*/, '')}`)
    if (refused && from.method === 'PUT' && path.endsWith(refused)) {
      to.writeHead(403).end('<Error>no</Error>')
      return
    }
    const { method, headers } = from
    const options = { host: '127.0.0.1', port: storePort, path, headers, ...(method ? { method } : {}) }
    from.pipe(
      request(options, (answer) => {
        to.writeHead(answer.statusCode ?? 500, answer.headers)
        answer.pipe(to)
      }),
    )
  })
  await new Promise<void>((listening) => relay.listen(0, '127.0.0.1', listening))
})

afterAll(async () => {
  relay?.close()
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

function upload(...more: string[]): Promise<{ status: number | null; output: string; asked: string[] }> {
  asked = []
  const endpoint = `http://127.0.0.1:${(relay.address() as AddressInfo).port}`
  const args = [
    'scripts/upload.ts',
    '--site',
    site,
    '--endpoint',
    endpoint,
    '--bucket',
    'site',
    '--prefix',
    'topic/',
    ...more,
  ]
  const keys = { S3_ACCESS_KEY_ID: 'S3RVER', S3_SECRET_ACCESS_KEY: process.env.TEST_SECRET ?? 'S3RVER' }
  return new Promise((done) => {
    const child = spawn(process.execPath, args, { env: { ...withoutVitest(process.env), ...keys } })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data))
    child.on('close', (status) => done({ status, output, asked }))
  })
}

const puts = (list: readonly string[]) => list.flatMap((line) => /^PUT \/site\/topic\/(.*)/.exec(line)?.[1] ?? [])
const stored = (path: string) => ask(storePort, `/site/topic/${path}`)

it('only says what it would do until it is told to', async () => {
  const { status, output, asked } = await upload()
  expect([status, puts(asked)]).toEqual([0, []])
  expect(output).toMatch(/上传 9 个，没有变的 0 个（只是预演，加 --send 才动手）/)
  expect((await stored('index.html')).status).toBe(404)
})

it('sends pages after what they need, and what points at pages last; none when something that they need is not taken', async () => {
  refused = 'cards/0.json'
  const broken = await upload('--send')
  refused = undefined
  expect(broken.status).toBe(1)
  expect(broken.output).toMatch(
    /没有传完，公众看到的页面仍是完整的。原因：PUT topic\/find\/23rih1qgri\/cards\/0\.json: 403/,
  )
  expect(puts(broken.asked).filter((path) => /\.html$|catalogue|sw\.js/.test(path))).toEqual([])
  const { status, output, asked } = await upload('--send')
  expect([status, output.match(/上传.*/)?.[0]]).toEqual([0, expect.stringMatching(/^上传 \d 个，没有变的 [1-4] 个。$/)])
  const order = puts(asked)
  const firstPage = order.findIndex((path) => path.endsWith('.html'))
  expect(firstPage).toBeGreaterThan(0)
  const others = order.slice(firstPage).filter((path) => !path.endsWith('.html'))
  expect(others.sort()).toEqual(['find/catalogue.json', 'sw.js'])
  expect(order.slice(-2).sort()).toEqual(others)
})

it('stores types, caching and one compressed form', async () => {
  const page = await stored('brands/fumian-caifeng/index.html')
  expect(page.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
    'content-encoding': 'gzip',
  })
  expect(gunzipSync(page.body).toString()).toBe(FILES['brands/fumian-caifeng/index.html'])
  expect((await stored('_astro/page.ab12.js')).headers['cache-control']).toMatch(/immutable/)
  const picture = await stored('tiles/fumian-caifeng.jpg')
  expect([picture.headers['content-type'], picture.headers['content-encoding']]).toEqual(['image/jpeg', undefined])
  expect((await stored('calendar/all.ics')).headers['content-type']).toBe('text/calendar; charset=utf-8')
  expect((await stored('index.html.br')).status).toBe(404)
})

it('sends the second time only what has changed, removes nothing by itself, and prunes in a run of its own', async () => {
  const again = await upload('--send')
  expect(again.output).toMatch(/上传 0 个，没有变的 9 个/)
  const { 'tiles/fumian-caifeng.jpg': _, ...others } = FILES
  const next = { ...others, '404.html': '<!doctype html><title>没有这一页</title>' }
  writeRelease(folder, next, { name: '000002' })
  const early = await upload('--prune')
  expect(early.output).toMatch(/- topic\/tiles\/fumian-caifeng\.jpg\n清掉不再用的 1 个文件（只是预演/)
  const changed = await upload('--send')
  expect(puts(changed.asked)).toEqual(['404.html'])
  expect((await stored('tiles/fumian-caifeng.jpg')).status).toBe(200)
  expect((await upload('--prune', '--send')).status).toBe(0)
  expect((await stored('tiles/fumian-caifeng.jpg')).status).toBe(404)
  expect((await stored('index.html')).status).toBe(200)
})

it('takes nothing but a whole release, as it passed the gate', async () => {
  writeRelease(folder, { 'index.html': '<title>首页</title>' }, { name: '000003' })
  const refused = async (change: () => void, words: RegExp, ...more: string[]) => {
    change()
    const { status, output, asked } = await upload('--send', ...more)
    expect(output).toMatch(words)
    expect([status, asked]).toEqual([1, []])
    expect(output).not.toMatch(/\n\s+at /)
  }
  await refused(() => undefined, /没有「.*nowhere」这个文件夹/, '--site', join(folder, 'nowhere'))
  await refused(() => undefined, /不是发布好的网站，没有过发布前的检查/, '--site', folder)
  await refused(() => writeFileSync(join(site, 'more.html'), 'x'), /「site\/more.html」和发布时的清单对不上/)
  await refused(() => rmSync(join(site, 'more.html')) ?? writeFileSync(join(site, 'index.html'), 'x'), /发布之后改过/)
  const map = '<urlset><url><loc>http://localhost:4321/</loc></url></urlset>'
  await refused(() => writeRelease(folder, { 'sitemap.xml': map }, { name: '000004' }), /localhost:4321，别人打不开/)
  writeRelease(folder, FILES, { name: '000005' })
})

it('fails plainly with a wrong key', async () => {
  process.env.TEST_SECRET = 'wrong'
  const { status, output } = await upload('--send')
  delete process.env.TEST_SECRET
  expect(status).toBe(1)
  expect(output).toMatch(/403.*SignatureDoesNotMatch/)
})
