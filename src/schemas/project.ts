import { z } from 'zod'
import { choice } from './keys.ts'
import { record } from './record.ts'
import { calendarDate, line, ref } from './shared.ts'

/** Kinds of projects the two documents ask for. */
export const PROJECT_KINDS = {
  special: '特色项目',
  startup: '创业项目推介',
  course: '示范课程',
  major: '特色专业',
} as const

/** A project, a course or a plan that somebody chose and published (玉林方案 三（一）1, 三（二）2, 三（三）1). */
export const project = record({
  name: line(40).meta({ title: '项目' }),
  kind: choice(PROJECT_KINDS).meta({ title: '类别' }),
  summary: line(120).meta({ title: '做什么' }),
  owner: line(40).meta({ title: '承担单位' }),
  organisation: ref('organisation').optional().meta({ title: '机构' }),
  chosenBy: line(40).optional().meta({ title: '遴选单位' }),
  date: calendarDate.meta({ title: '公布日期' }),
  result: line(120).optional().meta({ title: '结果', description: '公布了才写' }),
  region: ref('region').meta({ title: '地区' }),
  trades: z.array(ref('trade')).default([]).meta({ title: '工种' }),
  brands: z.array(ref('brand')).default([]).meta({ title: '品牌' }),
}).meta({ title: '项目' })
