import { describe, expect, it } from 'vitest'
import { repairFile } from '../../src/manuscript/fix.ts'
import type { Problem } from '../../src/manuscript/problem.ts'
import { SAMPLE, type Tree } from '../lib/sample-content.ts'
import { COVER, check, cover, edit, place, STORY, sample } from './ground.ts'

/** What happened to a file on its way: merged, renamed, pasted from elsewhere. One message each, at its place. */
describe('files that something happened to', { timeout: 60_000 }, () => {
  const told = (problems: readonly Problem[]) =>
    problems.map((problem) => `${place(problem)}｜${problem.message}｜${problem.fix}`)
  const both = (one: string, other: string) => `<<<<<<< HEAD\n${one}\n=======\n${other}\n>>>>>>> main`

  it('a conflict of two people is told once, at its first line, and nothing else of that file', async () => {
    const twice = edit(
      STORY,
      [/title: .*/, both('title: 甲', 'title: 乙')],
      ['她说得慢。', `${both('她说得慢。', '她电话13800138000')}\n\n她说`],
    )
    expect(told(await check(twice))).toEqual(
      [2, 30].map((line) =>
        expect.stringMatching(`^${line}:1 merge-conflict｜两个人改了同一处，还没有合好｜留下要的一份`),
      ),
    )
    expect(repairFile(Buffer.from(twice[STORY] as string), STORY)).toEqual({ done: [] })
  })

  it.each<[name: string, file: string, from: string | RegExp, to: string, places: string[]]>([
    [
      'with the common ancestor',
      STORY,
      /lead: .*/,
      `<<<<<<< a\nlead: 甲\n||||||| b\nlead: 乙\n=======\nlead: 丙\n>>>>>>> c`,
      ['3:1 merge-conflict'],
    ],
    [
      'in a table that others cite',
      'sources.yaml',
      '  title: 县里的报道',
      both('  title: 甲', '  title: 乙'),
      ['sources.yaml 2:1 merge-conflict'],
    ],
    [
      'whose first line alone was deleted',
      STORY,
      '她说',
      '甲\n=======\n乙\n>>>>>>> main\n\n她说',
      ['27:1 merge-conflict'],
    ],
    ['whose last line alone is left', STORY, '她说', '甲\n>>>>>>> main\n\n她说', ['27:1 merge-conflict']],
  ])('a conflict %s', async (_name, file, from, to, places) => {
    expect((await check(edit(file, [from, to]))).map(place)).toEqual(places)
  })

  it('a conflict in the ledger loses no address, and one in redirects is told', async () => {
    const tree = {
      ...sample(),
      'addresses.txt': `${both('/a/', '/b/')}\n`,
      'redirects.yaml': both('- from: /a/', '- from: /b/'),
    }
    expect(told(await check(tree))).toEqual([
      expect.stringMatching(/^addresses\.txt 1:1 merge-conflict｜两个人改了同一处，还没有合好｜两份都留下/),
      expect.stringMatching(/^redirects\.yaml 1:1 merge-conflict｜/),
    ])
  })

  it.each(['“=======”是分界，她说', '| 甲 | 乙 |\n| ------- | ------- |\n| 丙 | |\n\n她说'])(
    'no conflict: %j',
    async (words) => {
      expect(await check(edit(STORY, ['她说', words]))).toEqual([])
    },
  )

  const fixed = (tree: Tree, file = STORY) => repairFile(Buffer.from(tree[file] as string), file).text

  it('npm run fix joins no names, and takes away the spaces at the head of a line', async () => {
    const words =
      '　　她说得慢。\n\n　　跟着学的有：张三　李四　王五。\n\n##　学什么\n\n-　拉线\n-　砌砖\n\n1.　先看\n\n'
    const tree = edit(STORY, ['她说', `${words}她说`])
    expect(told(await check(tree))).toEqual([
      expect.stringMatching(/^26:1 spaced-indent｜行首有全角空格｜删掉/),
      expect.stringMatching(/^28:1 spaced-indent｜行首/),
      expect.stringMatching(/^28:9 spaced-indent｜字中间有全角空格｜名字之间用顿号，别的地方删掉空格$/),
      expect.stringMatching(/^28:12 spaced-indent｜字中间/),
      expect.stringMatching(/^30:3 spaced-indent｜「##」后面是全角空格｜换成一个半角空格/),
      expect.stringMatching(/^32:2 spaced-indent｜「-」后面/),
      expect.stringMatching(/^33:2 spaced-indent｜/),
      expect.stringMatching(/^35:3 spaced-indent｜「1\.」后面/),
    ])
    expect(fixed(tree)).toContain(
      '\n她说得慢。\n\n跟着学的有：张三　李四　王五。\n\n## 学什么\n\n- 拉线\n- 砌砖\n\n1. 先看\n\n',
    )
  })

  it.each([
    ['她说得慢。。', '她说得慢。'],
    ['她说得慢。。。', '她说得慢……'],
    ['她说得慢????', '她说得慢????'],
  ])('npm run fix makes no new mistake of %s', (words, mended) => {
    expect(fixed(edit(STORY, ['她说得慢。', words]))).toContain(`\n${mended}\n`)
  })

  it('characters of a PDF are told and mended, and judged as what they look like', async () => {
    const tree = edit(
      STORY,
      [/title: .*/, 'title: 李姐的⼿艺'],
      ['她说得慢', '她是脱贫⼾，手艺全国第⼀，⻢在⻔外，不晓⺡'],
    )
    expect(told(await check(tree))).toEqual([
      expect.stringMatching(/^2:11 lookalike｜「⼿」是从 PDF 里复制来的.*｜换成「手」$/),
      expect.stringMatching(/^26:5 lookalike｜「⼾」.*｜换成「户」$/),
      expect.stringMatching(/^26:9 absolute-term｜用了绝对化用语「全国第一」/),
      expect.stringMatching(/^26:12 lookalike｜「⼀」.*｜换成「一」$/),
      expect.stringMatching(/^26:14 lookalike｜.*「马」$/),
      expect.stringMatching(/^26:16 lookalike｜.*「门」$/),
      expect.stringMatching(/^26:21 lookalike｜.*｜删掉，用输入法重新打一遍$/),
    ])
    expect(fixed(tree)).toContain('\n她是脱贫户，手艺全国第一，马在门外，不晓⺡。\n')
  })

  it('a text opened with the wrong encoding is told once, and so is one that went through three', async () => {
    const garbled = Buffer.from(SAMPLE[STORY] as string).toString('latin1')
    expect(told(await check({ ...sample(), [STORY]: garbled }))).toEqual([
      expect.stringMatching(/^2:8 mojibake｜「æ.+」是乱码：文件用错了编码打开，又存过一次｜乱码改不回来：找到原稿/),
    ])
    expect((await check(edit(STORY, ['她说', 'å¥¹è¯´']))).map(place)).toEqual(['26:1 mojibake'])
    expect((await check(edit(STORY, ['她说', '锟斤拷锟斤拷']))).map(place)).toEqual(['26:1 mojibake'])
  })

  it('no characters of a PDF, no wrong encoding: names of the West, a rare surname, a character of its own', async () => {
    const words = 'Café Zoë、Škoda、naïve、“ä”、Æsir、氵旁的字、龙﨑、㐱先生，她说'
    expect(await check(edit(STORY, ['她说', words]))).toEqual([])
  })

  it.each([
    ['Word 或 Excel', [0x50, 0x4b, 0x03, 0x04, 0x14, 0, 6, 0, 0xff, 0xfe]],
    ['Word 或 Excel', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
    ['PDF', [...Buffer.from('%PDF-1.7\n电话13800138000')]],
  ])('a %s file called index.mdx is told once', async (name, bytes) => {
    const problems = await check({ ...sample(), [STORY]: new Uint8Array(bytes) })
    expect(told(problems)).toEqual([
      expect.stringMatching(
        `^1:1 not-a-text｜这是 ${name} 文件，不是文字稿：.*｜把这个文件夹移到仓库外面，用 npm run new 建一篇`,
      ),
    ])
    expect(repairFile(new Uint8Array(bytes), STORY)).toEqual({ done: [] })
  })

  it('a Word file called sources.yaml makes nothing missing for those who cite it', async () => {
    const problems = await check({ ...sample(), 'sources.yaml': new Uint8Array([0x50, 0x4b, 0x03, 0x04]) })
    expect(told(problems)).toEqual([expect.stringMatching(/^sources\.yaml 1:1 not-a-text｜.*git checkout 取回原来的/)])
  })

  it.each([
    ['little-endian with its mark', '\ufeff', false],
    ['little-endian', '', false],
    ['big-endian with its mark', '\ufeff', true],
    ['big-endian', '', true],
  ])('UTF-16, %s, is told once and mended', async (_name, mark, isBig) => {
    const bytes = Buffer.from(mark + (SAMPLE[STORY] as string), 'utf16le')
    if (isBig) bytes.swap16()
    expect(told(await check({ ...sample(), [STORY]: bytes }))).toEqual([
      expect.stringMatching(/^1:1 encoding｜文件编码不是 UTF-8，是 UTF-16.*｜.*另存为→编码选“UTF-8”/),
    ])
    expect(repairFile(bytes, STORY).text).toBe(SAMPLE[STORY])
  })

  it('what cannot be read is told, and nothing that was guessed of it', async () => {
    const bytes = Buffer.concat([Buffer.from('---\ntitel: 电话13800138000\n'), Buffer.from([0xe4, 0xb8, 0xff, 0x80])])
    expect((await check({ ...sample(), [STORY]: bytes })).map(place)).toEqual(['1:1 encoding'])
  })

  it('a text with one invisible character is no UTF-16', async () => {
    expect((await check(edit(STORY, ['她说', '她\0说']))).map(place)).toEqual(['26:2 control-character'])
  })

  const { [STORY]: text, ...withoutStory } = SAMPLE
  const renamed = (name: string): Tree => ({
    ...withoutStory,
    [COVER]: cover,
    [`stories/li-jie/${name}`]: text as string,
  })

  it.each([
    ['index.mdx.txt', /^把 index\.mdx\.txt 改名为 index\.mdx；看不见 \.txt 时/],
    ['index.md', /^把 index\.md 改名为 index\.mdx$/],
    ['Index.mdx', /^把 Index\.mdx 改名为 index\.mdx（全小写）$/],
    ['李姐.txt', /^把 李姐\.txt 改名为 index\.mdx；/],
    ['稿子.docx', /^稿子\.docx 改名也不行：把这个文件夹移到仓库外面，用 npm run new/],
  ])('%s, the only copy of a manuscript, is told once and not to be deleted', async (name, fix) => {
    const problems = await check(renamed(name))
    expect(problems.map(place)).toEqual(['1:1 no-manuscript'])
    expect(problems[0]?.message).toBe(`文件夹里没有 index.mdx，只有 ${name}`)
    expect(problems[0]?.fix).toMatch(fix)
  })

  it('beside index.mdx a second manuscript and a document are told apart', async () => {
    const more = { 'stories/li-jie/index.md': 'x', 'stories/li-jie/原稿.docx': 'x', 'stories/甲.mdx.txt': 'x' }
    expect(told(await check({ ...sample(), ...more }))).toEqual([
      expect.stringMatching(
        /index\.md 1:1 foreign-file｜这一篇已经有 index\.mdx，又有一个「index\.md」｜只有 index\.mdx 会发布/,
      ),
      expect.stringMatching(/原稿\.docx 1:1 foreign-file｜这里不能放「原稿\.docx」｜把它移到仓库外面；是稿子的/),
      expect.stringMatching(/甲\.mdx\.txt 1:1 foreign-file｜稿件没有自己的文件夹｜建文件夹 甲，/),
    ])
  })

  it.each([
    [/title: /, 'title:　', '2:7 odd-space'],
    [/kind: person/, 'kind: person\u00a0', '4:13 odd-space'],
    [/ {2}- lintong/, '  -\u00a0lintong', '7:4 odd-space'],
    [/- id: class/, '-\u00a0id: class', '9:4 odd-space'],
  ] as const)('an odd space in front matter, %s, is told once and mended', async (from, to, expected) => {
    const tree = edit(STORY, [from, to])
    expect((await check(tree)).map(place)).toEqual([expected])
    expect(fixed(tree)).toBe(SAMPLE[STORY])
  })

  it.each<[name: string, file: string, from: string | RegExp, to: string, place: string, said: RegExp]>([
    [
      'fields of a claim at the margin',
      STORY,
      /^ {4}(?=text|label|value|unit|source|locator)/gm,
      '',
      '10:1 lost-indent',
      /｜这一栏跑到行首去了.*｜从这里起，各栏要和上面的 id 对齐：行首空四格$/,
    ],
    [
      'the last fields of a claim at the margin',
      STORY,
      /^ {4}(?=unit|source|locator)/gm,
      '',
      '13:1 lost-indent',
      /行首空四格$/,
    ],
    ['the source of a claim at the margin', STORY, /^ {4}(?=source|locator)/gm, '', '14:1 lost-indent', /行首空四格$/],
    ['the place in the source at the margin', STORY, /^ {4}(?=locator)/gm, '', '15:1 lost-indent', /行首空四格$/],
    ['fields of a row at the margin', 'sources.yaml', /^ {2}/gm, '', 'sources.yaml 2:1 lost-indent', /行首空两格$/],
    [
      'one field of a row at the margin',
      'sources.yaml',
      '  kind',
      'kind',
      'sources.yaml 4:1 lost-indent',
      /行首空两格$/,
    ],
    [
      'a row without its dash, at the margin',
      'regions.yaml',
      '- id: fm',
      'id: fm',
      'regions.yaml 5:1 lost-dash',
      /少了“- ”｜在 id 前面写上减号/,
    ],
    [
      'a row without its dash, in line',
      'regions.yaml',
      '- id: fm',
      '  id: fm',
      'regions.yaml 5:3 lost-dash',
      /少了“- ”/,
    ],
    ['a first row without its dash', 'trades.yaml', '- id', 'id', 'trades.yaml 1:1 lost-dash', /少了“- ”/],
  ])('%s: told once, and mended', async (_name, file, from, to, expected, said) => {
    const tree = edit(file, [from, to])
    const problems = await check(tree)
    expect(problems.map(place)).toEqual([expected])
    expect(told(problems)[0]).toMatch(said)
    expect(fixed(tree, file)).toBe(SAMPLE[file])
  })

  it('a source of the manuscript itself, below a list of another sort, is no lost one', () => {
    const text = '---\nclauses:\n  - id: a\n    text: 甲乙丙。\nsource: s1\nlocator: 第3段\n---\n\n正文。\n'
    expect(repairFile(Buffer.from(text), 'policies/a/index.mdx')).toEqual({ text, done: [] })
  })

  it('a claim that fell apart takes no field of the story with it', async () => {
    const tree = edit(
      STORY,
      ['kind: person\n', ''],
      [/^ {4}(?=text|label|value|unit|source|locator)/gm, ''],
      ['locator: 第3段\n', 'locator: 第3段\nkind: person\n'],
    )
    expect((await check(tree)).map(place)).toEqual(['9:1 lost-indent'])
    expect(fixed(tree)).toContain('\n    locator: 第3段\nkind: person\n---')
  })
})
