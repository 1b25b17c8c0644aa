import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** The real story of which the content is filled up with copies. */
export const STORY = {
  id: 'moller-eight-years',
  file: 'stories/moller-eight-years/index.mdx',
  name: '一个瑞典人',
} as const

/**
 * The real content, filled up with copies of one story, in a new temporary folder.
 * @param entries manuscripts in it
 * @returns the folder, and the text of the story
 */
export function manyStories(entries: number): { root: string; text: string } {
  const root = mkdtempSync(join(tmpdir(), 'yifang-stories-'))
  cpSync(resolve('content'), root, { recursive: true })
  const text = readFileSync(join(root, STORY.file), 'utf8')
  const real = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('index.mdx'))
  for (let copy = 0; copy < entries - real.length; copy++) {
    mkdirSync(join(root, `stories/copy-${copy}`))
    writeFileSync(join(root, `stories/copy-${copy}/index.mdx`), text.replace(STORY.name, `第${copy}个人`))
  }
  return { root, text }
}
