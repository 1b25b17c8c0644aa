import { describe, expect, it } from 'vitest'
import { BRAND, check, edit, place, STORY, sample } from './ground.ts'

/** Cures that can be followed to the letter. */
describe('cures', { timeout: 60_000 }, () => {
  const BRANDS = /brands:\n {2}- lintong-jianzhu\n/

  it.each<
    [
      name: string,
      file: string,
      from: string | RegExp,
      to: string,
      place: string,
      message: RegExp,
      fix: string | RegExp,
    ]
  >([
    [
      'two sources of a claim',
      STORY,
      'source: s1\n',
      'source: s1、s2\n',
      '14:5 bad-value',
      /来源/,
      '这里只能写一个：只留一个编号',
    ],
    [
      'a list of sources',
      STORY,
      '    source: s1\n',
      '    source:\n      - s1\n      - s2\n',
      '14:5 wrong-type',
      /只能写一个编号/,
      /source: s1$/,
    ],
    [
      'a list left out',
      STORY,
      BRANDS,
      '',
      '2:1 missing-field',
      /少了「品牌」/,
      /^补上两行：“brands:”，下一行“ {2}- 品牌的编号”$/,
    ],
    [
      'a list left empty',
      STORY,
      BRANDS,
      'brands:\n',
      '6:1 empty-field',
      /「品牌」（brands）空着/,
      /^这一栏必须写：下一行写“ {2}- /,
    ],
    [
      'a list on one line',
      STORY,
      BRANDS,
      'brands: lintong-jianzhu\n',
      '6:1 wrong-type',
      /要分行写/,
      /下一行“ {2}- lintong-jianzhu”$/,
    ],
    [
      'a word of a vocabulary left out',
      STORY,
      'kind: person\n',
      '',
      '2:1 missing-field',
      /^少了「类别」（kind）/,
      /^补上 kind: .*person（典型人物）$/,
    ],
    [
      'a word of a vocabulary left empty',
      STORY,
      'kind: person',
      'kind:',
      '4:1 unknown-value',
      /「类别」（kind）空着/,
      /^这一栏必须写：kind: /,
    ],
    [
      'a day left out',
      BRAND,
      /checkedOn.*\n/,
      '',
      `${BRAND} 2:1 missing-field`,
      /^少了「核实于」/,
      /^补上 checkedOn: /,
    ],
    [
      'a day left empty',
      BRAND,
      /checkedOn.*\n/,
      'checkedOn:\n',
      `${BRAND} 5:1 empty-field`,
      /空着/,
      /必须写：checkedOn: /,
    ],
    ['a value in quotes', STORY, 'value: 6', 'value: "6"', '12:5 wrong-type', /加了引号/, '去掉引号：value: 6'],
    [
      'a day without its minute, as a number',
      STORY,
      /publishedAt.*/,
      'publishedAt: 20261122',
      '5:1 wrong-type',
      /20261122/,
      '写成 2026-11-22T09:00+08:00 的样子',
    ],
    [
      'a brand with a comma',
      STORY,
      '- lintong-jianzhu',
      '- lintong-jianzhu,',
      '7:5 bad-value',
      /编号/,
      '只写编号：lintong-jianzhu',
    ],
    [
      'a brand as its address',
      STORY,
      '- lintong-jianzhu',
      '- /brands/lintong-jianzhu/',
      '7:5 bad-value',
      /编号/,
      '只写编号：lintong-jianzhu',
    ],
    [
      'a brand as the address of another',
      STORY,
      '- lintong-jianzhu',
      '- https://www.example.cn/a',
      '7:5 bad-value',
      /编号/,
      /^这里写编号，不写网址/,
    ],
    ['a brand by its name', STORY, '- lintong-jianzhu', '- 临桐建筑', '7:5 bad-value', /编号/, /^写编号，不写名字/],
  ])('of %s', async (_name, file, from, to, expected, message, fix) => {
    const problems = await check(edit(file, [from, to]))
    expect(problems.map(place)).toEqual([expected])
    expect(problems[0]?.message).toMatch(message)
    expect(problems[0]?.fix).toMatch(fix)
    if (typeof fix === 'string') expect(problems[0]?.fix).toBe(fix)
  })

  it('of an id of a claim in Chinese does not speak of pages', async () => {
    const problems = await check(edit(STORY, ['id: class-2025\n', 'id: 培训\n']))
    expect(problems.map(({ fix }) => fix)).toEqual(['用小写拼音，词之间用连字符，例如 peixun-2025'])
  })

  it('of a date of an event name the field that it has', async () => {
    const text = '---\nname: 建筑工推介会\ntype: expo\nsummary: 一次推介会。\ndate: 2025-05-01\n---\n\n已办。\n'
    const problems = await check({ ...sample(), 'events/zhan/index.mdx': text })
    expect(problems.map(({ line, fix }) => `${line} ${fix}`)).toEqual(['5 是不是想写 start？不是就删掉这一行'])
  })
})
