import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'astro/config'
import { incremental } from './src/incremental/integration.ts'
import { previewBanner } from './src/preview/integration.ts'

/**
 * SITE_URL is the public origin; SITE_BASE the path below it when the site is a topic of a portal.
 * The defaults serve the site locally.
 */
export default defineConfig({
  site: process.env.SITE_URL ?? 'http://localhost:4321',
  base: process.env.SITE_BASE ?? '/',
  output: 'static',
  trailingSlash: 'always',
  build: {
    format: 'directory',
    // The step `pages` puts into each page the rules that it uses.
    inlineStylesheets: 'never',
    // Two at a time: posters take most of a first build, and a machine has at least two cores.
    concurrency: 2,
  },
  devToolbar: { enabled: false },
  integrations: [previewBanner(), incremental()],
  vite: { plugins: [tailwindcss()] },
})
