import { describe, expect, it } from 'vitest'
import type { Claim } from '../schemas/claim.ts'
import { unlikeWords } from './figures.ts'

type Fields = Partial<Claim> & Pick<Claim, 'text' | 'value' | 'unit'>

const unlike = (fields: Fields) =>
  unlikeWords({ id: 'c', kind: 'actual', topic: 'other', source: 's', headline: false, label: '数', ...fields })

describe('a figure says what its sentence says', () => {
  it.each<[what: string, text: string, value: number, unit: string, more?: Partial<Claim>]>([
    ['the same number', '培训1.2万人次。', 12000, '人次'],
    ['in the scale of its unit', '产值29.15亿元。', 29.15, '亿元'],
    ['written out, in a unit with a scale', '产值12000万元。', 12000, '万元'],
    ['in full-width digits', '培训３００人次。', 300, '人次'],
    ['in Chinese numerals', '近七成靠手工。', 70, '%'],
    ['in small Chinese numerals', '学三个月。', 3, '个月'],
    ['a sum told in the basis', '办了4期、3期。', 7, '期', { basis: '合计7期' }],
    ['with another word for the same', '培训5000名农民工。', 5000, '人'],
    ['with a word between', '带动200多户。', 200, '户', { qualifier: '多' }],
    ['with a blank between', '带动300 余人次。', 300, '人次', { qualifier: '余' }],
    ['per something', '每天接待300人次。', 300, '人次/天'],
    ['as offices write it', '培训3000人（次）。', 3000, '人次'],
    ['as offices write it, in another way', '培训300人/次。', 300, '人次'],
    ['in money with its name', '投资300万人民币。', 300, '万元'],
    ['in money with its kind', '出口1500万美元。', 1500, '万美元'],
    ['of households', '共300名农户。', 300, '户'],
    ['of people in households', '共300户籍人口。', 300, '人'],
    ['of families', '有300人家。', 300, '户'],
    ['as a share', '占12%。', 12, '百分比'],
    ['as points', '提高5个百分点。', 5, '百分点'],
    ['in kilograms', '亩产300千克。', 300, '公斤'],
    ['in another unit that we do not know', '装机500千瓦。', 500, '千瓦'],
    ['in months', '学3个月。', 3, '月'],
    ['in months without 个', '学3月就上手。', 3, '个月'],
    ['in days', '为期7日。', 7, '天'],
    ['in days of a journey', '5日游。', 5, '天'],
    ['in years', '做了30年。', 30, '年'],
    ['as a rank', '排全省第3。', 3, '位'],
    ['as a batch', '列入第6批。', 6, '批次'],
    ['with a word that says no measure', '招收300女工。', 300, '人'],
    ['of workers by the head', '厂里20号工人。', 20, '人'],
    ['beside a date', '10月12日，12名师傅参赛。', 12, '名'],
    ['in words, beside a date', '10月12日，十二名师傅参赛。', 12, '名'],
    ['beside the same number of something else', '300户、300人搬来。', 300, '人'],
    ['in words, beside the same number of something else', '三百人参加。', 300, '人', { note: '每人补贴300元。' }],
    ['in small words, beside the same of something else', '三个月里每期3天。', 3, '个月'],
    ['as a share in words, beside the same of something else', '近三成靠手工。', 30, '%', { note: '按30户抽样。' }],
    ['rounded, with its word', '办班近6期。', 6, '期', { qualifier: '近' }],
    ['exactly, beside a plan', '计划近6期，办了6期。', 6, '期'],
    ['exactly, beside another that is rounded', '近20人办了6期。', 6, '期'],
  ])('%s', (_, text, value, unit, more) => {
    expect(unlike({ text, value, unit, ...more })).toBeUndefined()
  })
})

describe('a figure that says something else', () => {
  it.each<[what: string, text: string, value: number, unit: string, message: string, more?: Partial<Claim>]>([
    ['another number', '生产226万把。', 2460000, '把', '数值 2460000 在「完整的一句话」里找不到'],
    ['a number without its scale', '生产246万把。', 246, '把', '数值 246 在「完整的一句话」里找不到'],
    [
      'a scale that the sentence has not',
      '培训5人。',
      5,
      '万人',
      '数值 5 是「完整的一句话」里的原数，单位「万人」又带“万”，合起来大了',
    ],
    [
      'a scale twice',
      '培训5万人。',
      50000,
      '万人',
      '数值 50000 是「完整的一句话」里的原数，单位「万人」又带“万”，合起来大了',
    ],
    ['a sum told nowhere', '办了4期、3期。', 7, '期', '数值 7 在「完整的一句话」里找不到'],
    ['a day', '10月12日办了一期。', 12, '名', '数值 12 在「完整的一句话」里只是日期、序号或编号'],
    ['the first day of some', '10月12—13日办了一期。', 12, '名', '数值 12 在「完整的一句话」里只是日期、序号或编号'],
    ['a year', '2024年办班。', 2024, '人', '数值 2024 在「完整的一句话」里只是日期、序号或编号'],
    ['an ordinal', '第3届办得热闹。', 3, '场', '数值 3 在「完整的一句话」里只是日期、序号或编号'],
    [
      'the number of a document',
      '玉政办函〔2022〕54号。',
      54,
      '人',
      '数值 54 在「完整的一句话」里只是日期、序号或编号',
    ],
    ['people for visits', '培训300余人次。', 300, '人', '单位是「人」，「完整的一句话」里写的却是“300余人次”'],
    [
      'people for visits, behind a date',
      '12月培训12人次。',
      12,
      '人',
      '单位是「人」，「完整的一句话」里写的却是“12人次”',
    ],
    ['people for visits in words', '培训三百人次。', 300, '人', '单位是「人」，「完整的一句话」里写的却是“三百人次”'],
    ['visits for people', '培训300名学员。', 300, '人次', '单位是「人次」，「完整的一句话」里写的却是“300名”'],
    ['visits of households', '走访3000户次。', 3000, '户', '单位是「户」，「完整的一句话」里写的却是“3000户次”'],
    ['yuan for dollars', '出口3000万美元。', 3000, '万元', '单位是「万元」，「完整的一句话」里写的却是“3000万美元”'],
    ['per cent for points', '提高3个百分点。', 3, '%', '单位是「%」，「完整的一句话」里写的却是“3个百分点”'],
    ['things for per cent', '占30%。', 30, '家', '单位是「家」，「完整的一句话」里写的却是“30%”'],
    ['pieces for points', '提高5个百分点。', 5, '个', '单位是「个」，「完整的一句话」里写的却是“5个百分点”'],
    ['days for months', '学3个月就上手。', 3, '天', '单位是「天」，「完整的一句话」里写的却是“3个月”'],
    ['hours for minutes', '每节30分钟。', 30, '小时', '单位是「小时」，「完整的一句话」里写的却是“30分钟”'],
    [
      'another unit in the basis',
      '办班7期。',
      300,
      '人',
      '单位是「人」，「完整的一句话」里写的却是“300人次”',
      { basis: '合计300人次' },
    ],
    [
      'a word before it left out',
      '办班近6期。',
      6,
      '期',
      '「完整的一句话」里写的是“近6”，数值后面却没有约数词，页面上会少了“近”',
    ],
    [
      'a word inside it left out',
      '带动5000余人。',
      5000,
      '人',
      '「完整的一句话」里写的是“5000余”，数值后面却没有约数词，页面上会少了“余”',
    ],
    [
      'a word behind its unit left out',
      '培训1万人次以上。',
      10000,
      '人次',
      '「完整的一句话」里写的是“1万人次以上”，数值后面却没有约数词，页面上会少了“以上”',
    ],
  ])('%s', (_, text, value, unit, message, more) => {
    expect(unlike({ text, value, unit, ...more })?.message).toBe(message)
  })
})
