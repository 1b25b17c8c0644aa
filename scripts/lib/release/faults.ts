import { writeFileSync } from 'node:fs'
import promises from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'

/**
 * For tests, by `node --import`: lets a program die, or its disk fill up, at its n-th change to the file system. That
 * hits every step alike, the short ones in the middle of the switch too, and the same ones on a slow machine.
 *
 * FAULT is `count:FILE` (writes how many changes there were to FILE), `kill:N` (`kill -9` in the middle of the n-th,
 * a write half done), `after:N` (right behind it) or `full:N` (from the n-th on nothing can be written).
 */
const [kind, value = ''] = (process.env.FAULT ?? '').split(':')
const at = Number(value)
let changes = 0

type Change = (...args: never[]) => Promise<unknown>
const CHANGES = ['mkdir', 'copyFile', 'writeFile', 'rename', 'symlink', 'rm', 'open'] as const
const TAKES_SPACE = new Set<string>(['mkdir', 'copyFile', 'writeFile', 'symlink'])

const die = () => process.kill(process.pid, 'SIGKILL')

for (const name of CHANGES) {
  const real = promises[name] as unknown as Change
  const faulty = async (...args: never[]) => {
    changes += 1
    const mine = changes
    if (kind === 'kill' && mine === at) {
      const [file, bytes] = args as unknown as [string, string | Uint8Array]
      if (name === 'writeFile') writeFileSync(file, bytes.slice(0, bytes.length / 2))
      die()
    }
    if (kind === 'full' && mine >= at && TAKES_SPACE.has(name)) {
      throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })
    }
    const result = await real(...args)
    if (kind === 'after' && mine === at) die()
    return result
  }
  Object.assign(promises, { [name]: faulty })
}
syncBuiltinESMExports()
if (kind === 'count') process.on('exit', () => writeFileSync(value, String(changes)))
