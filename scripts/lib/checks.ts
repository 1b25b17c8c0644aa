import { existsSync } from 'node:fs'
import { HtmlValidate } from 'html-validate'
import { attribute, type BuiltPage } from './site.ts'

/** Links of a built site that lead nowhere, anchors included: `/page/ → /address/`. */
export function deadLinks(pages: readonly BuiltPage[], dist: string): string[] {
  const byPath = new Map(pages.map((page) => [page.path, page]))
  const dead: string[] = []
  const ids = new Map(
    pages.map((page) => [page.path, new Set(page.elements.flatMap((element) => attribute(element, 'id') ?? []))]),
  )
  for (const page of pages) {
    for (const element of page.elements) {
      for (const name of ['href', 'src']) {
        const value = attribute(element, name)
        if (!value || /^(https?:|mailto:|tel:|data:)/.test(value)) continue
        const target = new URL(value, `http://site${page.path}`)
        const path = decodeURIComponent(target.pathname)
        const found = byPath.has(path) || existsSync(`${dist}${path}`)
        const hash = decodeURIComponent(target.hash.slice(1))
        if (!found || (hash && !ids.get(path)?.has(hash))) dead.push(`${page.path} → ${value}`)
      }
    }
  }
  return dead
}

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
      // Style attributes carry the few one-off spacings.
      'no-inline-style': 'off',
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
