/**
 * Which classes and elements of a page stand together on one element, and which inside which. Facts
 * are words: `.claim&.target` for one element, `.prose>h2` for an element anywhere inside another.
 */
export type Structure = ReadonlySet<string>

/** An element as its ancestors, its name and its classes make it. Pages share most of theirs, so each is worked out once. */
interface Place {
  names: readonly string[]
  /** Names of all elements around it. */
  around: readonly string[]
  facts: readonly string[]
  inner: Map<string, Place>
}

const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/
const TAG = /<(\/?)([a-z][\w-]*)((?:"[^"]*"|[^>"])*)>/gi

const root: Place = { names: [], around: [], facts: [], inner: new Map() }

/**
 * The structure of a page. One pass over its tags; an end without a beginning is passed over, so in
 * doubt there are too many facts and not too few.
 * @param html without scripts and styles
 */
export function structureOf(html: string): Structure {
  const seen = new Set<Place>()
  const open: Array<{ tag: string; place: Place }> = []
  for (const [, closing, tag = '', attributes = ''] of html.matchAll(TAG)) {
    if (closing) {
      const at = open.findLastIndex((each) => each.tag === tag)
      if (at >= 0) open.length = at
      continue
    }
    const place = enter(open.at(-1)?.place ?? root, tag, /\sclass="([^"]*)"/.exec(attributes)?.[1] ?? '')
    seen.add(place)
    if (!VOID.test(tag) && !attributes.endsWith('/')) open.push({ tag, place })
  }
  return new Set([...seen].flatMap(({ facts }) => facts))
}

function enter(parent: Place, tag: string, classes: string): Place {
  const key = `${tag} ${classes}`
  const known = parent.inner.get(key)
  if (known) return known
  const names = [tag, ...classes.split(/\s+/).flatMap((name) => (name ? [`.${name}`] : []))]
  const around = [...new Set([...parent.around, ...parent.names])]
  const facts = names.flatMap((name) => [
    ...names.map((other) => `${name}&${other}`),
    ...around.map((outer) => `${outer}>${name}`),
  ])
  const place = { names, around, facts, inner: new Map() }
  parent.inner.set(key, place)
  return place
}
