import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { readContent } from '../../src/catalogue/read.ts'
import { validate } from '../../src/catalogue/validate.ts'
import { sortProblems } from '../../src/manuscript/problem.ts'
import { SAMPLE, type Tree, writeTree } from '../lib/sample-content.ts'
import { tidyPhotos } from '../lib/tidy-photos.ts'
import { BRAND, check, edit, place, STORY, sample } from './ground.ts'

/** Mistakes that show only when several files, or a file as such, are looked at. */
describe('mistakes across the content', { timeout: 60_000 }, () => {
  const add = (file: string, text: string): Tree => ({ ...sample(), [file]: `${SAMPLE[file] ?? ''}${text}` })
  const region = (id: string, parent: string) =>
    `- id: ${id}\n  name: 地区${id}\n  shortName: ${id}\n  level: county\n  parent: ${parent}\n`
  const trade = (id: string, parent: string) =>
    `- id: ${id}\n  name: 工种${id}\n  summary: 做事的人。\n  parent: ${parent}\n`
  const broadcast = (startsAt: string, endsAt: string) =>
    `---\nname: 建筑工直播\nkind: live\nsummary: 一次直播。\nproducer: 某单位\nstartsAt: ${startsAt}\nendsAt: ${endsAt}\nurl: https://video.example.cn/1\nsource: s1\n---\n\n直播里说的话。\n`
  const meeting = (start: string, end: string) =>
    `---\nname: 建筑工推介会\ntype: expo\nsummary: 一次推介会。\nstart: ${start}\nend: ${end}\n---\n\n已办。\n`

  const claim = (id: string) => `  - id: ${id}\n    text: 他们砌墙。\n    headline: true\n    source: s1\n`

  it.each<[name: string, tree: () => Tree, places: string[], message: RegExp, cure: RegExp]>([
    [
      'an id whose address is a page of the site',
      () => ({ ...sample(), 'brands/table/index.mdx': SAMPLE[BRAND] as string }),
      ['brands/table/index.mdx 1:1 folder-name'],
      /编号「table」的网址 \/brands\/table\/ 已经是本站的一页/,
      /换一个编号/,
    ],
    [
      'more figures in front than there is room for',
      () => edit(BRAND, ['claims:\n', `claims:\n${['a1', 'a2', 'a3', 'a4'].map(claim).join('')}`]),
      [`${BRAND} 24:5 bad-value`],
      /「放在前面」（headline）：放在前面的已经有三条，这一条多了/,
      /最多三个/,
    ],
    [
      'a figure set apart that the text does not take',
      () => edit(STORY, ['claims:', 'pull: class-2024\nclaims:']),
      ['8:1 dangling-claim'],
      /突出的数「class-2024」，正文里没有用到/,
      /写正文里一个 <Claim id="…" \/> 的编号，或删掉这一行/,
    ],
    [
      'a region that lies in itself',
      () => add('regions.yaml', region('aa', 'aa')),
      ['regions.yaml 14:3 parent-cycle'],
      /「上级地区」（parent）绕成了圈：aa → aa/,
      /改成真正的上级/,
    ],
    [
      'two regions that lie in each other',
      () => add('regions.yaml', region('aa', 'bb') + region('bb', 'aa')),
      ['regions.yaml 14:3 parent-cycle'],
      /绕成了圈：aa → bb → aa/,
      /最上一级不写 parent/,
    ],
    [
      'two trades that lie in each other',
      () => add('trades.yaml', trade('aa', 'bb') + trade('bb', 'aa')),
      ['trades.yaml 7:3 parent-cycle'],
      /「所属工种类」（parent）绕成了圈：aa → bb → aa/,
      /改成真正的上级/,
    ],
    [
      'a trade in a third level',
      () => add('trades.yaml', trade('aa', 'bricklayer') + trade('bb', 'aa')),
      ['trades.yaml 11:3 parent-depth'],
      /工种只分两层，这一条在第 3 层：bb → aa → bricklayer/,
      /parent 改成最上面的 bricklayer/,
    ],
    [
      'a brand that is its own parent',
      () => edit(BRAND, ['checkedOn:', 'parent: lintong-jianzhu\ncheckedOn:']),
      [`${BRAND} 5:1 parent-cycle`],
      /「上级品牌」（parent）绕成了圈/,
      /改成真正的上级/,
    ],
    [
      'redirects that turn in a circle by way of an anchor',
      () => add('redirects.yaml', '- from: /a/\n  to: "/b/#x"\n- from: /b/\n  to: /a/\n'),
      ['redirects.yaml 1:3 redirect', 'redirects.yaml 3:3 redirect'],
      /转来转去又回到自己/,
      /顺着 to/,
    ],
    [
      'a redirect that is a line of text',
      () => add('redirects.yaml', '- hello\n'),
      ['redirects.yaml 1:3 redirect'],
      /这里是一行文字，不是一栏一栏的内容/,
      /- from: \/旧地址\//,
    ],
    [
      'a redirect from a number',
      () => add('redirects.yaml', '- from: 123\n  to: /brands/\n'),
      ['redirects.yaml 1:3 redirect'],
      /「旧地址」（from）会被读成数字/,
      /英文引号/,
    ],
    [
      'redirects that are a link to something without end',
      () => ({ ...sample(), 'redirects.yaml': { link: '/dev/zero' } }),
      ['redirects.yaml 1:1 symlink'],
      /链接（快捷方式）/,
      /拷到这里/,
    ],
    [
      'a ledger that is a link to something without end',
      () => ({ ...sample(), 'addresses.txt': { link: '/dev/zero' } }),
      ['addresses.txt 1:1 symlink'],
      /链接（快捷方式）/,
      /拷到这里/,
    ],
    [
      'a row of a table that is a line of text',
      () => add('trades.yaml', '- 抹灰工\n'),
      ['trades.yaml 4:3 wrong-type'],
      /这里是一行文字，不是一栏一栏的内容/,
      /栏目: 内容/,
    ],
    [
      'a day of the last check that is a year',
      () => edit(BRAND, ['2026-11-21', '2026']),
      [`${BRAND} 5:1 bad-value`],
      /「核实于」（checkedOn）：这里要写到日/,
      /2026-12-31/,
    ],
    [
      'a day of a visit that is a month',
      () => ({
        ...sample(),
        'places/yuan/index.mdx':
          '---\nname: 建筑工基地\nkind: training-base\nregion: fm\nsummary: 一处基地。\nvisit:\n  hours: 周一到周五\n  source: s1\n  verifiedOn: 2026-11\n---\n\n基地。\n',
      }),
      ['places/yuan/index.mdx 9:3 bad-value'],
      /「核实于」（verifiedOn）：这里要写到日/,
      /2026-12-31/,
    ],
    [
      'a broadcast that ends before it begins',
      () => ({ ...sample(), 'media/zhi/index.mdx': broadcast('2026-05-01T09:00+08:00', '2026-05-01T08:00+08:00') }),
      ['media/zhi/index.mdx 7:1 bad-value'],
      /结束时间要晚于开播时间/,
      /北京时间/,
    ],
    [
      'an event that ends in the month before',
      () => ({ ...sample(), 'events/zhan/index.mdx': meeting('2026-05-01T09:00+08:00', '2026-04') }),
      ['events/zhan/index.mdx 6:1 bad-value'],
      /结束日期早于开始日期/,
      /2022-02-09/,
    ],
    [
      'a person taken down, still named by another name',
      () => ({
        ...edit(STORY, ['她说得慢', '跟瓦匠李学的']),
        'figures/li/index.mdx':
          '---\nname: 李师\naliases: [瓦匠李]\nroles: [leader]\nsummary: 一个人。\nwithdrawnOn: 2026-10-01\n---\n',
      }),
      ['1:1 withdrawn-person'],
      /人物 li 已经撤下，正文里还写着他的名字/,
      /不留姓名/,
    ],
    [
      'a picture as BMP',
      () => ({ ...sample(), 'stories/li-jie/b.bmp': new Uint8Array([0x42, 0x4d, 0, 0]) }),
      ['stories/li-jie/b.bmp 1:1 picture-format'],
      /BMP 图片，网站不能用/,
      /另存为 JPG/,
    ],
  ])('%s', async (_, tree, places, message, cure) => {
    const problems = await check(tree())
    expect(problems.map(place).sort()).toEqual([...places].sort())
    expect(problems.some((problem) => message.test(problem.message) && cure.test(problem.fix))).toBe(true)
  })

  it.each([
    ['2026-05-01T09:00+08:00', '2026-05-01'],
    ['2026-05-01', '2026-05'],
    ['2026-05-03', '2026'],
  ])('an event from %s to %s is none: as far as both are known it ends in time', async (start, end) => {
    expect(await check({ ...sample(), 'events/zhan/index.mdx': meeting(start, end) })).toEqual([])
  })

  it('another person of a longer name is no trace of one taken down', async () => {
    const person = (name: string, more = '') => `---\nname: ${name}\nroles: [leader]\nsummary: 一个人。\n${more}---\n`
    const tree = {
      ...edit(STORY, ['她说得慢', '跟李明华学的']),
      'figures/li-ming/index.mdx': person('李明', 'withdrawnOn: 2026-10-01\n'),
      'figures/li-ming-hua/index.mdx': person('李明华'),
    }
    expect(await check(tree)).toEqual([])
  })

  it('what check says of a picture, npm run photos does', async () => {
    const gif = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#8a6' } })
      .gif()
      .toBuffer()
    const bmp = new Uint8Array([0x42, 0x4d, 0, 0])
    const { root, remove } = writeTree({ ...sample(), 'stories/li-jie/a.gif': gif, 'stories/li-jie/b.bmp': bmp })
    const { root: keep, remove: removeKeep } = writeTree({})
    try {
      const before = sortProblems(validate(await readContent(root)).problems)
      expect(before.map(({ file, by }) => [file, by])).toEqual([
        ['stories/li-jie/a.gif', 'photos'],
        ['stories/li-jie/b.bmp', undefined],
      ])
      expect(await tidyPhotos(root, keep)).toMatchObject([
        { file: 'stories/li-jie/a.gif', now: 'a.jpg' },
        { file: 'stories/li-jie/b.bmp', cure: '另存为 JPG 再放进来' },
      ])
      const after = validate(await readContent(root)).problems
      expect(after.map(({ file }) => file)).toEqual(['stories/li-jie/b.bmp'])
    } finally {
      remove()
      removeKeep()
    }
  })
})
