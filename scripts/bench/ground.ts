import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createIndex } from 'pagefind'
import { rolldown } from 'rolldown'
import { publish } from '../../src/search/finder/build.ts'
import type { BenchCatalogue } from './catalogue.ts'
import { BOOSTS, type BrandDocument, documentsOf, FIELDS } from './documents.ts'
import type { Ground } from './engines/engine.ts'

/** The names of the engines; each is a module in `engines/`. */
export const ENGINES = ['finder', 'pagefind', 'minisearch', 'flexsearch', 'orama', 'fuse'] as const

export type EngineName = (typeof ENGINES)[number]

/** The page that engines run on. The language decides how Pagefind cuts words. */
const PAGE = '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>bench</title><body></body></html>\n'

/** Writes the page and every engine as one minified module below `root`. */
export async function writeEngines(root: string): Promise<void> {
  await rm(root, { recursive: true, force: true })
  await mkdir(root, { recursive: true })
  await Promise.all([
    writeFile(join(root, 'index.html'), PAGE),
    writeFile(join(root, '404.html'), PAGE),
    ...ENGINES.map(async (name) => {
      const bundle = await rolldown({ input: join(import.meta.dirname, 'engines', `${name}.ts`), platform: 'browser' })
      await bundle.write({ file: join(root, `${name}.js`), format: 'esm', minify: true, codeSplitting: false })
      await bundle.close()
    }),
  ])
}

/** Writes what the engines search, below `root`, and returns where it is. */
export async function writeGround(root: string, folder: string, catalogue: BenchCatalogue): Promise<Ground> {
  await mkdir(join(root, folder), { recursive: true })
  const { index, sounds, traditional, buckets } = publish(catalogue, catalogue.cues)
  const documents = documentsOf(catalogue)
  const files: Record<string, unknown> = {
    'catalogue.json': index,
    [`${index.version}/sounds.json`]: sounds,
    [`${index.version}/traditional.json`]: traditional,
    'documents.json': documents,
    'simplify.json': traditional,
  }
  buckets.forEach((bucket, at) => {
    files[`${index.version}/words/${at}.json`] = bucket
  })
  for (const [name, value] of Object.entries(files)) {
    const file = join(root, folder, name)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, JSON.stringify(value))
  }
  await writePagefind(join(root, folder, 'pagefind'), documents)
  return {
    finder: `/${folder}/`,
    documents: `/${folder}/documents.json`,
    simplify: `/${folder}/simplify.json`,
    pagefind: `/${folder}/pagefind/pagefind.js`,
  }
}

async function writePagefind(outputPath: string, documents: readonly BrandDocument[]): Promise<void> {
  const { index, errors } = await createIndex({ forceLanguage: 'zh-CN' })
  if (!index) throw new Error(errors.join('\n'))
  for (const document of documents) {
    const added = await index.addHTMLFile({ url: `/brand/${document.id}/`, content: htmlOf(document) })
    if (added.errors.length > 0) throw new Error(added.errors.join('\n'))
  }
  const { errors: faults } = await index.writeFiles({ outputPath })
  await index.deleteIndex()
  if (faults.length > 0) throw new Error(faults.join('\n'))
}

/** A brand's page as Pagefind reads it: its name as title, the fields by their weight. */
function htmlOf(document: BrandDocument): string {
  const fields = FIELDS.filter((field) => field !== 'name').map(
    (field) => `<p data-pagefind-weight="${BOOSTS[field]}">${document[field]}</p>`,
  )
  return `<html lang="zh-CN"><body data-pagefind-body data-pagefind-meta="place:${document.id}"><h1>${document.name}</h1>${fields.join('')}</body></html>`
}
