import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { digest } from '../../src/cache/cache.ts'
import { alsoChanged, notesOf, ownKept, putNotes, putOwn } from '../../src/incremental/state.ts'
import { SITE } from '../../src/site.config.ts'
import { lettersOf } from '../lib/display-font.ts'
import { type PageNote, pagesIn, rewrite, WHOLE_PAGES } from '../lib/finishing.ts'
import { makeWhole, withInlineScripts } from '../lib/module-scripts.ts'
import { PageStyles } from '../lib/page-styles.ts'
import { pathOfFile } from '../lib/site.ts'
import { hasTwin, isTwin, traditionalPage, twinFile } from '../lib/traditional.ts'

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
const { pages, toFinish } = pagesIn(dist)
for (const file of pages.filter((name) => !isTwin(name))) {
  const note = before.get(file)
  if (toFinish.has(file)) notes.set(file, noteOf(file, rewrite(dist, file, withScriptsAndStyles)))
  else if (note) notes.set(file, note)
}
for (const name of readdirSync(assets)) if (name.endsWith('.css')) rmSync(join(assets, name))
console.log(`Scripts and styles: ${toFinish.size} pages, ${seconds()} s.`)

if (SITE.editions.includes('zh-hant')) writeTwins()
putNotes(dist, WHOLE_PAGES, notes)

function withScriptsAndStyles(html: string): string {
  return styles.of(withInlineScripts(html, scripts))
}

function noteOf(file: string, html: string): PageNote {
  return { letters: lettersOf(html), hasTwin: hasTwin(pathOfFile(file), html) }
}

function writeTwins(): void {
  const twinned = [...notes].flatMap(([file, { hasTwin }]) => (hasTwin ? [{ file, path: pathOfFile(file) }] : []))
  twinned.sort((a, b) => (a.file < b.file ? -1 : 1))
  const twins = new Set(twinned.map(({ path }) => path))
  // A twin depends on its page, and its links on which pages have one.
  const note = digest(...twins)
  const kept = ownKept(dist, 'traditional', note)
  const made: string[] = []
  for (const { file, path } of twinned) {
    const twin = twinFile(file)
    const known = kept?.has(twin) && !toFinish.has(file) ? before.get(twin) : undefined
    if (known) {
      notes.set(twin, known)
      continue
    }
    mkdirSync(dirname(join(dist, twin)), { recursive: true })
    const html = traditionalPage(readFileSync(join(dist, file), 'utf8'), path, { base, twins })
    writeFileSync(join(dist, twin), html)
    notes.set(twin, { letters: lettersOf(html), hasTwin: false })
    made.push(twin)
  }
  putOwn(
    dist,
    'traditional',
    note,
    twinned.map(({ file }) => twinFile(file)),
  )
  // Made of pages that may be finished already, so they are finished anew.
  alsoChanged(dist, made)
  console.log(`Traditional characters: ${made.length} of ${twinned.length} pages, ${seconds()} s.`)
}

function seconds(): string {
  return ((performance.now() - started) / 1000).toFixed(1)
}
