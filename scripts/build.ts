import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { finish } from '../src/incremental/state.ts'
import { isWithout } from '../src/without.ts'
import { optionsOr } from './lib/options.ts'

/**
 * `npm run build`: Astro makes the pages that changed since the last build in dist/, then each step of steps/ finishes them. With
 * `--clean` nothing is kept.
 */
const STEPS = ['astro', 'pages', 'lettering', ...(isWithout('index') ? [] : ['search-index']), 'offline']

/** Garbage is collected when the heap has grown by a tenth: that keeps ten thousand entries below 1.6 GB, for some more time (docs/performance.md). */
const FLAGS = ['--heap-growing-percent=10']

/**
 * More memory lies outside the heap than in it: glibc keeps an arena for each thread, and what was freed. With one arena, and large
 * pieces and the top given back, the peak is a tenth to a seventh lower at the same speed (docs/performance.md). It reads this when a
 * process begins, so Astro cannot run in this one. Other systems do not know these names. What is drawn on needs up to 10 MB again and
 * again, so smaller pieces are kept.
 */
const MEMORY = { MALLOC_ARENA_MAX: '1', MALLOC_MMAP_THRESHOLD_: '16777216', MALLOC_TRIM_THRESHOLD_: '33554432' }

const started = performance.now()
process.env.ASTRO_TELEMETRY_DISABLED = '1'
const { clean } = optionsOr('用法：npm run build，或 npm run build -- --clean（全部重来）。', {
  clean: { type: 'boolean' },
})
if (!clean) process.env.SITE_KEEP = '1'
for (const step of STEPS) {
  const { status } = spawnSync(process.execPath, [...FLAGS, `scripts/steps/${step}.ts`], {
    stdio: 'inherit',
    env: { ...MEMORY, ...process.env },
  })
  if (status !== 0) process.exit(status ?? 1)
}
finish(resolve('dist'))
console.log(`dist/ is finished after ${((performance.now() - started) / 1000).toFixed(1)} s.`)
