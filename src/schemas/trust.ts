import { z } from 'zod'
import { choice } from './keys.ts'
import { record } from './record.ts'
import { calendarDate, creditCode, day, isEarlier, line, ref, unitName } from './shared.ts'

/** A public promise, word for word (贵州实施意见 三（九） 信用承诺、自律承诺). */
export const commitment = record({
  name: line(40).meta({ title: '承诺书' }),
  signer: unitName(60).meta({ title: '承诺单位', description: '只写单位' }),
  organisation: ref('organisation').optional().meta({ title: '机构' }),
  date: calendarDate.meta({ title: '签署日期' }),
  text: z.array(line(300)).min(1).meta({ title: '全文', description: '照原文，一段一条，不删不改' }),
  brands: z.array(ref('brand')).default([]).meta({ title: '品牌' }),
}).meta({ title: '承诺' })

/** The result of an evaluation that an authority or association has published. */
export const evaluation = record({
  name: line(40).meta({ title: '评价' }),
  subject: unitName(40).meta({ title: '被评价单位', description: '只写单位' }),
  organisation: ref('organisation').optional().meta({ title: '机构' }),
  evaluator: line(40).meta({ title: '评价单位' }),
  method: line(120).meta({ title: '怎么评的' }),
  result: line(40).meta({ title: '结果' }),
  date: calendarDate.meta({ title: '评价日期' }),
  validTo: day.meta({ title: '有效到', expires: true }),
  brands: z.array(ref('brand')).default([]).meta({ title: '品牌' }),
})
  .refine(({ date, validTo }) => !isEarlier(validTo, date), { path: ['validTo'], error: '有效期早于评价日期' })
  .meta({ title: '诚信评价' })

/** The two lists of 政策解读 七3. */
export const LISTING_KINDS = { trusted: '诚信主体', dishonest: '严重失信主体' } as const

/** An organisation on one of the two lists; never a person. */
export const listing = record({
  name: unitName(40).meta({ title: '单位', description: '只写单位，不写个人、个体工商户' }),
  list: choice(LISTING_KINDS).meta({ title: '名单' }),
  creditCode: creditCode.meta({ title: '统一社会信用代码' }),
  authority: line(40).meta({ title: '认定单位' }),
  decision: line(40).meta({ title: '决定书文号' }),
  date: day.meta({ title: '列入日期' }),
  repairedOn: day.optional().meta({ title: '修复、移出日期' }),
})
  .refine(({ date, repairedOn }) => !repairedOn || date <= repairedOn, {
    path: ['repairedOn'],
    error: '修复、移出的日期早于列入的日期',
  })
  .meta({ title: '名单' })
