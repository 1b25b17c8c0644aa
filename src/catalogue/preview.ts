import type { Problem } from '../manuscript/problem.ts'
import type { ValidEntry } from './validate.ts'

/**
 * What the development server knows about `content/`, for its pages and the banner on them. Never used by a build.
 */
export interface Preview {
  /** The content as it was when it had no errors last. A new array for every state. */
  entries: readonly ValidEntry[]
  problems: Problem[]
  /** Addresses of pages that a build would leave out: drafts, and what waits for its time. */
  hidden: string[]
  /** Makes the server forget what it made of the content before, and open browsers load their page again. */
  reload(): void
}

// Astro loads the content config, the pages and its own config in three module graphs of one process.
const KEY = Symbol.for('yifang-jiangren.preview')
const shared = globalThis as { [KEY]?: Preview }

/** The one state of this process. */
export function preview(): Preview {
  shared[KEY] ??= { entries: [], problems: [], hidden: [], reload: () => undefined }
  return shared[KEY]
}
