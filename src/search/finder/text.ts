/** How the finder reads text: the same for the words of the index and for what people type. */

/** A character that carries meaning in Chinese. */
const HAN = /[\u3400-\u4dbf\u4e00-\u9fff]/

/** Whether a text is English: plain letters, and enough of them to be a word. */
export const isLatin = (text: string): boolean => /^[a-z]{3}[a-z ,-]*$/.test(text)

/** Words that say nothing of a trade, in English. */
const PLAIN_ENGLISH = new Set(
  'a an the i we for of in at to from who can do make maker making makers work worker workers worke factory factories master skilled find looking need want hire hiring good company and or with my some by job jobs person people man service services guy'.split(
    ' ',
  ),
)

/** The words of a text that matter, without the endings that English puts on trades: weavers, weaving → weav. */
export function englishStems(text: string): string[] {
  return (text.match(/[a-z]+/g) ?? []).flatMap((word) => (PLAIN_ENGLISH.has(word) ? [] : [stem(word)]))
}

function stem(word: string): string {
  const shorter = word.replace(/(..)ies$/, '$1y').replace(/(.{3})(?:ers|ors|ing|er|or|es|s|y|e)$/, '$1')
  return shorter === word ? word : stem(shorter)
}

/** Whether the character is Han. */
export const isHan = (character: string): boolean => HAN.test(character)

/** Compatibility forms, lower case, simplified characters. */
export function normalise(text: string, simplify: ReadonlyMap<string, string>): string {
  const plain = text.normalize('NFKC').toLowerCase()
  if (simplify.size === 0) return plain
  let simple = ''
  for (const character of plain) simple += simplify.get(character) ?? character
  return simple
}

/** Pairs in turn as a map: 縫缝 → {縫: 缝}. */
export function readPairs(pairs: string): Map<string, string> {
  const characters = [...pairs]
  const map = new Map<string, string>()
  for (let at = 0; at + 1 < characters.length; at += 2) map.set(characters[at] as string, characters[at + 1] as string)
  return map
}

/**
 * Phrases that ask, without saying for what, and words for the people asked for. They carry no
 * weight when it is decided whether a query has been understood. Cantonese and south-western forms
 * included.
 */
const ASKING = new RegExp(
  [
    '(?:请问|唔该|我们|你们|我|公司|单位|工厂|厂里|老板|家里|家头|屋企|屋头|屋里|本地|附近|这边|当地)+(?=.{2})',
    '(?:去|在|到|喺)?(?:哪里|哪儿|哪个地方|什么地方|边度|边处|哪点|哪堆)(?:有|可以|能|能够|可|会)?(?:找到|找|请到|请|招到|招|买到|揾到|揾|搵|请得到)?',
    '有(?:没有|无|冇|沒有)|(?:有冇|有无)',
    '(?:想|要|需要|急需|急|打算|准备|希望|缺)+(?:找|请|招|雇|聘|用|订|订做|定做|定制|揾|搵|学|做)?',
    '(?:找|请|招|雇|聘请|聘|招聘|揾|搵)(?:一个|一批|一些|几个|个|批|点|人)?',
    '(?:一个|一位|一批|一些|几个|几位|两个|个|位)',
    '(?:靠谱|可靠|专业|熟练|便宜|好|最好|本地|正规|有经验|手艺好|经验丰富|手工|手作|订做|订制|定做|定制|批量|加工)(?:的|点|点的)?',
    '(?:哪个|哪家|什么|边个)(?:品牌|牌子|公司|地方|人|好)?',
    '(?:怎么|怎样|如何|点样)(?:联系|找|请|招|收费|办)?',
    '(?:多少钱|价格|收费|电话|联系方式|联系|推荐|介绍)(?:一下)?',
    '(?:长期|急招|临时|上门|包吃住|一天|月薪|工价|招人|请人|要人|缺人|找人)',
    '(?:老师傅|师傅|师父)(?=哪|边|去|克|在|到|要|有|么|吗|多少|怎)',
    '(?:找谁|谁|人|的人|老师傅|师傅|师父|学徒工?|徒弟|小工|工人|技工|员工|工匠|匠人|匠|佬|嫂|姐姐|大姐|阿姐|孃孃|嬢嬢|婆娘家|婆娘|老师|人手|工|的活|的活儿|的公司|的品牌|品牌|劳务)$',
    '(?:能|会|可以|可|懂|识|帮忙|帮我|帮|老是|老|看看|看|整|弄|来|去|给|把|和|跟|与|或|及|的|嘅|了|吗|呢|呀|吧|啊|呐|咩|做|干|搞)',
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

/**
 * What makes a query ask for something else than people who make: another kind of work with the thing
 * (吉他老师), lessons in it (吉他培训班), buying and selling it (卖吉他, 茶叶店).
 */
const OTHER_INTENTS = [
  /(?:老师|教师|教练|主播|演员|歌手|乐手|销售|业务员|司机|会计|律师|医生|护士|保安|快递|代理|经销商?|店员|收银|服务员|摄影师?|模特|翻译|中介|批发商|供应商)$/g,
  /(?:培训|教学|教程|课程|兴趣|辅导|体验|考级|考证|入门|自学|速成|网)?(?:班|课|学校|学院|教程|教学|培训|考级|谱|视频|图片|体验)$|^教(?!.*师傅)|初学者|怎么[弹学练唱喝泡]|多少钱一[把瓶斤件个套条双]/g,
  /(?:专卖店|批发市场|批发|零售|商店|门店|网店|店铺?|店面|铺子|超市|专卖|加盟|设备|价格表|图片|二手|转让)$/g,
  /(?:卖|购买|买(?!菜)|收购|回收|出租)(?=.)/g,
]

/**
 * Where such a word means no such thing: what stands before it, a mark, the word. Not said in the patterns themselves, because
 * phones before iOS 16.4 refuse a script in which a pattern looks back.
 */
const NO_INTENT = /的\|老师$|开.{0,3}\|店铺?$|[外专]\|(?:卖|购?买|收购|回收|出租)$/

/**
 * Where a query says that it asks for something else than people who make things.
 * @returns start and end of the words that say so; undefined where none do
 */
export function otherIntent(query: string): [start: number, end: number] | undefined {
  const asked = query.trimEnd()
  for (const pattern of OTHER_INTENTS) {
    for (const { 0: word, index } of asked.matchAll(pattern)) {
      if (!NO_INTENT.test(`${asked.slice(0, index)}|${word}`)) return [index, index + word.length]
    }
  }
  return undefined
}

/** Whether a word names people by their work, so that 电工老师 and 裁缝店 still mean them; 吉他 does not. */
export const namesPeople = (word: string): boolean => /[工师嫂匠娘员佬妹姐婆]$|保姆|裁缝|家政|阿姨|师傅|厨/.test(word)

/** Words in which the characters of a craft mean something else. */
const FALSE_FRIENDS =
  /酒店|酒吧|酒精|啤酒|葡萄酒|酒驾|茶餐厅|奶茶|茶几|电脑|电影|电动|电瓶|电梯|电商|电视|电话|电信|电竞|电池|电子|手电|竹笋|粉丝|面粉|花粉|奶粉|粉色|散粉|护士|养老保险|养老金|厨具|钢琴|古琴|口琴|风琴|菜鸟|药店/g

/** The query with such words blanked, its length kept. */
export const withoutFalseFriends = (query: string): string =>
  query.replace(FALSE_FRIENDS, (word) => ' '.repeat(word.length))

const ASKING_PINYIN = new Set(
  'zhao zhaoge qing qingge xiang xiangzhao yao xuyao zhaopin nali you de shifu gongren ren gong dianhua'.split(' '),
)

/** A query in letters without the words that only ask (zhao yuesao), unless there are no others. */
export function withoutAskingPinyin(query: string): string {
  const plain = query.replace(/[a-z]+/g, (word) => (ASKING_PINYIN.has(word) ? ' '.repeat(word.length) : word))
  return plain.trim() ? plain : query
}

/** Runs of Han characters with their places. */
export function hanRuns(text: string): Array<{ start: number; text: string }> {
  return [...text.matchAll(/[\u3400-\u4dbf\u4e00-\u9fff]+/g)].map((match) => ({ start: match.index, text: match[0] }))
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
