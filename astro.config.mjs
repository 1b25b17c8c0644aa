import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'astro/config'

/**
 * SITE_URL is the public origin; SITE_BASE the path below it when the site is a topic of a portal.
 * The defaults serve the site locally.
 */
export default defineConfig({
  site: process.env.SITE_URL ?? 'http://localhost:4321',
  base: process.env.SITE_BASE ?? '/',
  output: 'static',
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'always' },
  devToolbar: { enabled: false },
  vite: { plugins: [tailwindcss()] },
})
