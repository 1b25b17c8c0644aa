import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { incremental } from './integration.ts'
import { pathOf } from './pages.ts'
import { alsoChanged, changedFiles, finish, notesOf, ownKept, putNotes, putOwn, takeKept } from './state.ts'

/**
 * The integration with a stand-in for Astro that writes what a view shows. The whole build, byte for byte, is
 * tried in `scripts/e2e/incremental.e2e.ts`.
 */
let root: string
let dist: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'yifang-incremental-'))
  dist = join(root, 'dist')
  mkdirSync(join(root, 'src'))
  mkdirSync(join(root, 'public'))
  writeFileSync(join(root, 'src/page.ts'), 'one')
  vi.stubEnv('SITE_KEEP', '1')
  vi.spyOn(console, 'log').mockImplementation(() => undefined)
})

afterEach(() => {
  takeKept(dist)
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  rmSync(root, { recursive: true })
})

type Views = Record<string, unknown>

/** What a page answers when it shows a view. */
const shown = (view: unknown): Response => new Response(JSON.stringify(view))

/** Builds pages with these views. @returns the files that were made */
async function build(
  views: Views,
  { steps = () => {}, breaksOff = false, answer = shown, base = '/' } = {},
): Promise<string[]> {
  const { hooks } = incremental()
  const folder = (path: string) => pathToFileURL(`${path}/`)
  const config = { outDir: folder(dist), root: folder(root), publicDir: folder(join(root, 'public')), base }
  // The hooks take far more than they use here.
  const call = (name: keyof typeof hooks, options: unknown) => (hooks[name] as (options: unknown) => unknown)?.(options)
  await call('astro:config:done', { config })
  let wrap = (inner: unknown) => inner
  await call('astro:build:start', { setPrerenderer: (given: typeof wrap) => (wrap = given) })
  const paths = Object.entries(views).map(([id, view]) => ({ id, ...pathOf({ id }, () => view) }))
  const route = { type: 'page' }
  const prerenderer = wrap({
    getStaticPaths: async () =>
      paths.map(({ id, ...path }) => ({
        pathname: `/${id}/`,
        route,
        cacheKey: 'cacheKey' in path ? path.cacheKey : undefined,
      })),
    render: async ({ url }: Request) =>
      answer(paths.find((path) => new URL(url).pathname.endsWith(`/${path.id}/`))?.props.view()),
  }) as {
    getStaticPaths(): Promise<Array<{ pathname: string }>>
    render(request: Request, options: { routeData: typeof route }): Promise<Response>
  }
  const made = (await prerenderer.getStaticPaths()).map(({ pathname }) => pathname.slice(1, -1))
  for (const id of made) {
    const request = new Request(`http://localhost${base.replace(/\/$/, '')}/${id}/`)
    const text = await (await prerenderer.render(request, { routeData: route })).text()
    // As Astro does with what is left to it.
    if (text === '') continue
    mkdirSync(join(dist, id), { recursive: true })
    writeFileSync(join(dist, id, 'index.html'), `${text} by Astro`)
  }
  if (breaksOff) return made
  await call('astro:build:done', {})
  for (const file of changedFiles(dist) ?? []) appendFileSync(join(dist, file), ' finished')
  steps()
  finish(dist)
  return made
}

const read = (id: string) => readFileSync(join(dist, id, 'index.html'), 'utf8')

describe('an incremental build', () => {
  it('makes only pages whose view changed, and leaves the others finished', async () => {
    expect(await build({ a: { text: 1 }, b: { text: 2 } })).toEqual(['a', 'b'])
    expect(await build({ a: { text: 1 }, b: { text: 3 } })).toEqual(['b'])
    expect([read('a'), read('b')]).toEqual(['{"text":1} finished', '{"text":3} finished'])
  })

  it('writes pages as they are made, below any base path, and leaves redirects to Astro', async () => {
    await build({ a: { text: '一方' } }, { base: '/topic/' })
    expect(read('a')).toBe('{"text":"一方"} finished')
    await build({ b: 1 }, { answer: () => new Response('gone to /a/', { status: 301 }) })
    expect(read('b')).toBe('gone to /a/ by Astro finished')
  })

  it('leaves to Astro what public/ has a file for', async () => {
    mkdirSync(join(root, 'public/a'))
    writeFileSync(join(root, 'public/a/index.html'), '')
    await build({ a: 1 })
    expect(read('a')).toBe('1 by Astro finished')
  })

  it('makes everything when code or a setting changed', async () => {
    const views = { a: 1, b: 2 }
    await build(views)
    writeFileSync(join(root, 'src/page.ts'), 'two')
    expect(await build(views)).toEqual(['a', 'b'])
    vi.stubEnv('SITE_BASE', '/topic')
    expect(await build(views)).toEqual(['a', 'b'])
    expect(await build(views)).toEqual([])
  })

  it('deletes what is no longer built, and nothing of public/', async () => {
    writeFileSync(join(root, 'public/icon.svg'), '')
    await build({ a: 1, b: 2 })
    writeFileSync(join(dist, 'icon.svg'), '')
    writeFileSync(join(dist, 'stray.html'), '')
    await build({ a: 1 })
    expect(readdirSync(dist).sort()).toEqual(['a', 'icon.svg'])
  })

  it('that keeps nothing forgets a build that broke off: every page is finished', async () => {
    await build({ a: 1, b: 2 })
    await expect(
      build(
        { a: 1, b: 4 },
        {
          steps: () => {
            throw new Error('a step broke off')
          },
        },
      ),
    ).rejects.toThrow()
    expect(changedFiles(dist)).toEqual(new Set(['b/index.html']))
    vi.stubEnv('SITE_KEEP', '')
    await build({ a: 1, b: 4 }, { breaksOff: true })
    expect(changedFiles(dist)).toBeUndefined()
  })

  it('does not trust what was changed or deleted since', async () => {
    await build({ a: 1, b: 2, c: 3 })
    appendFileSync(join(dist, 'a/index.html'), 'x')
    rmSync(join(dist, 'b/index.html'))
    expect(await build({ a: 1, b: 2, c: 3 })).toEqual(['a', 'b'])
  })

  it('starts from nothing after a build that broke off', async () => {
    await build({ a: 1, b: 2 })
    await build({ a: 5, b: 2 }, { breaksOff: true })
    expect(await build({ a: 1, b: 2 })).toEqual(['a', 'b'])
    expect(read('a')).toBe('1 finished')
  })

  it('finishes what a step changed besides', async () => {
    await build({ a: 1, b: 2 })
    await build({ a: 1, b: 3 }, { steps: () => alsoChanged(dist, ['a/index.html']) })
    expect(await build({ a: 1, b: 3 })).toEqual([])
  })

  it('lets steps keep files of their own as long as their note is the same', async () => {
    const step = (note: string, names: string[]) => {
      const kept = ownKept(dist, 'twins', note)
      const made = names.filter((name) => !kept?.has(name))
      for (const name of made) {
        mkdirSync(dirname(join(dist, name)), { recursive: true })
        writeFileSync(join(dist, name), note)
      }
      putOwn(dist, 'twins', note, names)
      return made
    }
    const twins = async (note: string, names: string[]) => {
      let made: string[] = []
      await build(
        { a: 1 },
        {
          steps: () => {
            made = step(note, names)
          },
        },
      )
      return made
    }
    const [x, y] = ['zh-hant/x.html', 'zh-hant/y.html']
    expect(await twins('n', [x, y])).toEqual([x, y])
    expect(await twins('n', [x, y])).toEqual([])
    appendFileSync(join(dist, x), 'x')
    expect(await twins('n', [x])).toEqual([x])
    expect(existsSync(join(dist, y))).toBe(false)
    expect(await twins('m', [x])).toEqual([x])
  })

  it('tells steps what they noted of files that stay, and nothing of files made anew', async () => {
    const noted: Array<Array<[string, string]>> = []
    const step = (notes: Record<string, string>) => () => {
      noted.push([...notesOf<string>(dist, 'letters')])
      putNotes(dist, 'letters', new Map(Object.entries(notes)))
      noted.push([...notesOf<string>(dist, 'letters')])
    }
    await build({ a: 1, b: 2 }, { steps: step({ 'a/index.html': 'x', 'b/index.html': 'y' }) })
    await build({ a: 1, b: 3 }, { steps: step({ 'a/index.html': 'x', 'b/index.html': 'z' }) })
    expect(noted).toEqual([
      [],
      [
        ['a/index.html', 'x'],
        ['b/index.html', 'y'],
      ],
      [['a/index.html', 'x']],
      [
        ['a/index.html', 'x'],
        ['b/index.html', 'z'],
      ],
    ])
  })
})
