import { execFileSync, spawnSync } from 'node:child_process'

/** Whether a command is there. */
export const hasCommand = (name: string): boolean => spawnSync('which', [name]).status === 0

/** Whether Debian's packages can be had here at all. */
export const isDebian = (): boolean => hasCommand('apt-get')

/** Installs Debian packages for a test; false where that is not possible. */
export function installPackages(packages: readonly string[]): boolean {
  if (!isDebian()) return false
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  console.error(`Installing Debian’s ${packages.join(', ')}.`)
  try {
    for (const step of [
      ['apt-get', 'update', '-qq'],
      ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...packages],
    ]) {
      const [command, ...rest] = [...asRoot, ...step] as [string, ...string[]]
      execFileSync(command, rest, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
    }
    return true
  } catch {
    return false
  }
}
