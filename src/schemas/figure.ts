import { z } from 'zod'
import { claims } from './claim.ts'
import { choice } from './keys.ts'
import { editorial, line, ref } from './shared.ts'

/** What a person is in a brand. The first four are named by 贵州实施意见 五（十七）. */
export const FIGURE_ROLES = {
  founder: '创立人',
  inheritor: '传承人',
  leader: '领军人物',
  ambassador: '形象代言人',
  'skill-leader': '技能带头人',
  returnee: '返乡创业带头人',
  master: '手艺师傅',
  promoter: '文化推广者',
  manager: '企业管理者',
  'prize-winner': '竞赛获奖者',
} as const

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
    aliases: z.array(line(20)).default([]).meta({ title: '又叫' }),
    ...editorial,
    note: line(200).optional().meta({ title: '说明', description: '读者该知道的限制' }),
    claims,
  })
  .meta({ title: '人物' })
