import { changedFiles } from '../../src/incremental/state.ts'
import { listFiles } from './site.ts'

/**
 * The pages that a step after Astro must finish: those that this build made anew, or all where none was kept. What a step
 * does to a page may depend on nothing but the page, the scripts in `_astro/` and the settings: the others are finished.
 */
export function pagesToFinish(dist: string): string[] {
  const changed = changedFiles(dist)
  return listFiles(dist).filter((file) => file.endsWith('.html') && (changed?.has(file) ?? true))
}

/** Step under whose name pages are noted when scripts and styles are in them. */
export const WHOLE_PAGES = 'pages'

/** What later steps want to know of a page. */
export interface PageNote {
  /** Characters set in the display face; nothing where a page does without our lettering. */
  letters: string | undefined
  /** Whether it has a twin in traditional characters. */
  hasTwin: boolean
}

/** Step under whose name pages are noted when nothing about them changes any more. */
export const FINISHED_PAGES = 'lettering'

/** What is known of a finished page. */
export interface FinishedNote {
  /** The rules that give it its lettering. */
  faces: string
  /** Digest of the whole page. */
  digest: string
}
