import { spawnSync } from 'node:child_process'
import { withoutVitest } from '../lib/run.ts'

/**
 * Builds the site into a folder of its own, never into dist/: Astro's part only, so without the edition that is
 * converted from finished pages, unless `env` asks for its links.
 */
export function build(env: Record<string, string>, outDir: string): { status: number | null; output: string } {
  const result = spawnSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', outDir], {
    encoding: 'utf8',
    env: { ...withoutVitest(process.env), NO_COLOR: '1', ASTRO_TELEMETRY_DISABLED: '1', SITE_EDITIONS: 'en', ...env },
  })
  return { status: result.status, output: result.stdout + result.stderr }
}
