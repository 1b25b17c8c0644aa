import { describe, expect, it } from 'vitest'
import { namesHardship, tellsHardship } from './hardship.ts'
import { findHidden } from './hidden.ts'
import { checkWording } from './wording.ts'

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
    '万能师傅',
    '国家级标准',
    '国家级服务',
    '领先全国',
    '领跑西部',
    '技术全州领先',
    '西部最大的吉他基地',
    '手艺数一数二',
    '行业老大',
    '中国NO.1裁缝',
    '全国TOP1的品牌',
    '她是县里最好的裁缝',
    '销量第1',
    '全网最火月嫂',
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
    '万能铣床',
    '万能角度尺',
    '国家级服务型制造示范企业',
    '国家级服务业标准化试点',
    '国家级标准化示范区',
    '家里的老大在广东',
    '玉林市工厂里最早的一批工人',
    '样品No.1在左边',
    '欠薪是老大难',
    '企业标准领跑者',
    '全市最大限度',
    '中国最高人民法院',
    '全国第1批非遗项目',
    '质量第1项检查',
    '全国TOP10',
    '全网络直播最火热的六月',
    '打包推荐工作餐',
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
    expect(rules(text).filter((rule) => rule !== 'unpaired-mark')).toEqual(['absolute-term'])
  })

  it.each([
    '玉林最大的服装基地',
    '正安县规模最大的吉他工厂',
    '最大的吉他生产基地',
    '玉林最早的制衣镇',
    '领先遵义',
    '服装产业No.1',
    '服装产业TOP1',
  ])('the greatest of a place is a boast in a headline: %s', (text) => {
    expect(rules(text, 'headline')).toContain('absolute-term')
  })

  it('lets pass what stands inside a sourced part', () => {
    expect(checkWording('福绵是全国最大的基地', 'prose', [[3, 10]])).toEqual([])
  })
})

describe('headlines', () => {
  it.each([
    ['最好的福绵裁缝', '最好'],
    ['唯一的牛仔之都', '唯一'],
    ['国家级的手艺', '国家级'],
    ['学艺三年，第一的裁缝', '第一'],
    ['福绵第一裁缝', '第一'],
    ['北流最大的陶瓷厂', '最大'],
    ['最优秀的工匠', '最优'],
    ['绝对好手艺', '绝对'],
    ['陶瓷之最', '之最'],
    ['就业率100%', '100%'],
    ['百分之百上岗', '百分之百'],
    ['技术领先的工厂', '技术领先'],
  ])('%s', (text, found) => {
    const words = checkWording(text, 'headline').map(({ rule, start, end }) => [rule, text.slice(start, end)])
    expect(words).toEqual([['absolute-term', found]])
  })

  it.each([
    '第一批',
    '第一届技能大赛',
    '第一次进厂',
    '第一季度招工',
    '第一，先学拉线',
    '第一职业技术学校',
    '国家级非遗',
    '国家级水族马尾绣传承人',
    '国家级非物质文化遗产代表性项目',
    '国家级经济技术开发区',
    '《天下第一村》出版',
    '最好先打电话',
    '最大的那个数',
    '最高补贴3000元',
    '唯一标识',
    '绝对贫困',
    '安全第一',
    '安全生产第一，谁也不能省',
    '把就业当作最大的民生',
    '她最大的孩子上了大学',
    '把稳就业作为第一要务',
    '世界级非遗的传人来讲课',
    '国家级技能大师来教徒弟',
    '工厂保就业、稳工资',
  ])('lets pass: %s', (text) => {
    expect(rules(text, 'headline')).toEqual([])
  })

  it('are read more strictly than prose, and quoted words not at all', () => {
    expect(rules('他是家里唯一的儿子')).toEqual([])
    expect(rules('他是家里唯一的儿子', 'headline')).toEqual(['absolute-term'])
    expect(rules('他是家里唯一的儿子', 'quoted')).toEqual([])
  })
})

describe('labels of hardship', () => {
  it.each([
    '脱贫户王小花，学得快',
    '低保户李强的女儿',
    '残疾人张明今年30岁',
    '王小花，脱贫户，学缝纫',
    '李强（残疾）',
    '王小花是低保户',
    '刑满释放人员陈某某说',
    '王小花，肢体三级残疾',
    '李强患有尿毒症，在家做活',
    '脱贫户王秀英学会了车裤脚',
    '王秀英家是低保户',
    '残疾人王秀英学会了车裤脚',
    '王秀英前年查出乳腺癌，又回到车间',
    '王秀英的丈夫得了尿毒症',
  ])('are not to stand beside a name: %s', (text) => {
    for (const place of ['headline', 'prose', 'quoted'] as const) {
      expect(checkWording(text, place).map(({ rule, level }) => [rule, level])).toEqual([['named-hardship', 'advice']])
    }
  })

  it.each([
    '脱贫户和种植户13000多户',
    '当地贫困户来做工',
    '残疾人就业、残疾人证',
    '李师傅的老伴身患重病',
    '两名残疾一级人员来学',
    '脱贫户许多人',
    '脱贫户李家村',
    '王家村是贫困户集中的村',
    '脱贫户高兴地说',
    '李师傅带脱贫户学艺',
    '镇政府+协会+基地+脱贫户',
    '李师傅得了全国金奖',
    '检查出30件次品',
    '村里的李家是做琴的',
  ])('lets pass: %s', (text) => {
    expect(rules(text)).toEqual([])
  })

  it('nor are names beside money', () => {
    for (const text of ['王秀英1500元、李桂花900元', '补贴：王秀英：1500元；李桂花：九百元。'])
      expect(rules(text), text).toEqual(['named-money'])
    for (const text of ['王秀英每月4000元', '吉他1500元、尤克里里900元', '李师傅的课30元'])
      expect(rules(text), text).toEqual([])
  })

  it('on the page of a person, are those of the person and the family, not of whom they care for', () => {
    for (const text of ['福绵裁缝，患乳腺癌后重返车间。', '她的丈夫得了尿毒症。', '他坐过三年牢。', '他被判了三年。'])
      expect(tellsHardship(text), text).toBeDefined()
    for (const text of [
      '她护理过一位患糖尿病的老人。',
      '她照顾的老人得了癌症。',
      '她到监狱给服刑人员教刺绣。',
      '她获得癌症护理证书。',
    ])
      expect(tellsHardship(text), text).toBeUndefined()
  })

  it('and the names of known people are found on both sides', () => {
    const names = ['阿幼朵', '龙女三九']
    expect(namesHardship('脱贫户阿幼朵会刺绣', names)).toBe('阿幼朵')
    expect(namesHardship('龙女三九是低保户', names)).toBe('龙女三九')
    expect(namesHardship('阿幼朵教脱贫户刺绣', names)).toBeUndefined()
  })
})

describe('marks and days', () => {
  it.each([
    ['她说”手艺是饭碗“', 'unpaired-mark'],
    ['她读过《裁缝。', 'unpaired-mark'],
    ['她读过裁缝》。', 'unpaired-mark'],
    ['她说得慢。，学员记得牢', 'clashing-marks'],
    ['她说得慢，、学员记得牢', 'clashing-marks'],
    ['她说得慢 ，学员记得牢', 'spaced-mark'],
    ['她学手艺．好', 'odd-stop'],
    ['她学手艺好｡', 'odd-stop'],
    ['2026年2月30日开班', 'impossible-date'],
    ['2025年13月开班', 'impossible-date'],
    ['4月31日开班', 'impossible-date'],
  ])('%s', (text, rule) => {
    expect(new Set(rules(text))).toEqual(new Set([rule]))
    expect(rules(text, 'quoted')).toContain(rule)
  })

  it.each([
    '她说：“手艺是饭碗。”',
    '“她说得慢。',
    '《关于印发〈办法〉的通知》、《裁缝》',
    '甲、乙——丙……丁。“好！”，她说',
    '2024年2月29日、2月29日、12月31日',
    '孩子13月大，坐了15月子弹头列车',
    '用 A4 纸，每天 8 小时',
  ])('are sound: %s', (text) => {
    expect(rules(text)).toEqual([])
  })
})

describe('promises and effects in the words of others', () => {
  it.each([
    ['这种香药能治风湿', 'medical-claim'],
    ['专治失眠', 'medical-claim'],
    ['包推荐工作', 'promise'],
    ['月入过万', 'promise'],
  ])('are promises and effects: %s', (text, rule) => {
    expect(rules(text, 'quoted')).toEqual([rule])
    expect(checkWording(text, 'document')).toEqual([])
  })

  it.each(['能治病救人', '专治欠薪', '主治医师', '防治病虫害', '可治理荒山', '能治好八角的炭疽病', '能治好猪的肺炎'])(
    'are not: %s',
    (text) => {
      expect(rules(text)).toEqual([])
    },
  )
})

describe('promises and effects', () => {
  it.each(['保就业', '保高薪', '包录用', '保证收入', '月薪过万', '保底薪'])('%s', (text) => {
    expect(rules(`学完${text}`)).toEqual(['promise'])
  })
  it.each([
    '学员百分百推荐就业',
    '参加培训确保上岗',
    '学会包上岗',
    '学完保证能拿到证',
    '结业即就业',
    '毕业就拿高薪',
    '月收入轻松过万',
    '100%推荐就业',
  ])('%s', (text) => {
    expect(rules(text).filter((rule) => rule === 'promise')).toEqual(['promise'])
  })
  it.each([
    '毕业就业率',
    '结业后就业的有30人',
    '培训后确保工资按时发',
    '持证上岗',
    '月收入4000元',
    '毕业就就业的学生',
    '百分百就业是目标',
    '厂里包上岗证办理费用',
    '企业包上岗培训',
  ])('lets pass: %s', (text) => {
    expect(rules(text)).toEqual([])
  })
  it.each(['稳就业保就业', '落实保就业任务', '稳岗保就业', '确保就业', '担保就业', '外包就业'])(
    'lets pass: %s',
    (text) => {
      expect(rules(text)).toEqual([])
    },
  )
  it.each(['包就业', '包过', '包过，', '“包过”', '包过级', '包拿证', '月入过万', '稳赚', '零风险', '保底工资'])(
    '%s',
    (text) => {
      expect(rules(`学完${text}`)).toEqual(['promise'])
    },
  )
  it.each(['根治欠薪', '根治拖欠农民工工资', '根治农民工工资拖欠问题'])('lets pass: %s', (text) => {
    expect(rules(text)).toEqual([])
    expect(rules(text, 'headline')).toEqual([])
  })
  it.each(['做降血压的药机', '血压计', '排毒车间', '认识降血糖食谱'])('lets pass: %s', (text) => {
    expect(rules(text)).toEqual([])
  })
  it.each(['根治风湿', '抗癌', '包治百病', '降血压', '祛湿排毒', '延年益寿', '增强人体免疫力'])('%s', (text) => {
    expect(rules(`八角能${text}`)).toContain('medical-claim')
  })
  it.each(['外包过滤', '保护就业', '面包过程', '他承包过工地', '他承包过。', '打包过的粉', '包过粽子'])(
    'lets pass: %s',
    (text) => {
      expect(rules(text)).toEqual([])
    },
  )
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
    ['姓名：\u3000张三', 'spaced-indent', '姓名：张三'],
    ['她说。。好', 'repeated-mark', '她说。好'],
    ['真的吗??', 'half-width-mark', '真的吗？'],
    ['真的吗!!!', 'half-width-mark', '真的吗！'],
    ['真的吗?!', 'half-width-mark', '真的吗？！'],
    ['真的吗？？？？', 'repeated-mark', '真的吗？'],
    ['真的吗？?', 'repeated-mark', '真的吗？'],
  ])('%s', (text, rule, mended) => {
    const [found, ...others] = checkWording(text, 'prose')
    expect(others).toEqual([])
    expect(found?.rule).toBe(rule)
    const { start = 0, end = 0, replacement = '' } = found ?? {}
    expect(text.slice(0, start) + replacement + text.slice(end)).toBe(mended)
  })

  it.each([
    ['福绵????', 'lost-characters'],
    ['???福绵', 'lost-characters'],
    ['福绵？???', 'lost-characters'],
    ['张三\u3000李四\u3000\u3000王五', 'spaced-indent,spaced-indent'],
    ['张三\u3000Li', 'spaced-indent'],
  ])('%s is for a person to mend', (text, expected) => {
    expect(rules(text).join()).toBe(expected)
    expect(checkWording(text, 'prose').map(({ replacement }) => replacement)).not.toContainEqual(expect.anything())
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
    ['a\u{e0041}\u{e0042}b', 'invisible-character'],
    ['a\ufff9b', 'invisible-character'],
    ['a\u2800b', 'invisible-character'],
    ['a\ufe0fb', 'lone-selector'],
    ['a\ufe01b', 'lone-selector'],
    ['a\u{e0100}b', 'lone-selector'],
  ])('%j', (text, rule) => {
    expect(findHidden(text).map((found) => [found.rule, found.start])).toEqual([[rule, 1]])
  })

  it('are replaced whole, whatever their length', () => {
    expect(findHidden('a\u{e0041}\u{e0042}b')).toMatchObject([{ start: 1, end: 5, replacement: '' }])
  })

  it('are marks heaped on a letter', () => {
    expect(findHidden('a\u0301\u0302\u0303\u0304b').map(({ rule }) => rule)).toEqual(['heaped-marks'])
  })

  it.each(['❤️、☎️、👍🏽、1️⃣', '葛\u{e0100}、芦\ufe00', 'e\u0302\u0301'])('are not what chooses a form: %s', (text) => {
    expect(findHidden(text)).toEqual([])
  })

  it('are not in ordinary Chinese text', () => {
    expect(findHidden('福绵：“一件牛仔裤”——3000家（2024年）\n\t·')).toEqual([])
  })
})
