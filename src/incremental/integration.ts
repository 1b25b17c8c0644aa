import { closeSync, existsSync, mkdirSync, openSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration, AstroPrerenderer } from 'astro'
import { Progress } from '../progress.ts'
import { digestOf } from './digest.ts'
import { openRegister, type Shown } from './pages.ts'
import { isUntouched, type Kept, putPending, settingsDigest, takeKept } from './state.ts'

type Path = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number]

/** Folders of the output that the steps after Astro own. */
const OWNED_BY_STEPS = ['fonts', 'pagefind', 'zh-hant']

/**
 * Leaves in the output folder every page whose view is what it was, as long as code, packages and settings are what
 * they were; makes the others anew and deletes what is no longer built. The result is that of a build from nothing, byte
 * for byte. Only `npm run build` turns it on (SITE_KEEP=1), because only it says when the pages are finished.
 *
 * Astro's own `experimental.incrementalBuild` is not used: it restores pages before the steps that finish them, copies
 * each page twice, and leaves to each route to name what its pages depend on.
 */
export function incremental(): AstroIntegration {
  let outDir = ''
  let root = ''
  let publicDir = ''
  let base = ''
  let settings = ''
  let kept: Kept | undefined
  let progress: Progress | undefined
  const expected = new Set<string>()
  const made = new Map<string, Shown | undefined>()
  const keys: Record<string, string> = {}
  return {
    name: 'incremental',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command === 'build' && isOn()) updateConfig({ vite: { build: { emptyOutDir: false } } })
      },
      'astro:config:done': ({ config }) => {
        outDir = fileURLToPath(config.outDir)
        root = fileURLToPath(config.root)
        publicDir = fileURLToPath(config.publicDir)
        base = config.base
      },
      'astro:build:start': async ({ setPrerenderer }) => {
        const before = takeKept(outDir)
        if (!isOn()) return
        settings = await settingsDigest(root)
        kept = before?.settings === settings ? before : undefined
        if (kept) rmSync(join(outDir, '_astro'), { recursive: true, force: true })
        else empty(outDir)
        const { pages } = openRegister(digestOf)
        const given = new Set(filesIn(publicDir))
        setPrerenderer((inner) => ({
          ...inner,
          getStaticPaths: async () => {
            const needed: Path[] = []
            for (const path of await inner.getStaticPaths()) {
              const file = fileOf(path)
              const shown = pages.get(path.cacheKey ?? '')
              expected.add(file)
              if (shown && (await isKept(file, shown))) continue
              made.set(file, shown)
              needed.push({ ...path, cacheKey: undefined })
            }
            console.log(`Pages: ${needed.length} of ${expected.size} files are made anew.`)
            progress = new Progress('Files', needed.length)
            return needed
          },
          render: async (request, options) => {
            const rendered = await inner.render(request, options)
            progress?.tick()
            const response = rendered instanceof Response ? rendered : rendered.response
            const pathname = pathnameOf(request, base)
            const file = fileOf({ pathname, route: options.routeData })
            // Astro lets files of public/ have their way, with a warning, and writes redirects.
            if (given.has(file) || !made.has(file) || !response.body || isRedirect(response)) return rendered
            await write(join(outDir, file), response.body)
            return nothing()
          },
        }))
      },
      'astro:build:done': () => {
        if (!isOn()) return
        progress?.end()
        for (const [file, shown] of made) {
          if (!existsSync(join(outDir, file))) throw new Error(`${file} was not built where it was expected`)
          if (shown?.digest) keys[file] = shown.digest
        }
        prune()
        const before = kept ?? { own: {}, notes: {} }
        putPending(outDir, { settings, keys, changed: [...made.keys()], before, own: {}, notes: {} })
      },
    },
  }

  async function isKept(file: string, shown: Shown): Promise<boolean> {
    const before = kept?.files[file]
    if (!before || !isUntouched(outDir, file, before)) return false
    if (digestOf(await shown.view()) !== before.key) return false
    keys[file] = before.key
    return true
  }

  /** Deletes what neither a route nor `public/` has made. */
  function prune(): void {
    for (const file of filesIn(publicDir)) expected.add(file)
    for (const file of filesIn(outDir)) {
      const [folder = ''] = file.split('/')
      if (folder === '_astro' || OWNED_BY_STEPS.includes(folder) || expected.has(file)) continue
      rmSync(join(outDir, file))
    }
    removeEmptyFolders(outDir)
  }
}

const isOn = () => process.env.SITE_KEEP === '1'

/** Astro writes no file for an answer without a body. */
const nothing = () => new Response(null)

const isRedirect = ({ status }: Response) => status >= 300 && status < 400

/**
 * Writes a file as it is made. Astro would gather the whole of it first, and make folder and file by promise: for a table of all
 * entries that is several times its size of memory, for small files more work than the writing.
 */
async function write(file: string, body: ReadableStream<Uint8Array>): Promise<void> {
  mkdirSync(dirname(file), { recursive: true })
  const open = openSync(file, 'w')
  try {
    for await (const part of body) writeFileSync(open, part)
  } finally {
    closeSync(open)
  }
}

/** The path that a page is asked for under, below the base path. */
const pathnameOf = ({ url }: Request, base: string): string =>
  new URL(url).pathname.slice(base.replace(/\/$/, '').length)

/** Where Astro writes a path, below the output folder. */
function fileOf({ pathname, route }: Pick<Path, 'pathname' | 'route'>): string {
  const name = decodeURI(pathname).replace(/^\/|\/$/g, '')
  if (route.type === 'endpoint') return name
  if (name === '404' || name === '500') return `${name}.html`
  return name ? `${name}/index.html` : 'index.html'
}

function empty(folder: string): void {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true })
}

const filesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) =>
          join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/').replace(/^\//, ''),
        )
    : []

function removeEmptyFolders(folder: string): boolean {
  const entries = readdirSync(folder, { withFileTypes: true })
  const left = entries.filter((entry) => !(entry.isDirectory() && removeEmptyFolders(join(folder, entry.name))))
  if (left.length > 0) return false
  rmSync(folder, { recursive: true })
  return true
}
