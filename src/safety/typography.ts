import { tell, type WordingProblem } from './told.ts'

/** Marks, digits and spellings as Chinese print has them (GB/T 15834, GB/T 15835). */

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

/** The full-width form of a half-width mark; of several that follow each other, each once. */
const fullWidth = (marks: string): string => [...new Set(marks)].map((mark) => FULL_WIDTH[mark] ?? mark).join('')

/** Half-width marks beside Chinese; `fix` repairs these. */
const HALF_WIDTH_MARKS = new RegExp(
  `(?<=[${HAN}”’》〉）〕])(?:[,;](?![/\\w])|(?!\\?{3})[!?]+(?![/\\w!?]))|(?<=[${HAN}”’》〉）〕]):(?!\\d|//)|\\((?=[${HAN}“《])|(?<=[${HAN}”》])\\)`,
  'gu',
)

/** Full-width letters and digits. */
const FULL_WIDTH_LETTERS = /[０-９Ａ-Ｚａ-ｚ]+/g

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
    pattern: new RegExp(`(?<=[${HAN}”》])(?:\\.{3,}|。{3,}|…(?!…)(?<!……))`, 'gu'),
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
    // Three full stops are meant for dots; two are a slip of the finger.
    pattern: /！[！!]+|？(?!\?{3})[？?]+|，{2,}|、{2,}|；{2,}|(?<!。)。。(?!。)/g,
    message: (found) => `标点「${found}」重复了`,
    fix: (found) => `只留一个「${found[0]}」`,
    replacement: (found) => found[0] as string,
  },
  {
    rule: 'clashing-marks',
    level: 'error',
    pattern: /([，、；：。])(?!\1)[，、；：。]/g,
    message: (found) => `两个标点「${found}」连在一起`,
    fix: () => '只留该用的那一个',
  },
  {
    rule: 'spaced-mark',
    level: 'error',
    pattern: new RegExp(`(?<=[${HAN}\\d”》）]) +(?=[，。、；：！？）”》])`, 'gu'),
    message: () => '标点前面多了空格',
    fix: () => '删掉空格',
    replacement: () => '',
  },
  {
    // Where a half-width stop of another language is meant there is one cure; a dot may be one between names too.
    rule: 'odd-stop',
    level: 'error',
    pattern: /[｡､]/g,
    message: (found) => `「${found}」不是中文的标点`,
    fix: (found) => `改成「${found === '｡' ? '。' : '、'}」`,
    replacement: (found) => (found === '｡' ? '。' : '、'),
  },
  {
    rule: 'odd-stop',
    level: 'error',
    pattern: new RegExp(`(?<=[${HAN}”》）])．`, 'gu'),
    message: (found) => `「${found}」不是中文的句号`,
    fix: () => '句末的改成「。」，名字中间的改成「·」',
  },
  {
    // What an old program could not save it wrote as question marks; no machine knows what stood there.
    rule: 'lost-characters',
    level: 'error',
    pattern: /\?{3,}/g,
    message: (found) => `「${found}」多半是读不出来的字变成的`,
    fix: () => '对照原稿把字补上；真是问号的，只留一个「？」',
  },
  {
    // Between words they part names: joined, two people would be one.
    rule: 'spaced-indent',
    level: 'error',
    pattern: /(?<=[\p{L}\p{N}])\u3000[\u3000 ]*(?=[\p{L}\p{N}])/gu,
    message: () => '字中间有全角空格',
    fix: () => '名字之间用顿号，别的地方删掉空格',
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

/** Marks that stand in pairs. Where a quotation goes on in the next paragraph it is closed there only. */
const PAIRS: ReadonlyArray<readonly [open: string, close: string, mayStayOpen: boolean]> = [
  ['“', '”', true],
  ['《', '》', false],
]

/** Marks of a pair whose other half is missing, or stands before it. */
function findUnpaired(text: string): WordingProblem[] {
  return PAIRS.flatMap(([open, close, mayStayOpen]) => {
    const opened: number[] = []
    const lone: number[] = []
    for (const { 0: mark, index } of text.matchAll(new RegExp(`[${open}${close}]`, 'g'))) {
      if (mark === open) opened.push(index)
      else if (opened.pop() === undefined) lone.push(index)
    }
    if (!mayStayOpen) lone.push(...opened)
    return lone.map((start) => ({
      rule: 'unpaired-mark',
      level: 'error' as const,
      start,
      end: start + 1,
      message: `「${text[start]}」没有和它成对的另一半，或者前后写反了`,
      fix: `前面写「${open}」，后面写「${close}」，前后成对`,
    }))
  })
}

/** A day or month with its year, or a day with its month. */
const DATE = /(?<!\d)(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})[日号](?![楼线院]))?/g

/** Days that no calendar has: 2月30日, 13月. A month by itself (一岁13月) is no date. */
function findImpossible(text: string): WordingProblem[] {
  return [...text.matchAll(DATE)].flatMap(({ 0: found, 1: year, 2: month, 3: day, index }) => {
    if (year === undefined && day === undefined) return []
    // A year that is not told may be one with a 29th of February.
    const last = new Date(Date.UTC(Number(year ?? 2024), Number(month), 0)).getUTCDate()
    const isReal = Number(month) >= 1 && Number(month) <= 12 && Number(day ?? 1) >= 1 && Number(day ?? 1) <= last
    if (isReal) return []
    return {
      rule: 'impossible-date',
      level: 'error' as const,
      start: index,
      end: index + found.length,
      message: `没有「${found}」这一天`,
      fix: '对照来源，改成真正的日子',
    }
  })
}

/** Slips of marks, digits and spelling. */
export const findSlips = (text: string): WordingProblem[] => [
  ...findUnpaired(text),
  ...findImpossible(text),
  ...STYLE.flatMap(({ rule, level, pattern, message, fix, replacement }) =>
    tell(text, pattern, (found) => ({
      rule,
      level,
      message: message(found),
      fix: fix(found),
      ...(replacement && { replacement: replacement(found) }),
    })),
  ),
]
