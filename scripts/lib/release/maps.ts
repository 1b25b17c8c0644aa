import type { Redirects } from '../../../src/catalogue/redirects.ts'
import { withBase } from '../../../src/urls/base.ts'

/**
 * The redirects of a release as web servers read them; the pages that stand at the old addresses do the same where a
 * server knows none of this. Anchors are percent-encoded: a header holds no Chinese.
 * @param base the site's base path; the addresses have it in front
 * @returns file name → text
 */
export function redirectMaps({ moved }: Redirects, base: string): Record<string, string> {
  const pairs = moved.map(({ from, to }) => [withBase(from, base), encodeURI(withBase(to, base))] as const)
  return {
    'redirects.nginx.map': pairs.map(([from, to]) => `"${from}" "${to}";\n`).join(''),
    'redirects.caddy': pairs.map(([from, to]) => `redir "${from}" "${to}" permanent\n`).join(''),
  }
}
