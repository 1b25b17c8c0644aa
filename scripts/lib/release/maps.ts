import type { Redirects } from '../../../src/catalogue/redirects.ts'
import { withBase } from '../../../src/urls/base.ts'

/**
 * An address as a header can carry it. What is percent-encoded already stays as it is, and a `$` would begin one of
 * nginx's variables.
 */
const headerAddress = (address: string): string =>
  encodeURI(address)
    .replace(/%25([0-9a-f]{2})/gi, '%$1')
    .replaceAll('$', '%24')

/**
 * The redirects of a release as web servers read them; the pages that stand at the old addresses do the same where a
 * server knows none of this.
 * @param base the site's base path; the addresses have it in front
 * @returns file name → text
 */
export function redirectMaps({ moved }: Redirects, base: string): Record<string, string> {
  const pairs = moved.map(({ from, to }) => [withBase(from, base), headerAddress(withBase(to, base))] as const)
  return {
    'redirects.nginx.map': pairs.map(([from, to]) => `"${from}" "${to}";\n`).join(''),
    'redirects.caddy': pairs.map(([from, to]) => `redir "${from}" "${to}" permanent\n`).join(''),
  }
}
