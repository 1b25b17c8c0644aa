import { spawnSync } from 'node:child_process'
import { withoutVitest } from '../lib/run.ts'

/** Builds the site into a folder of its own, never into dist/. */
export function build(env: Record<string, string>, outDir: string): { status: number | null; output: string } {
  const result = spawnSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', outDir], {
    encoding: 'utf8',
    env: { ...withoutVitest(process.env), NO_COLOR: '1', ASTRO_TELEMETRY_DISABLED: '1', ...env },
  })
  return { status: result.status, output: result.stdout + result.stderr }
}
