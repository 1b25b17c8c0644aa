import { z } from 'zod'
import { tradeEnglish } from './english.ts'
import { choice } from './keys.ts'
import { id, line, ref } from './shared.ts'
import { CODE_STATUS } from './training.ts'

/** A trade, in the words of the occupational classification and in the words people use. */
export const trade = z
  .strictObject({
    id,
    name: line(24).meta({ title: '正式名称' }),
    summary: line(60).meta({ title: '做什么', description: '一句大白话' }),
    parent: ref('trade').optional().meta({ title: '所属工种类' }),
    broader: ref('trade')
      .optional()
      .meta({ title: '上一级职业', description: '大典里包含它的职业，例如 母婴护理员 属于 家政服务员' }),
    code: z
      .string()
      .regex(/^\d-\d{2}-\d{2}-\d{2}$/, { error: '职业编码写成 6-05-01-03 这样' })
      .optional()
      .meta({ title: '职业编码', description: '《职业分类大典（2022年版）》，没有核到就不写' }),
    // Every code is shown or published with its status; what nobody has checked is draft.
    codeStatus: choice(CODE_STATUS)
      .default('draft')
      .meta({ title: '编码状态', description: '核对过正式文本才写 verified；没有职业编码的不看这一栏' }),
    aliases: z.array(line(20)).default([]).meta({ title: '俗称', description: '平时怎么叫，例如 月嫂、泥水工' }),
    cues: z.array(line(8)).default([]).meta({
      title: '话里的词',
      description: '问的人会带出的物件、场面，例如 跳闸、插座；只给搜索用，不显示成工种的名字',
    }),
    note: line(120).optional().meta({ title: '说明' }),
    en: tradeEnglish,
  })
  .meta({ title: '工种' })
