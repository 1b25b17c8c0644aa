import { readFileSync } from 'node:fs'
import { createContext, runInContext } from 'node:vm'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

/**
 * The worker's code without a browser: what it decides when answers are lost, late or of another release. That browsers
 * do as it says is tested in scripts/e2e/offline.e2e.ts.
 */
const ORIGIN = 'https://a.cn'
const RELEASE = '0123456789abcdef'
const OTHER = 'fedcba9876543210'

/** What the network answers to a path; it hangs where nothing is said. */
type Answer = () => Response | Promise<Response>

/** The caches of a browser, as far as the worker knows them. */
function fakeCaches(names: readonly string[]) {
  const all = new Map(names.map((name) => [name, new Map<string, Response>()]))
  const pathOf = (key: string | Request) => new URL(typeof key === 'string' ? key : key.url, ORIGIN).pathname
  const open = (name: string) => {
    const cache = all.get(name) ?? new Map<string, Response>()
    all.set(name, cache)
    return {
      put: async (key: string, response: Response) => void cache.set(pathOf(key), response),
      delete: async (key: string) => cache.delete(pathOf(key)),
      match: async (key: string | Request) => cache.get(pathOf(key))?.clone(),
      keys: async () => [...cache.keys()].map((path) => new Request(ORIGIN + path)),
    }
  }
  return {
    all,
    keys: async () => [...all.keys()],
    has: async (name: string) => all.has(name),
    open: async (name: string) => open(name),
    delete: async (name: string) => all.delete(name),
    match: async (key: string, { cacheName }: { cacheName: string }) => all.get(cacheName)?.get(pathOf(key))?.clone(),
  }
}

/** A worker (or its tombstone) at `base`, in a browser that has these caches and these windows open. */
function start(code: 'worker' | 'tombstone', { base = '', names = [] as string[], windows = [] as string[] } = {}) {
  const listeners = new Map<string, (event: object) => void>()
  const caches = fakeCaches(names)
  const answers: Record<string, Answer> = {}
  const asked: Array<string | Request> = []
  const updates = vi.fn(async () => undefined)
  const self = {
    addEventListener: (type: string, listener: (event: object) => void) => listeners.set(type, listener),
    skipWaiting: () => undefined,
    registration: { waiting: null, update: updates, unregister: async () => true },
  }
  const constants = { RELEASE, BASE: base, NEEDED: [], EXTRAS: [], ROOM: 1_000_000 }
  const context = createContext({
    self,
    caches,
    location: { origin: ORIGIN },
    clients: { claim: async () => undefined, matchAll: async () => windows.map((url) => ({ url })) },
    fetch: (what: string | Request) => {
      asked.push(what)
      const { pathname } = new URL(typeof what === 'string' ? what : what.url, ORIGIN)
      return new Promise<Response>((answer) => {
        if (answers[pathname]) answer(answers[pathname]())
      })
    },
    ...{ URL, Request, Response, setTimeout },
  })
  const lines = Object.entries(constants).map(([name, value]) => `const ${name} = ${JSON.stringify(value)}\n`)
  runInContext(lines.join('') + readFileSync(new URL(`${code}.js`, import.meta.url), 'utf8'), context)
  /** Sends an event; `kept` are the promises that keep the worker alive for it. */
  const send = (type: string, event: object = {}) => {
    const alive: Array<Promise<unknown>> = []
    let answer: Promise<Response> | undefined
    listeners.get(type)?.({
      ...event,
      waitUntil: (promise: Promise<unknown>) => void alive.push(promise),
      respondWith: (promise: Promise<Response>) => {
        answer = promise
      },
    })
    return { alive, answer }
  }
  const ask = (path: string, mode: 'navigate' | 'no-cors') => {
    // Pages are asked for with a mode that scripts cannot give to a request of their own.
    const request = mode === 'navigate' ? page(path) : new Request(ORIGIN + path, { mode })
    return send('fetch', { request })
  }
  return { caches, answers, asked, updates, send, ask }
}

const page = (path: string) => ({ method: 'GET', url: ORIGIN + path, mode: 'navigate', headers: new Headers() })
const text =
  (words: string, status = 200): Answer =>
  () =>
    new Response(words, { status })
const lost: Answer = () => Promise.reject(new TypeError('no network'))
const CACHE = `yifang:/${RELEASE}`
const PATIENCE = 4000

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout'] }))
afterEach(() => void vi.useRealTimers())

describe('a page that comes from the network', () => {
  /** Opens a page in a browser that keeps something, while release.txt answers so. */
  async function open(release: Answer) {
    const worker = start('worker', { names: [CACHE] })
    worker.answers['/about/'] = text('关于')
    worker.answers['/release.txt'] = release
    const { alive, answer } = worker.ask('/about/', 'navigate')
    const shown = vi.fn()
    answer?.then(shown)
    await vi.advanceTimersByTimeAsync(PATIENCE)
    return { alive, shown, worker, kept: () => worker.caches.all.get(CACHE) }
  }

  it('of this release is kept', async () => {
    const { alive, kept, worker } = await open(text(RELEASE))
    await Promise.all(alive)
    expect([...(kept()?.keys() ?? [])]).toEqual(['/about/'])
    expect(worker.updates).not.toHaveBeenCalled()
  })

  it.each([
    ['another release', text(OTHER)],
    ['no release any more', text('', 404)],
    ['that it is gone', text('', 410)],
  ])('with %s gives up what is kept, and looks for the next worker', async (_, release) => {
    const { alive, kept, worker } = await open(release)
    await Promise.all(alive)
    expect(kept()).toBe(undefined)
    expect(worker.updates).toHaveBeenCalledOnce()
  })

  it.each([
    ['lost', lost],
    ['answered by a server in trouble', text('', 503)],
    ['answered by a stranger', text('<html>请登录</html>')],
  ])('is shown, not kept, and costs nothing that is, where the question for the release is %s', async (_, release) => {
    const { alive, shown, kept, worker } = await open(release)
    await Promise.all(alive)
    expect(shown).toHaveBeenCalledOnce()
    expect(kept()?.size).toBe(0)
    expect(worker.updates).not.toHaveBeenCalled()
  })

  it('is shown though the question for the release hangs; its answer counts when it comes', async () => {
    let say: (response: Response) => void = () => undefined
    const { alive, shown, kept, worker } = await open(
      () =>
        new Promise((answer) => {
          say = answer
        }),
    )
    expect(shown).toHaveBeenCalledOnce()
    expect(kept()?.size).toBe(0)
    say(new Response(OTHER))
    await Promise.all(alive)
    expect(kept()).toBe(undefined)
    expect(worker.updates).toHaveBeenCalledOnce()
  })
})

describe('a part of a page', () => {
  /** How the network was asked for a part: what the browser's own cache may say to it. */
  async function askFor(path: string) {
    const worker = start('worker', { names: [CACHE] })
    worker.answers[new URL(path, ORIGIN).pathname] = text('part')
    worker.answers['/release.txt'] = text(RELEASE)
    const { alive, answer } = worker.ask(path, 'no-cors')
    await answer
    await Promise.all(alive)
    const request = worker.asked[0] as Request
    return { cache: request.cache, kept: [...(worker.caches.all.get(CACHE)?.keys() ?? [])] }
  }

  it('that may change under its address is asked for anew: the browser has that of the release before for an hour', async () => {
    expect(await askFor('/tiles/x.jpg')).toEqual({ cache: 'no-cache', kept: ['/tiles/x.jpg'] })
  })

  it('that never changes, or is not kept, comes as the browser has it', async () => {
    expect(await askFor('/photos/ab-480.avif')).toEqual({ cache: 'default', kept: ['/photos/ab-480.avif'] })
    expect(await askFor('/tiles/x.jpg?2')).toEqual({ cache: 'default', kept: [] })
  })
})

describe.each(['worker', 'tombstone'] as const)('the activation of a %s', (code) => {
  const home = [`yifang:/${OTHER}`, 'yifang:/topic/0123456789abcdef', 'somebody-else']
  const below = [`yifang:/topic/${OTHER}`, 'yifang:/topic/more/0123456789abcdef', `yifang:/${OTHER}`]

  it.each([
    ['/', '', home],
    ['/topic/', '/topic', below],
  ])('at %s clears after this site, and leaves those below and above it alone', async (_, base, names) => {
    const worker = start(code, { base, names })
    await Promise.all(worker.send('activate').alive)
    expect(await worker.caches.keys()).toEqual(names.slice(1))
  })
})

describe('the activation of a worker', () => {
  it('keeps the page that is open, and does not make others wait for it', async () => {
    const worker = start('worker', { names: [CACHE], windows: [`${ORIGIN}/about/`] })
    let say: (response: Response) => void = () => undefined
    worker.answers['/release.txt'] = text(RELEASE)
    worker.answers['/about/'] = () =>
      new Promise((answer) => {
        say = answer
      })
    await Promise.all(worker.send('activate').alive)
    say(new Response('关于'))
    await vi.waitFor(() => expect([...(worker.caches.all.get(CACHE)?.keys() ?? [])]).toEqual(['/about/']))
  })

  it.each([
    ['keeps the drawings on it too', RELEASE, ['/tiles/a.svg', '/about/']],
    ['keeps neither where another release has been published meanwhile', 'f'.repeat(16), []],
  ])('%s', async (_, release, paths) => {
    const worker = start('worker', { names: [CACHE], windows: [`${ORIGIN}/about/`] })
    const asked = vi.fn(text(release))
    worker.answers['/release.txt'] = asked
    worker.answers['/about/'] = text('<img class="tile" src="/tiles/a.svg"><img src="/tiles/a.svg">')
    worker.answers['/tiles/a.svg'] = text('<svg/>')
    await Promise.all(worker.send('activate').alive)
    await vi.waitFor(() => expect(asked).toHaveBeenCalled())
    await vi.waitFor(() => expect([...(worker.caches.all.get(CACHE)?.keys() ?? [])]).toEqual(paths))
    expect(asked).toHaveBeenCalledTimes(1)
  })
})
