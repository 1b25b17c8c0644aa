import { z } from 'zod'
import { contact } from './contact.ts'
import { choice } from './keys.ts'
import { record } from './record.ts'
import { calendarDate, line, ref } from './shared.ts'

/** How workers reach work elsewhere. */
export const CHANNEL_KINDS = {
  station: '劳务协作站',
  agreement: '劳务协作协议',
  directed: '定向输出',
  base: '输出基地',
} as const

/** A standing way from a county to work elsewhere (贵州实施意见 三（八）, 玉林方案 三（二）3). */
export const channel = record({
  name: line(40).meta({ title: '渠道' }),
  kind: choice(CHANNEL_KINDS).meta({ title: '类别' }),
  region: ref('region').meta({ title: '从哪里' }),
  destination: line(30).meta({ title: '到哪里', description: '例如 广东佛山' }),
  parties: line(80).optional().meta({ title: '双方单位' }),
  date: calendarDate.meta({ title: '从哪年起' }),
  trades: z.array(ref('trade')).default([]).meta({ title: '工种' }),
  brands: z.array(ref('brand')).default([]).meta({ title: '品牌' }),
  contact: contact.optional(),
}).meta({ title: '协作渠道' })
