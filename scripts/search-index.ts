import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { close, createIndex } from 'pagefind'

/**
 * Writes the full-text index of dist/ (a step of `npm run build`).
 * Every fault is fatal: a site whose search quietly finds nothing must not be published.
 */
const dist = resolve('dist')
const started = performance.now()
// Names of fragments are digests: those of the last index would stay for ever.
rmSync(`${dist}/pagefind`, { recursive: true, force: true })
try {
  const { index, errors } = await createIndex({ forceLanguage: 'zh-CN' })
  if (!index) throw new Error(errors.join('\n'))
  const added = await index.addDirectory({ path: dist })
  const written = await index.writeFiles({ outputPath: `${dist}/pagefind` })
  const faults = [...added.errors, ...written.errors]
  if (faults.length > 0) throw new Error(faults.join('\n'))
  if (added.page_count === 0) throw new Error('no page is marked with data-pagefind-body')
  console.log(`Full-text index: ${added.page_count} pages, ${((performance.now() - started) / 1000).toFixed(1)} s.`)
} finally {
  await close()
}
