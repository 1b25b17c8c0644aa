import { afterEach, describe, expect, it } from 'vitest'
import { SAMPLE, type Tree, writeTree } from '../../scripts/lib/sample-content.ts'
import { readContent, readTop } from './read.ts'
import { REDIRECTS_FILE } from './redirects.ts'

const ROW = '- { from: /a/, to: /brands/ }\n'
/** More than any list of addresses that people or programs write. */
const ENDLESS = '# \n'.repeat(8_000_000)

const written: Array<{ root: string; remove(): void }> = []
const write = (tree: Tree) => {
  const made = writeTree({ ...SAMPLE, ...tree })
  written.push(made)
  return made.root
}
afterEach(() => {
  for (const { remove } of written.splice(0)) remove()
})

describe.each(['redirects.yaml', 'addresses.txt'])('%s', (file) => {
  const read = async (root: string) => {
    const { redirects, ledger, problems } = await readContent(root)
    return {
      text: file === REDIRECTS_FILE ? redirects : ledger,
      problems: problems.map(({ file, rule }) => `${file} ${rule}`),
    }
  }

  it('is read as it stands, and is empty where there is none', async () => {
    expect(await read(write({ [file]: ROW }))).toEqual({ text: ROW, problems: [] })
    expect(await readTop(write({ [file]: ROW }), file)).toBe(ROW)
    expect(await read(write({}))).toEqual({ text: '', problems: [] })
    expect(await readTop(write({}), file)).toBe('')
  })

  it('is never followed where it is a link: what it leads to may have no end', async () => {
    // A file that would be read if the link were followed; a device in its place would be read for ever.
    const elsewhere = `${write({ 'elsewhere.yaml': ROW })}/elsewhere.yaml`
    const root = write({ [file]: { link: elsewhere } })
    expect(await read(root)).toEqual({ text: '', problems: [`${file} symlink`] })
    await expect(readTop(root, file)).rejects.toThrow(`content/${file} 不是普通文件`)
  })

  it('is not read where it is longer than anything that is written', async () => {
    const root = write({ [file]: ENDLESS })
    expect(await read(root)).toEqual({ text: '', problems: [`${file} too-long`] })
    await expect(readTop(root, file)).rejects.toThrow(`content/${file} 太大`)
  })

  it('is not read while two versions of it stand side by side', async () => {
    const root = write({ [file]: `<<<<<<< HEAD\n${ROW}=======\n${ROW}>>>>>>> main\n` })
    expect(await read(root)).toEqual({ text: '', problems: [`${file} merge-conflict`] })
    await expect(readTop(root, file)).rejects.toThrow(`content/${file}:1:1 错误 两个人改了同一处`)
  })
})
