import type { Problem } from '../manuscript/problem.ts'

/**
 * What the development server knows about `content/`, for the banner on its pages. Never used by a build.
 */
export interface Preview {
  problems: Problem[]
  /** Addresses of pages that a build would leave out: drafts, and what waits for its time. */
  hidden: string[]
  /** Tells open browsers to load their page again. */
  reload(): void
}

// Astro loads the content config, the pages and its own config in three module graphs of one process.
const KEY = Symbol.for('yifang-jiangren.preview')
const shared = globalThis as { [KEY]?: Preview }

/** The one state of this process. */
export function preview(): Preview {
  shared[KEY] ??= { problems: [], hidden: [], reload: () => undefined }
  return shared[KEY]
}
