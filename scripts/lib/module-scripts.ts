import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type Plugin, rolldown } from 'rolldown'

/** Scripts up to this many characters stand in their pages; what waits for somebody to ask costs no request then. */
const LARGEST = 4_000
const OPEN = '<script type="module"'
const CLOSE = '</script>'
const IMPORT = /\bimport(?:\{[^}]*\}from)?["'`]\.\/([^"'`]+)["'`]/g
const LATER = /\bimport\(["'`]\.\/([^"'`]+)["'`]\)/g

/**
 * Vite's helper fetches what a module needs together with it. Here no module needs another one: an import stands for itself, and
 * where it is wrapped otherwise calling the loader is all.
 */
const PRELOAD_HELPER = /preload-helper\./
const LIST = /const __vite__mapDeps=.*?=>i\.map\(i=>d\[i\]\);\n?/
const DEPENDENCIES = ',(?:__vite__mapDeps\\(\\[[\\d,]*\\]\\)|\\[\\])\\)'

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
 * Gives every built script what it imports at once, without what it does not use of it; those that were only parts of others are
 * deleted. Astro does so too, but not for scripts that load others later.
 * @param folder where they lie
 * @returns the scripts by name
 */
export async function makeWhole(folder: string): Promise<Map<string, string>> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.js'))
  const built = await Promise.all(files.map(async (file) => await readFile(join(folder, file), 'utf8')))
  const named = (pattern: RegExp) =>
    new Set(built.flatMap((text) => [...text.matchAll(pattern)].map(([, file = '']) => file)))
  const parts = named(IMPORT)
  const later = named(LATER)
  const left = files.filter((file) => later.has(file) || !parts.has(file))
  const scripts = new Map(
    await Promise.all(left.map(async (file) => [file, await whole(folder, file, later)] as const)),
  )
  await Promise.all(files.filter((file) => !scripts.has(file)).map((file) => rm(join(folder, file))))
  await Promise.all([...scripts].map(([file, text]) => writeFile(join(folder, file), text)))
  return scripts
}

/**
 * A built script with what it imports at once.
 * @param later scripts that stay imported, because they are loaded by themselves too and must be there only once
 */
async function whole(folder: string, file: string, later: ReadonlySet<string>): Promise<string> {
  const bundle = await rolldown({
    input: join(folder, file),
    external: (id, importer) => importer !== undefined && later.has(basename(id)),
    plugins: [withoutHelper],
  })
  try {
    const { output } = await bundle.generate({ format: 'es', minify: true, codeSplitting: false })
    const code = output[0].code.trim()
    return later.has(file) ? RUNS_AT_ONCE + code : code
  } finally {
    await bundle.close()
  }
}

/**
 * Takes Vite's helper out of a script: `e(()=>import(…).then(…),[])`, and what only takes names out of what comes,
 * `e(async()=>{let{go:n}=await import(…);return{go:n}},[])` → `import(…)`.
 */
const withoutHelper: Plugin = {
  name: 'without-preload-helper',
  load: (id) => (PRELOAD_HELPER.test(id) ? 'const load=load=>load();export{load as t}' : undefined),
  transform(script) {
    const plain = script.replace(LIST, '')
    const [, exported, name = exported] =
      /\bimport\{([\w$]+)(?: as ([\w$]+))?\}from["'`]\.\/preload-helper\./.exec(plain) ?? []
    if (!name) return plain
    const call = `(?<![\\w$.])${name.replaceAll('$', '\\$')}\\(`
    const forms = [
      `${call}async\\(\\)=>\\{let\\{[^{}]*\\}=await (import\\([^)]*\\));return\\{[^{}]*\\}\\}${DEPENDENCIES}`,
      `${call}\\(\\)=>(import\\((?:(?!${DEPENDENCIES}).)*)${DEPENDENCIES}`,
    ]
    return forms.reduce((text, form) => text.replace(new RegExp(form, 'gs'), '$1'), plain)
  },
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
