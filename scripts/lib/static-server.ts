import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { join, normalize, relative, sep } from 'node:path'
import { SITE } from '../../src/site.config.ts'
import { type HeaderOptions, headersFor, typeOf } from './headers.ts'

/** Which port to listen on, 0 for any free one, and what the owners' configuration adds to the headers. */
export interface ServerOptions extends HeaderOptions {
  port?: number
}

/** A running server: where it listens, and how to stop it. */
export interface StaticServer {
  origin: string
  close(): Promise<void>
}

/**
 * Serves a built site the way a plain web server does: index.html for folders, a redirect to the
 * trailing slash, 404.html with status 404, the headers of the real ones. For `npm start` and for browser tests;
 * not for production.
 * @param root the built site
 * @param base path below which it is served, `/` or `/topic/`
 */
export async function serveStatic(
  root: string,
  base = '/',
  { port = 0, players = SITE.players }: ServerOptions = {},
): Promise<StaticServer> {
  const prefix = base.endsWith('/') ? base : `${base}/`
  const server = createServer(async (request, response) => {
    const send = (status: number, file: string) => {
      const path = `/${relative(root, file).split(sep).join('/')}`
      response.writeHead(status, { 'content-type': typeOf(path), ...headersFor(path, { players }) })
      if (request.method === 'HEAD') response.end()
      // A file that goes away while it is being sent ends the answer, not the server.
      else
        createReadStream(file)
          .on('error', () => response.destroy())
          .pipe(response)
    }
    const { pathname, search } = addressOf(request.url ?? '/')
    const path = decode(pathname)
    const found = path?.startsWith(prefix) ? await lookUp(root, path.slice(prefix.length)) : undefined
    if (found === 'folder') {
      response.writeHead(301, { location: `${pathname}/${search}` }).end()
    } else if (found) {
      send(200, found)
    } else if (await lookUp(root, '404.html')) {
      send(404, join(root, '404.html'))
    } else {
      response.writeHead(404).end()
    }
  })
  await listen(server, port)
  const address = server.address()
  const actual = typeof address === 'object' && address ? address.port : port
  return {
    origin: `http://localhost:${actual}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

/** The path asked for, and what follows it. Resolved as an address, `//x` would name a host, and the redirect to its folder too. */
function addressOf(asked: string): { pathname: string; search: string } {
  const at = asked.indexOf('?')
  const path = at < 0 ? asked : asked.slice(0, at)
  return { pathname: path.replace(/^\/{2,}/, '/'), search: at < 0 ? '' : asked.slice(at) }
}

function decode(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return undefined
  }
}

/** The file for a path below the root, `folder` where a slash is missing, or undefined. */
async function lookUp(root: string, path: string): Promise<string | undefined> {
  const file = normalize(join(root, path))
  if (file !== root && !file.startsWith(root.replace(/\/$/, '') + sep)) return undefined
  const info = await stat(file).catch(() => undefined)
  if (info?.isFile()) return file
  if (!info?.isDirectory()) return undefined
  const index = join(file, 'index.html')
  if (!(await stat(index).catch(() => undefined))) return undefined
  return path === '' || path.endsWith('/') ? index : 'folder'
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', fail)
    server.listen(port, () => done())
  })
}
