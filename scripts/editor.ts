import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { readContent } from '../src/catalogue/read.ts'
import { contentRoot } from '../src/catalogue/root.ts'
import { validate } from '../src/catalogue/validate.ts'
import { editorFiles, writeEditorSchemas } from './lib/editor-files.ts'

/**
 * `npm run editor`: what VS Code needs to help writers, derived from the schemas. Part of `npm run dev`.
 * Files that are the same already are left alone.
 */
await mkdir('.vscode', { recursive: true })
for (const [name, value] of Object.entries(editorFiles())) {
  const path = join('.vscode', name)
  const kept = await readFile(path, 'utf8').catch(() => 'null')
  if (!isDeepStrictEqual(JSON.parse(kept), value)) await writeFile(path, `${JSON.stringify(value, null, 2)}\n`)
}
const root = contentRoot()
await writeEditorSchemas(process.cwd(), root, validate(await readContent(root)).entries)
