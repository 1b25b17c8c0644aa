import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { pagesToFinish } from './lib/finishing.ts'

/**
 * Gives every script what it imports at once, and puts the small ones into their pages (a step of `npm run build`): what
 * waits for somebody to ask costs no request, and what is asked for then comes in one. Astro does the latter too, but not
 * for scripts that load others later.
 */
const LARGEST = 4_000
const dist = resolve('dist')
const SCRIPT = /<script type="module" src="([^"]+)"><\/script>/g
const INLINE = /<script type="module">([\s\S]*?)<\/script>/g
const IMPORT = /import\{([^}]+)\}from["'`]\.\/([^"'`]+)["'`];/g
const EFFECT = /import["'`]\.\/([^"'`]+)["'`];?/g
const LATER = /\bimport\(["'`]\.\/([^"'`]+)["'`]\)/g
const EXPORT = /export\{([^}]+)\};?\s*$/

/** Vite's helper fetches what a module needs together with it. Here no module needs another one: calling the loader is all. */
const PRELOAD_HELPER = /^preload-helper\./
const CALL = 'load=>load()'
const DEPENDENCIES = /const __vite__mapDeps=.*?=>i\.map\(i=>d\[i\]\);\n?|,__vite__mapDeps\(\[[\d,]*\]\)/g

/**
 * What is loaded later runs at once, all of it: a browser that knows compiles it aside, while it comes in, instead of
 * function by function in the way of the answer (https://explainers-by-googlers.github.io/explicit-javascript-compile-hints-file-based/).
 */
const RUNS_AT_ONCE = '//# allFunctionsCalledOnLoad\n'

const scripts = await makeWhole(join(dist, '_astro'))
for (const file of pagesToFinish(dist)) {
  const html = await readFile(join(dist, file), 'utf8')
  let result = html
  for (const [tag, address = ''] of html.matchAll(SCRIPT)) {
    const script = scripts.get(basename(address))
    if (script === undefined) throw new Error(`${file}: there is no ${address}`)
    if (script.length > LARGEST) continue
    const folder = address.slice(0, address.lastIndexOf('/') + 1)
    const inline = script.replace(/\bimport\((["'`])\.\//g, `import($1${folder}`).trim()
    result = result.replace(tag, () => `<script type="module">${inline}</script>`)
  }
  result = inOneScript(result)
  if (result !== html) await writeFile(join(dist, file), result)
}

/** One script where the last one stood: the page's content policy names each by its hash, which does not compress. */
function inOneScript(html: string): string {
  const scripts = [...html.matchAll(INLINE)].map((match) => match[1] as string)
  let left = scripts.length
  if (left < 2) return html
  const all = scripts.map((text) => `(()=>{${text}})();`).join('')
  return html.replace(INLINE, () => (--left === 0 ? `<script type="module">${all}</script>` : ''))
}

/**
 * Makes every script of a folder whole; those that were only parts of others go.
 * @returns the scripts by name
 */
async function makeWhole(folder: string): Promise<Map<string, string>> {
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
 * `import"./x.js"` → `(()=>{…})();`
 * @param built all scripts as they were built, by name
 * @param apart scripts that stay imported, because they are loaded by themselves too and must be there only once
 */
function whole(file: string, built: ReadonlyMap<string, string>, apart: ReadonlySet<string>): string {
  const own = built.get(file)
  if (own === undefined) throw new Error(`a script imports ${file}, which was not built`)
  let text = own.replace(DEPENDENCIES, '')
  for (const [statement, names = '', path = ''] of text.matchAll(IMPORT)) {
    const pairs = (list: string) => list.split(',').map((pair) => pair.trim().split(/\s+as\s+/))
    if (apart.has(path)) continue
    if (PRELOAD_HELPER.test(path)) {
      text = text.replace(statement, () => `const ${pairs(names).map((pair) => `${pair.at(-1)}=${CALL}`)};`)
      continue
    }
    const imported = whole(path, built, apart)
    const exported = EXPORT.exec(imported)?.[1] ?? ''
    const returned = pairs(exported).map(([own, name = own]) => `${name}:${own}`)
    const wanted = pairs(names).map(([name, own = name]) => `${name}:${own}`)
    const body = imported.replace(EXPORT, '')
    text = text.replace(statement, () => `const{${wanted}}=(()=>{${body};return{${returned}}})();`)
  }
  for (const [statement, path = ''] of text.matchAll(EFFECT)) {
    if (apart.has(path)) continue
    const run = whole(path, built, apart).replace(EXPORT, '')
    text = text.replace(statement, () => `(()=>{${run}})();`)
  }
  return text
}
