import { z } from 'zod'
import { choice } from './keys.ts'
import { isPublicAddress, NOT_PUBLIC } from './public.ts'
import { calendarDate, id, line } from './shared.ts'

/** Kinds of sources. */
export const SOURCE_KINDS = {
  policy: '政策文件',
  government: '政府网站',
  news: '新闻报道',
  standard: '标准',
} as const

/** How far a source can be trusted; what is less is a lead and never published. */
export const SOURCE_CONFIDENCE = { primary: '原始文件', reputable: '可靠报道' } as const

/** A document or report that claims rest on. */
export const source = z
  .strictObject({
    id,
    title: line(80).meta({ title: '标题', description: '照原题写；没有核到原题的，写成“……报道”，页面上不加书名号' }),
    publisher: line(40).meta({ title: '发布者' }),
    kind: choice(SOURCE_KINDS).meta({ title: '类别' }),
    confidence: choice(SOURCE_CONFIDENCE).meta({ title: '可信程度' }),
    date: calendarDate.optional().meta({ title: '日期', description: '没有就不写，不要推测' }),
    documentNumber: line(30).optional().meta({ title: '文号' }),
    url: z
      .url({ protocol: /^https?$/, error: '网址要以 http:// 或 https:// 开头' })
      .refine(isPublicAddress, { error: NOT_PUBLIC })
      .optional()
      .meta({ title: '网址' }),
    note: line(200).optional().meta({ title: '说明', description: '转载、年份推断等读者该知道的事' }),
  })
  .meta({ title: '来源' })
