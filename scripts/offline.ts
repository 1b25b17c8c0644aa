import { createHash } from 'node:crypto'
import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { notesOf } from '../src/incremental/state.ts'
import { SITE } from '../src/site.config.ts'
import { FINISHED_PAGES, type FinishedNote } from './lib/finishing.ts'
import { listFiles, pathOfFile } from './lib/site.ts'

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
const code = (name: string) => readFile(new URL(`offline/${name}.js`, import.meta.url), 'utf8')
const files = listFiles(dist).filter((file) => !['sw.js', 'release.txt'].includes(file))
const address = (file: string) => base + pathOfFile(file)

if (SITE.offline) {
  const finished = notesOf<FinishedNote>(dist, FINISHED_PAGES)
  const hash = createHash('sha256')
  for (const file of files)
    hash.update(`${file}\0`).update(finished.get(file)?.digest ?? (await readFile(join(dist, file))))
  const release = hash.digest('hex').slice(0, 16)
  const sizeOf = async (file: string) => (await stat(join(dist, file))).size
  const sizeOfAll = async (list: readonly string[]) =>
    (await Promise.all(list.map(sizeOf))).reduce((sum, bytes) => sum + bytes, 0)
  const always = files.filter((file) => /^(?:(?:offline\/)?index\.html|icon\.svg)$/.test(file))
  // Of a large catalogue's finder only the index: its words and cards lie in thousands of files.
  const parts = files.filter((file) => /^find\/.+\.json$/.test(file))
  const finder = [
    ...files.filter((file) => /^(?:find\/index\.html|_astro\/.+\.js)$/.test(file)),
    ...(parts.length <= MANY ? parts : ['find/catalogue.json']),
  ]
  const fits = (await sizeOfAll([...always, ...finder])) <= AHEAD
  if (!fits) console.warn(`Offline: the finder is larger than ${AHEAD / 1000} kB and is not kept.`)
  const needed = fits ? [...always, ...finder] : always
  let size = await sizeOfAll(needed)
  const extras: string[] = []
  // The pictures of brand cards, then the lettering of the pages that are always there.
  const lettering = await fontsOf(needed.filter((file) => file.endsWith('.html')))
  for (const file of files.filter((name) => /^tiles\/.+\.svg$/.test(name)).concat(lettering)) {
    const more = await sizeOf(file)
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
  await writeFile(join(dist, 'sw.js'), lines.join('') + (await code('worker')))
  await writeFile(join(dist, 'release.txt'), release)
  console.log(
    `Offline: release ${release}, ${constants.NEEDED.length + extras.length} files, ${(size / 1000).toFixed(0)} kB.`,
  )
} else {
  await writeFile(join(dist, 'sw.js'), `const BASE = ${JSON.stringify(base)}\n${await code('tombstone')}`)
  await rm(join(dist, 'release.txt'), { force: true })
  console.log('Offline: switched off.')
}

/** Font files that pages name, each once. */
async function fontsOf(pages: readonly string[]): Promise<string[]> {
  const texts = await Promise.all(pages.map((page) => readFile(join(dist, page), 'utf8')))
  const named = texts.flatMap((text) => text.match(/fonts\/[\w-]+\.woff2/g) ?? [])
  return [...new Set(named)].sort()
}
