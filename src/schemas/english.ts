import { z } from 'zod'
import { id } from './shared.ts'

/** Han characters and full-width marks: an English field has none. */
const CHINESE = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/

/** A line of English with a length limit counted in characters. */
const english = (max: number) =>
  z
    .string()
    .trim()
    .min(1, { error: '这一栏不能空着；没有英文就把整行删掉' })
    .max(max, { error: `英文这一栏最多 ${max} 个字符` })
    .refine((text) => !CHINESE.test(text), { error: '这一栏写英文，不要夹汉字和全角标点' })

/** A place in established romanisation. */
export const regionEnglish = english(40).optional().meta({
  title: '英文名',
  description: '通行的拼写，例如 Zheng’an County；没有把握就不写',
})

/** A trade in the words an English speaker would type. */
export const tradeEnglish = z
  .strictObject({
    name: english(60).meta({ title: '英文名称', description: '例如 Sewing worker' }),
    also: z
      .array(english(40))
      .default([])
      .meta({ title: '英文还叫', description: '别的说法，例如 tailor；英文查找用' }),
  })
  .optional()
  .meta({ title: '英文', description: '英文版按这些词查找' })

/** A claim of the entry, told in English. Kind, date and source stay those of the claim. */
const claimEnglish = z.strictObject({
  claim: id.meta({ title: '数据编号', description: '本篇 claims 里的编号' }),
  text: english(300).meta({ title: '英文的一句话', description: '照这条数据译；数用阿拉伯数字，不多说' }),
  basis: english(200).optional().meta({ title: '英文口径', description: '这条数据写了口径，英文也要写' }),
})

/** The English page of a brand: a summary of the Chinese one. */
export const brandEnglish = z
  .strictObject({
    name: english(60).meta({ title: '英文名', description: '例如 Tailors of Fumian' }),
    pinyin: english(60).meta({ title: '拼音', description: '分词、首字母大写，例如 Fumian Caifeng' }),
    summary: english(200).meta({ title: '英文一句话', description: '谁、在哪里、做什么；不写数，不用形容词' }),
    text: z
      .array(english(700))
      .default([])
      .meta({ title: '英文段落', description: '一到三段；除了年份不写数，数都放到下面的数据里' }),
    claims: z
      .array(claimEnglish)
      .default([])
      .meta({ title: '英文数据', description: '挑要紧的几条；每条照中文那条数据译' }),
  })
  .optional()
  .meta({ title: '英文', description: '英文版的摘要页；不写就没有英文页' })

/** Words in an English summary of a story. */
export const SUMMARY_WORDS = [60, 120] as const

const countWords = (text: string): number => text.split(/\s+/).filter(Boolean).length

/** The English page of a story: its title and a summary. */
export const storyEnglish = z
  .strictObject({
    title: english(90).meta({ title: '英文标题' }),
    summary: english(1000)
      .refine((text) => countWords(text) >= SUMMARY_WORDS[0] && countWords(text) <= SUMMARY_WORDS[1], {
        error: `英文摘要写 ${SUMMARY_WORDS[0]} 到 ${SUMMARY_WORDS[1]} 个词`,
      })
      .meta({ title: '英文摘要', description: '60 到 120 个词；只说中文稿里有的' }),
    claims: z.array(id).default([]).meta({ title: '依据', description: '摘要里的数出自本篇哪几条数据，写数据编号' }),
  })
  .optional()
  .meta({ title: '英文', description: '英文版的标题和摘要；不写就没有英文页' })
