import { resolve } from 'node:path'
import { serveStatic } from './lib/static-server.ts'

/** `npm run serve`: serves dist/ at http://localhost:4321 (PORT changes the port). */
const base = process.env.SITE_BASE ?? '/'
const port = Number(process.env.PORT ?? 4321)
try {
  const { origin } = await serveStatic(resolve('dist'), base, { port })
  console.log(`一方匠人  ${origin}${base}   (Ctrl+C 停止)`)
} catch (error) {
  if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
  console.error(`端口 ${port} 已被占用。换一个端口：PORT=4322 npm start`)
  process.exitCode = 1
}
