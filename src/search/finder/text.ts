/** How the finder reads text: the same for the words of the index and for what people type. */

/** A character that carries meaning in Chinese. */
const HAN = /[\u3400-\u4dbf\u4e00-\u9fff]/

/** Whether a text is English: plain letters, and enough of them to be a word. */
export const isLatin = (text: string): boolean => /^[a-z]{3}[a-z ,-]*$/.test(text)

/** Words that say nothing of a trade, in English, as `stem` leaves them. */
const PLAIN_ENGLISH = new Set(
  'the for from who can mak work fact mast skilled find look need want hir good compan and with som job person peopl man servic guy'.split(
    ' ',
  ),
)

/** The words of a text that matter, without the endings that English puts on trades: weavers, weaving → weav. */
export function englishStems(text: string): string[] {
  return (text.match(/[a-z]{3,}/g) ?? []).map(stem).filter((word) => !PLAIN_ENGLISH.has(word))
}

function stem(word: string): string {
  const shorter = word.replace(/(..)ies$/, '$1y').replace(/(.{3})(?:ers|ors|ing|er|or|es|s|y|e)$/, '$1')
  return shorter === word ? word : stem(shorter)
}

/** Whether the character is Han. */
export const isHan = (character: string): boolean => HAN.test(character)

/** Compatibility forms, lower case, letters without tones and other marks (ü is typed v), simplified characters. */
export function normalise(text: string, simplify?: ReadonlyMap<string, string>): string {
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/u\u0308/g, 'v')
    .replace(/[\u0300-\u036f]/g, '')
  if (!simplify) return plain
  let simple = ''
  for (const character of plain) simple += simplify.get(character) ?? character
  return simple
}

/**
 * Traditional characters and their simplified forms, in the order of these: how far the code of each lies behind that of the
 * one before it, and the traditional ones. Small numbers travel lighter than characters.
 */
export type Pairs = readonly [steps: readonly number[], traditional: string]

/** Pairs as a map: 縫 → 缝. */
export function readPairs([steps, traditional]: Pairs): Map<string, string> {
  let code = 0
  return new Map(
    steps.map((step, at) => {
      code += step
      return [traditional[at] as string, String.fromCharCode(code)]
    }),
  )
}

/**
 * Phrases that ask, without saying for what, and words for the people asked for. They carry no
 * weight when it is decided whether a query has been understood. Cantonese and south-western forms
 * included.
 */
const ASKING = new RegExp(
  [
    '(?:请问|唔该|[我你]们|我|公司|单位|工厂|厂里|老板|家[里头]|屋[企头里]|本地|附近|这边|当地)+(?=.{2})',
    '[去在到喺]?(?:哪[里儿点堆]|(?:哪个|什么)地方|边[度处])(?:有|可以?|能够?|会)?(?:[找请招揾]到?|搵|买到|请得到)?',
    '有(?:什么|哪些|[没沒]有|[无冇])|有冇|有无',
    '(?:想|需?要|急需?|打算|准备|希望|缺)+(?:[找请招雇聘用揾搵学做]|[订定]做|订|定制)?',
    '(?:聘请|招聘|[找请招雇聘揾搵])(?:一[个批些]|几个|[个批点人])?',
    '[一几]个|[一几]位|一[批些]|两个|[个位]',
    '(?:靠谱|可靠|专业|熟练|便宜|最?好|本地|正规|有经验|手艺好|经验丰富|手[工作]|[订定][做制]|批量|加工)(?:的|点的?)?',
    '(?:哪[个家]|什么|边个)(?:品牌|牌子|公司|地方|人|好)?',
    '(?:怎么|怎样|如何|点样)(?:联系|[找请招]|收费|办)?',
    '(?:特色|优秀|知名)?劳务品牌(?:名单|大全)?',
    '(?:多少钱|价格|收费|电话|联系方式|联系|推荐|介绍)(?:一下)?',
    '(?:上岗|从业|资格)?证(?:书|件)?$',
    '长期|急招|临时|上门|一天|月薪|工价|[招请要缺找]人',
    '(?:老?师傅|师父)(?=[哪边去克在到要有么吗怎]|多少)',
    '(?:找谁|谁|的?人|老?师傅|师父|学徒工?|徒弟|工人|工匠|匠人?|[小技员]?工|佬|嫂|[姐大阿]姐|孃孃|嬢嬢|婆娘家?|老师|人手|的活儿?|的公司|的?品牌|劳务)$',
    '[是有能会要][不没][是有能会要]|可以?|帮[忙我]?|老是|看看?|[能会懂识整弄来去给把和跟与或及的嘅了吗呢呀吧啊呐咩做干搞]',
  ].join('|'),
  'g',
)

/**
 * Marks the characters of a normalised query that carry content.
 * @returns one boolean per UTF-16 unit; separators and asking phrases are false
 */
export function contentMask(query: string): boolean[] {
  const mask = query.split('').map((unit) => isHan(unit) || /[a-z0-9]/.test(unit))
  for (const match of query.matchAll(ASKING)) {
    for (let at = match.index; at < match.index + match[0].length; at++) mask[at] = false
  }
  return mask
}

/** Whether a query may exclude something, or wish for pay, papers or a number: then it is read with `conditions.ts`. */
export const hasConditions = (query: string): boolean =>
  HAN.test(query) && /[除不别別非外证證証険險险薪\d]|[包便]|工[钱錢资資]/.test(query)

/**
 * What makes a query ask for something else than people who make: work of any kind (找工作), another kind of work with the thing
 * (吉他老师), lessons in it (吉他培训班), buying and selling it (卖吉他, 茶叶店).
 */
const OTHER_INTENTS = [
  /(?:^工人|^找.{0,2}工作|[老教]师|教练|主播|演员|[歌乐]手|销售|业务员|司机|会计|律师|医生|护士|保安|快递|代理|经销商?|店员|收银|服务员|摄影师?|模特|翻译|中介|批发商|供应商)$/g,
  /(?:培训|教学|教程|课程|兴趣|辅导|体验|考级|考证|入门|自学|速成|网)?(?:班|课|学校|学院|教程|教学|培训|考级|谱|视频|图片|体验)$|^教(?!.*师傅)|初学者|怎么[弹学练唱喝泡]|多少钱一[把瓶斤件个套条双]/g,
  /(?:批发市场|批发|零售|(?:专卖|[商门网])?店铺?|店面|铺子|超市|专卖|加盟|设备|价格表|图片|二手|转让)$/g,
  /(?:卖|购买|买(?!菜|.{0,3}房)|收购|回收|出租(?![房屋]))(?=.)/g,
]
const TRADING = OTHER_INTENTS[3]

/**
 * Where such a word means no such thing: what stands before it, a mark, the word. Not said in the patterns themselves, because
 * phones before iOS 16.4 refuse a script in which a pattern looks back.
 */
const NO_INTENT =
  /的\|老师$|[酒饭]\|店铺?$|[白夜上早晚]\|班$|[托幼育].*\|老师$|开.{0,3}\|店铺?$|[外专]\|卖$|[刷贴铺盖建修扫].?\|(?:.?店.?|铺子|超市|学.)$/

/**
 * Where a query says that it asks for something else than people who make things.
 * @returns start and end of the words that say so; undefined where none do
 */
export function otherIntent(query: string): [start: number, end: number] | undefined {
  const asked = query.trimEnd()
  for (const pattern of OTHER_INTENTS) {
    for (const { 0: word, index } of asked.matchAll(pattern)) {
      // 卖米粉的店招人 asks for people.
      if (pattern === TRADING && /[招请]|找(?!谁|哪)|[要缺]人|急需/.test(asked.slice(index))) continue
      if (!NO_INTENT.test(`${asked.slice(0, index)}|${word}`)) return [index, index + word.length]
    }
  }
  return undefined
}

/** Whether a word names people by their work, so that 电工老师 and 裁缝店 still mean them; 吉他 does not. */
export const namesPeople = (word: string): boolean => /[工师嫂匠娘员佬妹姐婆]$|保姆|裁缝|家政|阿姨|师傅|厨/.test(word)

/** Words in which the characters of a craft mean something else. */
const FALSE_FRIENDS =
  /酒[店吧精驾]|(?:啤|葡萄)酒(?:酿造|酿酒)?|会计|水电[站费]|调酒|茶餐厅|茶几|茶叶蛋|奶茶|电[脑影动瓶梯商视话信竞池子]|手电|竹笋|粉[丝色]|[面花散]粉|护士(?![服站])|养老(?:保险|金)|厨具|[钢古口风]琴|菜鸟|药店|宠物保姆|康复治疗|管道疏通|洗衣机|弹吉他|吉他演奏|吉他手(?![工艺])|伐木|绣眉|打边炉/g

/** The query with such words blanked, its length kept. */
export const withoutFalseFriends = (query: string): string =>
  query.replace(FALSE_FRIENDS, (word) => ' '.repeat(word.length))

/** A stretch of a text, and where it begins. */
export interface Run {
  start: number
  text: string
}

/** Runs of Han characters with their places. */
export function hanRuns(text: string): Run[] {
  return [...text.matchAll(/[\u3400-\u4dbf\u4e00-\u9fff]+/g)].map((match) => ({ start: match.index, text: match[0] }))
}

/** Stretches of a run that carry content. */
export function contentRuns(run: Run, mask: readonly boolean[]): Run[] {
  const runs: Run[] = []
  let open: Run | undefined
  for (const [offset, character] of [...run.text].entries()) {
    if (!mask[run.start + offset]) open = undefined
    else if (open) open.text += character
    else {
      open = { start: run.start + offset, text: character }
      runs.push(open)
    }
  }
  return runs
}

/** All Latin letters and digits of a text, joined: `cai feng` → `caifeng`. */
export const latinOf = (text: string): string => (text.match(/[a-z0-9]+/g) ?? []).join('')

/** Administrative endings, in a region's name and in what people type. */
export const REGION_SUFFIX =
  /(?:壮族自治区|回族自治区|自治区|[\u4e00-\u9fff]{2,6}族自治[州县]|自治[州县]|特区|省|市|县|区|州)$/

/** Sounds that speakers of southern dialects merge, for a second try: in a syllable, or in any number of them. */
export const fold = (syllables: string): string =>
  syllables
    .replace(/(^|[^a-z])([zcs])h/g, '$1$2')
    .replace(/(^|[^a-z])n(?=[aeiouv])/g, '$1l')
    .replace(/(^|[^a-z])hu(?=[aei])/g, '$1f')
    .replace(/ng(?![a-z])/g, 'n')

/** Pairs of neighbours in a text. */
export const pairsOf = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2))

let common: string | undefined

/** The 3,755 characters of GB 2312 level one, in its order: by pinyin. */
export function commonCharacters(): string {
  if (common === undefined) {
    const bytes: number[] = []
    for (let high = 0xb0; high <= 0xd7; high++) {
      for (let low = 0xa1; low <= (high === 0xd7 ? 0xf9 : 0xfe); low++) bytes.push(high, low)
    }
    common = new TextDecoder('gb2312').decode(new Uint8Array(bytes))
  }
  return common
}

/** Whether a character is one of those that every Chinese input method offers first; no traditional one is. */
export const isCommon = (character: string): boolean => commonCharacters().includes(character)

/** Syllables by character, from the runs and the rest that `FinderData` carries. */
export function readSyllables(common: string, others: Readonly<Record<string, string>>): Map<string, string> {
  const map = new Map<string, string>()
  const characters = commonCharacters()
  let at = 0
  for (const run of common.split(' ')) {
    const [, syllable, length] = /^([a-z]+)(\d+)$/.exec(run) ?? []
    for (let count = Number(length ?? 0); count > 0; count--) map.set(characters[at++] as string, syllable as string)
  }
  for (const [syllable, list] of Object.entries(others)) for (const character of list) map.set(character, syllable)
  return map
}

/** From this strength on a fit in letters is no accident. */
export const SURE = 0.9

/** So many places from one on. */
export const range = (start: number, length: number): number[] => Array.from({ length }, (_, offset) => start + offset)

/** Adds a value to the list of a key. */
export function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
