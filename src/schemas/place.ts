import { z } from 'zod'
import { claims } from './claim.ts'
import { choice } from './keys.ts'
import { ownMotif } from './motifs.ts'
import { day, editorial, line, ref, sourced } from './shared.ts'

/** Kinds of places that carry a brand. */
export const PLACE_KINDS = {
  park: '产业园区',
  'training-base': '培训基地',
  incubator: '创业孵化基地',
  'expert-studio': '专家工作室',
  'master-studio': '大师工作室',
  'ich-workshop': '非遗工坊',
  'experience-hall': '体验馆',
  museum: '博物馆',
  exhibition: '展馆',
  street: '文化街区',
  square: '广场',
  market: '市场',
  village: '村落',
  'tea-garden': '茶园',
  'growing-base': '种植与加工基地',
  origin: '产地',
  'kiln-site': '古窑址',
  'contest-venue': '竞赛场地',
  'export-base': '输出基地',
  'public-training-base': '公共实训基地',
  'talent-base': '高技能人才培养基地',
  'startup-base': '双创示范基地',
  'returnee-park': '返乡创业园',
  'business-district': '体验商圈',
  'cooperation-station': '劳务协作站',
} as const

/** Where in the chain a link stands, from material to buyer. */
export const CHAIN_STAGES = { upstream: '上游', midstream: '中游', downstream: '下游' } as const

/** One link of a park's chain. */
const link = z.strictObject({
  stage: choice(CHAIN_STAGES).meta({ title: '位置' }),
  name: line(20).meta({ title: '环节', description: '例如 面料、裁剪缝纫、电商销售' }),
  text: line(80).optional().meta({ title: '说明' }),
  organisations: z.array(ref('organisation')).default([]).meta({ title: '机构' }),
  ...sourced,
})

/** A place where a brand can be met: park, base, studio, workshop, museum … */
export const place = z
  .strictObject({
    name: line(30).meta({ title: '名称' }),
    kind: choice(PLACE_KINDS).meta({ title: '类别' }),
    region: ref('region'),
    summary: line(60).meta({ title: '一句话介绍' }),
    township: line(20).optional().meta({ title: '乡镇、社区', description: '只写到乡镇、社区一级' }),
    brand: ref('brand').optional(),
    relatedBrands: z.array(ref('brand')).default([]).meta({ title: '相关品牌' }),
    organisations: z.array(ref('organisation')).default([]).meta({ title: '机构' }),
    visit: z
      .strictObject({
        hours: line(60).optional().meta({ title: '开放时间' }),
        route: line(120).optional().meta({ title: '怎么去' }),
        activities: line(120).optional().meta({ title: '可以做什么' }),
        booking: line(60).optional().meta({ title: '预约' }),
        cost: line(40).optional().meta({ title: '费用' }),
        stepFree: line(60).optional().meta({ title: '无障碍', description: '轮椅、婴儿车能不能到' }),
        ...sourced,
        verifiedOn: day.meta({ title: '核实于' }),
      })
      .optional()
      .meta({ title: '参观', description: '有公开资料才写' }),
    chain: z.array(link).default([]).meta({ title: '产业链', description: '园区里从上游到下游的环节，一环一条' }),
    aliases: z.array(line(30)).default([]).meta({ title: '又叫' }),
    motif: ownMotif,
    ...editorial,
    note: line(200).optional().meta({ title: '说明' }),
    claims,
  })
  .meta({ title: '载体' })
