import { z } from 'zod'
import { claims } from './claim.ts'
import { contact } from './contact.ts'
import { choice } from './keys.ts'
import { ownMotif } from './motifs.ts'
import { calendarDate, creditCode, editorial, LEVELS, line, ref, sourced } from './shared.ts'

/** Kinds of organisations that build a brand (贵州实施意见 二（三）). */
export const ORGANISATION_KINDS = {
  company: '企业',
  cooperative: '合作社',
  'training-provider': '培训机构',
  school: '院校',
  association: '行业协会',
  'public-institution': '事业单位',
  'social-group': '文艺团队',
  'hr-agency': '人力资源机构',
  alliance: '联盟',
} as const

/** What an organisation does for a brand. */
export const ORGANISATION_ROLES = {
  builder: '建设单位',
  leader: '牵头单位',
  trainer: '培训单位',
  assessor: '评价单位',
  employer: '用工单位',
} as const

/** Whether a leading company is still on the list; the list is reviewed again and again. */
export const LEADING_STATUS = { listed: '在榜', removed: '已调出' } as const

/** The organisation was named a leading company (龙头企业) of labour brands. */
const leading = z
  .strictObject({
    level: choice(LEVELS).meta({ title: '级别' }),
    year: calendarDate.meta({ title: '认定年份' }),
    status: choice(LEADING_STATUS).meta({ title: '现状', description: 'listed 在榜、removed 已调出' }),
    removedOn: calendarDate.optional().meta({ title: '调出年份' }),
    ...sourced,
  })
  .refine((value) => value.status !== 'removed' || value.removedOn, {
    path: ['removedOn'],
    error: '已调出的要写调出年份',
  })

/** One member of an alliance; a link where it has a page. */
const member = z.strictObject({
  name: line(40).meta({ title: '成员' }),
  organisation: ref('organisation').optional(),
  ...sourced,
})

/** A company, school, association or other body behind a brand. */
export const organisation = z
  .strictObject({
    name: line(40).meta({ title: '名称', description: '照来源写；全称不明就写来源里的称呼' }),
    kind: choice(ORGANISATION_KINDS).meta({ title: '类别' }),
    region: ref('region'),
    summary: line(60).meta({ title: '一句话介绍' }),
    township: line(20).optional().meta({ title: '乡镇、社区' }),
    brand: ref('brand').optional(),
    relatedBrands: z.array(ref('brand')).default([]).meta({ title: '相关品牌' }),
    roles: z
      .array(choice(ORGANISATION_ROLES))
      .default([])
      .meta({ title: '作用', description: '例如 builder 建设单位' }),
    leading: z.array(leading).default([]).meta({ title: '龙头企业认定' }),
    members: z.array(member).default([]).meta({ title: '成员', description: '联盟、协会的成员单位' }),
    shares: line(120).optional().meta({ title: '共享什么', description: '联盟里共用的品牌、订单、师资' }),
    creditCode: creditCode.optional(),
    aliases: z.array(line(40)).default([]).meta({ title: '又叫' }),
    motif: ownMotif,
    ...editorial,
    contact: contact.optional(),
    note: line(200).optional().meta({ title: '说明' }),
    claims,
  })
  .meta({ title: '机构' })
