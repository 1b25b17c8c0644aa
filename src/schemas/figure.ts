import { z } from 'zod'
import { claims } from './claim.ts'
import { choice } from './keys.ts'
import { ownMotif } from './motifs.ts'
import { calendarDate, day, editorial, line, ref, sourced } from './shared.ts'

/** What a person is in a brand. The first four are named by 贵州实施意见 五（十七）. */
export const FIGURE_ROLES = {
  founder: '创立人',
  inheritor: '传承人',
  leader: '领军人物',
  ambassador: '形象代言人',
  'skill-leader': '技能带头人',
  'skill-champion': '技术能手',
  'skilled-farmer': '高素质农民',
  'rural-founder': '农村创业创新带头人',
  expert: '专家',
  returnee: '返乡创业带头人',
  master: '手艺师傅',
  promoter: '文化推广者',
  manager: '企业管理者',
  'prize-winner': '竞赛获奖者',
} as const

/** An honour, and the document that says so. */
const honour = z.strictObject({
  name: line(40).meta({ title: '荣誉', description: '照文件写全称' }),
  date: calendarDate.optional().meta({ title: '哪年' }),
  grantor: line(40).optional().meta({ title: '授予单位' }),
  document: line(40).optional().meta({ title: '文号' }),
  ...sourced,
})

/**
 * The person agreed to be shown with pictures. Kept without contact data; the signed paper stays at
 * the office that keeps it.
 */
const consent = z
  .strictObject({
    scope: line(60).meta({ title: '同意什么', description: '例如 照片、视频用于本站' }),
    givenOn: day.meta({ title: '签署日期' }),
    expiresOn: day.meta({ title: '有效到' }),
    keptBy: line(40).meta({ title: '存放单位', description: '书面同意书存在哪个单位' }),
    withdrawnOn: day.optional().meta({ title: '撤回日期', description: '写上以后，照片就不再显示' }),
  })
  .refine((value) => value.givenOn <= value.expiresOn, { path: ['expiresOn'], error: '有效期早于签署日期' })

/** A person: founder, inheritor, leader, spokesperson … Only public facts, nothing private. */
export const figure = z
  .strictObject({
    name: line(20).meta({ title: '姓名' }),
    roles: z.array(choice(FIGURE_ROLES)).min(1, { error: '至少写一个身份，例如 inheritor' }).meta({ title: '身份' }),
    summary: line(60).meta({ title: '一句话介绍' }),
    title: line(60).optional().meta({ title: '称谓', description: '照来源写，不自拟职务' }),
    brand: ref('brand').optional(),
    relatedBrands: z.array(ref('brand')).default([]).meta({ title: '相关品牌' }),
    region: ref('region').optional(),
    organisations: z.array(ref('organisation')).default([]).meta({ title: '机构' }),
    places: z.array(ref('place')).default([]).meta({ title: '载体' }),
    honours: z.array(honour).default([]).meta({ title: '荣誉' }),
    consent: consent.optional().meta({ title: '授权', description: '有照片的人必须有；到期、撤回后照片不再显示' }),
    withdrawnOn: day.optional().meta({
      title: '撤下日期',
      description: '本人要求撤下时写；这一页只留地址，姓名、事迹、照片都不再显示',
    }),
    aliases: z.array(line(20)).default([]).meta({ title: '又叫' }),
    motif: ownMotif,
    ...editorial,
    note: line(200).optional().meta({ title: '说明', description: '读者该知道的限制' }),
    claims,
  })
  .meta({ title: '人物' })
