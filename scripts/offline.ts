import { createHash } from 'node:crypto'
import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { SITE } from '../src/site.config.ts'
import { listFiles } from './lib/site.ts'

/**
 * Writes the service worker of dist/ (the last step of `npm run build`): it keeps the home page, the finder with
 * its cards and what a visitor has read, for when there is no network. SITE_OFFLINE=off writes one that takes
 * itself away from visitors who have it.
 */
const TOTAL = 1_500_000
/** What is fetched before anybody asks for it, at most. */
const AHEAD = 900_000
const dist = resolve('dist')
const base = (process.env.SITE_BASE ?? '/').replace(/\/$/, '')
const code = (name: string) => readFile(new URL(`offline/${name}.js`, import.meta.url), 'utf8')
const files = listFiles(dist).filter((file) => !['sw.js', 'release.txt'].includes(file))
const address = (file: string) => `${base}/${file.replace(/(^|\/)index\.html$/, '$1')}`

if (SITE.offline) {
  const digest = createHash('sha256')
  for (const file of files) digest.update(`${file}\0`).update(await readFile(join(dist, file)))
  const release = digest.digest('hex').slice(0, 16)
  const needed = files.filter((file) =>
    /^(?:(?:find\/|offline\/)?index\.html|find\/(?:cards\/)?[^/]+\.json|_astro\/.+\.js|icon\.svg)$/.test(file),
  )
  const sizeOf = async (file: string) => (await stat(join(dist, file))).size
  let size = 0
  for (const file of needed) size += await sizeOf(file)
  const extras: string[] = []
  for (const file of files.filter((name) => /^(?:fonts\/.+\.woff2|tiles\/.+\.svg)$/.test(name))) {
    const more = await sizeOf(file)
    if (size + more > AHEAD) break
    size += more
    extras.push(file)
  }
  if (size > TOTAL * 0.8) throw new Error(`the finder and the home page need ${size} bytes: too much to keep offline`)
  const constants = {
    RELEASE: release,
    BASE: base,
    FILES: needed.map(address),
    EXTRAS: extras.map(address),
    ROOM: TOTAL - size,
  }
  const lines = Object.entries(constants).map(([name, value]) => `const ${name} = ${JSON.stringify(value)}\n`)
  await writeFile(join(dist, 'sw.js'), lines.join('') + (await code('worker')))
  await writeFile(join(dist, 'release.txt'), release)
  console.log(
    `Offline: release ${release}, ${constants.FILES.length + extras.length} files, ${(size / 1000).toFixed(0)} kB.`,
  )
} else {
  await writeFile(join(dist, 'sw.js'), `const BASE = ${JSON.stringify(base)}\n${await code('tombstone')}`)
  await rm(join(dist, 'release.txt'), { force: true })
  console.log('Offline: switched off.')
}
