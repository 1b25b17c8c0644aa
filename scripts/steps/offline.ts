import { createHash } from 'node:crypto'
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { digest } from '../../src/cache/cache.ts'
import { notesOf } from '../../src/incremental/state.ts'
import { SITE } from '../../src/site.config.ts'
import { FINISHED_PAGES, type FinishedNote } from '../lib/finishing.ts'
import { listFiles, pathOfFile } from '../lib/site.ts'

/**
 * Writes the service worker of dist/ (the last step of `npm run build`): it keeps the home page, the finder with
 * its cards and what a visitor has read, for when there is no network. SITE_OFFLINE=off writes one that takes
 * itself away from visitors who have it.
 */
const TOTAL = 1_500_000
/** What is fetched before anybody asks for it, at most. */
const AHEAD = 900_000
/** Files of the finder, from which on not all are fetched ahead. */
const MANY = 200
const dist = resolve('dist')
const base = (process.env.SITE_BASE ?? '/').replace(/\/$/, '')
const code = (name: string) => readFileSync(new URL(`../offline/${name}.js`, import.meta.url), 'utf8')
const files = listFiles(dist).filter((file) => !['sw.js', 'release.txt'].includes(file))
const address = (file: string) => base + pathOfFile(file)

if (SITE.offline) {
  const finished = notesOf<FinishedNote>(dist, FINISHED_PAGES)
  const hash = createHash('sha256')
  // A build that keeps nothing takes no notes, and must come to the same number.
  for (const file of files) {
    const known = finished.get(file)?.digest
    hash.update(`${file}\0`).update(known ?? digest(readFileSync(join(dist, file))))
  }
  const release = hash.digest('hex').slice(0, 16)
  const sizeOf = (file: string) => statSync(join(dist, file)).size
  const sizeOfAll = (list: readonly string[]) => list.reduce((sum, file) => sum + sizeOf(file), 0)
  const always = files.filter((file) => /^(?:(?:offline\/)?index\.html|icon\.svg)$/.test(file))
  // Of a large catalogue's finder only the index: its words and cards lie in thousands of files.
  const parts = files.filter((file) => /^find\/.+\.json$/.test(file))
  const finder = [
    ...files.filter((file) => /^(?:find\/index\.html|_astro\/.+\.js)$/.test(file)),
    ...(parts.length <= MANY ? parts : ['find/catalogue.json']),
  ]
  const fits = sizeOfAll([...always, ...finder]) <= AHEAD
  if (!fits) console.warn(`Offline: the finder is larger than ${AHEAD / 1000} kB and is not kept.`)
  const needed = fits ? [...always, ...finder] : always
  let size = sizeOfAll(needed)
  const extras: string[] = []
  // The pictures of brand cards, then the lettering of the pages that are always there.
  const lettering = fontsOf(needed.filter((file) => file.endsWith('.html')))
  for (const file of files.filter((name) => /^tiles\/[^_].*\.svg$/.test(name)).concat(lettering)) {
    const more = sizeOf(file)
    if (size + more > AHEAD) break
    size += more
    extras.push(file)
  }
  const constants = {
    RELEASE: release,
    BASE: base,
    NEEDED: needed.map(address),
    EXTRAS: extras.map(address),
    ROOM: TOTAL - size,
  }
  const lines = Object.entries(constants).map(([name, value]) => `const ${name} = ${JSON.stringify(value)}\n`)
  writeFileSync(join(dist, 'sw.js'), lines.join('') + code('worker'))
  writeFileSync(join(dist, 'release.txt'), release)
  console.log(
    `Offline: release ${release}, ${constants.NEEDED.length + extras.length} files, ${(size / 1000).toFixed(0)} kB.`,
  )
} else {
  writeFileSync(join(dist, 'sw.js'), `const BASE = ${JSON.stringify(base)}\n${code('tombstone')}`)
  rmSync(join(dist, 'release.txt'), { force: true })
  console.log('Offline: switched off.')
}

/** Font files that pages name, each once. */
function fontsOf(pages: readonly string[]): string[] {
  const texts = pages.map((page) => readFileSync(join(dist, page), 'utf8'))
  const named = texts.flatMap((text) => text.match(/fonts\/[\w-]+\.woff2/g) ?? [])
  return [...new Set(named)].sort()
}
