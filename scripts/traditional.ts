import { existsSync, rmSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { alsoChanged } from '../src/incremental/state.ts'
import { SITE } from '../src/site.config.ts'
import { EDITIONS, isRead } from '../src/urls/editions.ts'
import { pagesToFinish } from './lib/finishing.ts'
import { listFiles } from './lib/site.ts'
import { hasTwin, traditionalPage, twinFile } from './lib/traditional.ts'

/**
 * Writes the edition in traditional characters beside the pages of dist/ (a step of `npm run build`,
 * after the styles and before the lettering); nothing where the configuration leaves it out. A page that
 * was kept keeps its twin.
 */
const dist = resolve('dist')
const base = (process.env.SITE_BASE ?? '/').replace(/\/$/, '')
const wanted = SITE.editions.includes('zh-hant')

const started = performance.now()
const pathOf = (file: string) => `/${file.slice(0, -'index.html'.length)}`
const originals = wanted
  ? listFiles(dist).filter((file) => /(^|\/)index\.html$/.test(file) && isRead(pathOf(file)))
  : []
const changed = new Set(pagesToFinish(dist))
const pages: Array<{ file: string; html: string }> = []
const twins = new Set<string>()
for (const file of originals) {
  if (changed.has(file)) {
    const html = await readFile(join(dist, file), 'utf8')
    if (!hasTwin(pathOf(file), html)) continue
    pages.push({ file, html })
  } else if (!existsSync(join(dist, twinFile(file)))) continue
  twins.add(pathOf(file))
}
for (const { file, html } of pages) {
  const target = join(dist, twinFile(file))
  await mkdir(dirname(target), { recursive: true })
  await writeFile(target, traditionalPage(html, pathOf(file), { base, twins }))
}
const expected = new Set([...twins].map((path) => twinFile(`${path.slice(1)}index.html`)))
for (const file of listFiles(dist).filter((name) => name.startsWith(`${EDITIONS['zh-hant'].prefix.slice(1)}`)))
  if (!expected.has(file)) rmSync(join(dist, file))
alsoChanged(
  dist,
  pages.map(({ file }) => twinFile(file)),
)
if (wanted)
  console.log(
    `Traditional characters: ${pages.length} of ${twins.size} pages, ${((performance.now() - started) / 1000).toFixed(1)} s.`,
  )
