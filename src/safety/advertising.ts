import { Spans } from './spans.ts'
import { tell, type WordingProblem } from './told.ts'

/** What the Advertising Law (广告法) does not allow: absolute words, promises, effects on health. */

const AREA =
  '(?:全网(?!络)|西部|全州|全镇|全国|全省|全区|全市|全县|全球|世界|国内|国际|业内|行业|同行|亚洲|中国|华南|西南|广西|贵州|天下)'
/** An area of any size: in a story 遵义最早的厂 tells when, in a headline it praises. */
const ANY_AREA = `(?:${AREA}|玉林|遵义|[\\p{Script=Han}]{2,4}[省市县区州镇])`

/**
 * Absolute words (广告法第九条). Written with what they may mean innocently taken out: 第一批 and
 * 最大限度 compare with nobody.
 */
const ABSOLUTE: readonly RegExp[] = [
  /最(?:高级|佳(?!实践)|优(?!化|先|秀)|先进|顶级|强(?!降)|专业|优质|正宗|地道|权威|便宜|低价|畅销|受欢迎|著名|知名|有名|具影响力|具竞争力|有实力|好的(?=品牌|产品|服务|手艺|师傅|质量|品质|技术|工匠|工人|培训|学校|裁缝|月嫂|绣娘|护工|保姆|厨师|电工|焊工|瓦匠|木匠|家政))/g,
  /(?:全网|全城|全国)最[火红牛]/g,
  new RegExp(`${AREA}(?:范围)?(?:内)?[\\p{Script=Han}]{0,6}?最[大多早高长](?!限度|程度|人民)`, 'gu'),
  /(?:规模|产量|销量|质量|品质|技术|水平|口碑|市场份额)(?:均|都|居)?最(?:大|高|好|强)/g,
  new RegExp(
    `(?:${AREA}(?:排名|销量|产量|规模|同行)?第一|(?:销量|产量|规模|质量|排名|名列|位居|位列|稳居|行业|品质|口碑)第一)(?![\\p{Script=Han}]?(?:批|个|家|次|届|期|条|位|座|所|部|所|步|产业|书记|线|代|时间|课|人|大))`,
    'gu',
  ),
  /第一(?:品牌|名牌|工匠品牌)/g,
  // The same in digits and foreign letters.
  new RegExp(
    `(?:${AREA}|销量|产量|规模|质量|排名|品质|口碑)的?(?:第 ?|N[oO]\\.? ?|T[oO][pP] ?|№ ?)1(?![\\d.]|[批届次个家期条位座所部章节项号步代]|名(?!牌))`,
    'gu',
  ),
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
  /最|第一|唯一|首屈一指|数一数二|领先|领跑|老大|N[oO]\.? ?1|T[oO][pP] ?1|第 ?1|№|独[有家一]|绝[无对]|史无前例|举世无双|无与伦比|无可比拟|天下无双|填补|[世界国家宇宙全球顶]级|之冠|顶尖|极品|王牌|万能|销量冠军|首选|百分之百|100%/

/** What 第一 counts, numbers or names instead of praising: 第一批, 第一书记, 第一中学. */
const ORDINAL =
  '要务|资源|[批届次个家步代线年天期条位座所部章节项场站轮稿版件把双块份口锅道针刀声堂段层级笔间台支款课采行张单封]|名(?!牌)|季度|阶段|产业|书记|时间|车间|中学|小学|医院|人民|人称|职业|技工|技师|高级|副|责任|作者'

/** What may follow 国家级 in a title: the honour, list or zone that bears the rank by a document. */
const RANKED =
  '[\\p{Script=Han}\\d“”·、]{0,18}?(?:非遗|非物质文化遗产|传承人|名录|项目|示范|基地|技能大师|开发区|高新区|新区|园区|产业园|工作室|竞赛|大赛|赛事|奖|称号|荣誉|试点|保护区|森林公园|湿地|工法|专精特新|小巨人|龙头企业|重点|先进集体|文件|标准化)'

/**
 * Absolute words that only a title, lead or summary may not have. Prose tells stories, where 唯一 and
 * 最大 mostly compare with nobody; a headline praises.
 */
const HEADLINE_ABSOLUTE: readonly RegExp[] = [
  /最[火牛](?!热|爆的|山)/g,
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

/** Promises that a labour brand may not make (广告法第二十四条). 稳就业保就业 and 确保就业 are words of policy. */
const PROMISES =
  /(?<![外承面打])包(?:就业|安置|录用)|(?<![担确环社医劳低参投稳岗企])(?<!就业[、，和]?)保(?:就业|录用|高薪|月薪)(?!任务|工作|政策|行动|民生|资金|岗位?补|[、，和]?[保稳])|保证(?:就业|录用|收入|月薪|工资|高薪)|包分配|(?<![承打发分转外总])包过(?=[^\u3400-\u9fff]|[关级证考班]|$)|包(?:拿证|取证|教包会)|(?<![外承面打钱书背])包(?:学会|学成|教会|推荐(?:工作|就业|上岗))|保底(?:收入|工资|月薪|薪)|稳赚|零风险|(?:轻松)?月(?:入|薪)(?:过|上|数)?万|高薪保障|不过(?:全额)?退费|(?:百分百|(?<!\d)100%)(?:推荐|安排)(?:就业|上岗)|百分百(?:就业|上岗|录用)(?!是|率)|(?:学会|学完|结业|毕业|培训|参加)[\u4e00-\u9fff]{0,6}(?:包|确保|保证)(?:能|都)?(?:上岗|就业|录用|拿到?证)|(?<![外承打])包上岗(?![证前培后])|(?:结业|毕业|学完)(?:即|就)(?:就业|上岗|拿高薪)(?!的|率)|月收入轻松(?:过|上|破)万/g

/**
 * Effects on health that only medicine may claim (广告法第十七条). 根治欠薪 is a campaign for workers' wages, and who keeps
 * animals cures them.
 */
const MEDICAL =
  /(?:[能可专主包善]|可以|能够)治(?:疗|好|愈)?(?:(?:(?![猪鸡鸭鹅牛羊鱼蜂蚕苗树果稻菜茶花])[\u4e00-\u9fff]){0,3}(?:风湿|失眠|咳嗽|感冒|痛风|湿疹|便秘|哮喘|不孕|[头腰胃牙腿颈][痛疼晕]|[\u4e00-\u9fff](?:炎|癌)|(?:高血压|糖尿|心脏|皮肤|胃|肝|肾|妇科|颈椎|百|慢性)病))|根治(?![\u4e00-\u9fff]{0,6}(?:拖欠|欠薪))|治愈|抗癌|防癌|药到病除|包治百病|疗效(?:显著|好|确切)|(?:能|可以|有助于)治疗|降(?:血压|血糖|血脂|三高)(?!的?(?:[药机仪]|食谱|说法))|祛湿排毒|排毒养颜|延年益寿|(?:提高|增强)(?:人体|自身)?免疫力/g

/**
 * Words that nobody may advertise with, whoever says them: a promise printed in quotation marks is one all the same.
 */
export function findPromises(text: string): WordingProblem[] {
  return [
    ...tell(text, PROMISES, (found) => ({
      rule: 'promise',
      level: 'error',
      message: `「${found}」是对就业、收入或培训效果的保证，《广告法》第二十四条不允许`,
      fix: '删掉保证的话，只写做了什么、有据可查的结果',
    })),
    ...tell(text, MEDICAL, (found) => ({
      rule: 'medical-claim',
      level: 'error',
      message: `「${found}」说的是治病效果，《广告法》第十七条不允许`,
      fix: '删掉疗效，只写怎么种、怎么做、怎么吃',
    })),
  ]
}

/**
 * Absolute words: who says them in a document answers for them.
 * @param isHeadline whether the text is a title, lead or summary, which praises where prose tells
 */
export function findAbsolute(text: string, isHeadline: boolean): WordingProblem[] {
  if (!ABSOLUTE_SIGN.test(text)) return []
  const titles = titlesIn(text)
  const patterns = isHeadline ? [...ABSOLUTE, ...HEADLINE_ABSOLUTE] : ABSOLUTE
  return patterns
    .flatMap((pattern) =>
      tell(text, pattern, (found) => ({
        rule: 'absolute-term',
        level: 'error',
        message: `用了绝对化用语「${found}」，《广告法》第九条不允许`,
        fix: isHeadline
          ? '标题、导语、一句话介绍里不能用；改成有依据的说法，例如“2025年省人社厅公布的省级劳务品牌”'
          : '改成有依据的说法；确有来源的，写进 claims，用 <Claim id="...">…</Claim> 或 <Quote> 包起来',
      })),
    )
    .filter(({ start }) => !titles.touches(start, start + 1))
}

/**
 * What stands inside a pair 《》 on one line: the name of a document or book is written as it is. A mark that is not
 * closed names nothing.
 */
const titlesIn = (text: string): Spans =>
  new Spans([...text.matchAll(/《[^《》\n]*》/g)].map(({ 0: title, index }) => [index, index + title.length]))
