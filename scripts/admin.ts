import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { isDeepStrictEqual, parseArgs } from 'node:util'
import type { CmsConfig } from '@sveltia/cms'
import { build } from 'vite'
import { cmsConfig } from './lib/cms-config.ts'

/**
 * `npm run admin [-- --backend github --repo OWNER/NAME [--base-url URL] [--out DIR]]`: builds the browser editor
 * for `/admin/`, apart from the site: it is thirty times as heavy as any page, has its own content security policy,
 * and is best reachable from inside only. Without a host it works on a folder of the writer's own computer.
 */
const KEPT = 'scripts/admin/config.json'
const { values } = parseArgs({
  options: {
    backend: { type: 'string', default: 'github' },
    repo: { type: 'string', default: '' },
    branch: { type: 'string', default: 'main' },
    'base-url': { type: 'string', default: '' },
    out: { type: 'string', default: 'dist-admin' },
    'config-only': { type: 'boolean', default: false },
  },
})

const HOSTS: Record<string, string> = {
  github: 'https://github.com https://api.github.com https://*.githubusercontent.com https://www.githubstatus.com',
  gitlab: 'https://gitlab.com',
  gitea: 'https://gitea.com',
}
const host = HOSTS[values.backend]
if (!host) {
  console.error(
    `不支持 ${values.backend}，可以用 ${Object.keys(HOSTS).join('、')}。Gitee 用它自己的网页编辑，见写稿手册。`,
  )
  process.exit(1)
}

const config = cmsConfig()
const kept = await readFile(KEPT, 'utf8').catch(() => 'null')
if (!isDeepStrictEqual(JSON.parse(kept), config)) await writeFile(KEPT, `${JSON.stringify(config, null, 2)}\n`)
if (!values['config-only']) await buildAdmin()

async function buildAdmin(): Promise<void> {
  const out = resolve(values.out)
  const address = values['base-url']
  const backend = {
    name: values.backend,
    repo: values.repo || 'owner/name',
    branch: values.branch,
    ...(address ? { base_url: address, api_root: apiRoot(address) } : {}),
  } as CmsConfig['backend']
  await build({
    configFile: false,
    logLevel: 'warn',
    root: 'scripts/admin',
    base: './',
    build: { outDir: out, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 5000 },
    plugins: [
      {
        name: 'policy',
        transformIndexHtml: (html) =>
          html.replace('%CSP%', policy(address ? new URL(address).origin : (host as string))),
      },
    ],
  })
  await writeFile(`${out}/config.json`, JSON.stringify({ ...config, backend }))
  console.log(`写好了：${values.out}/，放到网站的 /admin/ 下。`)
}

function apiRoot(address: string): string {
  const root = address.replace(/\/$/, '')
  return { github: `${root}/api/v3`, gitlab: `${root}/api/v4`, gitea: `${root}/api/v1` }[values.backend] as string
}

/**
 * Only the editor's own files and the code host. HEIC and WebP are worked on by WebAssembly in workers; styles are
 * written by its components.
 */
function policy(connect: string): string {
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self' blob:",
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' blob: data: ${connect}`,
    "media-src 'self' blob:",
    "font-src 'self' data:",
    `connect-src 'self' blob: data: ${connect}`,
    'frame-src blob:',
    "manifest-src 'self' blob: data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}
