import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { SITE } from '../src/site.config.ts'
import { listFiles } from './lib/site.ts'
import { hasTwin, traditionalPage, twinFile } from './lib/traditional.ts'

/**
 * Writes the edition in traditional characters beside the pages of dist/ (a step of `npm run build`,
 * after the styles and before the lettering); nothing where the configuration leaves it out.
 */
const dist = resolve('dist')
const base = (process.env.SITE_BASE ?? '/').replace(/\/$/, '')

if (SITE.editions.includes('zh-hant')) {
  const started = performance.now()
  const pages: Array<{ file: string; path: string; html: string }> = []
  for (const file of listFiles(dist).filter((name) => /(^|\/)index\.html$/.test(name))) {
    const path = `/${file.slice(0, -'index.html'.length)}`
    const html = await readFile(join(dist, file), 'utf8')
    if (hasTwin(path, html)) pages.push({ file, path, html })
  }
  const twins = new Set(pages.map(({ path }) => path))
  for (const { file, path, html } of pages) {
    const target = join(dist, twinFile(file))
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, traditionalPage(html, path, { base, twins }))
  }
  console.log(`Traditional characters: ${pages.length} pages, ${((performance.now() - started) / 1000).toFixed(1)} s.`)
}
