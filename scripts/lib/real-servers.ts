import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync, zstdCompressSync } from 'node:zlib'
import { hasCommand, installPackages } from './debian.ts'
import { COMPRESSED } from './headers.ts'
import { type Manifest, sha256Of } from './release/layout.ts'
import { caddyConfig, nginxConfig, type ServerOptions } from './server-config.ts'
import { listFiles } from './site.ts'

/** The real servers that our configurations are for, on this machine's own addresses; for tests and measurements. */
export type ServerName = 'nginx' | 'caddy'

/** A real server that is running: its folder, how to ask it, how to stop it. */
export interface RealServer {
  port: number
  securePort?: number
  log: string
  stop(): Promise<void>
}

/** Debian's packages of a server. Its own services are not started: tests bring their own configuration. */
const PACKAGES: Readonly<Record<ServerName, readonly string[]>> = {
  nginx: ['nginx', 'libnginx-mod-http-brotli-static', 'openssl'],
  caddy: ['caddy'],
}

/** Whether the server is there, installed by Debian's package manager if need be. */
export function ensureServer(name: ServerName): boolean {
  const there = () =>
    name === 'caddy'
      ? hasCommand('caddy')
      : existsSync('/usr/sbin/nginx') && existsSync('/usr/lib/nginx/modules/ngx_http_brotli_static_module.so')
  return there() || (installPackages(PACKAGES[name]) && there())
}

/**
 * Writes a folder as `npm run release` lays it out, with precompressed copies.
 * @param files path below the document root → content
 * @param name of the release; it becomes the current one
 */
export function writeRelease(
  folder: string,
  files: Readonly<Record<string, string | Buffer>>,
  { name = '000001', redirects = {} as Readonly<Record<string, string>> } = {},
): void {
  const release = join(folder, 'releases', name)
  for (const [path, content] of Object.entries(files)) {
    const file = join(release, 'site', path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
    if (!COMPRESSED.test(path)) continue
    const bytes = Buffer.from(content)
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
    writeFileSync(`${file}.zst`, zstdCompressSync(bytes))
    writeFileSync(
      `${file}.br`,
      brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
    )
  }
  const lines = Object.entries(redirects)
  writeFileSync(join(release, 'redirects.nginx.map'), lines.map(([from, to]) => `"${from}" "${to}";\n`).join(''))
  writeFileSync(
    join(release, 'redirects.caddy'),
    lines.map(([from, to]) => `redir "${from}" "${to}" permanent\n`).join(''),
  )
  const released = listFiles(join(release, 'site')).map((file) => {
    const bytes = readFileSync(join(release, 'site', file))
    return [`site/${file}`, { bytes: bytes.length, sha256: sha256Of(bytes) }] as const
  })
  const manifest: Manifest = { release: name, pages: released.length, files: Object.fromEntries(released) }
  writeFileSync(join(release, 'manifest.json'), JSON.stringify(manifest))
  rmSync(join(folder, 'current'), { force: true })
  symlinkSync(`releases/${name}`, join(folder, 'current'))
}

/** Starts a server over a folder of releases, on 127.0.0.1 and ::1 only. */
export async function startServer(
  name: ServerName,
  options: Pick<ServerOptions, 'releases' | 'base' | 'players'> & { secure?: boolean },
): Promise<RealServer> {
  const work = mkdtempSync(join(tmpdir(), `yifang-${name}-`))
  const port = await freePort()
  const log = join(work, 'visits.log')
  const { secure, ...site } = options
  const securePort = secure ? await freePort() : undefined
  const [command, ...args] =
    name === 'nginx' ? writeNginx(work, { ...site, log }, port, securePort) : writeCaddy(work, { ...site, log }, port)
  const child = spawn(command as string, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, HOME: work, XDG_DATA_HOME: work, XDG_CONFIG_HOME: work },
  })
  let said = ''
  child.stderr?.on('data', (data) => {
    said += data
  })
  await untilListening(port, child, () => said)
  return {
    port,
    ...(securePort ? { securePort } : {}),
    log,
    stop: async () => {
      const ended = new Promise((end) => child.once('exit', end))
      child.kill('SIGTERM')
      await ended
      rmSync(work, { recursive: true, force: true })
    },
  }
}

function writeNginx(work: string, site: ServerOptions, port: number, securePort: number | undefined): string[] {
  const addresses = [`127.0.0.1:${port}`, `[::1]:${port}`, ...(securePort ? [`127.0.0.1:${securePort} ssl`] : [])]
  writeFileSync(join(work, 'site.conf'), nginxConfig({ ...site, listen: addresses }))
  if (securePort) {
    const paths = ['-keyout', join(work, 'key.pem'), '-out', join(work, 'cert.pem')]
    const how = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '1']
    execFileSync('openssl', [...how, '-subj', '/CN=localhost', ...paths], { stdio: 'ignore' })
  }
  writeFileSync(
    join(work, 'nginx.conf'),
    `${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off;
worker_processes 1;
pid ${work}/pid;
error_log stderr;
load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
events { worker_connections 1024; }
http {
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((use) => `${use}_temp_path ${work}/${use};`).join(' ')}
  ${securePort ? `ssl_certificate ${work}/cert.pem; ssl_certificate_key ${work}/key.pem;` : ''}
  include ${work}/site.conf;
}
`,
  )
  return ['/usr/sbin/nginx', '-p', work, '-c', join(work, 'nginx.conf')]
}

function writeCaddy(work: string, site: ServerOptions, port: number): string[] {
  const addresses = [`http://127.0.0.1:${port}`, `http://[::1]:${port}`]
  const options = '{\n  admin off\n  auto_https off\n}\n'
  writeFileSync(join(work, 'Caddyfile'), options + caddyConfig({ ...site, listen: addresses }))
  return ['caddy', 'run', '--config', join(work, 'Caddyfile'), '--adapter', 'caddyfile']
}

/** A port nobody listens on. */
const freePort = (): Promise<number> =>
  new Promise((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => found(typeof address === 'object' && address ? address.port : 0))
    })
  })

async function untilListening(port: number, child: ChildProcess, said: () => string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (child.exitCode !== null) throw new Error(`it ended: ${said()}`)
    const open = await new Promise((done) => {
      const socket = connect(port, '127.0.0.1', () => done(true)).on('error', () => done(false))
      socket.on('connect', () => socket.destroy())
    })
    if (open) return
    await new Promise((pause) => setTimeout(pause, 50))
  }
  throw new Error(`nobody listens: ${said()}`)
}

/** An answer as it came: nothing decompressed, no redirect followed. */
export interface Answer {
  status: number
  headers: Record<string, string>
  body: Buffer
}

/** Asks a server on this machine. */
export const ask = (
  port: number,
  path: string,
  {
    headers = {},
    method = 'GET',
    host = '127.0.0.1',
  }: { headers?: Record<string, string>; method?: string; host?: string } = {},
): Promise<Answer> =>
  new Promise((done, fail) => {
    const asking = request({ host, port, path, method, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        done({
          status: response.statusCode ?? 0,
          headers: response.headers as Record<string, string>,
          body: Buffer.concat(chunks),
        }),
      )
    })
    asking.on('error', fail).end()
  })

/** What the server has written down about its visitors. */
export const readLog = ({ log }: RealServer): string => (existsSync(log) ? readFileSync(log, 'utf8') : '')
