import { z } from 'zod'
import { calendarDate, editorial, line, ref } from './shared.ts'

/** One clause in our own words. Its id is its anchor: chapter and clause numbers, `5-19`. */
const clause = z.strictObject({
  id: z
    .string()
    .regex(/^\d+(?:-\d+)*$/, { error: '条款编号写成 5-19 这样：第五部分第十九条' })
    .meta({ title: '条款编号' }),
  number: line(16).meta({ title: '原文条号', description: '例如 五（十九）' }),
  title: line(40).meta({ title: '条目' }),
  digest: z.array(line(300)).min(1).meta({ title: '摘要', description: '用自己的话说清要做什么' }),
  departments: z.array(line(40)).default([]).meta({ title: '责任部门' }),
})

/** A document, digested clause by clause in our own words; never a verbatim copy. */
export const policy = z
  .strictObject({
    title: line(80).meta({ title: '标题' }),
    shortTitle: line(24).meta({ title: '简称' }),
    summary: line(80).meta({ title: '一句话介绍' }),
    issuer: line(40).meta({ title: '发布机关' }),
    source: ref('source'),
    region: ref('region').optional(),
    documentNumber: line(30).optional().meta({ title: '文号' }),
    date: calendarDate.optional().meta({ title: '成文日期' }),
    dateNote: line(120).optional().meta({ title: '日期说明' }),
    issuers: z.array(line(30)).default([]).meta({ title: '联合发文单位' }),
    parts: z
      .array(
        z.strictObject({
          id: z.string().regex(/^\d+$/, { error: '部分编号是数字' }).meta({ title: '部分编号' }),
          title: line(30).meta({ title: '部分标题' }),
        }),
      )
      .default([])
      .meta({ title: '部分' }),
    clauses: z.array(clause).min(1).meta({ title: '条款' }),
    departmentsNote: line(200).optional().meta({ title: '责任部门说明' }),
    ...editorial,
  })
  .superRefine((value, context) => {
    const parts = new Set(value.parts.map((part) => part.id))
    const seen = new Set<string>()
    value.clauses.forEach((item, index) => {
      const part = item.id.split('-')[0] as string
      if (!parts.has(part)) {
        context.addIssue({ code: 'custom', path: ['clauses', index, 'id'], message: `没有第 ${part} 部分` })
      }
      if (seen.has(item.id)) {
        context.addIssue({ code: 'custom', path: ['clauses', index, 'id'], message: `条款编号 ${item.id} 用了两次` })
      }
      seen.add(item.id)
    })
  })
  .meta({ title: '政策' })
