import { spawn } from 'node:child_process'

/** `npm run dev`: the preview, without Astro's notice about telemetry, which it would otherwise also send. */
const server = spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', 'dev', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
})
server.on('exit', (code) => {
  process.exitCode = code ?? 0
})
