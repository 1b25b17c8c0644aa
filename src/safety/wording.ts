import { Spans } from './spans.ts'

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

const AREA =
  '(?:西部|全州|全镇|全国|全省|全区|全市|全县|全球|世界|国内|国际|业内|行业|同行|亚洲|中国|华南|西南|广西|贵州|天下)'
/** An area of any size: in a story 遵义最早的厂 tells when, in a headline it praises. */
const ANY_AREA = `(?:${AREA}|玉林|遵义|[\\p{Script=Han}]{2,4}[省市县区州镇])`

/**
 * Absolute words (广告法第九条). Written with what they may mean innocently taken out: 第一批 and
 * 最大限度 compare with nobody.
 */
const ABSOLUTE: readonly RegExp[] = [
  /最(?:高级|佳(?!实践)|优(?!化|先|秀)|先进|顶级|强(?!降)|专业|优质|正宗|地道|权威|便宜|低价|畅销|受欢迎|著名|知名|有名|具影响力|具竞争力|有实力|好的(?=品牌|产品|服务|手艺|师傅|质量|品质|技术|工匠|工人|培训|学校))/g,
  new RegExp(`${AREA}(?:范围)?(?:内)?[\\p{Script=Han}]{0,6}?最[大多早高长](?!限度|程度|人民)`, 'gu'),
  /(?:规模|产量|销量|质量|品质|技术|水平|口碑|市场份额)(?:均|都|居)?最(?:大|高|好|强)/g,
  new RegExp(
    `(?:${AREA}(?:排名|销量|产量|规模|同行)?第一|(?:销量|产量|规模|质量|排名|名列|位居|位列|稳居|行业|品质|口碑)第一)(?![\\p{Script=Han}]?(?:批|个|家|次|届|期|条|位|座|所|部|所|步|产业|书记|线|代|时间|课|人|大))`,
    'gu',
  ),
  /第一(?:品牌|名牌|工匠品牌)/g,
  new RegExp(`${AREA}(?:[\\p{Script=Han}]{0,4})?(?:唯一|首屈一指|之最|领先|领跑(?!者)|独有)`, 'gu'),
  new RegExp(`(?:领先|领跑)于?${AREA}|(?:${AREA}|业界|龙头)的?老大(?!难)`, 'gu'),
  /数一数二|遥遥领先|处于领先|独一无二|绝无仅有|史无前例|举世无双|无与伦比|无可比拟|首屈一指|天下无双/g,
  /填补(?:了)?[\p{Script=Han}]{0,8}空白/gu,
  /世界级(?!非遗|非物质|文化遗产|自然遗产|地质公园)|宇宙级|全球级|顶级|顶尖|极品|王牌|万能(?!铣|磨|角度|工具|外圆|表|胶)|销量冠军|首选|独家(?!报道|采访|授权)/g,
  /国家级(?=产品|品质|质量|水平|标准(?!化)|手艺|师傅|工匠|品牌|享受|服务(?!业|型))/g,
  /百分之百(?:正宗|纯|满意|合格|就业|有效|手工)|(?<!\d)100%\s?(?:正宗|纯|满意|合格|就业|有效)|绝对(?:正宗|领先|第一|优势|权威|安全|放心|是)/g,
]

/** Every absolute word holds one of these; most texts hold none, which saves them the patterns above. */
const ABSOLUTE_SIGN =
  /最|第一|唯一|首屈一指|数一数二|领先|领跑|老大|N[oO]\.? ?1|TOP ?1|№|独[有家一]|绝[无对]|史无前例|举世无双|无与伦比|无可比拟|天下无双|填补|[世界国家宇宙全球顶]级|之冠|顶尖|极品|王牌|万能|销量冠军|首选|百分之百|100%/

/** What 第一 counts, numbers or names instead of praising: 第一批, 第一书记, 第一中学. */
const ORDINAL =
  '要务|资源|[批届次个家步代线年天期条位座所部章节项场站轮稿版件把双块份口锅道针刀声堂段层级笔间台支款课采行张单封]|名(?!牌)|季度|阶段|产业|书记|时间|车间|中学|小学|医院|人民|人称|职业|技工|技师|高级|副|责任|作者'

/** What may follow 国家级 in a title: the honour, list or zone that bears the rank by a document. */
const RANKED =
  '[\\p{Script=Han}\\d“”·、]{0,18}?(?:非遗|非物质文化遗产|传承人|名录|项目|示范|基地|技能大师|开发区|高新区|新区|园区|产业园|工作室|竞赛|大赛|赛事|奖|称号|荣誉|试点|保护区|森林公园|湿地|工法|专精特新|小巨人|龙头企业|重点|先进集体|文件|标准化)'

/**
 * Absolute words that only a title, lead or summary may not have (D19, AD-01). Prose tells stories, where 唯一 and
 * 最大 mostly compare with nobody; a headline praises.
 */
const HEADLINE_ABSOLUTE: readonly RegExp[] = [
  /最(?:优(?!化|先)|强(?!降|制)|大(?!限度|程度|化|努力|公约|的?(?:那|这|难|困|问题|变|不同|区别|心|愿|收获|短板|障碍|压力|风险|数|开销|支出|年|岁|民生|孩子|儿子|女儿|娃|底气|动力)))/g,
  // “最好先打电话” is advice.
  /最好(?!先|别|不|提前|早|晚|在|带|能|要|是|问|再|自己|找|用)/g,
  /(?<![\d.])最高(?:级|端|品质|质量|水平|水准)/g,
  // “第一，……” at the head of a clause numbers a reason.
  new RegExp(`(?<!安全(?:生产)?)第一(?!${ORDINAL})(?!(?<=(?:^|[，。；：、！？\\s])第一)[，、：是])`, 'gu'),
  /唯一(?!性|标识|码|编[码号]|对应|识别)/g,
  new RegExp(`国家级(?!${RANKED})|国家级的`, 'gu'),
  /绝对(?!值|多数|数|贫困|温度|湿度|高度|误差|海拔|高程|年代)|百分之百|(?<![\d.])100%|之最|之冠|(?:技术|工艺|质量|实力|水平)领先|领先(?:水平|地位)/g,
  new RegExp(`${ANY_AREA}[\\p{Script=Han}]{0,6}?最[多早高长](?!时|人民)|(?:领先|领跑)于?${ANY_AREA}`, 'gu'),
  /(?<![A-Za-z])(?:N[oO]\.? ?|TOP ?|№ ?)1(?!\d|\.\d)/g,
]

/** Promises that a labour brand may not make (广告法第二十四条; AD-04). 稳就业保就业 and 确保就业 are words of policy. */
const PROMISES =
  /(?<![外承面打])包(?:就业|安置|录用)|(?<![担确环社医劳低参投稳岗企])(?<!就业[、，和]?)保(?:就业|录用|高薪|月薪)(?!任务|工作|政策|行动|民生|资金|岗位?补|[、，和]?[保稳])|保证(?:就业|录用|收入|月薪|工资|高薪)|包分配|(?<![承打发分转外总])包过(?=[^\u3400-\u9fff]|[关级证考班]|$)|包(?:拿证|取证|教包会)|保底(?:收入|工资|月薪|薪)|稳赚|零风险|(?:轻松)?月(?:入|薪)(?:过|上|数)?万|高薪保障|不过(?:全额)?退费|(?:百分百|(?<!\d)100%)(?:推荐|安排)(?:就业|上岗)|百分百(?:就业|上岗|录用)(?!是|率)|(?:学会|学完|结业|毕业|培训|参加)[\u4e00-\u9fff]{0,6}(?:包|确保|保证)(?:能|都)?(?:上岗|就业|录用|拿到?证)|(?<![外承打])包上岗(?![证前培后])|(?:结业|毕业|学完)(?:即|就)(?:就业|上岗|拿高薪)(?!的|率)|月收入轻松(?:过|上|破)万/g

/** Effects on health that only medicine may claim (广告法第十七条). 根治欠薪 is a campaign for workers' wages. */
const MEDICAL =
  /根治(?![\u4e00-\u9fff]{0,6}(?:拖欠|欠薪))|治愈|抗癌|防癌|药到病除|包治百病|疗效(?:显著|好|确切)|(?:能|可以|有助于)治疗|降(?:血压|血糖|血脂|三高)(?!的?(?:[药机仪]|食谱|说法))|祛湿排毒|排毒养颜|延年益寿|(?:提高|增强)(?:人体|自身)?免疫力/g

/** What says that somebody is poor, ill, disabled, or has been in prison (PII-04). */
const HARDSHIP =
  '(?:脱贫户|脱贫人口|低保户|低保对象|五保户|特困户|特困人员|监测户|监测对象|(?:建档立卡)?贫困户|建档立卡户|(?:肢体|视力|听力|言语|智力|精神|多重)?(?:[一二三四]级残疾|残疾[一二三四]级|残疾)人?|孤儿|留守儿童|困境儿童|吸毒人员|吸毒|戒毒人员|刑满释放人员?|精神病人|艾滋病人)'

/** That somebody has an illness; told of a person by a verb, and so right behind the name. */
const ILLNESS =
  '(?:确诊|身?患|(?:检?查出|(?<![获取习值学懂])得(?![到知益出以]))(?=[了过]?\\p{Script=Han}{0,4}(?:癌|症|病|瘤)))(?:有|上|了|过)?[\\p{Script=Han}]{0,4}?(?:癌|白血病|尿毒症|艾滋病|乙肝|结核|抑郁症|糖尿病|精神病|重病|大病|心脏病|肿瘤)'

/** Rule of a label beside what looks like a name. */
export const NAMED_HARDSHIP_RULE = 'named-hardship'

/** Common surnames; those that mostly begin other words (高兴, 方便, 万元, 任务) are left out. */
const SURNAME =
  '[王李张刘陈杨黄赵吴周徐孙朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜苏魏吕丁沈姚卢姜崔钟谭陆汪范石廖贾韦付邹孟熊秦邱江尹薛闫段侯龙史黎贺顾郝龚邵覃蒙庞岑莫]'

/** Surname and given name. Places (王家村, 石桥镇) and ordinary words (许多, 周边) are none. */
const PERSON = `(?!许多|周[边围岁年末]|何[时地种处]|曾经|江[苏西南北]|田[间地]|石[油头]|黄[金河豆牛]|林[业区场地下]|陈[列述设]|罗汉|龙头)${SURNAME}(?:(?![村镇县乡区市屯寨组街路户人员们家庭省队站等的是在和与说就有一])\\p{Script=Han}){1,2}`

/** What ends a name: a mark, the end, or a word that people do something with. */
const NAME_ENDS =
  '(?=[^\\p{Script=Han}]|$|家|的|在|说|是|今年|去年|前年|从|和|靠|也|就|告诉|通过|学[会了习]|考[上取了]|拿[到了]|做[了起]|来到|当[上了]|进[了入厂]|开[了起]|把|用|自己|每[天月]|后来|如今|现在)'

/**
 * Such a label right beside a name. Nothing may stand between but a mark and 是, 系, 一名: 脱贫户和种植户 names nobody.
 */
const NAMED_HARDSHIP = new RegExp(
  `${HARDSHIP}[，、：:“（( ]?(?:${PERSON})${NAME_ENDS}|(?<!\\p{Script=Han})(?:${PERSON})(?:家里?)?(?:[，、：:（( ]|是|系|属于?)(?:一[名个位户])?${HARDSHIP}(?=[^\\p{Script=Han}]|$|的|家)|(?<!\\p{Script=Han})(?:${PERSON})(?:的(?:丈夫|妻子|父亲|母亲|爱人|公公|婆婆|儿子|女儿|孩子))?[，、：:（( ]?(?:前年|去年|今年|后来|当年|20\\d\\d年|曾)?${ILLNESS}`,
  'gu',
)

/** Two names and more, each with its money: a list of who got how much. */
const PAID_NAMES = new RegExp(
  `(?<!\\p{Script=Han})(?:(?:${PERSON})[：:（( ]?[\\d一二三四五六七八九][\\d.,百千万]*[余多]?元[）)]?[、，；,; 和]*){2,}`,
  'gu',
)

const ANY_HARDSHIP = new RegExp(`${HARDSHIP}|${ILLNESS}`, 'gu')

/** Which of the given names stands right beside a label in the text, if one does. */
export function namesHardship(text: string, names: readonly string[]): string | undefined {
  if (names.length === 0 || !HARDSHIP_SIGN.test(text)) return undefined
  for (const { 0: label, index } of text.matchAll(ANY_HARDSHIP)) {
    const before = text.slice(Math.max(0, index - 30), index).replace(/(?:[，、：:（( ]|是|系)?(?:一[名个位户])?$/, '')
    const after = text.slice(index + label.length, index + label.length + 30).replace(/^[，、：:“（( ]/, '')
    const name = names.find((each) => before.endsWith(each) || after.startsWith(each))
    if (name) return name
  }
  return undefined
}

/**
 * A label that is somebody's own: by itself between marks, or behind who they are. Others are many (残疾人、脱贫户都来学), or
 * follow what is done for them.
 */
const OWN_HARDSHIP = new RegExp(
  `(?:(?:[，。；：\\n]|家里|家中|[她他]家|丈夫|妻子|本人)(?:曾|原|也|都)*(?:是|为|有|属)?|(?:^|[她他]是|[她他]曾|曾是|原是)是?)(?:一[名个户])?(${HARDSHIP}|${ILLNESS})(?=[，。；\\n]|$)|^(${HARDSHIP})(?=、)`,
  'u',
)

/** The first label in the text that is told of its subject, where the whole text is about one person. */
export function tellsHardship(text: string): string | undefined {
  if (!HARDSHIP_SIGN.test(text)) return undefined
  const found = OWN_HARDSHIP.exec(text)
  return found?.[1] ?? found?.[2] ?? OWN_TROUBLE.exec(text)?.[0]
}

/** On the page of a person, wherever it stands: an illness of theirs or of their family, and that they were in prison. */
const OWN_TROUBLE = new RegExp(
  `(?<!(?:护理|照顾|照料|陪护|服侍|伺候)[^，。；\\n]{0,14})${ILLNESS}(?![^，。；\\n]{0,6}的(?:老|病|患|人))|被判(?:过?刑|处|了)|坐过?[^，。；\\n]{0,3}牢|服过?刑(?!满|人员|事|者|罪)`,
  'u',
)

/** Every label holds one of these. */
const HARDSHIP_SIGN = /贫|低保|五保|特困|监测|建档|残疾|孤儿|儿童|毒|刑|牢|判|病|癌|症|瘤/

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
  const told: Record<string, Spans> = {}
  const add = (match: RegExpMatchArray, problem: Omit<WordingProblem, 'start' | 'end'>) => {
    const start = match.index as number
    const end = start + match[0].length
    told[problem.rule] ??= new Spans()
    if (told[problem.rule]?.take(start, end)) problems.push({ ...problem, start, end })
  }
  const quoted = new Spans(exempt)
  const isExempt = ({ index = 0 }: RegExpMatchArray) => quoted.touches(index, index + 1)
  if (place !== 'quoted') {
    const absolute = place === 'headline' ? [...ABSOLUTE, ...HEADLINE_ABSOLUTE] : ABSOLUTE
    const isPossible = ABSOLUTE_SIGN.test(text)
    const titles = isPossible ? titlesIn(text) : new Spans()
    for (const pattern of isPossible ? absolute : []) {
      for (const match of text.matchAll(pattern)) {
        if (isExempt(match) || titles.touches(match.index, match.index + 1)) continue
        add(match, {
          rule: 'absolute-term',
          level: 'error',
          message: `用了绝对化用语「${match[0]}」，《广告法》第九条不允许`,
          fix:
            place === 'headline'
              ? '标题、导语、一句话介绍里不能用；改成有依据的说法，例如“2025年省人社厅公布的省级劳务品牌”'
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
  if (HARDSHIP_SIGN.test(text)) {
    for (const match of text.matchAll(NAMED_HARDSHIP)) {
      add(match, {
        rule: NAMED_HARDSHIP_RULE,
        // A guess at a name; that of a person with a page is certain, and an error (src/catalogue/hardship.ts).
        level: 'advice',
        message: `「${match[0]}」把困难、健康这类身份和姓名写在一起了`,
        fix: '去掉身份，只写他做了什么；或去掉姓名，写“一位学员”',
      })
    }
  }
  if (/元/.test(text)) {
    for (const match of text.matchAll(PAID_NAMES)) {
      add(match, {
        rule: 'named-money',
        // A guess at names: 黄茶 is none.
        level: 'advice',
        message: `「${match[0]}」像是把几个人的姓名和钱数列在一起`,
        fix: '是补贴、工资的名单，删掉姓名，只写多少人、一共多少；是货品和价钱的，不用改',
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
 * What stands inside a pair 《》 on one line: the name of a document or book is written as it is. A mark that is not
 * closed names nothing.
 */
const titlesIn = (text: string): Spans =>
  new Spans([...text.matchAll(/《[^《》\n]*》/g)].map(({ 0: title, index }) => [index, index + title.length]))

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
