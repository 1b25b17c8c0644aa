import { z } from 'zod'
import { choice } from './keys.ts'
import { calendarDate, id, line, publishedAt, ref, sourced } from './shared.ts'

/** Kinds of pictures that move (贵州实施意见 五（十九）). */
export const MEDIA_KINDS = {
  video: '视频',
  live: '直播',
  programme: '节目',
  documentary: '纪录片',
  film: '影视作品',
} as const

const address = z.url({ protocol: /^https$/, error: '写 https:// 开头的完整网址' }).max(300, { error: '网址太长' })

/**
 * A video, a programme, a film or a live broadcast elsewhere. The body is the transcript. The site
 * links to it; it plays here only from a host the site's owners allow, and only after a click.
 */
export const media = z
  .strictObject({
    name: line(40).meta({ title: '片名' }),
    kind: choice(MEDIA_KINDS).meta({ title: '类别' }),
    summary: line(80).meta({ title: '一句话介绍' }),
    producer: line(40).meta({ title: '出品、主办单位' }),
    date: calendarDate.optional().meta({ title: '发布日期' }),
    startsAt: publishedAt
      .optional()
      .meta({ title: '开播时间', description: '直播必填，北京时间，例如 2026-12-01T09:00+08:00' }),
    endsAt: publishedAt
      .optional()
      .meta({ title: '结束时间', description: '直播必填，北京时间，例如 2026-12-01T11:00+08:00' }),
    minutes: z.number().positive().optional().meta({ title: '时长', description: '多少分钟，例如 3.5' }),
    url: address.meta({ title: '观看地址', description: '平台上的页面' }),
    player: address
      .optional()
      .meta({ title: '播放器地址', description: '平台给的嵌入地址；主机名要在网站允许的名单里' }),
    replay: address.optional().meta({ title: '回看地址', description: '直播结束以后补' }),
    brand: ref('brand').optional(),
    relatedBrands: z.array(ref('brand')).default([]).meta({ title: '相关品牌' }),
    figures: z.array(ref('figure')).default([]).meta({ title: '人物' }),
    places: z.array(ref('place')).default([]).meta({ title: '载体' }),
    aliases: z.array(line(30)).default([]).meta({ title: '又叫' }),
    formerIds: z.array(id).default([]).meta({ title: '曾用编号' }),
    note: line(200).optional().meta({ title: '说明' }),
    ...sourced,
  })
  .refine((value) => value.kind !== 'live' || (value.startsAt && value.endsAt), {
    path: ['kind'],
    error: '是直播，要写 startsAt 和 endsAt',
  })
  .refine(({ startsAt, endsAt }) => !startsAt || !endsAt || startsAt < endsAt, {
    path: ['endsAt'],
    error: '结束时间要晚于开播时间',
  })
  .refine((value) => value.kind === 'live' || value.minutes, { path: ['kind'], error: '不是直播，要写时长 minutes' })
  .meta({ title: '影像' })
