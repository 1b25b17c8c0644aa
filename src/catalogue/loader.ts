import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Loader, LoaderContext } from 'astro/loaders'
import { formatProblems, type Problem } from '../manuscript/problem.ts'
import type { Body } from '../manuscript/render.ts'
import { type Measured, measureFile } from '../photos/photo.ts'
import { KINDS, type Kind } from '../schemas/index.ts'
import { entryPath } from '../urls/paths.ts'
import { preview } from './preview.ts'
import { publicAt, publishNow } from './publication.ts'
import { readContent } from './read.ts'
import { contentRoot } from './root.ts'
import { type Validation, type ValidEntry, validate } from './validate.ts'

/** Thrown when `content/` has errors: the build stops before a single page is written. */
export class ContentError extends Error {
  constructor(report: string) {
    super(`稿件里有错误，网站没有生成。\n\n${report}`)
    this.name = 'ContentError'
    // The stack shows our code; the writer needs only the report.
    this.stack = this.message
  }
}

let reading: Promise<Validation> | undefined

/** Reads and validates everything once, however many collections ask. */
function readAll(root: string): Promise<Validation> {
  reading ??= readContent(root).then(validate)
  return reading
}

const isError = (problem: Problem) => problem.level === 'error'

/**
 * Astro content loader for one kind. Manuscripts are read, checked and rendered here, as data:
 * nothing from `content/` reaches the bundler, so nothing in it can run.
 */
export function contentLoader(kind: Kind): Loader {
  return {
    name: `content-${kind}`,
    load: async (context) => {
      const root = contentRoot(fileURLToPath(context.config.root))
      if (context.watcher) await follow(kind, root, context)
      else await fill(kind, root, context, publicEntries(await readAll(root)))
    },
  }
}

/**
 * What a build publishes.
 * @throws ContentError when anything is wrong
 */
function publicEntries({ entries, problems }: Validation): ValidEntry[] {
  if (problems.some(isError)) throw new ContentError(formatProblems(problems))
  return publicAt(entries, publishNow(process.env.PUBLISH_NOW))
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

async function fill(
  kind: Kind,
  root: string,
  { store, generateDigest }: LoaderContext,
  all: readonly ValidEntry[],
): Promise<void> {
  const entries = all.filter((entry) => entry.kind === kind)
  const kept = new Set(entries.map((entry) => entry.id))
  for (const id of store.keys()) if (!kept.has(id)) store.delete(id)
  for (const [order, { kind, id, data, body }] of entries.entries()) {
    const stored = { data, body, order, photos: await measurePhotos(root, kind, id, body) }
    store.set({ id, data: stored, digest: generateDigest(stored) })
  }
}

/** How long the files must be quiet before they are read again, in milliseconds: editors save in several steps. */
const QUIET = 40

let timer: NodeJS.Timeout | undefined

/**
 * The preview: drafts are shown, mistakes do not stop it. Entries go straight to the pages, because writing
 * Astro's store and reading it back takes seconds at a thousand entries. While there are errors they stay as
 * they were, and the pages show the mistakes instead (`src/preview/`).
 */
async function follow(kind: Kind, root: string, { watcher, logger }: LoaderContext): Promise<void> {
  // One collection watches for all.
  if (kind !== Object.keys(KINDS)[0]) return
  // Before the first reading, so that nothing written meanwhile is missed.
  watcher?.add(root)
  for (const event of ['add', 'change', 'unlink', 'unlinkDir']) {
    watcher?.on(event, (path: string) => {
      if (!path.startsWith(root)) return
      clearTimeout(timer)
      timer = setTimeout(() => {
        reading = undefined
        show(root).catch((error: Error) => logger.error(error.message))
      }, QUIET)
    })
  }
  await show(root)
}

async function show(root: string): Promise<void> {
  const state = preview()
  const { entries, problems } = await readAll(root)
  const open = new Set(publicAt(entries, publishNow(process.env.PUBLISH_NOW)))
  state.problems = problems
  state.hidden = entries.filter((entry) => !open.has(entry)).map(({ kind, id }) => entryPath(kind, id))
  if (!problems.some(isError)) {
    state.entries = await Promise.all(
      entries.map(async (entry) => ({
        ...entry,
        photos: await measurePhotos(root, entry.kind, entry.id, entry.body),
      })),
    )
  }
  state.reload()
}
