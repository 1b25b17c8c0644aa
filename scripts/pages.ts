import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { digest } from '../src/cache/cache.ts'
import { alsoChanged, changedFiles, notesOf, ownKept, putNotes, putOwn } from '../src/incremental/state.ts'
import { SITE } from '../src/site.config.ts'
import { lettersOf } from './lib/display-font.ts'
import { type PageNote, pagesToFinish, WHOLE_PAGES } from './lib/finishing.ts'
import { makeWhole, withInlineScripts } from './lib/module-scripts.ts'
import { PageStyles } from './lib/page-styles.ts'
import { listFiles } from './lib/site.ts'
import { hasTwin, isTwin, traditionalPage, twinFile } from './lib/traditional.ts'

/**
 * Puts scripts and styles into the pages of dist/, and writes the edition in traditional characters beside them (a step
 * of `npm run build`); the edition only where the configuration has it.
 */
const dist = resolve('dist')
const assets = join(dist, '_astro')
const base = (process.env.SITE_BASE ?? '/').replace(/\/$/, '')
const started = performance.now()

const scripts = await makeWhole(assets)
const styles = await PageStyles.load(assets, scripts)
const before = notesOf<PageNote>(dist, WHOLE_PAGES)
const notes = new Map<string, PageNote>()
const toFinish = new Set(pagesToFinish(dist))
for (const file of listFiles(dist).filter((name) => name.endsWith('.html') && !isTwin(name))) {
  const note = toFinish.has(file) ? undefined : before.get(file)
  notes.set(file, note ?? (await makeWholePage(file)))
}
for (const name of await readdir(assets)) if (name.endsWith('.css')) await rm(join(assets, name))
console.log(`Scripts and styles: ${toFinish.size} pages, ${seconds()} s.`)

if (SITE.editions.includes('zh-hant')) await writeTwins()
putNotes(dist, WHOLE_PAGES, notes)

async function makeWholePage(file: string): Promise<PageNote> {
  const html = await readFile(join(dist, file), 'utf8')
  let whole: string
  try {
    whole = styles.of(withInlineScripts(html, scripts))
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`)
  }
  if (whole !== html) await writeFile(join(dist, file), whole)
  return { letters: lettersOf(whole), hasTwin: hasTwin(pathOf(file), whole) }
}

async function writeTwins(): Promise<void> {
  const pages = [...notes].flatMap(([file, { hasTwin }]) => (hasTwin ? [{ file, path: pathOf(file) }] : []))
  pages.sort((a, b) => (a.file < b.file ? -1 : 1))
  const twins = new Set(pages.map(({ path }) => path))
  // A twin depends on its page, and its links on which pages have one.
  const note = digest(...twins)
  const kept = ownKept(dist, 'traditional', note)
  const changed = changedFiles(dist)
  const made: string[] = []
  for (const { file, path } of pages) {
    const twin = twinFile(file)
    const known = kept?.has(twin) && changed && !changed.has(file) ? before.get(twin) : undefined
    if (known) {
      notes.set(twin, known)
      continue
    }
    await mkdir(dirname(join(dist, twin)), { recursive: true })
    const html = traditionalPage(await readFile(join(dist, file), 'utf8'), path, { base, twins })
    await writeFile(join(dist, twin), html)
    notes.set(twin, { letters: lettersOf(html), hasTwin: false })
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
  console.log(`Traditional characters: ${made.length} of ${pages.length} pages, ${seconds()} s.`)
}

/** Address of a page without base path. */
function pathOf(file: string): string {
  return `/${file.replace(/(^|\/)index\.html$/, '$1')}`
}

function seconds(): string {
  return ((performance.now() - started) / 1000).toFixed(1)
}
