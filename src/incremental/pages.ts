/**
 * What pages tell an incremental build: the door between the pages, which are bundled, and the integration, which is not.
 */

/** One page or file that a route makes, and what it shows. */
export interface Shown {
  /** Everything that it shows, made anew. */
  view(): unknown
  /** Digest of what `view` answered last. */
  digest?: string
}

/** Pages of the build that is going on, by the name under which Astro passes them on. */
export interface Register {
  pages: Map<string, Shown>
  digestOf(view: unknown): string
}

const KEY = Symbol.for('yifang-jiangren.incremental')
const shared = globalThis as { [KEY]?: Register }

/** Opens the register of a build; without one nothing is noted. */
export function openRegister(digestOf: Register['digestOf']): Register {
  shared[KEY] = { pages: new Map(), digestOf }
  return shared[KEY]
}

/**
 * A path for `getStaticPaths` whose page is made of `make()` and nothing else: the page asks its prop `view` for it. An
 * incremental build leaves the page as it is while the view stays the same, so whatever else it showed would go stale.
 * @param params of the route
 * @param make the view: plain data, the same for the same content
 */
export function pathOf<P extends Record<string, string | undefined>, V>(params: P, make: () => V) {
  const register = shared[KEY]
  if (!register) return { params, props: { view: make } }
  const shown: Shown = { view: make }
  const view = (): V => {
    const made = make()
    // Views made in steps are digested when they are there.
    if (made instanceof Promise)
      made.then(
        (value) => note(value),
        () => undefined,
      )
    else note(made)
    return made
  }
  const note = (value: unknown) => {
    shown.digest = register.digestOf(value)
  }
  const cacheKey = String(register.pages.size)
  register.pages.set(cacheKey, shown)
  return { params, props: { view }, cacheKey }
}
