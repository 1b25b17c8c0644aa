import type { Catalogue, Entry } from '../catalogue/catalogue.ts'
import { escapeXml } from '../text/xml.ts'
import { withBase } from '../urls/base.ts'
import { readHash } from '../urls/paths.ts'

/** Elements in whose text names stay as they are. */
const NO_LINKS = new Set(['a', 'h2', 'h3', 'h4', 'blockquote', 'code', 'pre'])

/**
 * Links the first mention of every entry on one page, so that whatever a page names can be reached.
 * Entries the writer linked in the body, and the page's own entry, are left alone.
 */
export class Linker {
  readonly #seen = new Set<Entry>()
  readonly #catalogue: Catalogue
  readonly #base: string
  #closed = 0

  constructor(self: Entry, catalogue: Catalogue, base: string) {
    this.#seen.add(self)
    this.#catalogue = catalogue
    this.#base = base
    for (const { url } of self.body.links) {
      const target = catalogue.names.byPath.get(readHash(url).path)
      if (target) this.#seen.add(target)
    }
  }

  /** Plain text to HTML with links. */
  text(plain: string): string {
    return this.#link(escapeXml(plain))
  }

  /** HTML of our own making (balanced tags, no comments) to HTML with links. */
  html(html: string): string {
    return html
      .split(/(<[^>]*>)/)
      .map((part, index) => (index % 2 ? this.#tag(part) : this.#closed > 0 ? part : this.#link(part)))
      .join('')
  }

  #tag(tag: string): string {
    const match = /^<(\/?)([a-z0-9]+)/.exec(tag)
    if (match && NO_LINKS.has(match[2] as string)) this.#closed += match[1] ? -1 : 1
    return tag
  }

  #link(text: string): string {
    let result = ''
    let done = 0
    for (const { start, end, entry } of this.#catalogue.names.find(text)) {
      if (this.#seen.has(entry)) continue
      this.#seen.add(entry)
      result += `${text.slice(done, start)}<a href="${withBase(entry.path, this.#base)}">${text.slice(start, end)}</a>`
      done = end
    }
    return result + text.slice(done)
  }
}
