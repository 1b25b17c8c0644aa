import { z } from 'zod'
import { claims } from './claim.ts'
import { contact } from './contact.ts'
import { brandEnglish } from './english.ts'
import { choice } from './keys.ts'
import { MOTIFS } from './motifs.ts'
import { calendarDate, day, editorial, history, id, LEVELS, line, ref, sourced } from './shared.ts'

/** The five fields of 贵州实施意见 二（五）. */
export const FIELDS = {
  'advanced-skill': '中高端技能型',
  'quality-service': '高品质服务型',
  'culture-tourism': '文化和旅游类',
  'modern-farming': '农业现代化',
  'livelihood-support': '民生保障型',
} as const

/** Families of brands named by the two documents. */
export const SERIES = {
  'guizhou-technician': '贵州技工',
  'bagui-series': '八桂系列',
  'yulin-special': '玉林特色劳务品牌',
} as const

/** The three stages of 贵州实施意见 二（四）. */
export const MATURITY = { guided: '引导形成', named: '定名发展', strong: '做大做强' } as const

/** What protects a brand's name and look (贵州实施意见 三（九）). */
export const MARK_KINDS = { trademark: '商标', patent: '专利', logo: '标识' } as const

/** A trade practised under a brand, and who says so. */
const brandTrade = z.strictObject({
  trade: ref('trade'),
  ...sourced,
  note: line(80).optional().meta({ title: '说明' }),
})

/** One node of the brand's history. */
const milestone = z.strictObject({
  date: calendarDate,
  text: line(120).meta({ title: '发生了什么' }),
  ...sourced,
})

/** One step of the work. Steps of different routes (two ways of making) share a `route` name. */
const step = z.strictObject({
  route: line(20).optional().meta({ title: '路线', description: '同一品牌有几种做法时用来分组' }),
  name: line(14).meta({ title: '工序' }),
  text: line(120).meta({ title: '怎么做' }),
  ...sourced,
  note: line(120).optional().meta({ title: '说明' }),
})

/** The brand was put on an official list: level, year, batch. */
const recognition = z.strictObject({
  level: choice(LEVELS).meta({ title: '级别' }),
  year: calendarDate.meta({ title: '年份' }),
  batch: line(20).optional().meta({ title: '批次', description: '例如 第一批；没有公布就不写' }),
  ...sourced,
})

/** A name the brand had before. */
const formerName = z.strictObject({
  name: line(14).meta({ title: '曾用名' }),
  until: calendarDate.optional().meta({ title: '用到哪年' }),
  ...sourced,
})

/** A registered sign: its number can be checked at the office that registered it. */
const mark = z.strictObject({
  kind: choice(MARK_KINDS).meta({ title: '类别' }),
  name: line(30).meta({ title: '名称' }),
  number: line(30).optional().meta({ title: '注册号、专利号' }),
  ...sourced,
})

const named = z.strictObject({ name: line(20).meta({ title: '名称' }), ...sourced })

/** One of the three proofs of a labour brand: what we can say, resting on claims of this entry. */
const proof = z.strictObject({
  text: line(120).meta({ title: '一两句话' }),
  claims: z
    .array(id)
    .min(1, { error: '至少写一条本篇的数据编号，证明这句话有出处' })
    .meta({ title: '依据', description: '本篇 claims 里的编号' }),
})

/** A labour-service brand (劳务品牌). */
export const brand = z
  .strictObject({
    name: line(14).meta({ title: '品牌名称', description: '例如 福绵裁缝' }),
    summary: line(60).meta({ title: '一句话介绍', description: '谁、在哪里、做什么；不用形容词' }),
    region: ref('region'),
    checkedOn: day.meta({ title: '核实于', description: '最近一次核对资料的日子，写到日，例如 2026-12-31' }),
    aliases: z
      .array(line(20))
      .default([])
      .meta({ title: '又叫', description: '这个品牌的别名，会显示，也能搜到；产品、手艺的名字写进检索词' }),
    searchTerms: z.array(line(30)).default([]).meta({ title: '检索词', description: '只用来搜索，不显示，不是事实' }),
    ...editorial,
    series: choice(SERIES).optional().meta({ title: '系列' }),
    parent: ref('brand').optional().meta({ title: '上级品牌' }),
    field: choice(FIELDS).optional().meta({ title: '领域' }),
    fieldBasis: line(200).optional().meta({ title: '归类依据', description: '为什么归这一类，或为什么没有归' }),
    motif: choice(MOTIFS).default('warp').meta({ title: '图案', description: '示意图案画什么，例如 denim 牛仔' }),
    maturity: z
      .strictObject({ stage: choice(MATURITY).meta({ title: '成熟度' }), ...sourced })
      .optional()
      .meta({ title: '成熟度', description: '文件或公告写明的才填；没有写明的不自己判断' }),
    recognitions: z.array(recognition).default([]).meta({ title: '认定', description: '列入哪一级名录、哪年、哪批' }),
    formerNames: z.array(formerName).default([]).meta({ title: '曾用名' }),
    marks: z.array(mark).default([]).meta({ title: '商标、专利与标识' }),
    industry: line(30).optional().meta({ title: '所属行业' }),
    regionNote: line(60).optional().meta({ title: '地区说明' }),
    trades: z.array(brandTrade).default([]).meta({ title: '工种' }),
    steward: z
      .strictObject({ name: line(120).meta({ title: '责任单位' }), ...sourced })
      .optional()
      .meta({ title: '责任单位', description: '文件里写明的责任部门' }),
    maintainer: line(40).optional().meta({ title: '维护单位', description: '哪个单位负责更新这一页' }),
    history,
    proofs: z
      .strictObject({
        place: proof.optional().meta({ title: '地域标记' }),
        skill: proof.optional().meta({ title: '过硬技能' }),
        reputation: proof.optional().meta({ title: '用户口碑' }),
      })
      .default({})
      .meta({ title: '三条凭据', description: '地域标记、过硬技能、用户口碑；没有资料就不写' }),
    claims,
    timeline: z.array(milestone).default([]).meta({ title: '发展历程' }),
    process: z.array(step).default([]).meta({ title: '工序' }),
    contact: contact.optional(),
    certificates: z.array(named).default([]).meta({ title: '证书', description: '从业人员持有的、来源里写明的证书' }),
    skills: z.array(named).default([]).meta({ title: '技能' }),
    products: z.array(named).default([]).meta({ title: '产品与服务' }),
    missing: z
      .array(
        z.strictObject({
          what: line(60).meta({ title: '缺什么' }),
          who: line(40).optional().meta({ title: '谁可能有' }),
        }),
      )
      .default([])
      .meta({ title: '还不知道的', description: '如实写缺哪些资料、可以向谁核实' }),
    en: brandEnglish,
  })
  .meta({ title: '品牌' })
