import type { AstroIntegration } from 'astro'
import { current } from '../catalogue/current.ts'

/**
 * `npm run dev` only: mistakes in `content/` are shown on the page itself, and open browsers follow every
 * change. A build is not touched.
 */
export function previewBanner(): AstroIntegration {
  return {
    name: 'preview-banner',
    hooks: {
      'astro:config:setup': ({ command, addMiddleware }) => {
        if (command === 'dev') addMiddleware({ order: 'pre', entrypoint: new URL('middleware.ts', import.meta.url) })
      },
      'astro:server:setup': ({ server }) => {
        current().reload = () => {
          for (const environment of Object.values(server.environments)) {
            // What Astro says when its own store changed: page lists made by getStaticPaths are made anew.
            if (environment.name !== 'client') environment.hot.send('astro:content-changed', {})
          }
          server.environments.client.hot.send({ type: 'full-reload', path: '*' })
        }
      },
    },
  }
}
