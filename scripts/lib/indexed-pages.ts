import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'

/**
 * Which built pages belong in the site map: a page that says `noindex` says so for the site map too.
 * `includes` is for the site map integration, which must come after `integration`.
 */
export function indexedPages(): { integration: AstroIntegration; includes(page: string): boolean } {
  let outDir: URL
  let base = '/'
  return {
    integration: {
      name: 'indexed-pages',
      hooks: {
        'astro:config:done': ({ config }) => {
          outDir = config.outDir
          base = config.base.replace(/\/?$/, '/')
        },
      },
    },
    includes(page) {
      const path = decodeURIComponent(new URL(page).pathname).slice(base.length)
      const file = path === '' || path.endsWith('/') ? `${path}index.html` : path
      return !readFileSync(fileURLToPath(new URL(file, outDir)), 'utf8').includes(
        '<meta name="robots" content="noindex"',
      )
    },
  }
}
