import { stringify } from 'yaml'
import { between, pick, type Random, randomOf, shuffled, some } from '../lib/random.ts'

/**
 * A catalogue of any size to measure builds with. Regions and trades are the real tables; entries and
 * the sources they cite are invented, read like real ones, and are never published. People's names
 * are placeholders (王某甲乙) and no number is long enough to be a telephone or an identity number.
 */

/** The part of a row of the real tables that entries refer to. */
export interface TableRow {
  id: string
  name: string
  shortName?: string
}

/** The tables that entries refer to, as rows and as they stand in `content/`. */
export interface Tables {
  regions: readonly TableRow[]
  trades: readonly TableRow[]
}

/** An invented entry: what its front matter says, and its text in Markdown with the writers' components. */
export interface CorpusEntry {
  section: 'brands' | 'figures' | 'stories'
  id: string
  data: Record<string, unknown>
  body: string
}

/** An invented source. */
export interface CorpusSource {
  id: string
  title: string
  publisher: string
  kind: 'news'
  confidence: 'reputable'
  date: string
}

/** Entries and the sources that they cite. */
export interface Corpus {
  entries: CorpusEntry[]
  sources: CorpusSource[]
}

/** A sourced statement of an entry, as the schema has it. */
interface InventedClaim {
  id: string
  text: string
  source: string
  [field: string]: unknown
}

/** Of a hundred entries so many are people and so many are stories; the rest are brands. */
const SHARE = { figures: 10, stories: 10 } as const
/** Entries per source, as in the real catalogue less the two documents that everything cites. */
const ENTRIES_PER_SOURCE = 4
const DAY = 86_400_000
const FIRST_DAY = Date.UTC(2024, 0, 1)
const DAYS = 900

const CRAFTS = [
  ...[
    '裁缝',
    '木工',
    '石工',
    '瓦工',
    '篾编',
    '漆工',
    '扎染',
    '蓝靛',
    '刺绣',
    '银饰',
    '陶器',
    '酿酒',
    '制茶',
    '烤烟',
    '米粉',
  ],
  ...[
    '豆腐',
    '腊味',
    '糕点',
    '厨艺',
    '养蜂',
    '果艺',
    '种菇',
    '采药',
    '护理',
    '月嫂',
    '保洁',
    '焊接',
    '钢筋',
    '架子',
    '电工',
  ],
  ...[
    '水暖',
    '装修',
    '吉他',
    '箱包',
    '鞋艺',
    '玩具',
    '灯饰',
    '家具',
    '模具',
    '数控',
    '汽修',
    '物流',
    '客服',
    '电商',
    '园艺',
  ],
]
const ENDINGS = ['师傅', '工匠', '能手', '匠人', '巧手', '工友']
const SURNAMES = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程苏魏吕丁任卢',
]
const STEMS = [...'甲乙丙丁戊己庚辛壬癸']
const TOOLS = [
  '尺子',
  '刨子',
  '剪刀',
  '夹具',
  '灶台',
  '转盘',
  '砂轮',
  '针线',
  '模板',
  '墨斗',
  '锉刀',
  '秤杆',
  '筛子',
  '卡尺',
  '刮刀',
]
const STUFF = [
  '边角料',
  '坯料',
  '木板',
  '布料',
  '陶泥',
  '铜线',
  '鲜叶',
  '豆子',
  '麦面',
  '竹片',
  '钢管',
  '石料',
  '棉纱',
  '皮料',
  '染料',
]
const SPOTS = [
  '车间',
  '院子',
  '培训室',
  '老街',
  '码头',
  '集市',
  '工棚',
  '厂门口',
  '村委会',
  '夜校',
  '样板间',
  '仓库',
  '后厨',
  '茶山',
  '晒场',
]
const TIMES = [
  '天没亮',
  '吃过早饭',
  '赶集那天',
  '农闲时',
  '过完年',
  '立夏前后',
  '收工以后',
  '下雨天',
  '开工头一天',
  '月底盘点时',
  '入秋',
  '腊月里',
]
const PEOPLE = ['师傅', '徒弟', '班长', '老乡', '质检员', '老板', '同村人', '带班的', '新来的', '采购', '教练', '邻居']
const PLACES = [
  '佛山',
  '东莞',
  '宁波',
  '温州',
  '厦门',
  '昆明',
  '重庆',
  '长沙',
  '惠州',
  '中山',
  '南宁',
  '柳州',
  '海口',
  '福州',
  '合肥',
]
const ACTS = [
  '教三遍再放手',
  '从磨刀练起',
  '一道一道过手',
  '把尺寸记在本子上',
  '先看料再下刀',
  '错了就拆了重来',
  '互相查一遍',
  '照着样品对',
  '留一成余量',
  '按订单排班',
]
const ENDS = [
  '慢慢就做熟了',
  '返工少了',
  '工钱按件算清',
  '活路接得上',
  '人也留得住',
  '这一关才算过',
  '后来成了规矩',
  '心里就有了底',
  '别处也照着学',
  '手上才有准头',
]

/** Sentences of running text; the words in braces are filled in. */
const SENTENCES = [
  '{time}，{person}在{spot}里把{stuff}摆开，{act}，{end}。',
  '做{craft}这一行，{tool}不离手；{person}说，{act}，{end}。',
  '从{region}出去的人，多半先到{place}落脚，再由{person}带着，{act}。',
  '这里的**{craft}**讲究两样：料要看得准，手要放得稳。{act}，{end}。',
  '“{act}”，{person}常这样讲，{spot}里的人都听熟了。',
  '一批{stuff}到了，{person}先用{tool}量，再分给{n}个人，{act}。',
  '早些年在{place}，{n}个人合租一间房，白天在{spot}，夜里学{tool}。{end}。',
  '{region}的做法和{place}不一样：那边求快，这边{act}。',
  '培训排了{n}天，头{m}天只练{tool}，剩下的日子在{spot}跟班，{end}。',
  '{person}把{m}种{stuff}并排放着，叫人闭上眼睛摸，摸得出来才{act}。',
  '有人问{craft}难在哪里，{person}指指{tool}：难在{time}也照样{act}。',
  '{time}，{spot}墙上贴出一张纸，写着下一期{craft}班的日子，要的是{n}个人。',
  '活计在{place}，家在{region}，两头的账{person}记得清楚：{act}，{end}。',
  '同一把{tool}，新手用{n}分钟，熟手用{m}分钟，差的是{act}。',
]
const HEADINGS = [
  '手艺从哪里来',
  '一道一道的工序',
  '谁在做',
  '到哪里做工',
  '怎么教',
  '一天的活',
  '料和工具',
  '这些年的变化',
  '还缺什么',
]
const STORY_ENDS = [
  '回乡办班',
  '带出一个班',
  '把样品改了七遍',
  '守着一间铺子',
  '在外地站住脚',
  '把手艺教给邻居',
  '修好老机器',
  '接下第一张订单',
]
const LABELS = [
  { label: '从业人数', unit: '人', topic: 'workforce', least: 8, most: 900, step: 100 },
  { label: '年培训', unit: '人次', topic: 'training', least: 2, most: 90, step: 50 },
  { label: '企业数', unit: '家', topic: 'distribution', least: 3, most: 400, step: 1 },
  { label: '年产值', unit: '亿元', topic: 'benefit', least: 2, most: 80, step: 0.5 },
  { label: '订单份数', unit: '份', topic: 'market', least: 5, most: 700, step: 10 },
  { label: '工序', unit: '道', topic: 'craft', least: 7, most: 60, step: 1 },
] as const
const FACTS = [
  { text: '{region}的{craft}在{place}设有招工点。', topic: 'distribution' },
  { text: '{region}{craft}培训班在{spot}开课。', topic: 'training' },
  { text: '{region}{craft}的做法写进了县里的教材。', topic: 'craft' },
  { text: '{region}有人从祖辈起做{craft}。', topic: 'origin' },
]
const TIME_OF_DAY = ['08:30', '09:05', '10:20', '14:40', '16:15', '18:00', '20:10']

/**
 * Entries in a fixed mix: 80 % brands, 10 % people, 10 % stories. The same arguments always give the same.
 * @param count how many entries, at least 10
 * @param tables the rows that entries refer to
 * @throws RangeError when there are fewer names than brands
 */
export function corpusOf(count: number, tables: Tables, seed = 12345): Corpus {
  const most = tables.regions.length * CRAFTS.length * ENDINGS.length
  if (count < 10 || count > most) throw new RangeError(`a catalogue of ${count} entries; possible are 10 to ${most}`)
  const random = randomOf(seed)
  const figures = Math.round((count * SHARE.figures) / 100)
  const stories = Math.round((count * SHARE.stories) / 100)
  const sources = sourcesFor(Math.max(3, Math.ceil(count / ENTRIES_PER_SOURCE)), tables, random)
  const brands = subjectsFor(count - figures - stories, tables, random)
  const people = Array.from({ length: figures }, (_, index): Person => {
    const name = `${SURNAMES[index % SURNAMES.length]}某${STEMS[Math.floor(index / SURNAMES.length) % 10]}${STEMS[Math.floor(index / SURNAMES.length / 10) % 10]}`
    const brand = brands[(index * 7) % brands.length] as Subject
    return { id: `person-${numbered(index)}`, name, brand }
  })
  const context = { tables, sources, random }
  return {
    sources,
    entries: [
      ...brands.map((brand, index) => brandEntry(brand, index, context)),
      ...people.map((person) => figureEntry(person, context)),
      ...Array.from({ length: stories }, (_, index) => storyEntry(index, brands, people, context)),
    ],
  }
}

/** What a brand is about. */
interface Subject {
  id: string
  name: string
  craft: string
  region: TableRow
}

interface Person {
  id: string
  name: string
  brand: Subject
}

interface Context {
  tables: Tables
  sources: readonly CorpusSource[]
  random: Random
}

const numbered = (index: number): string => String(index + 1).padStart(5, '0')
const dayOf = (random: Random): string =>
  new Date(FIRST_DAY + between(0, DAYS, random) * DAY).toISOString().slice(0, 10)
const shortOf = ({ shortName, name }: TableRow): string => shortName ?? name

function sourcesFor(count: number, { regions }: Tables, random: Random): CorpusSource[] {
  return Array.from({ length: count }, (_, index) => {
    const place = shortOf(pick(regions, random))
    return {
      id: `report-${numbered(index)}`,
      title: `${place}${pick(CRAFTS, random)}务工见闻`,
      publisher: `${place}某报`,
      kind: 'news',
      confidence: 'reputable',
      date: dayOf(random),
    }
  })
}

/** Different names, drawn without looking at how many others there are. */
function subjectsFor(count: number, { regions }: Tables, random: Random): Subject[] {
  const all = regions.length * CRAFTS.length * ENDINGS.length
  const places = shuffled([...Array(all).keys()], random).slice(0, count)
  return places.map((place, index) => {
    const region = regions[place % regions.length] as TableRow
    const rest = Math.floor(place / regions.length)
    const craft = CRAFTS[rest % CRAFTS.length] as string
    const ending = ENDINGS[Math.floor(rest / CRAFTS.length)] as string
    return { id: `${region.id}-${numbered(index)}`, name: shortOf(region) + craft + ending, craft, region }
  })
}

function brandEntry(brand: Subject, index: number, context: Context): CorpusEntry {
  const { tables, random } = context
  const source = () => pick(context.sources, random).id
  const claims = claimsFor(brand, between(5, 9, random), context)
  const words = <T>(from: readonly T[], count: number) => some(from, count, random)
  const { region, craft, name } = brand
  return {
    section: 'brands',
    id: brand.id,
    data: {
      name,
      summary: `${region.name}做${craft}的一群人，多在${pick(PLACES, random)}、${pick(PLACES, random)}做工。`,
      region: region.id,
      checkedOn: dayOf(random),
      searchTerms: [`${shortOf(region)}${craft}`, ...words(TOOLS, 4).map((tool) => `${craft}${tool}`), `${craft}招工`],
      field: pick(
        ['advanced-skill', 'quality-service', 'culture-tourism', 'modern-farming', 'livelihood-support'],
        random,
      ),
      motif: pick(['denim', 'ceramic', 'tea', 'bamboo', 'tools', 'weld', 'apron', 'jars'], random),
      industry: `${craft}业`,
      trades: words(tables.trades, between(1, 4, random)).map(({ id }) => ({ trade: id, source: source() })),
      steward: { name: `${region.name}人力资源社会保障部门`, source: source() },
      history: [{ date: dayOf(random), text: '首次收录。' }],
      proofs: {
        place: { text: `${craft}的名字里带着${shortOf(region)}。`, claims: [claims[0]?.id] },
        skill: {
          text: `一道${pick(TOOLS, random)}活要练${inHan(between(2, 9, random))}个月。`,
          claims: [claims[1]?.id],
        },
      },
      claims,
      timeline: Array.from({ length: between(2, 4, random) }, (_, step) => ({
        date: String(2010 + step * 4 + (index % 4)),
        text: fill(
          pick(['{region}开出第一个{craft}班。', '{person}到{place}接下订单。', '{spot}搬到了新址。'], random),
          brand,
          random,
        ),
        source: source(),
      })),
      process: words(ACTS, between(3, 5, random)).map((text, step) => ({
        name: `第${'一二三四五'[step]}步`,
        text: `${pick(STUFF, random)}到手，${text}。`,
        source: source(),
      })),
      skills: words(TOOLS, 2).map((tool) => ({ name: `使${tool}`, source: source() })),
      products: words(STUFF, 2).map((stuff) => ({ name: `${stuff}加工`, source: source() })),
      missing: [{ what: `${craft}师傅现在有多少人`, who: `${region.name}有关部门` }],
    },
    body: bodyOf(brand, claims, { sections: 5, sentences: 5, table: true }, context),
  }
}

function figureEntry({ id, name, brand }: Person, context: Context): CorpusEntry {
  const claims = claimsFor(brand, 2, context)
  return {
    section: 'figures',
    id,
    data: {
      name,
      roles: [pick(['founder', 'inheritor', 'leader', 'skill-leader', 'master', 'returnee'], context.random)],
      summary: `${brand.region.name}的${brand.craft}师傅，带过${inHan(between(2, 9, context.random))}个徒弟。`,
      brand: brand.id,
      region: brand.region.id,
      claims,
    },
    body: bodyOf(brand, claims, { sections: 2, sentences: 3, table: false }, context),
  }
}

function storyEntry(
  index: number,
  brands: readonly Subject[],
  people: readonly Person[],
  context: Context,
): CorpusEntry {
  const { random } = context
  const person = people[index % people.length] as Person
  const about = [person.brand, pick(brands, random)]
  const claims = claimsFor(person.brand, 4, context)
  return {
    section: 'stories',
    id: `story-${numbered(index)}`,
    data: {
      title: `${shortOf(person.brand.region)}${person.brand.craft}：${pick(STORY_ENDS, random)}`,
      lead: `${person.name}做${person.brand.craft}多年，${pick(ENDS, random)}。`,
      kind: pick(['model', 'deed', 'person'], random),
      publishedAt: `${dayOf(random)}T${pick(TIME_OF_DAY, random)}+08:00`,
      brands: [...new Set(about.map(({ id }) => id))],
      axis: pick(['project', 'people', 'activity'], random),
      figures: [person.id],
      claims,
    },
    body: bodyOf(person.brand, claims, { sections: 4, sentences: 6, table: false }, context),
  }
}

/** Claims of one entry: two of three are figures. */
function claimsFor(brand: Subject, count: number, { sources, random }: Context): InventedClaim[] {
  return Array.from({ length: count }, (_, index): InventedClaim => {
    const cited = pick(sources, random)
    const common = { asOf: cited.date.slice(0, 7), source: cited.id, locator: `第${between(1, 9, random)}段` }
    if (index % 3 === 2) {
      const { text, topic } = pick(FACTS, random)
      return { id: `fact-${index + 1}`, text: fill(text, brand, random), topic, ...common }
    }
    const { label, unit, topic, least, most, step } = LABELS[
      (index + brand.id.length) % LABELS.length
    ] as (typeof LABELS)[number]
    const value = between(least, most, random) * step
    return {
      id: `figure-${index + 1}`,
      text: `${shortOf(brand.region)}${brand.craft}的${label}是${value}${unit}。`,
      label,
      value,
      unit,
      basis: `${brand.region.name}，当年报道`,
      topic,
      ...common,
      ...(index < 2 ? { headline: true } : {}),
    }
  })
}

/** How long a text is. */
interface Length {
  sections: number
  sentences: number
  table: boolean
}

/** The text: an opening, then sections; every claim is told once, in its place. */
function bodyOf(
  brand: Subject,
  claims: readonly InventedClaim[],
  length: Length,
  { random, sources }: Context,
): string {
  const { region, craft, name } = brand
  const told = claims.map(({ id, text }) => `<Claim id="${id}">${text.slice(0, -1)}</Claim>。`)
  const paragraph = (count: number) =>
    Array.from({ length: count }, () => fill(pick(SENTENCES, random), brand, random)).join('')
  const blocks = [
    `[${shortOf(region)}](/regions/${region.id}/)的${craft}，叫得出名字的有[${name}](/brands/${brand.id}/)。${told.shift() ?? ''}`,
  ]
  for (const [at, heading] of some(HEADINGS, length.sections, random).entries()) {
    blocks.push(`## ${heading}`, paragraph(length.sentences) + (told.shift() ?? ''))
    if (at === 0)
      blocks.push(
        some(ACTS, 3, random)
          .map((act) => `- ${act}，${pick(ENDS, random)}`)
          .join('\n'),
      )
    if (at === 1)
      blocks.push(
        `<Quote source="${pick(sources, random).id}" by="${pick(PEOPLE, random)}">${pick(ACTS, random)}。</Quote>`,
      )
    if (at === 2 && length.table) blocks.push(tableFor(random))
    if (at === 3) blocks.push(`<Note>${pick(TIMES, random)}的情形只据一篇见闻，别的说法没有查到。</Note>`)
    blocks.push(paragraph(Math.ceil(length.sentences * 0.6)) + (told.shift() ?? ''))
  }
  if (told.length > 0) blocks.push(told.join(''))
  return blocks.join('\n\n')
}

function tableFor(random: Random): string {
  const rows = some(TOOLS, 3, random).map(
    (tool) => `| ${tool} | ${pick(STUFF, random)} | ${inHan(between(2, 30, random))}天 |`,
  )
  return ['| 工具 | 用在 | 练多久 |', '| --- | --- | --- |', ...rows].join('\n')
}

/** A number from 1 to 99 in Chinese numerals: digits in running text would need a source each. */
function inHan(number: number): string {
  const digits = [...' 一二三四五六七八九']
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? digits[ones] : ''}`
}

function fill(pattern: string, { craft, region }: Subject, random: Random): string {
  const words: Record<string, () => string> = {
    craft: () => craft,
    region: () => shortOf(region),
    time: () => pick(TIMES, random),
    person: () => pick(PEOPLE, random),
    spot: () => pick(SPOTS, random),
    stuff: () => pick(STUFF, random),
    tool: () => pick(TOOLS, random),
    place: () => pick(PLACES, random),
    act: () => pick(ACTS, random),
    end: () => pick(ENDS, random),
    n: () => inHan(between(12, 60, random)),
    m: () => inHan(between(2, 9, random)),
  }
  return pattern.replace(/\{(\w+)\}/g, (_, name: string) => (words[name] as () => string)())
}

/** The front matter of an entry, as it stands in the file. */
export const frontMatter = (data: Record<string, unknown>): string =>
  stringify(data, { lineWidth: 0, aliasDuplicateObjects: false })

/** The rows of the sources, as they stand in the table. */
export const sourceRows = (sources: readonly CorpusSource[]): string => stringify(sources, { lineWidth: 0 })
