import { HtmlValidate } from 'html-validate'
import { attribute, type BuiltPage, type Element, listFiles } from './site.ts'

/** Attributes that name one address; `srcset` names several. */
const LINKS = ['href', 'src', 'action', 'poster']

/**
 * Links of a built site that lead nowhere, anchors included: `/page/ → /address/`.
 * @param base the site's base path; links start with it
 */
export function deadLinks(pages: readonly BuiltPage[], dist: string, base = '/'): string[] {
  const prefix = base.replace(/\/$/, '')
  const byPath = new Map(pages.map((page) => [page.path, page]))
  const files = new Set(listFiles(dist).map((file) => `/${file}`))
  const ids = new Map(
    pages.map((page) => [page.path, new Set(page.elements.flatMap((element) => attribute(element, 'id') ?? []))]),
  )
  const isDead = (page: BuiltPage, value: string): boolean => {
    const target = new URL(value, `http://site${prefix}${page.path}`)
    const whole = decodeURIComponent(target.pathname)
    if (!whole.startsWith(`${prefix}/`)) return true
    const path = whole.slice(prefix.length)
    const hash = decodeURIComponent(target.hash.slice(1))
    return !(byPath.has(path) || files.has(path)) || (hash !== '' && !ids.get(path)?.has(hash))
  }
  return pages.flatMap((page) =>
    page.elements
      .flatMap(linksOf)
      .filter((value) => value && !/^(?:https?:|mailto:|tel:|data:)/.test(value) && isDead(page, value))
      .map((value) => `${page.path} → ${value}`),
  )
}

function linksOf(element: Element): string[] {
  const one = LINKS.flatMap((name) => attribute(element, name) ?? [])
  const several = (attribute(element, 'srcset') ?? '').split(',').map((part) => part.trim().split(/\s+/)[0] as string)
  const refreshed =
    element.tagName === 'meta' ? (/^\d+; url=(.*)$/.exec(attribute(element, 'content') ?? '')?.[1] ?? '') : ''
  return [...one, ...several, refreshed].filter(Boolean)
}

/** What a browser would fetch from another host as soon as it opens a page: `/page/ → address`. */
export function foreignRequests(pages: readonly BuiltPage[]): string[] {
  const fetched = ['img', 'script', 'link', 'iframe', 'source', 'video', 'audio', 'object', 'embed']
  return pages.flatMap((page) =>
    page.elements
      .filter(({ tagName }) => fetched.includes(tagName))
      // A canonical address is a name; nobody fetches it.
      .filter((element) => !['canonical', 'alternate'].includes(attribute(element, 'rel') ?? ''))
      .flatMap((element) => ['src', 'href', 'data', 'poster'].flatMap((name) => attribute(element, name) ?? []))
      .filter((value) => /^(?:[a-z]+:)?\/\//i.test(value))
      .map((value) => `${page.path} → ${value}`),
  )
}

/** Ids that stand twice on a page: `/page/: id`. The validator below does not look into drawings. */
export const doubledIds = (pages: readonly BuiltPage[]): string[] =>
  pages.flatMap(({ path, elements }) => {
    const ids = elements.flatMap((element) => attribute(element, 'id') ?? [])
    const first = new Set<string>()
    return ids.flatMap((id) => (first.size < first.add(id).size ? [] : `${path}: ${id}`))
  })

/** What an HTML validator has against the pages: `/page/:line:column rule message`. */
export async function invalidHtml(pages: readonly BuiltPage[]): Promise<string[]> {
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: {
      // Line breaks and attribute order are the compiler's business, not the reader's.
      'no-trailing-whitespace': 'off',
      'attribute-boolean-style': 'off',
      'attribute-empty-style': 'off',
      'void-style': 'off',
      // Astro writes `<!DOCTYPE html>` in its own case.
      'doctype-style': 'off',
      // Titles here are sentences for search results; Chinese characters are twice as wide anyway.
      'long-title': 'off',
      // A number that is copied must hold plain hyphens; styles keep it on one line.
      'tel-non-breaking': 'off',
      // Ids are anchors: clause numbers (5-19) and Chinese headings are meant.
      'valid-id': 'off',
      // Every page repeats the same footer navigation; the labels tell them apart.
      'unique-landmark': 'error',
    },
  })
  const faults: string[] = []
  for (const page of pages) {
    const report = await validator.validateString(page.html)
    for (const result of report.results) {
      faults.push(
        ...result.messages.map(
          (message) => `${page.path}:${message.line}:${message.column} ${message.ruleId} ${message.message}`,
        ),
      )
    }
  }
  return faults
}
