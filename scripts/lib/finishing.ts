import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { changedFiles } from '../../src/incremental/state.ts'
import { listFiles } from './site.ts'

/**
 * The pages in `dist`, and those of them that a step after Astro must finish: which this build made anew, or all where none
 * was kept. What a step does to a page may depend on nothing but the page, the scripts in `_astro/` and the settings.
 *
 * An .html file in `public/` is no page: search engines ask for files whose every byte they have given (「文件验证」).
 * @param given the folder of files that are published as they are
 */
export function pagesIn(dist: string, given = resolve('public')): { pages: string[]; toFinish: ReadonlySet<string> } {
  const changed = changedFiles(dist)
  const pages = listFiles(dist).filter((file) => file.endsWith('.html') && !existsSync(join(given, file)))
  return { pages, toFinish: new Set(pages.filter((file) => changed?.has(file) ?? true)) }
}

/**
 * Writes a page anew where `change` gives another one. Pages are small and done one after the other: waiting for each by promise
 * takes longer than reading it.
 * @returns the page as it then is
 * @throws what `change` throws, with the name of the page
 */
export function rewrite(dist: string, file: string, change: (html: string) => string): string {
  const path = join(dist, file)
  const html = readFileSync(path, 'utf8')
  try {
    const changed = change(html)
    if (changed !== html) writeFileSync(path, changed)
    return changed
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`)
  }
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
