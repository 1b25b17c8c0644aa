import { resolve } from 'node:path'

/**
 * The folder of the content: `content/`, or the one CONTENT_DIR names. Fixtures and benchmarks build
 * other content with the same site.
 */
export function contentRoot(projectRoot = process.cwd()): string {
  return resolve(projectRoot, process.env.CONTENT_DIR ?? 'content')
}
