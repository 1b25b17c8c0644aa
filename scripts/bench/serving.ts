import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hasCommand, installPackages } from '../lib/debian.ts'
import { ensureServer, startServer, writeRelease } from '../lib/real-servers.ts'

/**
 * How many pages one nginx process serves beside a file of three bytes, under the same headers: what a page costs
 * beyond answering at all. Loopback only, 16 connections, rounds interleaved so that a busy machine hits all alike.
 */
const ROUNDS = 5
const SECONDS = 2
const TARGET = 0.9
const PAGE = 'brands/fumian-caifeng/index.html'

/** Runs it; needs a build, Debian's nginx and wrk. */
export async function run(): Promise<string[]> {
  if (!ensureServer('nginx') || !(hasCommand('wrk') || installPackages(['wrk'])))
    throw new Error('needs nginx with its brotli module and wrk (Debian packages)')
  const folder = mkdtempSync(join(tmpdir(), 'yifang-bench-serving-'))
  writeRelease(folder, { 'tiny.bin': 'ok\n', [PAGE]: readFileSync(join('dist', PAGE)) })
  const server = await startServer('nginx', { releases: folder })
  const cases = [
    { name: 'three bytes', path: '/tiny.bin', encoding: 'identity' },
    { name: 'page, precompressed br', path: '/brands/fumian-caifeng/', encoding: 'br' },
    { name: 'page, precompressed gzip', path: '/brands/fumian-caifeng/', encoding: 'gzip' },
    { name: 'page, uncompressed', path: '/brands/fumian-caifeng/', encoding: 'identity' },
  ]
  const rates = cases.map((): number[] => [])
  try {
    for (let round = 0; round < ROUNDS; round++) {
      cases.forEach(({ path, encoding }, at) => {
        rates[at]?.push(rate(`http://127.0.0.1:${server.port}${path}`, encoding))
      })
    }
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  const ratios = rates.map((list) => median(list.map((value, round) => value / (rates[0]?.[round] ?? 1))))
  cases.forEach(({ name }, at) => {
    console.log(`${name.padEnd(26)} ${Math.round(median(rates[at] ?? []))} /s   × ${ratios[at]?.toFixed(2)}`)
  })
  const least = Math.min(ratios[1] ?? 0, ratios[2] ?? 0)
  return least >= TARGET ? [] : [`a precompressed page at ≥ ${TARGET} of the tiny file's rate, is ${least.toFixed(2)}`]
}

/** Requests a second, every one of them answered with 200. */
function rate(url: string, encoding: string): number {
  const args = ['-t1', '-c16', `-d${SECONDS}s`, '-H', `Accept-Encoding: ${encoding}`, url]
  const output = execFileSync('wrk', args, { encoding: 'utf8' })
  if (/Non-2xx|Socket errors/.test(output)) throw new Error(output)
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(output)?.[1])
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
