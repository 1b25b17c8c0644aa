import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { build } from 'astro'
import { finish } from '../src/incremental/state.ts'
import { isWithout } from '../src/without.ts'

/**
 * `npm run build`: Astro makes the pages that changed since the last build in dist/, then each step finishes them. With
 * `--clean` nothing is kept.
 */
const STEPS = ['pages', 'lettering', ...(isWithout('index') ? [] : ['search-index']), 'offline']

/** Garbage is collected when the heap has grown by a fifth: a tenth to a fifth less memory at the same speed (docs/performance.md). */
setFlagsFromString('--heap-growing-percent=20')

const started = performance.now()
process.env.ASTRO_TELEMETRY_DISABLED = '1'
if (!process.argv.includes('--clean')) process.env.SITE_KEEP = '1'
try {
  // A line for each of thousands of pages says nothing; progress is shown instead.
  await build({ logLevel: 'warn' })
} catch (error) {
  console.error(error instanceof Error && error.name === 'ContentError' ? error.message : error)
  process.exit(1)
}
for (const step of STEPS) {
  const { status } = spawnSync(process.execPath, [`scripts/${step}.ts`], { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
finish(resolve('dist'))
console.log(`dist/ is finished after ${((performance.now() - started) / 1000).toFixed(1)} s.`)
