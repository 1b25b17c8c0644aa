import { resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Loader, LoaderContext } from 'astro/loaders'
import { formatProblems, type Problem } from '../manuscript/problem.ts'
import type { Body } from '../manuscript/render.ts'
import { type Measured, measureFile } from '../photos/photo.ts'
import { Progress } from '../progress.ts'
import { KINDS, type Kind } from '../schemas/index.ts'
import { entryPath } from '../urls/paths.ts'
import { current } from './current.ts'
import { publicAt, publishNow } from './publication.ts'
import { readContent } from './read.ts'
import { Readings } from './readings.ts'
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

const isError = (problem: Problem) => problem.level === 'error'

/**
 * Astro content loader for everything in `content/`. Manuscripts are read, checked and rendered here, as data:
 * nothing from `content/` reaches the bundler, so nothing in it can run. The entries go straight to the pages and
 * not through Astro's store: writing it and reading it back costs more than all that it keeps.
 */
export function contentLoader(): Loader {
  return {
    name: 'content',
    load: async (context) => {
      const projectRoot = fileURLToPath(context.config.root)
      const root = contentRoot(projectRoot)
      if (context.watcher) await follow(root, context)
      else await publish(projectRoot, root, context)
    },
  }
}

/** Reads everything for a build. */
async function publish(projectRoot: string, root: string, { logger }: LoaderContext): Promise<void> {
  const readings = await Readings.kept(projectRoot, root)
  const content = await readContent(root)
  const progress = new Progress('Manuscripts', content.files.length)
  readings.onRead = () => progress.tick()
  const entries = publicEntries(validate(content, readings))
  progress.end()
  await readings.save()
  current().entries = await measured(root, entries)
  logger.info(`${entries.length} entries, ${readings.parsed} files parsed`)
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

const measured = (root: string, entries: readonly ValidEntry[]): Promise<ValidEntry[]> =>
  Promise.all(
    entries.map(async (entry) => ({ ...entry, photos: await measurePhotos(root, entry.kind, entry.id, entry.body) })),
  )

/** How long the files must be quiet before they are read again, in milliseconds: editors save in several steps. */
const QUIET = 40

let timer: NodeJS.Timeout | undefined

/**
 * The preview: drafts are shown, mistakes do not stop it. While there are errors the entries stay as they were, and
 * the pages show the mistakes instead (`src/preview/`).
 */
async function follow(root: string, { watcher, logger }: LoaderContext): Promise<void> {
  const readings = new Readings()
  // Before the first reading, so that nothing written meanwhile is missed.
  watcher?.add(root)
  for (const event of ['add', 'change', 'unlink', 'unlinkDir']) {
    watcher?.on(event, (path: string) => {
      if (!path.startsWith(root + sep)) return
      clearTimeout(timer)
      timer = setTimeout(() => {
        show(root, readings, logger).catch((error: Error) => logger.error(error.message))
      }, QUIET)
    })
  }
  await show(root, readings, logger)
}

async function show(root: string, readings: Readings, logger: LoaderContext['logger']): Promise<void> {
  const started = performance.now()
  const before = readings.parsed
  const state = current()
  const { entries, problems } = validate(await readContent(root), readings)
  const open = new Set(publicAt(entries, publishNow(process.env.PUBLISH_NOW)))
  state.problems = problems
  state.hidden = entries.filter((entry) => !open.has(entry)).map(({ kind, id }) => entryPath(kind, id))
  if (!problems.some(isError)) state.entries = await measured(root, entries)
  const [parsed, time] = [readings.parsed - before, Math.round(performance.now() - started)]
  logger.info(`${entries.length} entries, ${parsed} files parsed, ${time} ms`)
  state.reload()
}
