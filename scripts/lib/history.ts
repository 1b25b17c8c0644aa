import { spawnSync } from 'node:child_process'
import type { History } from '../../src/catalogue/backdated.ts'

/** A commit in the log: its day in Beijing, whether anything came before it, the files it added. */
const COMMIT = /^(\d{4}-\d{2}-\d{2})T\S* ?(\S*)/

/**
 * The history of a content folder under git, or undefined where there is none or only a part of it (a shallow clone).
 * A file that was never committed is of today; of what the very first commit brought nobody knows the day.
 * @param today day that it is, `2026-11-28`
 */
export function historyOf(root: string, today: string): History | undefined {
  // A hook of git names the repository it runs for in variables, and another one than ours would be read. CST-8 is
  // Beijing's time written out: slim machines know no names of zones.
  const outside = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))
  const env = { ...Object.fromEntries(outside), TZ: 'CST-8' }
  const git = (...args: string[]) =>
    spawnSync('git', ['-C', root, ...args], { encoding: 'utf8', maxBuffer: 1 << 28, env })
  const state = git('rev-parse', '--is-shallow-repository', '--show-prefix')
  const [shallow, prefix = ''] = state.stdout?.split('\n') ?? []
  if (state.status !== 0 || shallow !== 'false') return undefined
  // Names are whole: --relative does nothing for what came in a merge, which -c lists.
  const log = git(
    ...['-c', 'core.quotePath=false', 'log', '-c', '--diff-filter=A', '--no-renames', '--name-only'],
    ...['--date=iso-strict-local', '--format=%x00%ad %P', '--', '.'],
  )
  if (log.status !== 0) return undefined
  const added = new Map<string, string | undefined>()
  // Newest first: the last word on a file is the first commit that added it.
  for (const commit of log.stdout.split('\0').slice(1)) {
    const [head = '', ...files] = commit.split('\n')
    const [, day, parent] = COMMIT.exec(head) ?? []
    for (const file of files) if (file) added.set(file.slice(prefix.length), parent ? day : undefined)
  }
  // A folder that git does not keep, inside one that it does.
  if (added.size === 0) return undefined
  return { addedOn: (file) => (added.has(file) ? added.get(file) : today) }
}
