import { describe, expect, it } from 'vitest'
import { tells } from './telling.ts'

describe('a text tells a sentence', () => {
  it.each([
    ['2014年，刘昌英回到黄平，成立苗绣合作社。', '2014年刘昌英成立苗绣合作社。', true],
    ['展出2300多个品牌。', '展出2300多个品牌，签协议2000多份。', false],
    ['头一个把吉他厂从广州搬回来的返乡人就是郑传玖。', '郑传玖第一个从广州把吉他厂搬回正安。', true],
    ['他在广州做过工。', '郑传玖第一个把吉他企业从广州搬回正安。', false],
    ['主办的有三家单位。', '主办的是县教育体育局、县融媒体中心。', false],
    ['到2016年有企业16家。', '有企业6家。', false],
    ['有6家企业。', '有企业6家。', true],
    ['产量1.5万把', '产量5万把', false],
  ])('%s ← %s: %s', (text, sentence, expected) => {
    expect(tells(text, sentence)).toBe(expected)
  })
})
