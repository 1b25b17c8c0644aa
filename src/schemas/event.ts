import { z } from 'zod'
import { claims } from './claim.ts'
import { keysOf } from './keys.ts'
import { calendarTime, id, line, ref } from './shared.ts'

/** Kinds of events. */
export const EVENT_TYPES = {
  contest: '大赛',
  expo: '展会',
  promotion: '推介会',
  recruitment: '招聘对接',
  forum: '论坛',
  festival: '节庆',
  experience: '文化体验',
  award: '表彰',
  tour: '巡讲',
  call: '征集',
} as const

/** Something that happened, or will, on known days. Unknown days stay unknown. */
export const event = z
  .strictObject({
    name: line(50).meta({ title: '活动名称' }),
    type: z.enum(keysOf(EVENT_TYPES)).meta({ title: '类型' }),
    summary: line(60).meta({ title: '一句话介绍' }),
    start: calendarTime.optional().meta({ title: '开始' }),
    end: calendarTime.optional().meta({ title: '结束' }),
    dateNote: line(80).optional().meta({ title: '日期说明', description: '日期不全时写明为什么' }),
    venue: line(60).optional().meta({ title: '地点' }),
    region: ref('region').optional(),
    brand: ref('brand').optional(),
    relatedBrands: z.array(ref('brand')).default([]).meta({ title: '相关品牌' }),
    places: z.array(ref('place')).default([]).meta({ title: '载体' }),
    organisations: z.array(ref('organisation')).default([]).meta({ title: '机构' }),
    figures: z.array(ref('figure')).default([]).meta({ title: '人物' }),
    aliases: z.array(line(30)).default([]).meta({ title: '又叫' }),
    formerIds: z.array(id).default([]).meta({ title: '曾用编号' }),
    note: line(200).optional().meta({ title: '说明' }),
    claims,
  })
  .refine((value) => !value.start || !value.end || value.start <= value.end, {
    path: ['end'],
    error: '结束日期早于开始日期',
  })
  .meta({ title: '活动' })
