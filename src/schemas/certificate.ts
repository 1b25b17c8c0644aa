import { z } from 'zod'
import { choice } from './keys.ts'
import { record } from './record.ts'
import { line, ref } from './shared.ts'

/** Kinds of certificates (贵州实施意见 三（七）). */
export const CERTIFICATE_KINDS = {
  level: '职业技能等级证书',
  ability: '专项职业能力证书',
  qualification: '职业资格证书',
  completion: '培训合格证书',
} as const

/** A certificate that workers of a trade can earn, and who issues it. */
export const certificate = record({
  name: line(40).meta({ title: '证书' }),
  kind: choice(CERTIFICATE_KINDS).meta({ title: '类别' }),
  levels: line(60).optional().meta({ title: '等级' }),
  issuer: line(40).meta({ title: '颁发单位' }),
  trades: z.array(ref('trade')).default([]).meta({ title: '工种' }),
  brands: z.array(ref('brand')).default([]).meta({ title: '品牌' }),
}).meta({ title: '证书' })
