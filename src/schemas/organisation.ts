import { z } from 'zod'
import { claims } from './claim.ts'
import { contact } from './contact.ts'
import { choice } from './keys.ts'
import { editorial, line, ref } from './shared.ts'

/** Kinds of organisations that build a brand (贵州实施意见 二（三）). */
export const ORGANISATION_KINDS = {
  company: '企业',
  cooperative: '合作社',
  'training-provider': '培训机构',
  school: '院校',
  association: '行业协会',
  'public-institution': '事业单位',
  'social-group': '社会组织',
  'hr-agency': '人力资源机构',
} as const

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
    aliases: z.array(line(40)).default([]).meta({ title: '又叫' }),
    ...editorial,
    contact: contact.optional(),
    note: line(200).optional().meta({ title: '说明' }),
    claims,
  })
  .meta({ title: '机构' })
