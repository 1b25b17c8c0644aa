import { mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { get } from 'node:https'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isDebian } from '../lib/debian.ts'
import { HSTS, headersFor, typeOf } from '../lib/headers.ts'
import {
  type Answer,
  ask,
  ensureServer,
  type RealServer,
  readLog,
  startServer,
  writeRelease,
} from '../lib/real-servers.ts'
import { caddyConfig, nginxConfig } from '../lib/server-config.ts'
import { pathOfFile } from '../lib/site.ts'

/**
 * The configurations of scripts/deploy/, over HTTP, on the servers that they are for: Debian's nginx and Caddy, on
 * a folder laid out like a release.
 */
const page = (words: string) =>
  `<!doctype html><html lang="zh-CN"><title>${words}</title>${`<p>${words}</p>`.repeat(200)}`
const NOT_FOUND = page('没有这个地址')
const VIDEO = Buffer.alloc(100_000, 'film')
const FILES: Record<string, string | Buffer> = {
  'index.html': page('首页'),
  '404.html': NOT_FOUND,
  'brands/index.html': page('品牌'),
  'brands/fumian-caifeng/index.html': page('福绵裁缝'),
  'embed/brands/fumian-caifeng/index.html': page('卡片'),
  'admin/index.html': page('写稿'),
  '_astro/page.ab12.js': 'export {}'.repeat(100),
  'fonts/009db5235005.woff2': Buffer.alloc(500, 1),
  'pagefind/pagefind.js': 'export {}'.repeat(100),
  'pagefind/index/zh_01.pf_index': Buffer.alloc(300, 2),
  'find/catalogue.json': '{"a":1}'.repeat(100),
  'feeds/all.xml': '<feed/>'.repeat(100),
  'feeds/all.json': '{"items":[]}'.repeat(50),
  'calendar/all.ics': 'BEGIN:VCALENDAR\r\n'.repeat(50),
  'open/brands.csv': '\ufeff名,数\r\n'.repeat(50),
  'open/brands.ndjson': '{"a":1}\n'.repeat(100),
  'tiles/fumian-caifeng.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>'.repeat(20),
  'tiles/fumian-caifeng.jpg': Buffer.alloc(500, 3),
  'photos/ab-480.avif': Buffer.alloc(500, 4),
  'press/fumian-caifeng.zip': VIDEO,
  'robots.txt': 'User-agent: *\n'.repeat(20),
  'sitemap.xml': '<urlset/>'.repeat(100),
  'site.webmanifest': '{"name":"x"}'.repeat(20),
  'empty/file.txt': 'x',
}
const PLAYERS = ['player.example']
const folders: string[] = []

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

const DECODERS = { br: brotliDecompressSync, gzip: gunzipSync, zstd: zstdDecompressSync } as const

describe.each([
  ['nginx', '/'],
  ['nginx', '/topic/jiangren/'],
  ['caddy', '/'],
  ['caddy', '/topic/jiangren/'],
] as const)('%s at %s', (name, base) => {
  const usable = ensureServer(name)
  if (!usable && isDebian()) throw new Error(`${name} could not be installed from Debian`)
  if (!usable) console.warn(`NOT TESTED: ${name} is not here and there is no apt-get to install it.`)

  describe.skipIf(!usable)('serves', () => {
    const releases = mkdtempSync(join(tmpdir(), 'yifang-serving-'))
    folders.push(releases)
    let server: RealServer
    const at = (path: string) => base.slice(0, -1) + path
    const fetchFrom = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
      ask(server.port, at(path), { headers, method })

    beforeAll(async () => {
      const brand = at('/brands/fumian-caifeng/')
      writeRelease(releases, FILES, {
        redirects: { [at('/brands/was-caifeng/')]: brand, [at('/brands/was-part/')]: `${brand}#%E7%A0%96` },
      })
      server = await startServer(name, { releases, base, players: PLAYERS, secure: name === 'nginx' })
    })
    afterAll(() => server?.stop())

    it('every file with its type and the headers of the one list', async () => {
      for (const [file, content] of Object.entries(FILES)) {
        const path = pathOfFile(file)
        const { status, headers, body } = await fetchFrom(path)
        expect(status, path).toBe(200)
        expect(body.equals(Buffer.from(content)), path).toBe(true)
        expect(headers, path).toMatchObject({
          'content-type': typeOf(file),
          ...headersFor(path, { players: PLAYERS }),
        })
        if (!/^\/(?:open|feeds|calendar)\//.test(path)) expect(headers['access-control-allow-origin']).toBeUndefined()
        expect(headers['strict-transport-security']).toBeUndefined()
        expect(headers['set-cookie']).toBeUndefined()
      }
    })

    it('the precompressed copy that the browser likes best, and says that it depends', async () => {
      const path = '/brands/fumian-caifeng/'
      const encodings = name === 'caddy' ? (['br', 'gzip', 'zstd'] as const) : (['br', 'gzip'] as const)
      for (const encoding of encodings) {
        const { headers, body } = await fetchFrom(path, { 'accept-encoding': encoding })
        expect(headers['content-encoding']).toBe(encoding)
        expect(headers['content-type']).toBe('text/html; charset=utf-8')
        expect(headers.vary?.toLowerCase()).toContain('accept-encoding')
        expect(DECODERS[encoding](body).toString()).toBe(FILES['brands/fumian-caifeng/index.html'])
      }
      const browser = await fetchFrom(path, { 'accept-encoding': 'gzip, deflate, br, zstd' })
      expect(browser.headers['content-encoding']).toBe(name === 'caddy' ? 'zstd' : 'br')
      const plain = await fetchFrom(path)
      expect(plain.headers['content-encoding']).toBeUndefined()
      expect(plain.headers.vary?.toLowerCase()).toContain('accept-encoding')
      const feed = await fetchFrom('/feeds/all.xml', { 'accept-encoding': 'gzip' })
      expect(feed.headers).toMatchObject({ 'content-encoding': 'gzip', 'content-type': typeOf('feeds/all.xml') })
    })

    it('nothing a second time that has not changed', async () => {
      for (const headers of [{}, { 'accept-encoding': 'br' }] as Array<Record<string, string>>) {
        const first = await fetchFrom('/brands/', headers)
        expect(first.headers.etag).toBeTruthy()
        const again = await fetchFrom('/brands/', { ...headers, 'if-none-match': first.headers.etag ?? '' })
        expect([again.status, again.body.length]).toEqual([304, 0])
      }
    })

    it('parts of large files', async () => {
      const part = await fetchFrom('/press/fumian-caifeng.zip', { range: 'bytes=10-19' })
      expect([part.status, part.body.toString()]).toEqual([206, VIDEO.subarray(10, 20).toString()])
      expect(part.headers['content-range']).toBe('bytes 10-19/100000')
      expect((await fetchFrom('/press/fumian-caifeng.zip', { range: 'bytes=200000-' })).status).toBe(416)
    })

    it('a page of its own, with status 404, for what is not there', async () => {
      for (const path of [
        '/no/',
        '/brands/no/',
        '/_astro/old.cd34.js',
        '/calendar/no.ics',
        '/empty/',
        '/feeds/no.xml',
      ]) {
        const { status, headers, body } = await fetchFrom(path)
        expect([path, status, body.toString()]).toEqual([path, 404, NOT_FOUND])
        expect(headers, path).toMatchObject({
          'content-type': 'text/html; charset=utf-8',
          'cache-control': 'no-cache',
          'x-content-type-options': 'nosniff',
        })
      }
      const compressed = await fetchFrom('/no/', { 'accept-encoding': 'gzip' })
      expect([compressed.status, gunzipSync(compressed.body).toString()]).toEqual([404, NOT_FOUND])
    })

    it('nothing outside its folder', async () => {
      for (const path of ['/../redirects.nginx.map', '/..%2fredirects.nginx.map', '/%2e%2e/redirects.nginx.map']) {
        const { status, body } = await fetchFrom(path)
        expect([400, 404], path).toContain(status)
        expect(body.toString()).not.toContain('was-caifeng')
      }
    })

    it('the address with its slash, and moved pages at their new address', async () => {
      const location = ({ status, headers }: Answer) => {
        expect([301, 308]).toContain(status)
        return new URL(headers.location ?? '', `http://site${base}`).pathname
      }
      expect(location(await fetchFrom('/brands'))).toBe(at('/brands/'))
      expect(location(await fetchFrom('/brands/fumian-caifeng'))).toBe(at('/brands/fumian-caifeng/'))
      expect(location(await fetchFrom('/brands/was-caifeng/'))).toBe(at('/brands/fumian-caifeng/'))
      // What was asked for does not become part of the anchor.
      const part = await fetchFrom('/brands/was-part/?from=timeline')
      expect(new URL(part.headers.location ?? '', 'http://site').hash).toBe('#%E7%A0%96')
      if (base !== '/') expect(location(await ask(server.port, base.slice(0, -1)))).toBe(base)
      const { headers } = await fetchFrom('/brands')
      expect(headers.location).not.toMatch(/127\.0\.0\.1|localhost/)
    })

    it('over IPv6 as well, and only to be read', async () => {
      expect((await ask(server.port, at('/'), { host: '::1' })).status).toBe(200)
      expect((await fetchFrom('/', {}, 'HEAD')).body.length).toBe(0)
      expect((await fetchFrom('/', {}, 'POST')).status).toBe(405)
    })

    it('a new release from the moment that the link points at it, and no error on the way', async () => {
      const next = (number: number) => `00000${(number % 2) + 1}`
      writeRelease(releases, { ...FILES, 'index.html': page('第二版') }, { name: '000002' })
      const seen = new Set<string>()
      for (let number = 0; number < 20; number++) {
        symlinkSync(`releases/${next(number)}`, join(releases, '.next'))
        renameSync(join(releases, '.next'), join(releases, 'current'))
        const answers = await Promise.all([1, 2, 3].map(() => fetchFrom('/')))
        for (const { status, body } of answers) {
          expect(status).toBe(200)
          expect(body.toString()).toBe(next(number) === '000002' ? page('第二版') : FILES['index.html'])
          seen.add(body.toString())
        }
      }
      expect(seen.size).toBe(2)
    })

    it('and writes down neither who asked nor what for', async () => {
      await fetchFrom('/find/catalogue.json?q=yuesao', {
        'user-agent': 'Telltale/1.0',
        referer: 'https://telltale.example/',
      })
      await fetchFrom('/open/no.csv?q=yuesao', { referer: 'https://telltale.example/' })
      await ask(server.port, at('/brands/'), { host: '::1' })
      await expect.poll(() => readLog(server)).toMatch(/catalogue\.json/)
      expect(readLog(server)).toContain('127.0.0.0')
      expect(readLog(server)).not.toMatch(/127\.0\.0\.1|::1\b|yuesao|[Tt]elltale/)
      // What is missing is no error: nginx would write it down with the whole address and all that was asked for.
      if (name === 'nginx') expect(readFileSync(join(dirname(server.log), 'yifang-errors.log'), 'utf8')).toBe('')
    })

    it.runIf(name === 'nginx')('tells browsers to stay with https, where the host is its own', async () => {
      const headers = await new Promise<Record<string, unknown>>((done, fail) => {
        const from = { host: '127.0.0.1', port: server.securePort, path: base, rejectUnauthorized: false }
        get(from, (response) => {
          response.resume()
          done(response.headers)
        }).on('error', fail)
      })
      expect(headers['strict-transport-security']).toBe(base === '/' ? HSTS : undefined)
    })
  })
})

describe('the files in scripts/deploy/', () => {
  it('are what their generator writes', () => {
    const options = { releases: '/srv/yifang' }
    expect(readFileSync('scripts/deploy/nginx.conf', 'utf8')).toBe(nginxConfig(options))
    expect(readFileSync('scripts/deploy/Caddyfile', 'utf8')).toBe(caddyConfig(options))
  })
})
