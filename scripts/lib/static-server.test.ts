import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type StaticServer, serveStatic } from './static-server.ts'

let folder: string
let server: StaticServer

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yifang-serve-'))
  mkdirSync(join(folder, 'site/brands'), { recursive: true })
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  writeFileSync(join(folder, 'site/index.html'), 'home')
  writeFileSync(join(folder, 'site/404.html'), 'none')
  writeFileSync(join(folder, 'site/brands/index.html'), 'brands')
  server = await serveStatic(join(folder, 'site'))
})

afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

/** Asks for exactly this path, which `fetch` would tidy up first. */
const get = (path: string): Promise<{ status: number | undefined; location: string | undefined; body: string }> =>
  new Promise((done, fail) => {
    const { port } = new URL(server.origin)
    request({ port, path }, (answer) => {
      let body = ''
      answer.on('data', (part) => (body += part))
      answer.on('end', () => done({ status: answer.statusCode, location: answer.headers.location, body }))
    })
      .on('error', fail)
      .end()
  })

it('leads to a folder with its slash, and keeps what was asked', async () => {
  expect(await get('/brands?x=1')).toMatchObject({ status: 301, location: '/brands/?x=1' })
})

it.each([
  ['//', 200, undefined],
  ['//?a', 200, undefined],
  // `//brands/` would send the browser to a host of that name.
  ['//brands', 301, '/brands/'],
  ['///brands', 301, '/brands/'],
  ['/../secret.txt', 404, undefined],
  ['/%2e%2e/secret.txt', 404, undefined],
  ['/..%2fsecret.txt', 404, undefined],
  ['/%', 404, undefined],
  ['/%00', 404, undefined],
  ['/?%', 200, undefined],
])('answers %s and goes on serving', async (path, status, location) => {
  const answer = await get(path)
  expect(answer).toMatchObject({ status, location })
  expect(answer.body).not.toContain('secret')
  expect((await get('/')).body).toBe('home')
})
