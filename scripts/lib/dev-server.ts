import { spawn } from 'node:child_process'
import { withoutVitest } from './run.ts'

/** A running development server. */
export interface DevServer {
  origin: string
  /** What it has written so far. */
  output(): string
  stop(): void
}

/**
 * Starts `npm run dev` over other content, for tests.
 * @throws with its output when it ends instead of listening
 */
export async function startDev(content: string, port: number): Promise<DevServer> {
  const server = spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', 'dev', '--port', String(port)], {
    env: { ...withoutVitest(process.env), CONTENT_DIR: content, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  await new Promise<void>((ready, fail) => {
    const listen = (chunk: Buffer) => {
      output += chunk
      if (output.includes(`localhost:${port}`)) ready()
    }
    server.stdout.on('data', listen)
    server.stderr.on('data', listen)
    server.on('exit', () => fail(new Error(output)))
  })
  return { origin: `http://localhost:${port}`, output: () => output, stop: () => server.kill() }
}
