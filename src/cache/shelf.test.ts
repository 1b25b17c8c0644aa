import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { digest, digestOfFiles } from './cache.ts'
import { Shelf } from './shelf.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yifang-shelf-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('a shelf', () => {
  it('keeps many texts in few files, whatever is in them', async () => {
    const texts = new Map(
      Array.from({ length: 500 }, (_, at) => [digest(`${at}`), JSON.stringify({ at, text: '一\n\t二' })]),
    )
    const shelf = await Shelf.open(folder, 'one')
    for (const [key, text] of texts) shelf.put(key, text)
    await shelf.save()
    expect(readdirSync(folder).length).toBeLessThanOrEqual(64)
    const again = await Shelf.open(folder, 'one')
    for (const [key, text] of texts) expect(again.get(key)).toBe(text)
  })

  it('is empty for another version', async () => {
    const shelf = await Shelf.open(folder, 'one')
    shelf.put(digest('a'), '"a"')
    await shelf.save()
    expect((await Shelf.open(folder, 'two')).get(digest('a'))).toBeUndefined()
  })

  it('reads over a file that broke off', async () => {
    writeFileSync(join(folder, '1.jsonl'), `one\n${digest('a')}\t"a"\n${digest('b')}\t"half`)
    const shelf = await Shelf.open(folder, 'one')
    expect([shelf.get(digest('a')), shelf.get(digest('b'))]).toEqual(['"a"', undefined])
  })
})

describe('the digest of files', () => {
  it('changes with content and names, not with tests', async () => {
    const now = () => digestOfFiles(folder, ['.', 'missing.json'])
    writeFileSync(join(folder, 'a.ts'), 'one')
    const first = await now()
    writeFileSync(join(folder, 'a.test.ts'), 'x')
    expect(await now()).toBe(first)
    writeFileSync(join(folder, 'a.ts'), 'two')
    const second = await now()
    expect(second).not.toBe(first)
    writeFileSync(join(folder, 'b.ts'), '')
    expect(await now()).not.toBe(second)
  })
})
