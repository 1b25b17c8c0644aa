import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'

/** Scripts up to this many characters stand in their pages; what waits for somebody to ask costs no request then. */
const LARGEST = 4_000
const OPEN = '<script type="module"'
const CLOSE = '</script>'
const IMPORT = /import\{([^}]+)\}from["'`]\.\/([^"'`]+)["'`];/g
const EFFECT = /import["'`]\.\/([^"'`]+)["'`];?/g
const LATER = /\bimport\(["'`]\.\/([^"'`]+)["'`]\)/g
const EXPORT = /export\{([^}]+)\};?\s*$/

/**
 * Vite's helper fetches what a module needs together with it. Here no module needs another one: an import stands for itself, and
 * where it is wrapped otherwise calling the loader is all.
 */
const PRELOAD_HELPER = /^preload-helper\./
const CALL = 'load=>load()'
const DEPENDENCIES = /const __vite__mapDeps=.*?=>i\.map\(i=>d\[i\]\);\n?|,__vite__mapDeps\(\[[\d,]*\]\)/g

/**
 * What is loaded later runs at once, all of it: a browser that knows compiles it aside, while it comes in, instead of
 * function by function in the way of the answer (https://explainers-by-googlers.github.io/explicit-javascript-compile-hints-file-based/).
 */
const RUNS_AT_ONCE = '//# allFunctionsCalledOnLoad\n'

/** A module script of a page: where it stands, where its text is, and its text unless it is loaded. */
interface ModuleScript {
  start: number
  end: number
  address: string | undefined
  text: string
}

/**
 * Gives every built script what it imports at once; those that were only parts of others are deleted. Astro does so too,
 * but not for scripts that load others later.
 * @param folder where they lie
 * @returns the scripts by name
 */
export async function makeWhole(folder: string): Promise<Map<string, string>> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.js'))
  const built = new Map(
    await Promise.all(files.map(async (file) => [file, await readFile(join(folder, file), 'utf8')] as const)),
  )
  const named = (pattern: RegExp, place: number) =>
    new Set([...built.values()].flatMap((text) => [...text.matchAll(pattern)].map((match) => match[place] as string)))
  const parts = new Set([...named(IMPORT, 2), ...named(EFFECT, 1)])
  const later = named(LATER, 1)
  const scripts = new Map<string, string>()
  for (const file of files) {
    if (parts.has(file) && !later.has(file)) {
      await rm(join(folder, file))
      continue
    }
    const text = whole(file, built, later)
    const isMarked = !later.has(file) || text.startsWith(RUNS_AT_ONCE)
    scripts.set(file, isMarked ? text : RUNS_AT_ONCE + text)
    await writeFile(join(folder, file), scripts.get(file) as string)
  }
  return scripts
}

/**
 * A built script with what it imports at once: `import{t as e}from"./x.js"` → `const{t:e}=(()=>{…return{t:a}})();`,
 * `import"./x.js"` → `(()=>{…})();`. What several of its parts import runs once, before them all: `const shared0=(()=>…)();`.
 * @param built all scripts as they were built, by name
 * @param apart scripts that stay imported, because they are loaded by themselves too and must be there only once
 */
function whole(file: string, built: ReadonlyMap<string, string>, apart: ReadonlySet<string>): string {
  const uses = usesOf(file, built, apart)
  const shared = new Map<string, string>()
  const before: string[] = []
  /** The script as an expression of what it exports. */
  const room = (path: string): string => {
    const text = filled(path)
    const exported = pairsOf(EXPORT.exec(text)?.[1] ?? '').map(([own, name = own]) => `${name}:${own}`)
    return `(()=>{${text.replace(EXPORT, '').replace(/;$/, '')};return{${exported}}})()`
  }
  const filled = (path: string): string => {
    let text = textOfScript(path, built).replace(DEPENDENCIES, '')
    for (const [statement, names = '', part = ''] of text.matchAll(IMPORT)) {
      if (apart.has(part)) continue
      if (PRELOAD_HELPER.test(part)) {
        text = withoutHelper(
          text.replace(statement, ''),
          pairsOf(names).flatMap((pair) => pair.at(-1) ?? []),
        )
        continue
      }
      const wanted = pairsOf(names).map(([name, own = name]) => `${name}:${own}`)
      let value = shared.get(part)
      if (!value && (uses.get(part) ?? 0) > 1) {
        const made = room(part)
        // Longer than the names that a bundler gives.
        value = `shared${shared.size}`
        shared.set(part, value)
        before.push(`const ${value}=${made};`)
      }
      text = text.replace(statement, () => `const{${wanted}}=${value ?? room(part)};`)
    }
    for (const [statement, part = ''] of text.matchAll(EFFECT)) {
      if (apart.has(part)) continue
      const run = filled(part).replace(EXPORT, '')
      // A script that is nothing but this needs no room of its own for it.
      text = text.trim() === statement ? run : text.replace(statement, () => `(()=>{${run}})();`)
    }
    return text
  }
  const text = filled(file)
  return before.join('') + text
}

/** By how many of a script and its parts each part is imported. */
function usesOf(file: string, built: ReadonlyMap<string, string>, apart: ReadonlySet<string>): Map<string, number> {
  const uses = new Map<string, number>()
  const count = (path: string): void => {
    for (const [, , part = ''] of textOfScript(path, built).matchAll(IMPORT)) {
      if (apart.has(part)) continue
      const before = uses.get(part) ?? 0
      uses.set(part, before + 1)
      if (before === 0) count(part)
    }
  }
  count(file)
  return uses
}

function textOfScript(file: string, built: ReadonlyMap<string, string>): string {
  const text = built.get(file)
  if (text === undefined) throw new Error(`a script imports ${file}, which was not built`)
  return text
}

/** What stands between the braces of an import or an export: `a as b, c` → [[a, b], [c]]. */
const pairsOf = (list: string): string[][] => (list ? list.split(',').map((pair) => pair.trim().split(/\s+as\s+/)) : [])

/** A script without Vite's helper, which it knows by these names: `e(()=>import(…).then(…),[])` → `import(…).then(…)`. */
function withoutHelper(script: string, names: readonly string[]): string {
  return names.reduce((text, name) => {
    const call = `(?<![\\w$.])${name.replaceAll('$', '\\$')}\\(`
    const plain = text.replace(new RegExp(`${call}\\(\\)=>(import\\(((?!,\\[\\]\\)).)*),\\[\\]\\)`, 'gs'), '$1')
    return new RegExp(call).test(plain) ? `const ${name}=${CALL};${plain}` : plain
  }, script)
}

/**
 * The page with its small scripts in it, as one where the last of them stood: the page's content policy names each by
 * its hash, which does not compress.
 * @param scripts whole scripts by name
 * @throws where the page asks for a script that is not there
 */
export function withInlineScripts(html: string, scripts: ReadonlyMap<string, string>): string {
  const inline = moduleScripts(html).flatMap((found) => {
    const text = textOf(found, scripts)
    return text === undefined ? [] : [{ ...found, text }]
  })
  if (inline.length === 0) return html
  const all = inline.length === 1 ? inline[0]?.text : inline.map(({ text }) => `(()=>{${text}})();`).join('')
  const parts: string[] = []
  let from = 0
  for (const [at, { start, end }] of inline.entries()) {
    parts.push(html.slice(from, start))
    if (at === inline.length - 1) parts.push(`${OPEN}>${all}${CLOSE}`)
    from = end
  }
  return parts.join('') + html.slice(from)
}

/** What stands in the page for a script; undefined where it goes on being loaded. */
function textOf({ address, text }: ModuleScript, scripts: ReadonlyMap<string, string>): string | undefined {
  if (address === undefined) return text
  const script = scripts.get(basename(address))
  if (script === undefined) throw new Error(`there is no ${address}`)
  if (script.length > LARGEST) return undefined
  const folder = address.slice(0, address.lastIndexOf('/') + 1)
  return script.replace(/\bimport\((["'`])\.\//g, `import($1${folder}`).trim()
}

function moduleScripts(html: string): ModuleScript[] {
  const found: ModuleScript[] = []
  for (let start = html.indexOf(OPEN); start >= 0; start = html.indexOf(OPEN, start + 1)) {
    const inside = html.indexOf('>', start) + 1
    const close = html.indexOf(CLOSE, inside)
    const address = /^ src="([^"]+)"/.exec(html.slice(start + OPEN.length, inside))?.[1]
    found.push({ start, end: close + CLOSE.length, address, text: html.slice(inside, close) })
  }
  return found
}
