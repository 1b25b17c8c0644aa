import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.jpeg': 'image/jpeg',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.wasm': 'application/wasm',
}

/** A running server: where it listens, and how to stop it. */
export interface StaticServer {
  origin: string
  close(): Promise<void>
}

/**
 * Serves a built site the way a plain web server does: index.html for folders, a redirect to the
 * trailing slash, 404.html with status 404. For `npm start` and for browser tests; not for production.
 * @param root the built site
 * @param base path below which it is served, `/` or `/topic/`
 * @param port 0 for any free port
 */
export async function serveStatic(root: string, base = '/', port = 0): Promise<StaticServer> {
  const prefix = base.endsWith('/') ? base : `${base}/`
  const server = createServer(async (request, response) => {
    const send = (status: number, file: string) => {
      const type = TYPES[extname(file)] ?? 'application/octet-stream'
      response.writeHead(status, {
        'content-type': type,
        'cache-control': 'no-cache',
        'x-content-type-options': 'nosniff',
      })
      if (request.method === 'HEAD') response.end()
      else createReadStream(file).pipe(response)
    }
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost')
    const path = decode(pathname)
    const found = path?.startsWith(prefix) ? await lookUp(root, path.slice(prefix.length)) : undefined
    if (found === 'folder') {
      response.writeHead(301, { location: `${pathname}/${search}` }).end()
    } else if (found) {
      send(200, found)
    } else {
      send(404, join(root, '404.html'))
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
