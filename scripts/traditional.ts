import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { alsoChanged, changedFiles } from '../src/incremental/state.ts'
import { SITE } from '../src/site.config.ts'
import { listFiles } from './lib/site.ts'
import { hasTwin, originalFile, traditionalPage, twinFile } from './lib/traditional.ts'

/**
 * Writes the edition in traditional characters beside the pages of dist/ (a step of `npm run build`,
 * after the styles and before the lettering); nothing where the configuration leaves it out.
 */
const dist = resolve('dist')
const base = (process.env.SITE_BASE ?? '/').replace(/\/$/, '')

if (SITE.editions.includes('zh-hant')) {
  const started = performance.now()
  const changed = changedFiles(dist)
  const files = listFiles(dist).filter((name) => /(^|\/)index\.html$/.test(name))
  const pages = new Map<string, { path: string; html: string }>()
  for (const file of files) {
    const path = `/${file.slice(0, -'index.html'.length)}`
    const html = await readFile(join(dist, file), 'utf8')
    if (hasTwin(path, html)) pages.set(file, { path, html })
  }
  const twins = new Set([...pages.values()].map(({ path }) => path))
  const made: string[] = []
  for (const [file, { path, html }] of pages) {
    const twin = twinFile(file)
    // The twin of a page that a build kept is there already, finished like the page.
    if (changed && !changed.has(file) && existsSync(join(dist, twin))) continue
    await mkdir(dirname(join(dist, twin)), { recursive: true })
    await writeFile(join(dist, twin), traditionalPage(html, path, { base, twins }))
    made.push(twin)
  }
  for (const file of files) {
    const own = originalFile(file)
    if (own !== undefined && !pages.has(own)) await rm(join(dist, file))
  }
  alsoChanged(dist, made)
  console.log(`Traditional characters: ${made.length} pages, ${((performance.now() - started) / 1000).toFixed(1)} s.`)
}
