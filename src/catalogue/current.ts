import type { Problem } from '../manuscript/problem.ts'
import type { ValidEntry } from './validate.ts'

/** What this process knows about `content/`: a build's pages are made of it, and the preview's. */
export interface Current {
  /** What is published; in the preview, drafts too, as they were when there were no errors last. A new array for every state. */
  entries: readonly ValidEntry[]
  /** What is wrong, for the preview's banner. A build with errors ends before any page. */
  problems: Problem[]
  /** Addresses that a build would leave out: drafts, and what waits for its time. */
  hidden: string[]
  /** Makes the development server forget what it made of the content before, and open browsers load their page again. */
  reload(): void
}

// Astro loads the content config, the pages and its own config in three module graphs of one process.
const KEY = Symbol.for('yifang-jiangren.content')
const shared = globalThis as { [KEY]?: Current }

/** The one state of this process. */
export function current(): Current {
  shared[KEY] ??= { entries: [], problems: [], hidden: [], reload: () => undefined }
  return shared[KEY]
}
