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
const base = process.env.SITE_BASE ?? '/'
// What is written into a configuration as it stands could end a line there and begin another.
const refused = [
  !/^\/[\w./-]+$/.test(releases) && `--releases 写完整的路径，以 / 开头，只用字母、数字、点、横线：「${releases}」不行`,
  host !== undefined && !/^[\w.-]+$/.test(host) && `--host 只写域名：「${host}」不行`,
  !/^\/(?:[\w.-]+\/?)*$/.test(base) && `SITE_BASE 以 / 开头，只用字母、数字、点、横线：「${base}」不行`,
].filter((words) => words !== false)
if (refused.length > 0) {
  console.error(`${refused.join('\n')}\n${USAGE}`)
  process.exit(1)
}
process.stdout.write(write({ releases, base, players: SITE.players, ...(host ? { host } : {}) }))
