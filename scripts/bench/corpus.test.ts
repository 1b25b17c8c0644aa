import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readContent } from '../../src/catalogue/read.ts'
import { validate } from '../../src/catalogue/validate.ts'
import { corpusOf } from './corpus.ts'
import { contentFiles, realTables, writeFiles } from './corpus-files.ts'
import { markdownFile } from './peers/peer.ts'

const tables = realTables('content')
const filesOf = (count: number, seed?: number) => [...contentFiles(corpusOf(count, tables, seed), 'content')]

describe('invented catalogues', () => {
  it('are the same to the byte for the same seed, and others for another', () => {
    expect(filesOf(50)).toEqual(filesOf(50))
    expect(filesOf(50, 2)).not.toEqual(filesOf(50, 1))
  })

  it('pass our check without a word, so no number looks like a telephone', async () => {
    const root = mkdtempSync(join(tmpdir(), 'yifang-corpus-'))
    try {
      writeFiles(root, filesOf(120))
      const { problems, entries } = validate(await readContent(root))
      expect(problems).toEqual([])
      expect(entries.filter(({ kind }) => ['brand', 'figure', 'story'].includes(kind))).toHaveLength(120)
    } finally {
      rmSync(root, { recursive: true, force: true })
    }
  })

  it('have as many entries as asked for, each with an id and a name of its own', () => {
    const { entries } = corpusOf(2000, tables)
    expect(entries).toHaveLength(2000)
    expect(new Set(entries.map(({ id }) => id)).size).toBe(2000)
    const names = entries.flatMap(({ section, data }) => (section === 'stories' ? [] : String(data.name)))
    expect(new Set(names).size).toBe(names.length)
  })

  it('cite sources that exist, and refuse sizes for which there are no names', () => {
    const { entries, sources } = corpusOf(100, tables)
    const ids = new Set(sources.map(({ id }) => id))
    const cited = entries.flatMap(({ data }) => (data.claims as Array<{ source: string }>).map(({ source }) => source))
    expect(cited.filter((id) => !ids.has(id))).toEqual([])
    expect(() => corpusOf(1_000_000, tables)).toThrow(RangeError)
  })

  it('tell other generators the same words, with our components as plain HTML', () => {
    for (const entry of corpusOf(20, tables).entries) {
      const file = markdownFile(entry)
      expect(file).not.toMatch(/<\/?(?:Claim|Quote|Note)/)
      const words = (text: string) => text.replace(/<[^>]*>/g, '').replace(/\s+/g, '')
      const bylines = [...entry.body.matchAll(/by="([^"]+)"/g)].map(([, by]) => by)
      expect(words(file.split('\n---\n')[1] as string).length).toBe(words(entry.body).length + bylines.join('').length)
    }
  })
})
