import { decimalInDigits, digitNumbers, FEW, HAN_DECIMAL, halfWidth, hanValue, numbersIn } from './numbers.ts'

/**
 * How much a Chinese text speaks of. Most numbers of news from a county count nothing: they are dates, document numbers,
 * standards, names. What stays is an amount, and somebody has to answer for it.
 */

/** An amount as a text writes it: 1.5万 is 15000. */
export interface Amount {
  written: string
  value: number
  /** Where it begins in the text. */
  start: number
}

/** What joins numbers that share one unit: 3至5日, 第8、9条. */
const TO = '[—–~～－至到、和及或-]'

/** Names of places and things that begin like a measure word: 2024台江…, 2024平台…. */
const NAMES =
  '人才|人力|人社|人工|家政|家乡|家居|米粉|平台|元宵|台江|天柱|天等|天峨|道真|册亨|平塘|平坝|平果|平南|平乐|百色|万山'

/** Behind a number: it counts something, or goes on. Anything else behind 2024 or 12345 makes it a year or a hotline. */
const COUNTS = `(?!${NAMES})[\\d.,多余百千万亿%％‰℃个人名户家亩元吨把件斤平米次台套只头株棵场天道种项张册本块辆盏盒箱瓶碗袋份幅篇条座间口支批位对双通岁分里毫]|公[里斤顷]`

/** Numbers in digits that count nothing. Repetitions have bounds: texts come from strangers. */
const NO_AMOUNT = new RegExp(
  [
    // Titles and numbers of documents, of their parts, of lists.
    String.raw`《[^《》\n]{0,80}》`,
    String.raw`[〔（(\[［﹝【]\d{1,4}[〕）)\]］﹞】](?:第?\d{1,6}号)?`,
    String.raw`^\d{1,2}(?:[、．)）]|\.(?!\d))`,
    String.raw`(?:附件|案例|[图表])\d{1,2}(?=[：:、，。；）)\s]|$)`,
    String.raw`第 ?\d+(?:[页条段]?${TO}第?\d+){0,6}`,
    // Years, 90后, dates, hours.
    String.raw`(?<![\d.])(?:1\d|20)\d{2}(?:年?${TO}\d{4}){0,4} ?年(?!的?历史|以上|来)`,
    String.raw`(?<!\d)\d{2}(?:、\d{2})?(?:世纪|年代)|(?<!\d)\d[05]后`,
    String.raw`(?<![\d.])(?:1[6-9]|20)\d{2}(?:([-./])\d{1,2}\1\d{1,2}(?!\d)|[-./](?:0?[1-9]|1[0-2])(?!\d|(?![至到起])[一-龥%％]))`,
    String.raw`(?<![\d.,])(?:20[1-3]\d|123\d\d|24365)(?:\/\d\d(?=学年))?(?!${COUNTS})`,
    // 1978—2018, 1978至今, 1998届, 2019版.
    String.raw`(?<![\d.])(?:1[6-9]|20)\d{2}(?:${TO}{1,2}(?:1[6-9]|20)\d{2}(?!${COUNTS})|(?=至今|届|级|版))`,
    String.raw`[前头]\d{1,2}个月|\d季度`,
    String.raw`(?<![\d.])\d{1,2}(?:${TO}\d{1,2}){0,6} ?(?:月份?(?![龄饼])|日(?!内)|(?:点(?!建议|要求|意见|经验|做法)|时(?!装))(?: ?\d{1,2} ?分)?|[:：]\d{2})`,
    // Floors, rooms, pages of newspapers, numbers of the mail, of firms.
    String.raw`(?<![\d.])\d{1,2}楼(?![盘房宇])|(?<!\d)\d{3,4}(?=教室|会议室|不锈钢)|(?<!\d)0\d版|邮编\d{6}|信用代码[\dA-Z]{18}`,
    // Numbers of houses and buses, hotlines.
    String.raw`(?<!\d)\d{1,6}(?:${TO}\d{1,6})?号(?!人|工人|员工)`,
    String.raw`(?<!\d)\d{1,3}路(?=公交|车)|[拨打]1[12]\d(?!\d)|(?:热线|电话|(?<![下划调增])拨打?)\d{3,6}(?!${COUNTS})`,
    // Standards and codes: GB/T 19001—2016, DB52/T 1234, G7611, 5G, 1+3+N; not GDP320亿.
    String.raw`(?:(?<![A-Z])[A-Z]{1,6}\d{0,3}(?:\/[A-Z]{1,6}){1,3}|GB|ISO|ISBN|CN) ?\d[\d.:：—–-]{0,20}`,
    String.raw`(?<![A-Za-z.-])[A-Za-z][A-Za-z.-]{0,20}(?![\d.,]{1,12}[多余]?[百千万亿%％]|\d{3,}[台套盏吨亩名户个])\d[\w.-]*`,
    String.raw`(?<!\d)\d{1,6}[A-VX-Z](?![A-Za-z])`,
    String.raw`(?<![\dA-Za-z])\d{1,4}(?:[+＋][A-Za-z\d]{1,4}){1,4}(?:[>＞]\d+)?|[A-Z][+＋]\d+|\d\.0(?=版|时代|[”、，])`,
    String.raw`(?:编[号码]|代码|邮编)[为是：:]{1,2}[\w-]+|\d(?:-\d{2}){3}`,
    // Names: “12345”工作法, 3·15, 500强; grades, roads.
    String.raw`[“‘]\d{1,8}[”’]|\d{1,2}[·•]\d{1,2}|双1[12]|\d{2,3}强|(?<![\d.])\d{1,2}(?:${TO}\d{1,2})?年?级(?!台阶)|\d{3}[国省县乡]道`,
    // Sayings.
    '24(?:节气|道拐)|(?:7[×x*])?24小时(?=不打烊|自助|在线|热线|服务)|360[度°]|0(?=距离|门槛|基础)',
    String.raw`(?<!\d)\d{1,3}(?:分钟|小时)[一-龥]{0,6}(?:生活|服务|就业|交通|通勤)圈`,
  ].join('|'),
  'g',
)

/** The same in Chinese numerals: 第十三届, 八十年代, 正月十五, 三百六十行, 十万大山. */
const NO_HAN_AMOUNT = new RegExp(
  [
    String.raw`《[^《》\n]{0,80}》`,
    '第[零〇一二三四五六七八九十百]{1,6}',
    '(?:正|冬|腊|[一二三四五六七八九十]{1,2})月(?:份|[一二三四五六七八九十]{1,3}(?![一二三四五六七八九十百千万亿]))?',
    '[一二三四五六七八九十]{1,4}(?:[日号届]|点(?!建议|要求|意见|经验|做法|[零一二三四五六七八九]+[百千万亿])|世纪|年代)',
    // How old somebody is, how long ago it was.
    '[一二三四五六七八九十百零两]{1,6}多?(?:年前|岁)|[二三四五六七八九]十(?=出头)',
    '大年三十|双十[一二]|[“‘]十一[”’]|十一(?=黄金周|假期|长假|国庆|期间)',
    '三百六十[行度]|七十二[行变]|三十六[行计]|十八般|十万八千里|十万火急|三十而立|四十不惑|十二生肖|十二时辰|二十四(?:节气|小时|道拐)',
    '十[一二三四五六七八九]大|二十大|[六九十]万大山|七百弄|四十八寨|十八洞村|十百千万?|五百强|五十六个民族',
  ].join('|'),
  'g',
)

/** Blanks out what a pattern finds, so that everything else stays where it is. */
const without = (text: string, pattern: RegExp) => text.replace(pattern, (found) => ' '.repeat(found.length))

/** Amounts that a text gives in digits. */
export function amountsIn(text: string): Amount[] {
  const read = halfWidth(text)
  if (!/\d/.test(read)) return []
  return digitNumbers(without(read, NO_AMOUNT)).map(({ written: { length }, value, start }) => ({
    written: text.slice(start, start + length),
    value,
    start,
  }))
}

/** Amounts above ten in Chinese numerals: 三万, 十余万, 七成. What is said roughly (四五十, 两三百, 数十万) is left out. */
export function hanAmountsIn(text: string): Amount[] {
  const read = without(text, NO_HAN_AMOUNT)
  const decimals = [...read.matchAll(HAN_DECIMAL)].map(
    ({ 0: written, 1: whole = '', 2: part = '', 3: scales = '', index }) => ({
      written,
      value: digitNumbers(decimalInDigits(whole, part, scales))[0]?.value ?? 0,
      start: index,
    }),
  )
  const numerals = [
    ...without(read, HAN_DECIMAL).matchAll(
      /(?<!\d[多余]?|[百千万亿点])(?:[一二两三四五六七八九]|(?<![数几])十)[零〇一二两三四五六七八九十百千万亿]*(?:[多余][百千万亿]+|成(?![功立为长果员新]))?/g,
    ),
  ]
    .filter(([numeral]) => !/[一二两三四五六七八九]{2}/.test(numeral))
    .map(({ 0: written, index }) => ({ written, value: hanValue(written), start: index }))
    .filter(({ value }) => value > FEW)
  return [...decimals, ...numerals].sort((a, b) => a.start - b.start)
}

/** Every amount that a text answers for, small ones in words included: 三个基地 tells 3, 2024年12月 tells none. */
export const amountsTold = (text: string): Set<number> =>
  numbersIn(without(without(halfWidth(text), NO_AMOUNT), NO_HAN_AMOUNT))
