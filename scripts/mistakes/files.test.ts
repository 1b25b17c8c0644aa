import { describe, expect, it } from 'vitest'
import { samplePhoto } from '../../src/photos/sample.ts'
import { SAMPLE, type Tree } from '../lib/sample-content.ts'
import { COVER, check, cover, place, STORY, sample } from './ground.ts'

describe('the files of content', { timeout: 60_000 }, () => {
  const without = (file: string) => {
    const tree = sample()
    delete tree[file]
    return tree
  }

  it.each<[name: string, tree: () => Tree, places: string[]]>([
    [
      'a symbolic link to a manuscript',
      () => ({ ...without(STORY), [STORY]: { link: '/etc/hostname' } }),
      ['1:1 symlink'],
    ],
    [
      'a symbolic link to a folder',
      () => ({ ...sample(), 'stories/etc': { link: '/etc' } }),
      ['stories/etc 1:1 symlink'],
    ],
    [
      'a symbolic link to a picture',
      () => ({ ...without(COVER), [COVER]: { link: '/etc/hostname' } }),
      [`${COVER} 1:1 symlink`, '22:1 missing-picture'],
    ],
    ['a program', () => ({ ...sample(), 'stories/li-jie/a.ts': 'x' }), ['stories/li-jie/a.ts 1:1 foreign-file']],
    ['a drawing', () => ({ ...sample(), 'stories/li-jie/a.svg': '<svg/>' }), ['stories/li-jie/a.svg 1:1 foreign-file']],
    ['a page', () => ({ ...sample(), 'stories/li-jie/a.html': '<b>' }), ['stories/li-jie/a.html 1:1 foreign-file']],
    [
      'an attachment',
      () => ({ ...sample(), 'stories/li-jie/a.xlsx': 'x' }),
      ['stories/li-jie/a.xlsx 1:1 foreign-file'],
    ],
    ['a table of its own', () => ({ ...sample(), 'notes.yaml': 'a: 1' }), ['notes.yaml 1:1 foreign-file']],
    ['a kind of its own', () => ({ ...sample(), 'blog/a/index.mdx': 'x' }), ['blog 1:1 foreign-file']],
    [
      'a folder in a folder',
      () => ({ ...sample(), 'stories/li-jie/more/a.jpg': 'x' }),
      ['stories/li-jie/more 1:1 foreign-file'],
    ],
    ['a manuscript without folder', () => ({ ...sample(), 'stories/a.mdx': 'x' }), ['stories/a.mdx 1:1 foreign-file']],
    [
      'a folder without manuscript',
      () => ({ ...sample(), 'stories/b/a.jpg': cover }),
      ['stories/b/index.mdx 1:1 no-manuscript'],
    ],
    ['a picture that is none', () => ({ ...sample(), [COVER]: 'not a picture' }), [`${COVER} 1:1 picture-damaged`]],
    [
      'half a picture',
      () => ({ ...sample(), [COVER]: cover.subarray(0, cover.length - 500) }),
      [`${COVER} 1:1 picture-damaged`],
    ],
    [
      'a moving photo: its film would go to the repository',
      () => ({ ...sample(), [COVER]: Buffer.concat([cover, Buffer.from('\0\0\0\x18ftypmp42'), Buffer.alloc(6000)]) }),
      [`${COVER} 1:1 picture-film`],
    ],
    [
      'a picture under a false name',
      () => ({
        ...without(COVER),
        'stories/li-jie/cover.png': cover,
        [STORY]: (SAMPLE[STORY] as string).replace('.jpg', '.png'),
      }),
      ['stories/li-jie/cover.png 1:1 picture-format'],
    ],
    [
      'a huge manuscript',
      () => ({ ...sample(), [STORY]: `${SAMPLE[STORY]}${'长'.repeat(200_000)}` }),
      ['1:1 too-long'],
    ],
    [
      'names that differ in case',
      () => ({ ...sample(), 'stories/Li-Jie/index.mdx': (SAMPLE[STORY] as string).replace(/<Photo.*\n/, '') }),
      ['stories/Li-Jie/index.mdx 1:1 folder-name'],
    ],
  ])('refuses %s', async (_, tree, places) => {
    const problems = await check(tree())
    expect(problems.map(place).sort()).toEqual([...places].sort())
  })

  it('says of a Word file that a new name does not make it a manuscript', async () => {
    const problems = await check({ ...sample(), 'stories/b/稿子.docx': 'x' })
    const missing = problems.find(({ rule }) => rule === 'no-manuscript')
    expect(missing?.fix).toMatch(/^稿子\.docx 改名也不行：.*npm run new.*复制过去/)
  })

  it('leaves the litter of operating systems alone', async () => {
    expect(
      await check({
        ...sample(),
        'stories/li-jie/.DS_Store': 'x',
        'stories/li-jie/._cover.jpg': 'x',
        'stories/li-jie/~$li-jie.docx': 'x',
        'Thumbs.db': 'x',
      }),
    ).toEqual([])
  })

  it('finds a position in the sample photograph of the style guide', async () => {
    const rules = (await check({ ...sample(), [COVER]: await samplePhoto() })).map((problem) => problem.rule)
    expect(rules).toContain('picture-position')
  })

  it('masks personal data in names of files and fields', async () => {
    const problems = await check({
      ...sample(),
      'stories/a-13800138000/index.mdx': '---\ntitle: x\n---\n',
      [STORY]: (SAMPLE[STORY] as string)
        .replace('kind: person', 'kind: 13800138000')
        .replace('/brands/lintong-jianzhu/', 'tel:13800138000'),
    })
    expect(JSON.stringify(problems)).not.toContain('13800138000')
    expect(JSON.stringify(problems)).toContain('138****00')
  })
})
