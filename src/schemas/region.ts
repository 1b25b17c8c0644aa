import { z } from 'zod'
import { regionEnglish } from './english.ts'
import { choice } from './keys.ts'
import { id, line, ref } from './shared.ts'

/** Levels of administrative divisions used here. */
export const REGION_LEVELS = { province: '省级', prefecture: '市级', county: '县级' } as const

/** An administrative division. */
export const region = z
  .strictObject({
    id,
    name: line(20).meta({ title: '全称' }),
    shortName: line(10).meta({ title: '简称', description: '例如 正安、黔南' }),
    level: choice(REGION_LEVELS).meta({ title: '级别' }),
    code: z
      .string()
      .regex(/^\d{6}$/, { error: '区划代码是六位数字' })
      .optional()
      .meta({ title: '区划代码' }),
    parent: ref('region').optional().meta({ title: '上级地区' }),
    en: regionEnglish,
  })
  .meta({ title: '地区' })
