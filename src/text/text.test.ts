import { describe, expect, it } from 'vitest'
import { joinSoftBreaks } from './cjk.ts'
import { clauseAnchor } from './clause.ts'
import { dateSpan, figureDate, longDate, minuteText } from './dates.ts'
import { figureOf, joinFigure, scaleNumber } from './figure.ts'
import { phrases, titleParts } from './phrases.ts'

describe('figures', () => {
  it.each([
    [2_460_000, '246', '万'],
    [2_260_000, '226', '万'],
    [378_300, '37.83', '万'],
    [4000, '4000', ''],
    [10_000, '1', '万'],
    [12_345, '12345', ''],
    [100_000_001, '100000001', ''],
    [10_000.5, '10000.5', ''],
    [60_000_000, '6000', '万'],
    [120_000_000, '1.2', '亿'],
    [29.15, '29.15', ''],
    [0, '0', ''],
  ])('prints %d as %s%s', (value, number, scale) => {
    expect(scaleNumber(value)).toEqual({ number, scale })
  })

  it.each([
    [{ value: 4000, unit: '个岗位', qualifier: '近' as const }, '近4000个岗位'],
    [{ value: 2_260_000, unit: '把', qualifier: '余' as const }, '226万余把'],
    [{ value: 10_000, unit: '人次', qualifier: '以上' as const }, '1万人次以上'],
    [{ value: 10, unit: '亿元', qualifier: '超' as const }, '超10亿元'],
    [{ value: 80, unit: '%' }, '80%'],
  ])('joins %o', (claim, expected) => {
    const figure = figureOf(claim as Parameters<typeof figureOf>[0])
    expect(figure && joinFigure(figure)).toBe(expected)
  })

  it('has no figure without a value', () => {
    expect(figureOf({ value: undefined, unit: undefined, qualifier: undefined })).toBeUndefined()
  })
})

describe('dates', () => {
  it('are as precise as they are known', () => {
    expect([longDate('2025-07-14'), longDate('2025-07'), longDate('2025')]).toEqual([
      '2025年7月14日',
      '2025年7月',
      '2025年',
    ])
  })

  it.each([
    ['2024-11-21', '2024-11-23', '2024年11月21日—23日'],
    ['2024-07-26', '2024-09-30', '2024年7月26日—9月30日'],
    ['2024-12-30', '2025-01-02', '2024年12月30日—2025年1月2日'],
    ['2024-05-01', '2024-05-01', '2024年5月1日'],
    ['2026-05-01T09:00+08:00', '2026-05-01T11:00+08:00', '2026年5月1日 09:00—11:00'],
    // An end known only as the day that it begins on says nothing more.
    ['2026-05-01T09:00+08:00', '2026-05-01', '2026年5月1日 09:00'],
    ['2026-05-01T09:00+08:00', '2026-05-02', '2026年5月1日 09:00—2026年5月2日'],
    ['2022', undefined, '2022年'],
    [undefined, '2025-05-19', '2025年5月19日结束'],
    [undefined, undefined, '日期暂无公开资料'],
  ])('span %s to %s', (start, end, expected) => {
    expect(dateSpan(start, end)).toBe(expected)
  })

  it('of a target are its term', () => {
    expect([figureDate('2025', 'target'), figureDate('2025', 'actual')]).toEqual(['到2025年', '2025年'])
  })

  it('print the minute of publication', () => {
    expect(minuteText('2026-11-22T09:05+08:00')).toBe('2026-11-22 09:05')
  })
})

describe('clauses', () => {
  it.each([
    ['二、（六）', '2-6'],
    ['三、（三）3', '3-3-3'],
    ['五、（十九）', '5-19'],
    ['政策解读 四、1', '4-1'],
    ['政策解读 五', '5'],
    ['引言', undefined],
    ['正文第3段', undefined],
    ['二、（一）1—3与（二）1—3', undefined],
  ])('finds the anchor of %s', (locator, anchor) => {
    expect(clauseAnchor(locator)).toBe(anchor)
  })
})

describe('soft breaks', () => {
  it.each([
    ['甲\n乙', '甲乙'],
    ['甲，\n“乙”', '甲，“乙”'],
    ['a\nb', 'a\nb'],
    ['甲\n3', '甲\n3'],
  ])('%j', (text, expected) => {
    expect(joinSoftBreaks(text)).toBe(expected)
  })
})

describe('parts of a title', () => {
  it.each([
    ['一份三百人的合同，一条迁回正安的生产线', '一份三百人的合同，|一条迁回正安的生产线'],
    ['一样摘果，一样剥皮：石头镇的香料', '一样摘果，|一样剥皮：|石头镇的香料'],
    ['“走出去，”再回来', '“走出去，”|再回来'],
    ['福绵裁缝', '福绵裁缝'],
    ['“走进多彩贵州 看见大美中国”', '“走进多彩贵州 |看见大美中国”'],
    ['贝斯 Bass 与吉他', '贝斯 Bass 与吉他'],
    ['', ''],
  ])('cuts %s behind its commas and colons', (text, expected) => {
    expect(titleParts(text).join('|')).toBe(expected)
    expect(titleParts(text).join('')).toBe(text)
  })
})

describe('phrases', () => {
  it('never begin with a mark that ends something, and never are one', () => {
    for (const text of ['（规划复原项目）与“中国酒都·酱香酒匠”，（一）', '《关于劳务品牌建设的意见》（2022年版）'])
      for (const phrase of phrases(text)) expect(phrase).toMatch(/^[^，、。；：？！）〕】》」』”’…·]/)
  })

  it.each([
    ['2024中国（福绵）牛仔时尚之夜', '2024|中国|（福绵）|牛仔|时尚|之夜'],
    ['正安吉他文化产业园', '正安|吉他|文化|产业园'],
    ['一把古典吉他，要做三个月', '一把|古典|吉他，|要|做|三个月'],
    ['贵州二十部门关于劳务品牌建设的实施意见', '贵州|二十|部门|关于|劳务|品牌|建设|的|实施|意见'],
    ['“走进大美中国”', '“走进|大美|中国”'],
    ['广西“八桂系列”劳务品牌建设', '广西|“八桂系列”|劳务|品牌|建设'],
    ['2025年11月18日至19日', '2025年11月18日|至|19日'],
    ['第十二届中国（玉林）中医药博览会', '第十二届|中国|（玉林）|中医药|博览会'],
    ['中国—东盟香药交易市场', '中国—|东盟|香药|交易|市场'],
    ['安顺蜡染博物馆', '安顺|蜡染|博物馆'],
    ['极竹堂竹编非遗产学研基地', '极竹堂|竹编|非遗|产学研|基地'],
    ['丹寨宁航蜡染非遗工坊', '丹寨|宁航|蜡染|非遗|工坊'],
    ['仁怀市酒业协会', '仁怀市|酒业|协会'],
    ['贵州正安娜塔莎乐器制造有限公司', '贵州|正安|娜塔莎|乐器|制造|有限公司'],
    ['上海宝立食品（玉林香料产业园项目）', '上海|宝立|食品|（玉林|香料|产业园|项目）'],
    ['施秉城关镇南官营社区（嘎榜留）', '施秉|城关镇|南官营|社区|（嘎榜留）'],
    ['第二届“中国酒都·酱香酒匠”', '第二届|“中国|酒都·|酱香|酒匠”'],
    ['黄平县谷陇镇苗绣合作社', '黄平县|谷陇镇|苗绣|合作社'],
    ['岭垌古龙窑（规划复原项目）', '岭垌|古龙窑|（规划|复原|项目）'],
    ['提琴吉他制作工', '提琴|吉他|制作工'],
    ['电鸣乐器制作工', '电鸣|乐器|制作工'],
    ['黔南布依族苗族自治州', '黔南|布依族|苗族|自治州'],
    ['广西壮族自治区', '广西|壮族|自治区'],
    ['混凝土工', '混凝土工'],
    ['九十二支队伍上茶山', '九十二支|队伍|上|茶山'],
    ['一个瑞典人在正安住了八年', '一个|瑞典人|在|正安|住|了|八年'],
  ])('of %s stay whole', (text, expected) => {
    expect(phrases(text).join('|')).toBe(expected)
    expect(phrases(text).join('')).toBe(text)
  })
})
