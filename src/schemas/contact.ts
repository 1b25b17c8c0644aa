import { z } from 'zod'
import { isPublicAddress, NOT_PUBLIC } from './public.ts'
import { line, ref } from './shared.ts'

/** An office telephone: area code and number, an extension, or a national service number (12333, 400 …). */
const OFFICE_PHONE = /^(?:0\d{2,3}-\d{7,8}(?:-\d{1,6})?|400-?\d{3}-?\d{4}|1\d{4}|9\d{4,5})$/

const https = z
  .url({ protocol: /^https?$/, error: '写完整的网址，例如 https://www.example.gov.cn/' })
  .refine(isPublicAddress, { error: NOT_PUBLIC })
  .max(200, { error: '网址太长' })

/**
 * Official channels of a brand or organisation. Offices only: a personal mobile number cannot be
 * written here, and without a source nothing is shown.
 */
export const contact = z
  .strictObject({
    phone: z
      .string()
      .regex(OFFICE_PHONE, {
        error: '只写单位的办公电话，例如 0775-2690000；手机号是个人信息，不能发布',
      })
      .optional()
      .meta({ title: '办公电话', description: '区号-号码；不写手机号' }),
    address: line(60).optional().meta({ title: '办公地址', description: '单位的地址，不写个人住址' }),
    web: https.optional().meta({ title: '网页', description: '单位自己的网页' }),
    platform: z
      .strictObject({ name: line(20).meta({ title: '平台名称' }), url: https.meta({ title: '网址' }) })
      .optional()
      .meta({ title: '平台', description: '官方招工、用工平台上的页面' }),
    source: ref('source'),
    locator: line(60).optional().meta({ title: '出处位置' }),
  })
  .refine(({ phone, address, web, platform }) => phone || address || web || platform, {
    error: '电话、地址、网页、平台至少写一样',
  })
  .meta({ title: '联系', description: '公开的办公渠道，要有来源' })

/** A contact as read from a manuscript. */
export type Contact = z.infer<typeof contact>
