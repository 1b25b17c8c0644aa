import { z } from 'zod'
import { choice } from './keys.ts'
import { record } from './record.ts'
import { calendarDate, line, ref } from './shared.ts'

/** Levels of standards. */
export const STANDARD_LEVELS = {
  national: '国家标准',
  industry: '行业标准',
  local: '地方标准',
  group: '团体标准',
  enterprise: '企业标准',
  course: '课程与考核标准',
} as const

/** Whether a standard is in force. */
export const STANDARD_STATUS = { draft: '征求意见', current: '现行', replaced: '被代替', withdrawn: '废止' } as const

/** A standard of the work (贵州实施意见 三（九）, 玉林方案 三（一）1 and 三（四）1). */
export const standard = record({
  name: line(60).meta({ title: '标准名称' }),
  number: line(30)
    .refine((text) => /\d/.test(text), { error: '标准号里要有数字，例如 GB/T 12345—2020' })
    .meta({ title: '标准号' }),
  level: choice(STANDARD_LEVELS).meta({ title: '级别' }),
  status: choice(STANDARD_STATUS).meta({ title: '状态' }),
  date: calendarDate.meta({ title: '发布日期' }),
  issuer: line(40).optional().meta({ title: '发布单位' }),
  trades: z.array(ref('trade')).default([]).meta({ title: '工种' }),
  brands: z.array(ref('brand')).default([]).meta({ title: '品牌' }),
}).meta({ title: '标准' })
