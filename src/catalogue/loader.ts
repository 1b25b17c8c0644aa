import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Loader, LoaderContext } from 'astro/loaders'
import { formatProblems } from '../manuscript/problem.ts'
import type { Body } from '../manuscript/render.ts'
import { type Measured, measureFile } from '../photos/photo.ts'
import { KINDS, type Kind } from '../schemas/index.ts'
import { readContent } from './read.ts'
import { contentRoot } from './root.ts'
import { type ValidEntry, validate } from './validate.ts'

/** Thrown when `content/` has errors: the build stops before a single page is written. */
export class ContentError extends Error {
  constructor(report: string) {
    super(`稿件里有错误，网站没有生成。\n\n${report}`)
    this.name = 'ContentError'
    // The stack shows our code; the writer needs only the report.
    this.stack = this.message
  }
}

let reading: Promise<ValidEntry[]> | undefined

/** Reads and validates everything once, however many collections ask. */
function readAll(root: string): Promise<ValidEntry[]> {
  reading ??= readContent(root).then((content) => {
    const { entries, problems } = validate(content)
    if (problems.some((problem) => problem.level === 'error')) throw new ContentError(formatProblems(problems))
    return entries
  })
  return reading
}

/**
 * Astro content loader for one kind. Manuscripts are read, checked and rendered here, as data:
 * nothing from `content/` reaches the bundler, so nothing in it can run.
 */
export function contentLoader(kind: Kind): Loader {
  return {
    name: `content-${kind}`,
    load: async (context) => {
      const root = contentRoot(fileURLToPath(context.config.root))
      await fill(kind, root, context)
      context.watcher?.add(root)
      context.watcher?.on('change', async (path) => {
        if (!path.startsWith(root)) return
        reading = undefined
        await fill(kind, root, context).catch((error: Error) => context.logger.error(error.message))
      })
    },
  }
}

/** Sizes and digests of the pictures a body shows. */
async function measurePhotos(
  root: string,
  kind: Kind,
  id: string,
  body: Body | undefined,
): Promise<Record<string, Measured>> {
  const place = KINDS[kind]
  if (!body || !('folder' in place)) return {}
  const names = body.segments.flatMap((segment) =>
    typeof segment !== 'string' && segment.slot === 'photo' ? segment.src : [],
  )
  const measured = await Promise.all(
    names.map(async (name) => [name, await measureFile(resolve(root, place.folder, id, name))] as const),
  )
  return Object.fromEntries(measured)
}

async function fill(kind: Kind, root: string, { store, generateDigest }: LoaderContext): Promise<void> {
  const entries = (await readAll(root)).filter((entry) => entry.kind === kind)
  const kept = new Set(entries.map((entry) => entry.id))
  for (const id of store.keys()) if (!kept.has(id)) store.delete(id)
  for (const [order, { kind, id, data, body }] of entries.entries()) {
    const stored = { data, body, order, photos: await measurePhotos(root, kind, id, body) }
    store.set({ id, data: stored, digest: generateDigest(stored) })
  }
}
