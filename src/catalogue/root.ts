import { resolve } from 'node:path'

/**
 * The folder of the content: `content/`, or the one CONTENT_DIR names. Fixtures and benchmarks build
 * other content with the same site.
 */
export function contentRoot(projectRoot = process.cwd()): string {
  return resolve(projectRoot, process.env.CONTENT_DIR ?? 'content')
}

/**
 * The day PUBLISH_NOW names, in Beijing: a day, or a moment with its offset. Without it the build knows
 * no clock and goes by the newest day in the content.
 */
export function publishDay(text = process.env.PUBLISH_NOW): string | undefined {
  if (!text) return undefined
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text
  const moment = new Date(text)
  if (Number.isNaN(moment.getTime()))
    throw new Error(`PUBLISH_NOW 写成 2026-11-22 或 2026-11-22T09:00+08:00，现在是「${text}」`)
  return new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
}
