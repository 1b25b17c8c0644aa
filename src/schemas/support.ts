import { z } from 'zod'
import { contact } from './contact.ts'
import { choice } from './keys.ts'
import { record } from './record.ts'
import { calendarDate, day, line, ref } from './shared.ts'

/** What a card is about. */
export const SUPPORT_TOPICS = {
  training: '技能培训',
  jobs: '岗位对接',
  premises: '场地扶持',
  startup: '创业指导',
  subsidy: '补贴申领',
  finance: '金融与保险',
  rights: '用工与维权',
  report: '举报渠道',
  service: '服务承诺',
} as const

/**
 * 政策怎么办: what a policy gives, to whom, on which text, until when, and which office handles it.
 * The site hands nothing in for anybody.
 */
export const support = record({
  name: line(30).meta({ title: '事项', description: '一句大白话，例如 输出一个人补多少' }),
  topic: choice(SUPPORT_TOPICS).meta({ title: '类别' }),
  amount: line(60).optional().meta({ title: '给多少', description: '照条文写，例如 500元/人' }),
  whom: line(80).meta({ title: '给谁' }),
  text: z.array(line(300)).min(1).meta({ title: '条文怎么说' }),
  policy: ref('policy').optional().meta({ title: '依据的政策' }),
  region: ref('region').optional().meta({ title: '适用地区' }),
  validFrom: calendarDate.optional().meta({ title: '起' }),
  validTo: day.optional().meta({ title: '有效到', description: '条文没写有效期就不写', expires: true }),
  checkedOn: day.meta({ title: '核实于', stale: true }),
  brands: z.array(ref('brand')).default([]).meta({ title: '品牌' }),
  contact: contact.meta({ title: '到哪里办', description: '只写经办机构、官方平台' }),
}).meta({ title: '政策怎么办' })
