import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { sitemapIndex } from '../../src/feeds/sitemap.ts'
import { announce, partsOf, readSitemap, toAnnounce } from './baidu.ts'

let server: Server | undefined

afterEach(() => {
  server?.close()
  server = undefined
})

/** A search engine that answers `answer` and remembers what it was told. */
async function engine(answer: (call: number) => [status: number, body: string]) {
  const calls: Array<{ url: string; type: string | undefined; lines: string[] }> = []
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      calls.push({ url: request.url ?? '', type: request.headers['content-type'], lines: body.split('\n') })
      const [status, text] = answer(calls.length)
      response.writeHead(status).end(text)
    })
  })
  await new Promise<void>((done) => server?.listen(0, done))
  return { calls, address: `http://localhost:${(server.address() as AddressInfo).port}/urls` }
}

const many = Array.from({ length: 4500 }, (_, index) => ({ page: `https://site.example/${index}/`, changed: '' }))

async function run(pages: typeof many, address: string) {
  const answers = []
  for await (const answer of announce(pages, { address, token: 'secret' })) answers.push(answer)
  return answers
}

describe('announcing pages', () => {
  it('follows a map of maps, also below a path', () => {
    const index = sitemapIndex(['https://site.example/topic/sitemap-1.xml', 'https://site.example/topic/sitemap-2.xml'])
    expect(partsOf(index)).toEqual(['sitemap-1.xml', 'sitemap-2.xml'])
    expect(partsOf('<urlset><url><loc>https://site.example/a.xml</loc></url></urlset>')).toEqual([])
  })

  it('picks what is new or changed', () => {
    const map = readSitemap(
      '<url><loc>https://s.example/a/</loc><lastmod>2026-11-21</lastmod></url><url><loc>https://s.example/b/?x=1&amp;y=2</loc></url><url><loc>https://s.example/c/</loc></url>',
    )
    const sent = new Map([
      ['https://s.example/a/', '2026-11-20'],
      ['https://s.example/c/', ''],
    ])
    expect(toAnnounce(map, sent).map(({ page }) => page)).toEqual([
      'https://s.example/a/',
      'https://s.example/b/?x=1&y=2',
    ])
  })

  it('sends one address a line, at most 2000 a call', async () => {
    const { calls, address } = await engine((call) => [200, `{"remain":1,"success":${call === 3 ? 500 : 2000}}`])
    await run(many, address)
    expect(calls.map(({ lines }) => lines.length)).toEqual([2000, 2000, 500])
    expect(calls[0]).toMatchObject({ type: 'text/plain', url: '/urls?site=https%3A%2F%2Fsite.example&token=secret' })
  })

  it('stops at a refusal and never repeats the token', async () => {
    const { calls, address } = await engine((call) =>
      call === 2 ? [401, 'token secret is not valid'] : [200, '{"success":2000}'],
    )
    const answers = await run(many, address)
    expect(answers.map(({ isAccepted }) => isAccepted)).toEqual([true, false])
    expect(answers[1]?.words).toBe('token *** is not valid')
    expect(calls).toHaveLength(2)
  })

  it('crosses off only what was accepted', async () => {
    const [one, two, three] = many.slice(0, 3).map(({ page }) => page)
    const { address } = await engine(() => [
      200,
      JSON.stringify({ success: 1, not_same_site: [one], not_valid: [two] }),
    ])
    const [answer] = await run(many.slice(0, 3), address)
    expect(answer).toMatchObject({ isAccepted: true, pages: [{ page: three }], refused: [one, two] })
  })

  it.each(['{"remain":0,"success":0}', '{"success":7}', 'success', '{"error":401,"message":"token is not valid"}'])(
    'crosses off nothing where the answer is %s',
    async (text) => {
      const { address } = await engine(() => [200, text])
      expect(await run(many.slice(0, 3), address)).toMatchObject([{ isAccepted: false, pages: [] }])
    },
  )

  it('reports a network that is down', async () => {
    const [answer] = await run(many.slice(0, 1), 'http://localhost:1/urls')
    expect(answer?.isAccepted).toBe(false)
    expect(answer?.words).not.toContain('secret')
  })
})
