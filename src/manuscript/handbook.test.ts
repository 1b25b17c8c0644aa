import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { readContent } from '../catalogue/read.ts'
import { validate } from '../catalogue/validate.ts'
import { KINDS } from '../schemas/index.ts'
import { inputSchema } from '../schemas/references.ts'
import { WRITER_COMPONENTS } from './components.ts'
import { renderHandbook } from './handbook.ts'
import { readManuscript } from './manuscript.ts'

const text = readFileSync('content/README.md', 'utf8')

describe('the handbook', () => {
  const html = renderHandbook(text).segments.join('')

  it('becomes a page, with its pictures in their true shapes, and sharp enough', async () => {
    const pictures = [
      ...html.matchAll(/<img src="%BASE%\/handbook\/([a-z]+\.webp)" alt="([^"]+)" width="(\d+)" height="(\d+)"/g),
    ]
    expect(pictures.map(([, name]) => name)).toEqual(['new.webp', 'check.webp', 'preview.webp'])
    for (const [, name, alt, width, height] of pictures) {
      const picture = await sharp(`public/handbook/${name}`).metadata()
      expect(picture.width).toBeGreaterThanOrEqual(Number(width))
      expect(picture.height / picture.width).toBeCloseTo(Number(height) / Number(width), 2)
      expect((alt as string).length).toBeGreaterThan(8)
    }
  })

  it('keeps to the rules of manuscripts', () => {
    for (const bad of [
      '<script>alert(1)</script>',
      '{process.exit(0)}',
      '![x](https://example.org/a.png)',
      '![x](../public/handbook/../../a.webp)',
    ]) {
      expect(() => renderHandbook(`# 手册\n\n${bad}\n`), bad).toThrow(/README\.md:3:1 错误/)
    }
  })

  it('names every folder and table, its required fields and every component', () => {
    for (const [kind, place] of Object.entries(KINDS)) {
      if (kind === 'policy' || kind === 'programme') continue
      const where = 'folder' in place ? `content/${place.folder}/` : `content/${place.table}`
      const row = text.split('\n').find((line) => line.startsWith('|') && line.includes(where))
      expect(row, where).toContain(`| ${(inputSchema(kind as keyof typeof KINDS).required ?? []).join('、')} |`)
    }
    for (const name of Object.keys(WRITER_COMPONENTS)) expect(text, name).toContain(`<${name}`)
  })

  it('gives an example of a story that is right, but for what is still to be written', async () => {
    const begun = /```mdx\n(---[\s\S]*?)```/.exec(text)?.[1] as string
    expect(readManuscript(begun, 'x').problems.map(({ rule }) => rule)).toEqual(['unread-note'])
    const example = begun.replace('这里接着写。', '从前各洗各的水。')
    expect(readManuscript(example, 'x').problems).toEqual([])
    const { files } = await readContent('content')
    const story = {
      kind: 'story' as const,
      id: 'fumian-xishui',
      file: 'stories/fumian-xishui/index.mdx',
      text: example,
    }
    expect(validate([...files, story]).problems.filter(({ level }) => level === 'error')).toEqual([])
  })
})
