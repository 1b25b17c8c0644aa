import { readFile, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { pagesToFinish } from './lib/finishing.ts'

/**
 * Puts the small scripts that wait for somebody to ask into their pages (a step of `npm run build`),
 * so that waiting costs no request. Astro does that too, but not for scripts that load others later.
 */
const LARGEST = 4_000
const dist = resolve('dist')
const base = (process.env.SITE_BASE ?? '/').replace(/\/$/, '')
const SCRIPT = /<script type="module" src="([^"]+)"><\/script>/g
const INLINE = /<script type="module">([\s\S]*?)<\/script>/g
const IMPORT = /import\{([^}]+)\}from["'`]\.\/([^"'`]+)["'`];/g
const EFFECT = /import["'`]\.\/([^"'`]+)["'`];?/g
const EXPORT = /export\{([^}]+)\};?\s*$/

/**
 * Vite's helper fetches what a module needs together with it. Where a script names nothing to fetch (Vite would list it
 * in `__vite__mapDeps`), calling the loader is all it has to do.
 */
const PRELOAD_HELPER = /^preload-helper\./
const CALL = 'load=>load()'

for (const file of pagesToFinish(dist)) {
  const html = await readFile(join(dist, file), 'utf8')
  let result = html
  for (const [tag, address = ''] of html.matchAll(SCRIPT)) {
    const script = await whole(join(dist, address.slice(base.length)))
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

/** A built script with what it imports at once: `import{t as e}from"./x.js"` → `const{t:e}=(()=>{…return{t:a}})();`, `import"./x.js"` → `(()=>{…})();` */
async function whole(file: string): Promise<string> {
  let text = await readFile(file, 'utf8')
  for (const [statement, names = '', path = ''] of text.matchAll(IMPORT)) {
    const pairs = (list: string) => list.split(',').map((pair) => pair.trim().split(/\s+as\s+/))
    if (PRELOAD_HELPER.test(path) && !text.includes('__vite__mapDeps')) {
      text = text.replace(statement, () => `const ${pairs(names).map((pair) => `${pair.at(-1)}=${CALL}`)};`)
      continue
    }
    const imported = await whole(join(dirname(file), path))
    const exported = EXPORT.exec(imported)?.[1] ?? ''
    const returned = pairs(exported).map(([own, name = own]) => `${name}:${own}`)
    const wanted = pairs(names).map(([name, own = name]) => `${name}:${own}`)
    const body = imported.replace(EXPORT, '')
    text = text.replace(statement, () => `const{${wanted}}=(()=>{${body};return{${returned}}})();`)
  }
  for (const [statement, path = ''] of text.matchAll(EFFECT)) {
    const run = (await whole(join(dirname(file), path))).replace(EXPORT, '')
    text = text.replace(statement, () => `(()=>{${run}})();`)
  }
  return text
}
