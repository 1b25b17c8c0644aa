import { parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import { hashSource, pagePolicy, policyFaults, withPolicy } from './csp.ts'
import { headersFor, valueFor } from './headers.ts'
import { type BuiltPage, elementsOf } from './site.ts'

const page = (head: string, body = ''): string =>
  `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`

const built = (html: string): BuiltPage => ({ path: '/p/', html, elements: elementsOf(parse(html)), text: '' })

describe('the policy of a page', () => {
  it('names what is in it and nothing else', () => {
    const html = page(
      '<style>a{}</style>',
      '<script type="module">b()</script><script type="application/ld+json">{}</script>',
    )
    const policy = pagePolicy(html, ['player.example'])
    expect(policy).toContain(`style-src ${hashSource('a{}')};`)
    expect(policy).toContain(`script-src 'self' ${hashSource('b()')};`)
    expect(policy).not.toMatch(/unsafe|player/)
    expect(hashSource('b()')).toBe("'sha256-cf242PFc/kb7xD0Qzhsmd9vvRkc+cWFmbi+k+YvtdKc='")
  })

  it('is none for scripts where there are none', () => {
    expect(pagePolicy(page(''), [])).toContain("script-src 'none';style-src 'none'")
  })

  it('covers rules for loading pages ahead, which browsers act upon', () => {
    const rules = '{"prefetch":[]}'
    expect(pagePolicy(page(`<script type="speculationrules">${rules}</script>`), [])).toContain(hashSource(rules))
  })

  it('allows WebAssembly with the finder and a film host with its film', () => {
    expect(pagePolicy(page('', '<form data-find data-x="1"></form>'), [])).toContain("'wasm-unsafe-eval'")
    expect(pagePolicy(page('', '<div data-find-start></div>'), [])).not.toContain('wasm')
    const film = pagePolicy(page('', '<button data-player="https://player.example/1">'), ['player.example'])
    expect(film).toContain('frame-src https://player.example;')
  })

  it('is put in once, before everything that it governs', () => {
    const once = withPolicy(page('<style>a{}</style>'), [])
    expect(withPolicy(once, [])).toBe(once)
    expect(policyFaults([built(once)])).toEqual([])
    expect(() => withPolicy('<html></html>', [])).toThrow(/charset/)
  })
})

describe('a page is faulty', () => {
  const good = withPolicy(page('<style>a{}</style>', '<script>b()</script>'), [])
  it.each([
    ['with changed script', good.replace('b()', 'c()'), /<script> not in the policy/],
    ['with changed styles', good.replace('a{}', 'b{}'), /<style> not in the policy/],
    ['without a policy', page(''), /0 policies/],
    ['with inline styles', good.replace('<body>', '<body style="color:red">'), /<body style>/],
    ['with handlers', good.replace('<body>', '<body onload="x()">'), /<body onload>/],
    ['with script addresses', good.replace('<body>', '<body><a href="javascript:x()">x</a>'), /javascript:/],
    ['with a loose policy', good.replace('script-src', "script-src 'unsafe-inline'"), /unsafe-/],
    ['open to all hosts', good.replace('script-src', 'script-src https:'), /whole schemes/],
    ['with the policy too late', good.replace(/(<meta http[^>]*>)(.*?<\/style>)/, '$2$1'), /comes after/],
  ])('%s', (_, html, expected) => {
    expect(policyFaults([built(html)]).join('\n')).toMatch(expected)
  })
})

describe('headers', () => {
  const csp = (path: string) => headersFor(path, { players: ['player.example'] })['content-security-policy'] ?? ''

  it('never name scripts or styles, which pages name themselves, and stay small', () => {
    for (const path of ['/', '/find/', '/embed/brands/a/', '/admin/']) {
      expect(csp(path)).not.toMatch(/script-src|style-src|default-src|unsafe/)
      expect(Object.entries(headersFor(path)).join('\n').length).toBeLessThan(1500)
    }
  })

  it('let other sites frame cards only', () => {
    expect(csp('/embed/brands/a/index.html')).toContain('frame-ancestors *')
    expect(csp('/brands/a/')).toContain("frame-ancestors 'self'")
    expect(csp('/admin/')).toContain("frame-ancestors 'none'")
    expect(csp('/brands/a/')).toContain("frame-src 'self' https://player.example")
  })

  it('keep for ever what never changes, and ask for the rest', () => {
    const caching = (path: string) => headersFor(path)['cache-control'] ?? ''
    for (const path of [
      '/_astro/page.x1.js',
      '/fonts/009db5235005.woff2',
      '/pagefind/index/zh_1.pf_index',
      '/pagefind/2/fragment/zh_1.pf_fragment',
    ])
      expect(caching(path)).toContain('immutable')
    for (const path of ['/', '/brands/a/', '/find/catalogue.json', '/pagefind/pagefind.js', '/sw.js'])
      expect(caching(path)).toBe('no-cache')
    expect(caching('/tiles/a.svg')).toBe('public, max-age=3600')
    expect(valueFor([], '/')).toBe('')
  })

  it('fit the policies of pages: what a page may do, its header does not forbid', () => {
    const html = page('', '<form data-find data-a="1"></form><button data-player="https://player.example/1"></button>')
    const own = new Map(
      pagePolicy(html, ['player.example'])
        .split(';')
        .map((part) => part.split(/\s(.*)/) as [string, string]),
    )
    const header = new Map(
      csp('/find/')
        .split('; ')
        .map((part) => part.split(/\s(.*)/) as [string, string]),
    )
    for (const [name, sources] of header) {
      const wanted = (own.get(name) ?? own.get('default-src') ?? '').split(' ').filter((word) => word !== "'none'")
      if (name !== 'frame-ancestors') expect(sources.split(' '), name).toEqual(expect.arrayContaining(wanted))
    }
  })

  it('open data is for other sites’ scripts as well', () => {
    expect(headersFor('/open/catalogue.json')['access-control-allow-origin']).toBe('*')
    expect(headersFor('/brands/a/')['access-control-allow-origin']).toBeUndefined()
  })
})
