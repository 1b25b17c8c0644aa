import { z } from 'zod'
import { choice, keysOf } from './keys.ts'
import { QUALIFIERS } from './qualifiers.ts'
import { calendarDate, id, line, ref } from './shared.ts'

/** What a figure is: achieved, aimed at, or somebody's estimate. */
export const CLAIM_KINDS = { actual: '实绩', target: '目标', estimate: '估计' } as const

/** Where a claim belongs in a brand's record. The first four are fields of the resource catalogue. */
export const CLAIM_TOPICS = {
  distribution: '产业分布',
  workforce: '从业规模',
  market: '市场份额',
  benefit: '经济效益',
  training: '培训',
  recognition: '认定与荣誉',
  craft: '技艺',
  origin: '来历',
  culture: '特色文化',
  inclusion: '帮扶',
  policy: '政策要求',
  other: '其他',
} as const

/**
 * A sourced statement. With `value` it is a figure and then says what is counted (`label`), in what
 * (`unit`), on which basis (`basis`) and whether it is a result or a target (`kind`).
 */
export const claim = z
  .strictObject({
    id: id.meta({ title: '数据编号', description: '在本篇里不重复，例如 output-2024' }),
    text: line(200).meta({ title: '完整的一句话', description: '不看上下文也能读懂的一句话' }),
    label: line(20).optional().meta({ title: '指标', description: '量的是什么，例如 年产量' }),
    value: z.number().optional().meta({ title: '数值', description: '阿拉伯数字，不写万、亿：2460000' }),
    qualifier: z
      .enum(keysOf(QUALIFIERS))
      .optional()
      .meta({ title: '约数词', description: '原文说“近”“余”“超”“以上”时照写' }),
    unit: line(12).optional().meta({ title: '单位', description: '例如 人、人次、亿元、把' }),
    basis: line(60).optional().meta({ title: '口径', description: '怎么算的、算了谁，例如 直接就业' }),
    kind: choice(CLAIM_KINDS)
      .default('actual')
      .meta({ title: '性质', description: 'actual 实绩、target 目标、estimate 估计' }),
    topic: choice(CLAIM_TOPICS).default('other').meta({ title: '栏目' }),
    asOf: calendarDate.optional().meta({ title: '截至', description: '这个数说的是哪一年、哪一月' }),
    source: ref('source'),
    locator: line(60).optional().meta({ title: '出处位置', description: '第几段、哪一节，例如 正文第3段' }),
    note: line(200).optional().meta({ title: '说明', description: '读者该知道的限制，会显示在页面上' }),
    conflict: id.optional().meta({ title: '说法不一', description: '与别的来源不一致时，同一题目写同一个编号' }),
    resultOf: id.optional().meta({
      title: '对应的目标',
      description: '这个结果说的是本篇哪一条目标，写目标的数据编号；目标与进展页会并排',
    }),
    headline: z
      .boolean()
      .default(false)
      .meta({ title: '放在前面', description: '品牌页和卡片上先看到的数，每个品牌最多三个' }),
  })
  .superRefine((value, context) => {
    if (value.value === undefined) return
    for (const key of ['label', 'unit'] as const) {
      if (value[key] === undefined) {
        context.addIssue({ code: 'custom', path: [key], message: '有数值就要写明指标和单位' })
      }
    }
  })
  .meta({ title: '数据', description: '一个有出处的数字或事实' })

/** A claim as read from a manuscript. */
export type Claim = z.infer<typeof claim>

/** So many stand in front; a fourth would push them below each other. */
const MOST_HEADLINES = 3

/** The claims of one entry. */
export const claims = z
  .array(claim)
  .default([])
  .superRefine((list, context) => {
    const seen = new Set<string>()
    list.forEach((item, index) => {
      if (seen.has(item.id)) {
        context.addIssue({ code: 'custom', path: [index, 'id'], message: `数据编号 ${item.id} 用了两次` })
      }
      seen.add(item.id)
    })
    const headlines = [...list.keys()].filter((index) => list[index]?.headline)
    for (const index of headlines.slice(MOST_HEADLINES)) {
      context.addIssue({ code: 'custom', path: [index, 'headline'], message: '放在前面的已经有三条，这一条多了' })
    }
    list.forEach(({ resultOf, kind }, index) => {
      if (resultOf === undefined) return
      const target = list.find((item) => item.id === resultOf)
      if (target?.kind !== 'target' || kind === 'target') {
        context.addIssue({
          code: 'custom',
          path: [index, 'resultOf'],
          message: `本篇没有编号为 ${resultOf} 的目标，或这一条自己就是目标`,
        })
      }
    })
  })
  .meta({ title: '数据', description: '本篇用到的每个数字和事实，各有来源' })
