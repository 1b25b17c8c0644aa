/** Something about the wording of a text. Offsets are those of the text as given. */
export interface WordingProblem {
  rule: string
  level: 'error' | 'advice'
  start: number
  end: number
  message: string
  fix: string
  /** What `npm run fix` may put there; absent when a person must decide. */
  replacement?: string
}

/**
 * What a text is, which decides how strictly it is read: a `headline` (title, lead, summary), `prose`
 * of ours, or `quoted` words that have a source of their own.
 */
export type TextPlace = 'headline' | 'prose' | 'quoted'

const AREA = '(?:全国|全省|全区|全市|全县|全球|世界|国内|国际|业内|行业|同行|亚洲|中国|华南|西南|广西|贵州|天下)'

/**
 * Absolute words (广告法第九条). Written with what they may mean innocently taken out: 第一批 and
 * 最大限度 compare with nobody.
 */
const ABSOLUTE: readonly RegExp[] = [
  /最(?:高级|佳(?!实践)|优(?!化|先|秀)|先进|顶级|强(?!降)|专业|优质|正宗|地道|权威|便宜|低价|畅销|受欢迎|著名|知名|有名|具影响力|具竞争力|有实力|好的(?=品牌|产品|服务|手艺|师傅|质量|品质|技术|工匠|工人|培训|学校))/g,
  new RegExp(`${AREA}(?:范围)?(?:内)?[\\p{Script=Han}]{0,6}?最[大多早高长]`, 'gu'),
  /(?:规模|产量|销量|质量|品质|技术|水平|口碑|市场份额)(?:均|都|居)?最(?:大|高|好|强)/g,
  new RegExp(
    `(?:${AREA}(?:排名|销量|产量|规模|同行)?第一|(?:销量|产量|规模|质量|排名|名列|位居|位列|稳居|行业|品质|口碑)第一)(?![\\p{Script=Han}]?(?:批|个|家|次|届|期|条|位|座|所|部|所|步|产业|书记|线|代|时间|课|人|大))`,
    'gu',
  ),
  /第一(?:品牌|名牌|工匠品牌)/g,
  new RegExp(`${AREA}(?:[\\p{Script=Han}]{0,4})?(?:唯一|首屈一指|之最|领先|独有)`, 'gu'),
  /遥遥领先|处于领先|独一无二|绝无仅有|史无前例|举世无双|无与伦比|无可比拟|首屈一指|天下无双/g,
  /填补(?:了)?[\p{Script=Han}]{0,8}空白/gu,
  /世界级|宇宙级|全球级|顶级|顶尖|极品|王牌|万能|销量冠军|首选|独家(?!报道|采访|授权)/g,
  /国家级(?=产品|品质|质量|水平|标准|手艺|师傅|工匠|品牌|享受|服务)/g,
  /百分之百(?:正宗|纯|满意|合格|就业|有效|手工)|(?<!\d)100%\s?(?:正宗|纯|满意|合格|就业|有效)|绝对(?:正宗|领先|第一|优势|权威|安全|放心|是)/g,
]

/** Every absolute word holds one of these; most texts hold none, which saves them the patterns above. */
const ABSOLUTE_SIGN =
  /最|第一|唯一|首屈一指|领先|独[有家一]|绝[无对]|史无前例|举世无双|无与伦比|无可比拟|天下无双|填补|[世界国家宇宙全球顶]级|顶尖|极品|王牌|万能|销量冠军|首选|百分之百|100%/

/** Promises that a labour brand may not make (广告法第二十四条). */
const PROMISES =
  /包就业|保证就业|保证录用|包分配|包(?:过|拿证|取证|教包会)(?!滤|程)|保底(?:收入|工资|月薪)|稳赚|零风险|(?:轻松)?月入(?:过|上|数)?万|高薪保障|不过(?:全额)?退费/g

/** Effects on health that only medicine may claim (广告法第十七条). */
const MEDICAL = /根治|治愈|抗癌|防癌|药到病除|包治百病|疗效(?:显著|好|确切)|(?:能|可以|有助于)治疗/g

const HAN = '\\u3400-\\u4dbf\\u4e00-\\u9fff'

interface Pattern {
  rule: string
  level: 'error' | 'advice'
  pattern: RegExp
  message(found: string): string
  fix(found: string): string
  replacement?(found: string): string
}

const FULL_WIDTH: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
  '(': '（',
  ')': '）',
}

/** The full-width form of a half-width mark. */
export const fullWidth = (mark: string): string => FULL_WIDTH[mark] ?? mark

/** Half-width marks beside Chinese; `fix` repairs these. */
export const HALF_WIDTH_MARKS = new RegExp(
  `(?<=[${HAN}”’》〉）〕])[,;!?](?![/\\w])|(?<=[${HAN}”’》〉）〕]):(?!\\d|//)|\\((?=[${HAN}“《])|(?<=[${HAN}”》])\\)`,
  'gu',
)

/** Full-width letters and digits. */
export const FULL_WIDTH_LETTERS = /[０-９Ａ-Ｚａ-ｚ]+/g

const STYLE: readonly Pattern[] = [
  {
    rule: 'half-width-mark',
    level: 'error',
    pattern: HALF_WIDTH_MARKS,
    message: (found) => `汉字旁边用了半角标点「${found}」`,
    fix: (found) => `改成全角「${fullWidth(found)}」`,
    replacement: fullWidth,
  },
  {
    rule: 'full-width-letter',
    level: 'error',
    pattern: FULL_WIDTH_LETTERS,
    message: () => '用了全角的数字或字母',
    fix: (found) => `改成半角：${found.normalize('NFKC')}`,
    replacement: (found) => found.normalize('NFKC'),
  },
  {
    rule: 'ellipsis',
    level: 'error',
    pattern: new RegExp(`(?<=[${HAN}”》])(?:\\.{3,}|。{2,}|…(?!…)(?<!……))`, 'gu'),
    message: (found) => `省略号写成了「${found}」`,
    fix: () => '改成“……”（中文输入法下按 Shift+6）',
    replacement: () => '……',
  },
  {
    rule: 'dash',
    level: 'error',
    pattern: new RegExp(`(?<=[${HAN}”》])-{2,}(?=[${HAN}“《])`, 'gu'),
    message: () => '破折号写成了减号',
    fix: () => '改成“——”（中文输入法下按 Shift+减号）',
    replacement: () => '——',
  },
  {
    rule: 'repeated-mark',
    level: 'error',
    pattern: /！{2,}|？{2,}|，{2,}|、{2,}|；{2,}/g,
    message: (found) => `标点「${found}」重复了`,
    fix: (found) => `只留一个「${found[0]}」`,
    replacement: (found) => found[0] as string,
  },
  {
    rule: 'spaced-indent',
    level: 'error',
    pattern: /\u3000+/g,
    message: () => '有全角空格',
    fix: () => '删掉；段首不用空格，版面自己会排',
    replacement: () => '',
  },
  {
    rule: 'two-digit-day',
    level: 'advice',
    pattern: /(?:0[1-9]月\d{1,2}日|\d{1,2}月0[1-9]日)/g,
    message: (found) => `「${found}」的月、日前面不用加 0`,
    fix: (found) => `写成 ${found.replace(/(?<!\d)0(?=\d)/g, '')}`,
  },
  {
    rule: 'document-number',
    level: 'advice',
    pattern: new RegExp(`(?<=[${HAN}])(?:\\[|【|（|\\()20\\d\\d(?:\\]|】|）|\\))第?0*\\d+号`, 'gu'),
    message: () => '文号里的年份要用六角括号',
    fix: (found) => `写成 ${found.replace(/^.(20\d\d).第?0*(\d+)号$/, '〔$1〕$2号')}`,
  },
  {
    rule: 'region-name',
    level: 'error',
    pattern: /广西省|内蒙古省|西藏省|宁夏省|新疆省/g,
    message: (found) => `没有「${found}」这个地名`,
    fix: (found) =>
      `写成 ${{ 广西省: '广西壮族自治区', 内蒙古省: '内蒙古自治区', 西藏省: '西藏自治区', 宁夏省: '宁夏回族自治区', 新疆省: '新疆维吾尔自治区' }[found]}，或只写前两三个字`,
  },
  {
    rule: 'common-slip',
    level: 'advice',
    pattern: /截止(?=\d{4}年|目前|今年|去年)|布署|撤消|帐号|帐户|做为(?=一|[^人])|凑和|渡假/g,
    message: (found) => `「${found}」多半是错写`,
    fix: (found) =>
      `一般写成 ${{ 截止: '截至', 布署: '部署', 撤消: '撤销', 帐号: '账号', 帐户: '账户', 做为: '作为', 凑和: '凑合', 渡假: '度假' }[found]}`,
  },
  {
    rule: 'double-estimate',
    level: 'advice',
    pattern:
      /(?:超过|不少于|至少)[\d.万亿千百]+[\p{Script=Han}]{0,3}(?:以上|左右)|约[\d.万亿千百]+[\p{Script=Han}]{0,3}左右/gu,
    message: (found) => `「${found}」里约数词用了两次`,
    fix: () => '留一个就行：“超过……”或“……以上”，“约……”或“……左右”',
  },
]

/**
 * Checks the wording of one text.
 * @param text running text without markup
 * @param place what kind of text it is
 * @param exempt parts of the text, as [start, end), that are quoted or stand on a source
 */
export function checkWording(
  text: string,
  place: TextPlace,
  exempt: ReadonlyArray<readonly [number, number]> = [],
): WordingProblem[] {
  if (!/[\u3400-\u9fff]/.test(text)) return []
  const problems: WordingProblem[] = []
  const add = (match: RegExpMatchArray, problem: Omit<WordingProblem, 'start' | 'end'>) => {
    const start = match.index as number
    const end = start + match[0].length
    if (problems.every((other) => end <= other.start || start >= other.end || other.rule !== problem.rule)) {
      problems.push({ ...problem, start, end })
    }
  }
  const isExempt = ({ index = 0 }: RegExpMatchArray) => exempt.some(([start, end]) => index >= start && index < end)
  if (place !== 'quoted') {
    for (const pattern of ABSOLUTE_SIGN.test(text) ? ABSOLUTE : []) {
      for (const match of text.matchAll(pattern)) {
        if (isExempt(match) || isTitle(text, match.index)) continue
        add(match, {
          rule: 'absolute-term',
          level: 'error',
          message: `用了绝对化用语「${match[0]}」，《广告法》第九条不允许`,
          fix:
            place === 'headline'
              ? '标题、导语、简介里不能用；改成有依据的说法，例如“2025年省人社厅公布的省级劳务品牌”'
              : '改成有依据的说法；确有来源的，写进 claims，用 <Claim id="...">…</Claim> 或 <Quote> 包起来',
        })
      }
    }
    for (const match of text.matchAll(PROMISES)) {
      if (isExempt(match)) continue
      add(match, {
        rule: 'promise',
        level: 'error',
        message: `「${match[0]}」是对就业、收入或培训效果的保证，《广告法》第二十四条不允许`,
        fix: '删掉保证的话，只写做了什么、有据可查的结果',
      })
    }
    for (const match of text.matchAll(MEDICAL)) {
      if (isExempt(match)) continue
      add(match, {
        rule: 'medical-claim',
        level: 'error',
        message: `「${match[0]}」说的是治病效果，《广告法》第十七条不允许`,
        fix: '删掉疗效，只写怎么种、怎么做、怎么吃',
      })
    }
  }
  for (const { rule, level, pattern, message, fix, replacement } of STYLE) {
    for (const match of text.matchAll(pattern)) {
      const [found] = match
      const repair = replacement && { replacement: replacement(found) }
      add(match, { rule, level, message: message(found), fix: fix(found), ...repair })
    }
  }
  return problems.sort((a, b) => a.start - b.start)
}

/**
 * Whether the place is inside a pair 《》 on one line: the name of a document or book is written as it is.
 * A mark that is not closed names nothing.
 */
function isTitle(text: string, at: number): boolean {
  const [open, close] = [text.lastIndexOf('《', at), text.indexOf('》', at)]
  return open >= 0 && close >= 0 && !/[《》\n]/.test(text.slice(open + 1, close))
}

/** Characters that nobody sees, or that turn text around, and what they are called. */
const HIDDEN: ReadonlyArray<[rule: string, pattern: RegExp, name: string]> = [
  ['bidi-control', /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/g, '会颠倒文字方向的控制字符'],
  ['zero-width', /[\u200b-\u200d\u2060\u180e\u00ad\u3164\ufeff]/g, '看不见的零宽字符'],
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  ['control-character', /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '看不见的控制字符'],
  ['broken-character', /[\ufffd\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff]/g, '无法显示的字'],
  ['line-separator', /[\u2028\u2029\u0085]/g, '特殊的换行符'],
]

const ANY_HIDDEN = new RegExp(HIDDEN.map(([, pattern]) => pattern.source).join('|'))

/** Finds hidden characters; adjoining ones of one kind are one find. */
export function findHidden(text: string): WordingProblem[] {
  if (!ANY_HIDDEN.test(text)) return []
  return HIDDEN.flatMap(([rule, pattern, name]) => {
    const found: WordingProblem[] = []
    for (const match of text.matchAll(pattern)) {
      const last = found.at(-1)
      if (last?.end === match.index) last.end++
      else {
        const code = (match[0].codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')
        found.push({
          rule,
          level: 'error',
          start: match.index,
          end: match.index + 1,
          message: `这里有${name}（U+${code}）`,
          fix: '多半是复制带来的：删掉这里重新打一遍',
          ...(rule === 'broken-character' ? {} : { replacement: rule === 'line-separator' ? '\n' : '' }),
        })
      }
    }
    return found
  })
}
