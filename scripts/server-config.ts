import { parseArgs } from 'node:util'
import { SITE } from '../src/site.config.ts'
import { caddyConfig, nginxConfig } from './lib/server-config.ts'

/**
 * `npm run -s server-config -- --server nginx|caddy [--releases DIR] [--host NAME]`: prints a configuration that
 * serves what `npm run release -- --to DIR` has written. SITE_BASE and SITE_PLAYERS count as in a build.
 */
const { values } = parseArgs({
  options: {
    server: { type: 'string', default: 'nginx' },
    releases: { type: 'string', default: '/srv/yifang' },
    host: { type: 'string' },
  },
})
const write = { nginx: nginxConfig, caddy: caddyConfig }[values.server]
if (!write) throw new Error(`--server ${values.server}: nginx or caddy`)
const { releases, host } = values
process.stdout.write(
  write({ releases, base: process.env.SITE_BASE ?? '/', players: SITE.players, ...(host ? { host } : {}) }),
)
