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
