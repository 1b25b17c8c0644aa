/**
 * Puts the site's base path before an address of ours: `url('/brands/', '/topic')` → `/topic/brands/`.
 * @param base as Astro gives it: `/`, `/topic` or `/topic/`
 */
export function withBase(path: string, base: string): string {
  return base.replace(/\/$/, '') + path
}
