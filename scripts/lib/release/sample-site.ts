import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { PASSING_PAGES } from '../../../src/catalogue/addresses.ts'
import { withBase } from '../../../src/urls/base.ts'
import { withPolicy } from '../csp.ts'
import { SAMPLE, type Tree } from '../sample-content.ts'
import { answeredBy, type PublicContent } from './content.ts'

/** A small content for tests of publishing: one brand that was renamed once, and the tables it needs. */
export const SMALL_CONTENT: Tree = {
  'sources.yaml': SAMPLE['sources.yaml'] as string,
  'trades.yaml': SAMPLE['trades.yaml'] as string,
  'regions.yaml': SAMPLE['regions.yaml'] as string,
  'brands/lintong-jianzhu/index.mdx': (SAMPLE['brands/lintong-jianzhu/index.mdx'] as string).replace(
    '---\n',
    '---\nformerIds: [lintong]\n',
  ),
}

/**
 * Writes what a build of the content would leave, as small as the gate allows: every page with one link, and one of
 * every file it asks for. Tests publish it a hundred times in the time of one real build.
 * @param words stand on every page, so that two sites can be told apart
 */
export function writeSampleSite(folder: string, content: PublicContent, words: string, base = '/'): void {
  const write = (file: string, text: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  const pages = [...answeredBy(content), ...PASSING_PAGES]
  for (const path of pages) {
    const html = `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>${path}</title></head><body><h1 id="top">${words}</h1><a href="${withBase('/', base)}#top">首页</a></body></html>`
    write(path.endsWith('/') ? `${path.slice(1)}index.html` : path.slice(1), withPolicy(html, []))
  }
  const addresses = content.pages.map((path) => `<url><loc>https://site.example${withBase(path, base)}</loc></url>`)
  write('sitemap.xml', `<urlset>${addresses.join('')}</urlset>`)
  write('robots.txt', 'User-agent: *\n')
  for (const file of ['find/catalogue.json', 'open/catalogue.json', 'feeds/all.json']) write(file, `["${words}"]`)
  write('feeds/all.xml', `<feed><title>${words}</title></feed>`)
  write('pagefind/pagefind.js', 'export {}\n')
  write('pagefind/pagefind-entry.json', '{"languages":{"zh-cn":{"page_count":1}}}')
  write('pagefind/fragment/zh_1.pf_fragment', gzipSync(`pagefind_dcd{"content":"${words}"}`))
}
