import { describe, expect, it } from 'vitest'
import { checkWording, findHidden } from './wording.ts'

const rules = (text: string, place: 'headline' | 'prose' | 'quoted' = 'prose') =>
  checkWording(text, place).map(({ rule }) => rule)

describe('absolute terms', () => {
  it.each([
    '手艺全国第一',
    '这是最佳品牌',
    '最先进的工艺',
    '全省最大的基地',
    '世界级的手艺',
    '顶级裁缝',
    '极品陶瓷',
    '填补了国内空白',
    '全国领先',
    '独一无二的技艺',
    '国家级品质',
    '销量第一',
    '行业唯一',
    '100%正宗',
    '百分之百就业',
    '用工首选',
    '最受欢迎的月嫂',
  ])('%s', (text) => {
    expect(rules(text)).toContain('absolute-term')
    expect(rules(text, 'headline')).toContain('absolute-term')
    expect(rules(text, 'quoted')).not.toContain('absolute-term')
  })

  it.each([
    '全国第一批非遗项目',
    '全省第一家基地',
    '第一产业',
    '驻村第一书记',
    '第一名纳入培育',
    '最大限度',
    '最好先打电话',
    '国家级非遗项目代表性传承人',
    '省级示范基地',
    '龙头企业',
    '领军人物',
    '头一关是杀青',
    '《中国第一村》的作者',
    '《办法》和《中国第一村》',
    '全区人口的四分之一',
    '最优化',
    '独家采访',
  ])('lets pass: %s', (text) => {
    expect(rules(text)).toEqual([])
  })

  it.each([
    '绝对领先',
    '世界独有',
    '业内首屈一指',
    '全国之最',
    '举世无双',
    '宇宙级',
    '王牌工匠',
    '独家手艺',
    '万能师傅',
    '产量最高',
  ])('is not lost to the quick test: %s', (text) => {
    expect(rules(text)).toContain('absolute-term')
  })

  it.each([
    '《 我们是全国第一的吉他。',
    '《办法》以外，《我们是全国第一的吉他。',
    '《我们是全国第一的吉他，见《办法》',
    '《我们是全国第一的吉他\n《办法》',
    '《我们是全国第一的吉他\n》',
  ])('a title mark that is not closed hides nothing: %j', (text) => {
    expect(rules(text)).toEqual(['absolute-term'])
  })

  it('lets pass what stands inside a sourced part', () => {
    expect(checkWording('福绵是全国最大的基地', 'prose', [[3, 10]])).toEqual([])
  })
})

describe('promises and effects', () => {
  it.each(['包就业', '包拿证', '月入过万', '稳赚', '零风险', '保底工资'])('%s', (text) => {
    expect(rules(`学完${text}`)).toEqual(['promise'])
  })
  it.each(['根治风湿', '抗癌', '包治百病'])('%s', (text) => {
    expect(rules(`八角能${text}`)).toContain('medical-claim')
  })
  it.each(['外包过滤', '保护就业', '面包过程'])('lets pass: %s', (text) => {
    expect(rules(text)).toEqual([])
  })
})

describe('punctuation, numbers, names', () => {
  it.each([
    ['她说,好', 'half-width-mark', '她说，好'],
    ['时间:明天', 'half-width-mark', '时间：明天'],
    ['共有２４家', 'full-width-letter', '共有24家'],
    ['等等...', 'ellipsis', '等等……'],
    ['等等。。。', 'ellipsis', '等等……'],
    ['她--李姐', 'dash', '她——李姐'],
    ['好！！', 'repeated-mark', '好！'],
    ['\u3000\u3000开头', 'spaced-indent', '开头'],
  ])('%s', (text, rule, mended) => {
    const [found, ...others] = checkWording(text, 'prose')
    expect(others).toEqual([])
    expect(found?.rule).toBe(rule)
    const { start = 0, end = 0, replacement = '' } = found ?? {}
    expect(text.slice(0, start) + replacement + text.slice(end)).toBe(mended)
  })

  it.each([
    ['02月09日', 'two-digit-day'],
    ['玉政办函[2022]54号', 'document-number'],
    ['广西省玉林市', 'region-name'],
    ['截止2022年', 'common-slip'],
    ['约100人左右', 'double-estimate'],
  ])('%s', (text, rule) => {
    expect(rules(text)).toEqual([rule])
  })

  it.each([
    '时间：09:00—17:00，共3次。',
    '他说：“好！”',
    '详见（第三段）……',
    '玉政办函〔2022〕54号',
    '2022年2月9日',
    'Node, TypeScript; yes!',
    '63%~68%',
    '第（一）条',
    '比例3:1',
  ])('lets pass: %s', (text) => {
    expect(rules(text)).toEqual([])
  })
})

describe('hidden characters', () => {
  it.each([
    ['a\u202eb', 'bidi-control'],
    ['a\u2067b', 'bidi-control'],
    ['a\u200bb', 'zero-width'],
    ['a\u0007b', 'control-character'],
    ['a\ufffdb', 'broken-character'],
    ['a\ue000b', 'broken-character'],
    ['a\u2028b', 'line-separator'],
  ])('%j', (text, rule) => {
    expect(findHidden(text).map((found) => [found.rule, found.start])).toEqual([[rule, 1]])
  })

  it('are not in ordinary Chinese text', () => {
    expect(findHidden('福绵：“一件牛仔裤”——3000家（2024年）\n\t·')).toEqual([])
  })
})
