import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readPublic } from './lib/release/content.ts'
import { KEPT, placesIn } from './lib/release/layout.ts'
import { damage, release, rollback } from './lib/release/release.ts'
import { SMALL_CONTENT, writeSampleSite } from './lib/release/sample-site.ts'
import { writeTree } from './lib/sample-content.ts'
import { listFiles } from './lib/site.ts'

/**
 * `npm run soak -- --cycles 1000`: publishes two small sites in turn, all in one process, and goes back at every
 * tenth. Says whether files, open handles, memory or disk grow. Exit 1 when they do, or a live site is not whole.
 */
const { values } = parseArgs({ options: { cycles: { type: 'string', default: '1000' } } })
const cycles = Number(values.cycles)
/** The first cycles load modules and fill caches; what is held after them is what is compared with. */
const WARM = Math.min(20, Math.floor(cycles / 4))

const base = mkdtempSync(join(tmpdir(), 'yifang-soak-'))
const to = join(base, 'site')
// A folder of our own for what is left lying about: other programs use the common one.
process.env.TMPDIR = join(base, 'tmp')
mkdirSync(tmpdir())
const { root: content, remove } = writeTree(SMALL_CONTENT)

/** Open handles of this process; where the system does not list them, none are counted. */
function openHandles(): number {
  try {
    return readdirSync('/proc/self/fd').length
  } catch {
    return 0
  }
}

function held() {
  globalThis.gc?.()
  return {
    handles: openHandles(),
    resources: process.getActiveResourcesInfo().filter((name) => !/Timeout|Immediate/.test(name)).length,
    files: listFiles(to).length,
    releases: readdirSync(join(to, 'releases')).length,
    others: readdirSync(to).filter((name) => !['.lock', 'current', 'releases'].includes(name)).length,
    temporary: readdirSync(tmpdir()).length,
    memory: Math.round(process.memoryUsage().heapUsed / 1e6),
  }
}

try {
  const known = await readPublic(content)
  for (const words of ['甲', '乙']) writeSampleSite(join(base, words), known, words)
  const places = placesIn(to)
  let broken = 0
  let warm: ReturnType<typeof held> | undefined
  for (let cycle = 1; cycle <= cycles; cycle++) {
    const words = cycle % 2 ? '甲' : '乙'
    const made = await release({ to, content, base: '/', from: join(base, words) })
    if (cycle % 10 === 0) await rollback(to)
    const live = cycle % 10 === 0 ? (cycle % 2 ? '乙' : '甲') : words
    const page = readFileSync(join(to, 'current/site/index.html'), 'utf8')
    if (!page.includes(`>${live}<`) || (await damage(places, made.release))) broken += 1
    if (cycle === WARM) warm = held()
    if (cycle % 100 === 0) console.log(`${cycle}: ${JSON.stringify(held())}`)
  }
  const end = held()
  const du = spawnSync('du', ['-sk', to], { encoding: 'utf8' }).stdout?.split('\t')[0]
  console.log(
    `${cycles} cycles, ${broken} broken. After ${WARM}: ${JSON.stringify(warm)}. At the end: ${JSON.stringify(end)}, ${du} KB.`,
  )
  const grown = [
    ...(['handles', 'resources', 'others', 'temporary'] as const).filter((what) => warm && end[what] > warm[what]),
    ...(end.releases > KEPT + 1 ? ['releases'] : []),
    ...(warm && end.memory > 2 * warm.memory + 50 ? ['memory'] : []),
  ]
  if (grown.length > 0) console.error(`Grown: ${grown.join(', ')}`)
  process.exitCode = broken > 0 || grown.length > 0 ? 1 : 0
} finally {
  remove()
  rmSync(base, { recursive: true, force: true })
}
