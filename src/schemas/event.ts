import { z } from 'zod'
import { claims } from './claim.ts'
import { contact } from './contact.ts'
import { choice } from './keys.ts'
import { ownMotif } from './motifs.ts'
import { calendarDate, calendarTime, day, editorial, isEarlier, line, ref, sourced } from './shared.ts'

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
  matching: '市场对接',
  exchange: '展示交流',
  lecture: '讲坛',
  live: '直播',
  ceremony: '仪式',
} as const

/** What a call asks for: until when, and how to take part. The channel is an office, never a person. */
const call = z.strictObject({
  deadline: day.meta({ title: '截止', description: '写到日，例如 2026-12-31' }),
  how: line(200).meta({ title: '怎么报', description: '交什么、交到哪里' }),
  contact,
})

/** One line of a published list of results. */
const result = z.strictObject({
  award: line(30).meta({ title: '奖项、称号' }),
  winner: line(40).meta({ title: '获得者', description: '照公布的名单写' }),
  figure: ref('figure').optional(),
  organisation: ref('organisation').optional(),
  ...sourced,
})

/** One stop of a tour. */
const stop = z.strictObject({
  date: calendarDate.meta({ title: '哪天' }),
  name: line(30).meta({ title: '到哪里' }),
  region: ref('region').optional(),
  text: line(80).optional().meta({ title: '讲什么' }),
  ...sourced,
})

/** Something that happened, or will, on known days. Unknown days stay unknown. */
export const event = z
  .strictObject({
    name: line(50).meta({ title: '活动名称' }),
    type: choice(EVENT_TYPES).meta({ title: '类型' }),
    summary: line(60).meta({ title: '一句话介绍' }),
    start: calendarTime.optional().meta({ title: '开始' }),
    end: calendarTime.optional().meta({ title: '结束' }),
    dateNote: line(80).optional().meta({ title: '日期说明', description: '日期不全时写明为什么' }),
    call: call.optional().meta({ title: '征集', description: '类型是 call 的必须写' }),
    stops: z.array(stop).default([]).meta({ title: '各站', description: '巡讲按先后一站一条' }),
    results: z.array(result).default([]).meta({ title: '结果', description: '公布的获奖名单' }),
    media: z.array(ref('media')).default([]).meta({ title: '影像', description: '直播、回看、视频' }),
    venue: line(60).optional().meta({ title: '地点' }),
    region: ref('region').optional(),
    brand: ref('brand').optional(),
    relatedBrands: z.array(ref('brand')).default([]).meta({ title: '相关品牌' }),
    places: z.array(ref('place')).default([]).meta({ title: '载体' }),
    organisations: z.array(ref('organisation')).default([]).meta({ title: '机构' }),
    figures: z.array(ref('figure')).default([]).meta({ title: '人物' }),
    aliases: z.array(line(30)).default([]).meta({ title: '又叫' }),
    motif: ownMotif,
    ...editorial,
    note: line(200).optional().meta({ title: '说明' }),
    claims,
  })
  .refine((value) => !value.start || !value.end || !isEarlier(value.end, value.start), {
    path: ['end'],
    error: '结束日期早于开始日期',
  })
  // A slip of one digit: 1026 for 2026.
  .refine((value) => !value.start || !isEarlier(value.start, '1949'), {
    path: ['start'],
    error: '年份太早，多半写错了一个数字',
  })
  .refine((value) => value.type !== 'call' || value.call, {
    path: ['type'],
    error: '是征集（call），要写 call 一栏：截止日期、怎么报、联系单位',
  })
  .meta({ title: '活动' })
