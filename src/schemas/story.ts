import { z } from 'zod'
import { claims } from './claim.ts'
import { storyEnglish } from './english.ts'
import { choice } from './keys.ts'
import { ownMotif } from './motifs.ts'
import { editorial, line, publishedAt, ref } from './shared.ts'

/** Three story kinds of 玉林方案 三（三）3. */
export const STORY_KINDS = { model: '典型模式', deed: '典型事迹', person: '典型人物' } as const

/** Three axes of 贵州实施意见 五（十九）. */
export const STORY_AXES = { project: '品牌项目', people: '品牌人物', activity: '品牌活动' } as const

/** Three columns of 贵州实施意见 五（十九）. */
export const STORY_COLUMNS = { achievement: '新成就', effect: '新成效', practice: '新实践' } as const

/** A story: a person or a place, an action, a turn, a sourced result. */
export const story = z
  .strictObject({
    title: line(26).min(4, { error: '标题至少 4 个字' }).meta({ title: '标题', description: '4 到 26 个字' }),
    lead: line(80).meta({ title: '导语', description: '最多 80 个字，说清谁做了什么' }),
    kind: choice(STORY_KINDS).meta({ title: '类别' }),
    publishedAt,
    backdateReason: line(60).optional().meta({
      title: '补登原因',
      description: '早先在别处发过、现在补登的才写，会显示在发布时间后面，例如 2025年3月已登在县政府网站',
    }),
    brands: z.array(ref('brand')).min(1, { error: '至少写一个品牌编号' }).meta({ title: '品牌' }),
    axis: choice(STORY_AXES).optional().meta({ title: '主题' }),
    column: choice(STORY_COLUMNS).optional().meta({ title: '栏目' }),
    figures: z.array(ref('figure')).default([]).meta({ title: '人物' }),
    places: z.array(ref('place')).default([]).meta({ title: '载体' }),
    organisations: z.array(ref('organisation')).default([]).meta({ title: '机构' }),
    events: z.array(ref('event')).default([]).meta({ title: '活动' }),
    lessons: z
      .array(line(120))
      .default([])
      .meta({ title: '可借鉴的做法', description: '典型模式写：别处照着做，先做什么、再做什么' }),
    media: z.array(ref('media')).default([]).meta({ title: '影像' }),
    pull: line(90).optional().meta({
      title: '突出的数',
      description: '正文里最能说明这件事的一个数，会放大；写它的 <Claim> 编号，例如 class-2025；不写就不放',
    }),
    motif: ownMotif,
    ...editorial,
    note: line(200).optional().meta({ title: '说明' }),
    claims,
    en: storyEnglish,
  })
  .meta({ title: '故事' })
