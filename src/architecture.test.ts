import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

/**
 * Who may import whom. Data flows one way: schemas → manuscript → catalogue → views → layouts →
 * pages. A folder may import itself, what is listed for it, and the packages listed for it.
 */
const RULES: Record<string, { folders: string[]; packages: RegExp }> = {
  '.': { folders: [], packages: /^$/ },
  text: { folders: ['schemas'], packages: /^$/ },
  schemas: { folders: [], packages: /^zod$/ },
  urls: { folders: ['schemas'], packages: /^$/ },
  safety: { folders: [], packages: /^$/ },
  manuscript: { folders: ['safety', 'text', 'schemas'], packages: /^(yaml|unified|remark-|mdast|hast|unist)/ },
  catalogue: {
    folders: ['cache', 'manuscript', 'photos', 'schemas', 'urls', 'text', '.'],
    packages: /^(node:|astro\/loaders$)/,
  },
  tiles: { folders: ['schemas'], packages: /^$/ },
  photos: { folders: ['cache'], packages: /^(node:crypto|node:fs\/promises|sharp|heic-decode)$/ },
  cache: { folders: [], packages: /^node:/ },
  posters: {
    folders: ['cache', 'text', 'tiles'],
    packages: /^(harfbuzzjs|sharp|uqr|node:fs\/promises|node:module|node:path)$/,
  },
  press: { folders: [], packages: /^fflate$/ },
  seo: { folders: ['text', '.'], packages: /^schema-dts$/ },
  feeds: { folders: ['text'], packages: /^$/ },
  open: { folders: ['catalogue', 'schemas', 'text'], packages: /^zod$/ },
  search: { folders: ['text'], packages: /^$/ },
  compare: { folders: ['text'], packages: /^$/ },
  views: {
    folders: [
      'catalogue',
      'compare',
      'feeds',
      'manuscript',
      'open',
      'photos',
      'posters',
      'schemas',
      'search',
      'seo',
      'text',
      'tiles',
      'urls',
      '.',
    ],
    packages: /^schema-dts$/,
  },
  // Loaded by the configuration; pages use its door.
  incremental: { folders: ['cache', '.'], packages: /^(node:|astro$)/ },
  // Only the development server loads it.
  preview: { folders: ['catalogue', 'manuscript'], packages: /^astro$/ },
  components: {
    folders: ['views', 'schemas', 'seo', 'text', 'urls', 'search', 'compare', '.'],
    packages: /^uqr$/,
  },
  layouts: { folders: ['components', 'views', 'text', 'urls', 'styles', '.'], packages: /^$/ },
  pages: {
    folders: [
      'catalogue',
      'views',
      'layouts',
      'components',
      'feeds',
      'incremental',
      'photos',
      'posters',
      'press',
      'seo',
      'text',
      'urls',
      '.',
    ],
    packages: /^astro$/,
  },
}

/** Only these files may do what their folder may not. */
const EXCEPTIONS: Record<string, RegExp> = {
  // Astro looks for its collections there.
  'content.config.ts': /^(astro\/content\/config|\.\/catalogue\/loader\.ts)$/,
  // Originals are read when their published forms are made.
  'pages/photos/_photo.ts': /^node:/,
  // The handbook is a page too.
  'pages/contribute.astro': /^\.\.\/\.\.\/content\/README\.md\?raw$/,
  // Dictionaries that write the finder's tables at build time; they never reach a browser.
  'search/finder/build.ts': /^(opencc-js|pinyin-pro)$/,
}

const root = fileURLToPath(new URL('.', import.meta.url))

const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.(ts|astro)$/.test(file) && !file.endsWith('.test.ts'))

/** Import specifiers of a file; for `.astro`, of its front matter and its scripts. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8')
  const patterns = [
    /^\s*(?:import|export)\s+[\w\s{},*$]+?\s+from\s+['"]([^'"]+)['"]/gm,
    /^\s*import\s+['"]([^'"]+)['"]/gm,
    /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g,
  ]
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] as string))
}

function forbidden(file: string): string[] {
  const folder = file.includes('/') ? (file.split('/')[0] as string) : '.'
  const rule = RULES[folder]
  if (!rule) return ['anything: its folder has no rule']
  return importsOf(file).filter((specifier) => {
    if (EXCEPTIONS[file]?.test(specifier)) return false
    if (!specifier.startsWith('.')) {
      return specifier === 'astro:content' || !rule.packages.test(specifier)
    }
    const target = relative(root, resolve(root, dirname(file), specifier)).replaceAll('\\', '/')
    const targetFolder = target.includes('/') ? (target.split('/')[0] as string) : '.'
    return targetFolder !== folder && !rule.folders.includes(targetFolder)
  })
}

describe('import boundaries', () => {
  it('sees the files, .astro included', () => {
    expect(files.filter((file) => file.endsWith('.astro')).length).toBeGreaterThan(20)
    expect(importsOf('pages/brands/[id].astro')).toContain('../../catalogue/load.ts')
  })

  it('holds for every file', () => {
    const broken = files.flatMap((file) => forbidden(file).map((specifier) => `${file} must not import ${specifier}`))
    expect(broken).toEqual([])
  })

  it('has no way from the content to a page but the catalogue', () => {
    expect(files.filter((file) => importsOf(file).includes('astro:content'))).toEqual([])
    const readers = files.filter((file) => importsOf(file).some((specifier) => /\/current\.ts$/.test(specifier)))
    expect(readers.sort()).toEqual([
      'catalogue/load.ts',
      'catalogue/loader.ts',
      'preview/integration.ts',
      'preview/middleware.ts',
    ])
  })

  it('keeps node out of everything but the reading of content and the making of pictures', () => {
    const users = files.filter((file) => importsOf(file).some((specifier) => specifier.startsWith('node:')))
    expect(users.sort()).toEqual([
      'cache/cache.ts',
      'cache/shelf.ts',
      'catalogue/loader.ts',
      'catalogue/read.ts',
      'catalogue/readings.ts',
      'catalogue/root.ts',
      'incremental/integration.ts',
      'incremental/state.ts',
      'pages/photos/_photo.ts',
      'photos/card.ts',
      'photos/inspect.ts',
      'photos/photo.ts',
      'posters/lettering.ts',
    ])
  })

  it('keeps pages short', () => {
    const long = files
      .filter((file) => file.startsWith('pages/') && !/(404|about|contribute|privacy|sitemap)\.astro$/.test(file))
      .filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > 40)
    expect(long).toEqual([])
  })
})
