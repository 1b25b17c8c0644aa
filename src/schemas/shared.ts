import { z } from 'zod'

/**
 * Building blocks that several kinds share.
 *
 * The schemas are pure zod: no Astro, no Node. The site, the checker, the editor schemas and the
 * published JSON Schema are all derived from them, so `.meta()` is written for the person who fills
 * the field in: `title` is the label, `description` says what to write and gives an example.
 */

/** Longest id allowed; an id is also a folder name and an address. */
export const MAX_ID_LENGTH = 60

/** Pattern of an id: lower-case Latin letters and digits in groups joined by single hyphens. */
export const ID_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** An entry id: folder name, address and reference key in one. */
export const id = z
  .string()
  .max(MAX_ID_LENGTH, { error: `编号最长 ${MAX_ID_LENGTH} 个字符` })
  .regex(ID_PATTERN, {
    error: '编号只能用小写拼音或英文字母、数字和连字符，例如 fumian-caifeng',
  })
  .meta({ title: '编号', description: '小写拼音，用连字符隔开，例如 fumian-caifeng' })

const DATE_PATTERN = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/

/** Whether `text` is a real calendar year, month or day (`2025-02-30` is not). */
export function isCalendarDate(text: string): boolean {
  if (!DATE_PATTERN.test(text)) return false
  const [year, month = 1, day = 1] = text.split('-').map(Number) as [number, number?, number?]
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/**
 * A date as precise as the source gives it: `2022`, `2022-02` or `2022-02-09`.
 * Kept as text, because a calendar day has no time zone. YAML reads a bare year as a number.
 */
export const calendarDate = z
  .union([z.string(), z.number().int()])
  .transform(String)
  .pipe(
    z.string().refine(isCalendarDate, {
      error: '日期要写成 2022、2022-02 或 2022-02-09 这样，且必须真有这一天',
    }),
  )
  .meta({ title: '日期', description: '知道多少写多少：2022、2022-02 或 2022-02-09', date: true })

/** Whether one moment is earlier than another as far as both are known: a day is not earlier than its month. */
export function isEarlier(one: string, other: string): boolean {
  const known = Math.min(one.length, other.length)
  return one.slice(0, known) < other.slice(0, known)
}

const MINUTE_PATTERN = /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d\+08:00$/

/** When something begins or ends, as precise as the source gives it: a year, a month, a day or a minute. */
export const calendarTime = z
  .union([z.string(), z.number().int()])
  .transform(String)
  .pipe(
    z.string().refine((text) => isCalendarDate(MINUTE_PATTERN.test(text) ? text.slice(0, 10) : text), {
      error: '要写成 2022、2022-02、2022-02-09，知道钟点就写 2022-02-09T09:00+08:00，且必须真有这一天',
    }),
  )
  .meta({
    title: '时间',
    description: '知道多少写多少：2022、2022-02、2022-02-09 或 2022-02-09T09:00+08:00',
    date: true,
    time: true,
  })

/** A minute in Beijing time: `2026-11-22T09:00+08:00`. */
export const publishedAt = z
  .string()
  .regex(MINUTE_PATTERN, {
    error: '发布时间要写成 2026-11-22T09:00+08:00 这样，精确到分，末尾是 +08:00',
  })
  .refine((text) => isCalendarDate(text.slice(0, 10)), { error: '发布时间里的日期不存在' })
  .meta({ title: '发布时间', description: '北京时间，精确到分，例如 2026-11-22T09:00+08:00', date: true })

/** Whether and from when an entry is published, and under which names it was before: the same for every manuscript. */
export const editorial = {
  formerIds: z.array(id).default([]).meta({ title: '曾用编号', description: '改名以前的编号；旧地址会自动转到这里' }),
  draft: z.boolean().default(false).meta({ title: '草稿', description: 'true 是草稿：只在预览里看得到，不发布' }),
  publishAt: publishedAt.optional().meta({
    title: '定时发布',
    description: '到这一分钟才发布（北京时间），例如 2026-12-01T09:00+08:00；不写就是合并后发布',
  }),
}

/** A non-empty line of Chinese text with a length limit counted in characters. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1, { error: '这一栏不能空着；没有内容就把整行删掉' })
    .max(max, { error: `这一栏最多 ${max} 个字` })

/** A reference to another entry: its id. Existence is checked across all of `content/`. */
export const ref = (kind: RefKind) =>
  id.meta({ title: REF_TITLES[kind], description: `${REF_TITLES[kind]}的编号`, ref: kind })

const REF_TITLES = {
  brand: '品牌',
  figure: '人物',
  event: '活动',
  story: '故事',
  place: '载体',
  organisation: '机构',
  policy: '政策',
  programme: '建设目标',
  source: '来源',
  trade: '工种',
  region: '地区',
  media: '影像',
} as const

/** The kinds a reference can point to. */
export type RefKind = keyof typeof REF_TITLES

/** A day, exact: deadlines and expiries must not be vague. */
export const day = calendarDate
  .refine((text) => text.length === 10, { error: '这里要写到日，例如 2026-12-31' })
  .meta({ title: '日期', description: '写到日，例如 2026-12-31', date: true })

/** What ends the name of a unit; names of people are as short, and end otherwise. */
const UNIT_END = /[厂社局院校部委办会站所队馆园坊店行司处团企盟]$/

/** The name of a unit where people must not be listed: two to four characters that end like no unit are somebody's name. */
export const unitName = (most: number) =>
  line(most).refine((text) => !/^[\p{Script=Han}·]{2,4}$/u.test(text) || UNIT_END.test(text), {
    error: '这里只写单位的全称，不写个人',
  })

/** Where a statement comes from: spread into whatever is sourced. */
export const sourced = {
  source: ref('source'),
  locator: line(60).optional().meta({ title: '出处位置' }),
}

/** Levels at which something is recognised, listed or awarded. */
export const LEVELS = { national: '国家级', province: '省级', prefecture: '市级', county: '县级' } as const

/** The change log of a record: what was changed on which day. The site lists all of them on one page. */
export const history = z
  .array(
    z.strictObject({
      date: day,
      text: line(80).meta({ title: '改了什么', description: '一句话，例如 补上2025年的从业人数' }),
    }),
  )
  .default([])
  .meta({ title: '变更记录', description: '新的写在上面；全站的变更页会收进来' })

/** 统一社会信用代码 of an organisation; codes of sole traders (92…) name a person and are refused. */
export const creditCode = z
  .string()
  .regex(/^(?!92)[0-9A-HJ-NPQRTUWXY]{18}$/, {
    error: '统一社会信用代码是18位；92开头的是个体工商户，属于个人，不能写',
  })
  .meta({ title: '统一社会信用代码', description: '18位，只写单位的' })
