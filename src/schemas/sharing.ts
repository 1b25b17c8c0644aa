import { z } from 'zod'
import { contact } from './contact.ts'
import { choice } from './keys.ts'
import { record } from './record.ts'
import { day, line, ref } from './shared.ts'

/** What an employer is short of, or has to spare. */
export const SHARING_KINDS = { short: '缺工', spare: '富余' } as const

/** A post of shared employment (贵州实施意见 四（十三）): by an organisation, through an office, until a day. */
export const sharing = record({
  name: line(40).meta({ title: '事由', description: '例如 缝纫工缺30人，干到春节前' }),
  kind: choice(SHARING_KINDS).meta({ title: '缺工或富余', description: 'short 缺工、spare 富余' }),
  organisation: ref('organisation').meta({ title: '单位', description: '只收单位的，不收个人的' }),
  trade: ref('trade').meta({ title: '工种' }),
  people: z.number().int().positive().meta({ title: '人数' }),
  region: ref('region').optional().meta({ title: '地点', description: '和单位不在一处才写' }),
  brands: z.array(ref('brand')).default([]).meta({ title: '品牌' }),
  period: line(40).optional().meta({ title: '用工时间' }),
  pay: line(60).optional().meta({ title: '待遇', description: '照发布的写' }),
  postedOn: day.optional().meta({ title: '发布日期' }),
  expiresOn: day.meta({ title: '有效到', description: '必填；过了这一天自动撤下', expires: true }),
  contact: contact.meta({ title: '联系', description: '只写官方平台或单位办公电话' }),
})
  .refine(({ postedOn, expiresOn }) => !postedOn || postedOn <= expiresOn, {
    path: ['expiresOn'],
    error: '有效期早于发布日期',
  })
  .meta({ title: '共享用工' })
