import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pagesToFinish } from './lib/finishing.ts'
import { listFiles } from './lib/site.ts'
import { propertiesIn, shortenProperties, usableCss, usedBy } from './lib/used-css.ts'

/**
 * Leaves in every page only the rules that it can use (a step of `npm run build`). Styles travel
 * inside the page, so that nothing has to be fetched before it is painted; a list need not bring
 * the rules of a story.
 */
const dist = resolve('dist')
const STYLE = /<style>([\s\S]*?)<\/style>/g
const SCRIPT = /<script\b(?![^>]*\bld\+json)[^>]*>([\s\S]*?)<\/script>/g

const files = listFiles(dist)
const modules = new Map(
  await Promise.all(
    files
      .filter((file) => file.startsWith('_astro/') && file.endsWith('.js'))
      .map(async (file) => [file.slice('_astro/'.length), await readFile(join(dist, file), 'utf8')] as const),
  ),
)
const sheets = new Map<string, ReturnType<typeof usableCss>>()

let [before, after] = [0, 0]
for (const file of pagesToFinish(dist)) {
  const html = await readFile(join(dist, file), 'utf8')
  const result = withUsedStyles(html)
  before += html.length
  after += result.length
  if (result !== html) await writeFile(join(dist, file), result)
}
if (before > 0) console.log(`Styles: pages ${Math.round((1 - after / before) * 100)} % smaller.`)

/** The page with its stylesheets cut down to what it can use. */
function withUsedStyles(html: string): string {
  const scripts = scriptsOf(html)
  const used = usedBy(html.replace(SCRIPT, '').replace(STYLE, ''), scripts)
  const styles = [...html.matchAll(STYLE)].map((match) => match[1] as string)
  const page = html.replace(STYLE, (_, css: string) => {
    const usable = sheets.get(css) ?? usableCss(css)
    sheets.set(css, usable)
    // What the page's other sheets read is used, too.
    const others = styles.filter((other) => other !== css).flatMap(propertiesIn)
    const text = usable({ ...used, properties: new Set([...used.properties, ...others]) })
    return text && `<style>${text}</style>`
  })
  return inOneSheet(shortenProperties(page, scripts))
}

/** One style element where the last one stood: the page's content policy names each by its hash, which does not compress. */
function inOneSheet(html: string): string {
  const end = html.indexOf('</head>')
  const head = html.slice(0, end)
  const styles = [...head.matchAll(STYLE)].map((match) => match[1] as string)
  let left = styles.length
  const merged = head.replace(STYLE, () => (--left === 0 ? `<style>${styles.join('')}</style>` : ''))
  return merged + html.slice(end)
}

/** Text of all scripts that the page has, loads, or may load later. */
function scriptsOf(html: string): string[] {
  const own = [...html.matchAll(SCRIPT)].map((match) => match[1] as string)
  const found = new Map<string, string>()
  const follow = (text: string): void => {
    for (const [name] of text.matchAll(/[\w.-]+\.js\b/g)) {
      const module = modules.get(name)
      if (module === undefined || found.has(name)) continue
      found.set(name, module)
      follow(module)
    }
  }
  for (const [tag] of html.matchAll(SCRIPT)) follow(tag)
  return [...own, ...found.values()]
}
