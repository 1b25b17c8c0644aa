import { spawn, spawnSync } from 'node:child_process'
import { openSync, readFileSync, rmSync } from 'node:fs'
import { loadavg } from 'node:os'

/** What a command cost, its children included. */
export interface Usage {
  /** Seconds of processor in the program, and in the kernel on its behalf. */
  user: number
  system: number
  /** Seconds on the clock. */
  wall: number
  /** Bytes of memory of its largest process; undefined where the system cannot say. */
  peak: number | undefined
  /** Processes that wanted to run when it began, averaged over a minute. */
  load: number
}

/** A command to measure. */
export interface Command {
  /** For `sh -c`. */
  shell: string
  cwd: string
  env?: Record<string, string>
  /** Milliseconds after which it is ended. */
  timeout: number
  /** Where its output goes. */
  log: string
}

const GNU_TIME = '/usr/bin/time'
let gnuTime: boolean | undefined

/** Whether GNU time is here, which alone reports the peak of memory. */
function hasGnuTime(): boolean {
  gnuTime ??= /GNU/.test(spawnSync(GNU_TIME, ['--version'], { encoding: 'utf8' }).stdout ?? '')
  return gnuTime
}

/**
 * Runs a command and says what it cost, by GNU time where that is installed, else by the shell's `times`.
 * @throws when it fails or takes too long; the message holds the end of its output
 */
export async function measureCommand({ shell, cwd, env, timeout, log }: Command): Promise<Usage> {
  const load = loadavg()[0] ?? 0
  const report = `${log}.usage`
  rmSync(report, { force: true })
  const output = openSync(log, 'w')
  // `times` prints two lines: the shell's own use, then its children's.
  const [command, args] = hasGnuTime()
    ? [GNU_TIME, ['-o', report, '-f', '%U %S %M', 'sh', '-ec', shell]]
    : ['sh', ['-c', `(set -e; ${shell}); code=$?; times > '${report}'; exit $code`]]
  const started = performance.now()
  // In a group of its own, so that ending it ends its children too.
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', output, output],
    detached: true,
  })
  const timer = setTimeout(() => process.kill(-(child.pid as number), 'SIGKILL'), timeout)
  const code = await new Promise<number | null>((done, failed) => {
    child.on('error', failed)
    child.on('exit', done)
  }).finally(() => clearTimeout(timer))
  const wall = (performance.now() - started) / 1000
  if (code !== 0) {
    const why = code === null ? `was ended after ${wall.toFixed(0)} s` : `failed with ${code}`
    throw new Error(`“${shell}” in ${cwd} ${why}:\n${readFileSync(log, 'utf8').slice(-2_000)}`)
  }
  return { ...parseUsage(readFileSync(report, 'utf8')), wall, load }
}

/** Reads what GNU time (`user system kilobytes`) or `times` (`0m1.2s 0m0.1s`, children on the second line) wrote. */
export function parseUsage(text: string): Pick<Usage, 'user' | 'system' | 'peak'> {
  const lines = text.trim().split('\n')
  const last = lines.at(-1) ?? ''
  const times = [...last.matchAll(/(\d+)m([\d.]+)s/g)].map(
    ([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds),
  )
  if (times.length === 2) return { user: times[0] as number, system: times[1] as number, peak: undefined }
  const [user = Number.NaN, system = Number.NaN, kilobytes = Number.NaN] = last.split(' ').map(Number)
  if ([user, system, kilobytes].some(Number.isNaN)) throw new Error(`no usage in “${text}”`)
  return { user, system, peak: kilobytes * 1024 }
}
