import { choice } from './keys.ts'

/** Motifs of the generated pictures; `warp` says that the trade is not public. */
export const MOTIFS = {
  guitar: '吉他',
  denim: '牛仔',
  ceramic: '青釉',
  noodle: '牛腩粉',
  mifen: '米粉',
  spice: '百子柜',
  embroidery: '挑花',
  batik: '蜡染',
  silver: '银饰',
  brick: '砌砖',
  window: '晾衣',
  apron: '围裙',
  cradle: '摇篮',
  kettle: '灶台',
  door: '家门',
  electric: '接线',
  weld: '焊花',
  tools: '工具',
  jars: '酒坛',
  bamboo: '竹编',
  tea: '绿茶',
  redtea: '红茶',
  warp: '经线',
} as const

/** The name of a motif. */
export type MotifName = keyof typeof MOTIFS

/** The craft of an entry that belongs to no brand, or to one of another craft. */
export const ownMotif = choice(MOTIFS)
  .optional()
  .meta({ title: '图案', description: '没有品牌、或手艺和品牌不一样的才写，例如 silver 银饰；不写就用品牌的图案' })
