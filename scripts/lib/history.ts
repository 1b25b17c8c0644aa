import { spawnSync } from 'node:child_process'
import type { History } from '../../src/catalogue/backdated.ts'

/** A commit in the log: its day in Beijing, whether anything came before it, the files it added. */
const COMMIT = /^(\d{4}-\d{2}-\d{2})T\S* ?(\S*)/

/**
 * The history of a content folder under git, or undefined where there is none or only a part of it (a shallow clone).
 * A file that was never committed is of today; what the very first commit brought was there before it.
 * @param today day that it is, `2026-11-28`
 */
export function historyOf(root: string, today: string): History | undefined {
  const git = (...args: string[]) =>
    spawnSync('git', ['-C', root, ...args], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: { ...process.env, TZ: 'Asia/Shanghai' },
    })
  const state = git('rev-parse', '--is-shallow-repository')
  if (state.status !== 0 || state.stdout.trim() !== 'false') return undefined
  const log = git(
    ...['-c', 'core.quotePath=false', 'log', '--diff-filter=A', '--no-renames', '--name-only', '--relative'],
    ...['--date=iso-strict-local', '--format=%x00%ad %P', '--', '.'],
  )
  if (log.status !== 0) return undefined
  const added = new Map<string, string | undefined>()
  // Newest first: the last word on a file is the first commit that added it.
  for (const commit of log.stdout.split('\0').slice(1)) {
    const [head = '', ...files] = commit.split('\n')
    const [, day, parent] = COMMIT.exec(head) ?? []
    for (const file of files) if (file) added.set(file, parent ? day : undefined)
  }
  return { addedOn: (file) => (added.has(file) ? added.get(file) : today) }
}
