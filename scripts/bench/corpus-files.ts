import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { type Corpus, frontMatter, sourceRows, type TableRow, type Tables } from './corpus.ts'

/** Writes an invented catalogue as the files of a `content/` folder. */

const tableIn = (content: string, name: string): string => readFileSync(join(content, name), 'utf8')

/** The real tables that invented entries refer to. */
export const realTables = (content: string): Tables => ({
  regions: parse(tableIn(content, 'regions.yaml')) as TableRow[],
  trades: parse(tableIn(content, 'trades.yaml')) as TableRow[],
})

/**
 * Every file of a content folder with an invented catalogue, by path below it; the same for the same arguments.
 * @param content the folder with the real tables
 */
export function* contentFiles({ entries, sources }: Corpus, content: string): Generator<[path: string, text: string]> {
  yield ['regions.yaml', tableIn(content, 'regions.yaml')]
  yield ['trades.yaml', tableIn(content, 'trades.yaml')]
  yield ['sources.yaml', sourceRows(sources)]
  for (const { section, id, data, body } of entries) {
    yield [join(section, id, 'index.mdx'), `---\n${frontMatter(data)}---\n\n${body}\n`]
  }
}

/** Writes files below `root`, making folders as needed. */
export function writeFiles(root: string, files: Iterable<readonly [path: string, text: string]>): void {
  for (const [path, text] of files) {
    const file = join(root, path)
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(file, text)
  }
}
