import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { propertiesIn, type ScriptUse, shortenProperties, usableCss, usedBy, useOf } from './used-css.ts'

/** Stylesheets that are loaded one after the other, or one in the page. */
const SHEET = /((?:<link rel="stylesheet" href="[^"]+">)+)|<style>([\s\S]*?)<\/style>/g
const ADDRESS = /href="([^"]+)"/g
const SCRIPT = /<script\b(?![^>]*\bld\+json)([^>]*)>([\s\S]*?)<\/script>/g
const DATA = /\btype="?application\/json/

/** A stylesheet that was read. */
interface Sheet {
  usable: ReturnType<typeof usableCss>
  properties: readonly string[]
}

/**
 * Puts into every page the rules that it can use. Styles travel inside the page, so that nothing has to be fetched before it
 * is painted; a list need not bring the rules of a story. Astro only links them: with all rules in every page, most of what
 * was written and read again had to be taken out.
 */
export class PageStyles {
  #css: ReadonlyMap<string, string>
  #modules: ReadonlyMap<string, string>
  #sheets = new Map<string, Sheet>()
  #uses = new Map<string, ScriptUse>()

  private constructor(css: ReadonlyMap<string, string>, modules: ReadonlyMap<string, string>) {
    this.#css = css
    this.#modules = modules
  }

  /**
   * @param folder where Astro's stylesheets lie
   * @param modules all scripts that pages load, by name
   */
  static async load(folder: string, modules: ReadonlyMap<string, string>): Promise<PageStyles> {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.css'))
    const texts = names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)
    return new PageStyles(new Map(await Promise.all(texts)), modules)
  }

  /**
   * The page with what it can use of its stylesheets.
   * @throws where it links one that is not there
   */
  of(html: string): string {
    const scripts = this.#scriptsOf(html)
    const used = usedBy(html.replace(SCRIPT, '').replace(SHEET, ''), scripts)
    const sheets = [...html.matchAll(SHEET)].map(([, links, css]) => this.#sheet(links, css))
    let at = 0
    const page = html.replace(SHEET, () => {
      const sheet = sheets[at++] as Sheet
      // What the page's other sheets read is used, too.
      const others = sheets.filter((other) => other !== sheet).flatMap(({ properties }) => properties)
      const text = sheet.usable({ ...used, properties: new Set([...used.properties, ...others]) })
      return text && `<style>${text}</style>`
    })
    return inOneSheet(shortenProperties(page, scripts))
  }

  #sheet(links: string | undefined, inline = ''): Sheet {
    return kept(this.#sheets, links ?? inline, () => {
      const addresses = [...(links ?? '').matchAll(ADDRESS)].map((match) => match[1] as string)
      const css = links === undefined ? inline : addresses.map((address) => this.#loaded(address)).join('')
      return { usable: usableCss(css), properties: [...new Set(propertiesIn(css))] }
    })
  }

  #loaded(address: string): string {
    const css = this.#css.get(basename(address))
    if (css === undefined) throw new Error(`there is no ${address}`)
    return css
  }

  /** What all scripts that the page has, loads, or may load later can add to it. */
  #scriptsOf(html: string): ScriptUse[] {
    const uses: ScriptUse[] = []
    const found = new Set<string>()
    const follow = (text: string): void => {
      for (const [name] of text.matchAll(/[\w.-]+\.js\b/g)) {
        const module = this.#modules.get(name)
        if (module === undefined || found.has(name)) continue
        found.add(name)
        uses.push(kept(this.#uses, module, useOf))
        follow(module)
      }
    }
    for (const [tag, attributes = '', text = ''] of html.matchAll(SCRIPT)) {
      // Pages share their scripts, and each has its own data.
      uses.push(DATA.test(attributes) ? useOf(text) : kept(this.#uses, text, useOf))
      follow(tag)
    }
    return uses
  }
}

/** What `values` has for a key, or what `make` answers, which it then has. */
function kept<T>(values: Map<string, T>, key: string, make: (key: string) => T): T {
  const known = values.get(key)
  if (known !== undefined) return known
  const made = make(key)
  values.set(key, made)
  return made
}

/** One style element where the last one stood: the page's content policy names each by its hash, which does not compress. */
function inOneSheet(html: string): string {
  const end = html.indexOf('</head>')
  const head = html.slice(0, end)
  const styles = [...head.matchAll(SHEET)].map((match) => match[2] as string)
  let left = styles.length
  const merged = head.replace(SHEET, () => (--left === 0 ? `<style>${styles.join('')}</style>` : ''))
  return merged + html.slice(end)
}
