import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { digest } from '../src/cache/cache.ts'
import { alsoChanged, changedFiles, ownKept, putOwn } from '../src/incremental/state.ts'
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
  const pages: Array<{ file: string; path: string }> = []
  for (const file of listFiles(dist)) {
    if (!/(^|\/)index\.html$/.test(file)) continue
    const path = `/${file.slice(0, -'index.html'.length)}`
    if (hasTwin(path, await readFile(join(dist, file), 'utf8'))) pages.push({ file, path })
  }
  const twins = new Set(pages.map(({ path }) => path))
  // A twin depends on its page, and its links on which pages have one.
  const note = digest(...twins)
  const kept = ownKept(dist, 'traditional', note)
  const changed = changedFiles(dist)
  const made: string[] = []
  for (const { file, path } of pages) {
    const twin = twinFile(file)
    if (kept?.has(twin) && changed && !changed.has(file)) continue
    await mkdir(dirname(join(dist, twin)), { recursive: true })
    const html = await readFile(join(dist, file), 'utf8')
    await writeFile(join(dist, twin), traditionalPage(html, path, { base, twins }))
    made.push(twin)
  }
  putOwn(
    dist,
    'traditional',
    note,
    pages.map(({ file }) => twinFile(file)),
  )
  // Made of pages that may be finished already, so they are finished anew.
  alsoChanged(dist, made)
  console.log(
    `Traditional characters: ${made.length} of ${pages.length} pages, ${((performance.now() - started) / 1000).toFixed(1)} s.`,
  )
}
