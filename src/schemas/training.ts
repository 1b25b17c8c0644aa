import { z } from 'zod'
import { choice } from './keys.ts'
import { record } from './record.ts'
import { calendarDate, day, history, isEarlier, line, ref } from './shared.ts'

/** How sure an occupation code is. */
export const CODE_STATUS = { draft: '据公示稿，未核对正式文本', verified: '已核对正式文本' } as const

/** Whether the course is paid for by public money. */
export const SUBSIDY = { yes: '补贴性培训', no: '非补贴', unknown: '未写明' } as const

/** A training project that an authority has published (玉林方案 三（一）2). */
export const training = record({
  name: line(40).meta({ title: '培训项目' }),
  trade: ref('trade').meta({ title: '工种' }),
  level: line(20).optional().meta({ title: '等级', description: '例如 初级工、专项职业能力' }),
  code: z
    .string()
    .regex(/^\d-\d{2}-\d{2}-\d{2}$/, { error: '职业编码写成 6-05-01-03 这样' })
    .optional()
    .meta({ title: '职业编码' }),
  codeStatus: choice(CODE_STATUS).optional().meta({ title: '编码状态' }),
  provider: line(40).meta({ title: '培训单位' }),
  organisation: ref('organisation').optional().meta({ title: '机构' }),
  certificate: line(40).optional().meta({ title: '证书' }),
  subsidy: choice(SUBSIDY).meta({ title: '补贴', description: 'yes、no 或 unknown；以当地公告为准' }),
  region: ref('region').meta({ title: '地区' }),
  brands: z.array(ref('brand')).default([]).meta({ title: '品牌' }),
  validFrom: calendarDate.meta({ title: '起' }),
  validTo: day.meta({ title: '止', expires: true }),
  history,
})
  .refine((value) => !value.code || value.codeStatus, { path: ['code'], error: '写了编码就要写 codeStatus' })
  .refine(({ validFrom, validTo }) => !isEarlier(validTo, validFrom), {
    path: ['validTo'],
    error: '止的日期早于起的日期',
  })
  .meta({ title: '培训项目' })
