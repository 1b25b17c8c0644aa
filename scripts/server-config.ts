import { SITE } from '../src/site.config.ts'
import { optionsOr } from './lib/options.ts'
import { caddyConfig, nginxConfig } from './lib/server-config.ts'

/**
 * `npm run -s server-config -- --server nginx|caddy [--releases DIR] [--host NAME]`: prints a configuration that
 * serves what `npm run release -- --to DIR` has written. SITE_BASE and SITE_PLAYERS count as in a build.
 */
const USAGE = '用法：npm run -s server-config -- --server nginx（或 caddy）[--releases 文件夹] [--host 域名]'
const values = optionsOr(USAGE, {
  server: { type: 'string', default: 'nginx' },
  releases: { type: 'string', default: '/srv/yifang' },
  host: { type: 'string' },
})
const write = { nginx: nginxConfig, caddy: caddyConfig }[values.server]
if (!write) {
  console.error(`没有给「${values.server}」写的配置，只有 nginx 和 caddy。\n${USAGE}`)
  process.exit(1)
}
const { releases, host } = values
process.stdout.write(
  write({ releases, base: process.env.SITE_BASE ?? '/', players: SITE.players, ...(host ? { host } : {}) }),
)
