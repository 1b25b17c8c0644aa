import { z } from 'zod'
import { claims } from './claim.ts'
import { editorial, line, ref } from './shared.ts'

/** What a government set out to do, its targets, and what has been published since. */
export const programme = z
  .strictObject({
    title: line(40).meta({ title: '名称' }),
    summary: line(80).meta({ title: '一句话介绍' }),
    region: ref('region').optional(),
    policies: z.array(ref('policy')).default([]).meta({ title: '依据的政策' }),
    brands: z.array(ref('brand')).default([]).meta({ title: '涉及的品牌' }),
    ...editorial,
    note: line(200).optional().meta({ title: '说明' }),
    claims,
  })
  .meta({ title: '建设目标' })
