import { spawn } from 'node:child_process'

/**
 * `node guard.ts COMMAND …`: runs a command that must not outlive whoever asked for it. When the asking process ends,
 * even by `kill -9`, the pipe to this one closes, and this one ends its own process group: a forgotten build would
 * write into the next one's folder.
 */
const [command = '', ...rest] = process.argv.slice(2)
const child = spawn(command, rest, { stdio: ['ignore', 'inherit', 'inherit'] })
child.on('error', ({ message }) => {
  console.error(message)
  process.exit(127)
})
child.on('exit', (code) => process.exit(code ?? 1))
process.stdin.resume().on('end', () => {
  try {
    process.kill(-process.pid, 'SIGKILL')
  } catch {
    // Systems without process groups.
    child.kill('SIGKILL')
    process.exit(1)
  }
})
