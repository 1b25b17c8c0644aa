import type { Find } from './find.ts'
import { BREAK } from './legible.ts'
import type { PersonalKind } from './personal-data.ts'

/** Personal data that is known by the words around it. */

const PROVINCE_SIGNS = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼黔滇'
const NUMBER = '(?:\\d{1,6}|[一二三四五六七八九十百零〇]{1,6})'
const STREET = '[\\p{Script=Han}\\d·\\-]{0,30}?'
/** A day of a life that may still be lived. */
const BIRTHDAY = '(?:19[3-9]\\d|20[0-2]\\d)\\s?[-年./]\\s?\\d{1,2}\\s?[-月./]\\s?\\d{1,2}\\s?日?'
/** The same in Chinese numerals, or by the farmers' calendar. */
const HAN_BIRTHDAY =
  '(?:一九[三四五六七八九][零〇一二三四五六七八九]|二[零〇]{2}[零〇一二三四五六七八九]|(?:19[3-9]|200)\\d)年(?:农历|阴历)?[正冬腊一二三四五六七八九十]{1,2}月(?:初|廿)?[一二三四五六七八九十]{1,3}日?'
/** Behind a day: 出生, 生, 生人; not 生产. */
const BORN = '(?:出生|生人?(?!\\p{Script=Han}))'
/** The same where no word says that somebody was born: whoever works was born before. */
const WORKERS_BIRTHDAY = `(?<!\\d)(?=19|200)${BIRTHDAY}`
/** Households as part of an address; a count of them goes on with what they are or do (30户人家). */
const HOUSEHOLD = '户(?!\\p{Script=Han})'
/** What follows a place where many live: 三组的30户, 三组30户人家. */
const COUNT = `(?:的${NUMBER}[多余]?[户名家位人]|${NUMBER}[多余]?(?:户\\p{Script=Han}|[名家位人]))`
const IM_NAME = '(?:号码?|[账帐]号|ID(?![A-Za-z]))'
/** What may stand between the word for an account and its name. */
const IM_GAP = '(?:\\s|就?是|为|加|叫|搜一?搜?|同号|[:：=()“”"])*'
const IM_VALUE = '(?<value>[A-Za-z][-_A-Za-z0-9]{5,19})(?![\\w.@/])'
/** A Latin word is an account where it is announced as one, or has a digit or underscore: 微信Android版 has neither. */
const LIKE_ACCOUNT = '(?=[-A-Za-z]{0,19}[_0-9])'

/**
 * Kinds that are known by the words around them. The named group `value` is what is masked. `sign` is a
 * quick test that most texts fail, which saves them the pattern.
 */
export const WORD_PATTERNS: ReadonlyArray<[kind: PersonalKind, sign: RegExp, pattern: RegExp]> = [
  // A mobile or card number as lists of winners print it. Our own masks leave two digits at the end and are none.
  [
    'starred',
    /\d\s?-?[*xX×●•]{3}/,
    /(?<![\d*.A-Za-z])(?<value>1[3-9]\d\s?-?[*xX×●•]{3,5}-?\s?\d{3,4}|[1-8]\d{2,13}\*{4,14}\d{3}[\dXx]|[1-8]\d{5,14}[*xX×●•]{3,14}\d{0,4}[\dXx]?|[1-8]\d{3,13}[*●•]{6,14}\d{0,3}[\dXx]?)(?![\d*A-Za-z])/gu,
  ],
  // What is left of a number when its head is left out.
  [
    'starred',
    /尾号|[后末]\s?[四六八468]位/,
    /(?:身份证|证件|银行卡|[农工建中]行卡|卡号?|手机|电话)(?:号码?)?[^\n\u2029，。；]{0,4}?(?:尾号|最?[后末]\s?[四六八468]位(?:数字?)?)[是为:]?\s?(?<value>\d{3,7}[\dXx])(?![\dA-Za-z])/gu,
  ],
  // Behind the name of a winner.
  ['starred', /尾号/, /[(（](?:手机|电话|身份证)?号?码?尾号\s?[是为:]?\s?(?<value>\d{4}|\d{3}X)[)）]/giu],
  // What is announced as such needs no right check character: a slip of the pen does not make it anybody else's.
  [
    'id-card',
    /身份证|证件号|残疾人?证/,
    /(?:身份证|证件|残疾人?证)(?:号码?|编号)?\s?[是为:]?\s?(?<value>\d(?:[ -]?\d){13,17}[ -]?[\dXx](?:\d{1,2})?)(?![\dA-Za-z])/gu,
  ],
  [
    'bank-card',
    /卡|账号|账户|帐号|存折/,
    /(?:卡号|账[号户]|帐号|(?:银行|[农工建中交]行|农商行|信用社|信合|社保|储蓄|工资)卡|存折)(?:号码?|账号)?\s?[是为:]?\s?(?<value>[1-9](?:[ -]?\d){14,18})(?![\dA-Za-z])/gu,
  ],
  // Accounts of country banks are shorter than cards; a card of social insurance is one of a bank too.
  [
    'bank-card',
    /账[号户]|帐号|卡号/,
    /(?:账[号户]|帐号)(?:号码?)?\s?[是为:]?\s?(?<value>[1-9](?:[ -]?\d){11,13})(?![\dA-Za-z个户元]|[ -]\d)|(?:社保|社会保障|医保)卡号码?\s?[是为:]?\s?(?<value>[A-Z]?\d{8,10})(?![\dA-Za-z])/giu,
  ],
  [
    'im-account',
    /[微薇威][信x]|V信|绿泡|抖音|快手|小红书|视频号/i,
    new RegExp(
      `(?:[微薇威][信X]|V信|绿泡泡?|(?<!(?:局|中心|协会|公司|政府|官方)的?)(?:抖音|快手|小红书|视频号)(?=${IM_NAME}|[^A-Za-z\\n]{0,6}[-A-Za-z]{0,19}[_0-9]))(?:${IM_NAME}${IM_GAP}|${IM_GAP}(?:(?<=[:：=是为号][\\s“”"]{0,3})|${LIKE_ACCOUNT}))${IM_VALUE}`,
      'giu',
    ),
  ],
  [
    'im-account',
    /wechat|weixin|wx|vx|加我?\s?[v微薇]/i,
    new RegExp(
      `(?<![A-Za-z0-9+/\\\\])(?:wechat|weixin|wx|vx|(?<=加我?\\s?)[v微薇])(?:\\s?${IM_NAME})?(?:\\s?[:：=是]\\s?|\\s${LIKE_ACCOUNT})["“]?${IM_VALUE}`,
      'giu',
    ),
  ],
  [
    'im-account',
    /telegram|whatsapp|电报|tiktok|facebook/i,
    new RegExp(
      `(?<![A-Za-z0-9+/\\\\])(?:telegram|whatsapp|电报|tiktok|facebook)(?:\\s?${IM_NAME})?\\s?[:=是]?\\s?["“]?(?:@|${LIKE_ACCOUNT})${IM_VALUE}`,
      'giu',
    ),
  ],
  // Addresses that add whoever opens them to somebody's contacts.
  [
    'im-account',
    /u\.wechat\.com|qm\.qq\.com|t\.me|wa\.me|weixin:/i,
    /(?<![\w.-])(?<value>(?:u\.wechat\.com|qm\.qq\.com|t\.me|wa\.me)\/[-\w/?=&%]{4,100}|weixin:\/\/[-\w/?=&%]{4,100})/giu,
  ],
  [
    'im-account',
    /QQ|扣扣|企鹅/i,
    /(?:(?<![A-Za-z0-9+/])QQ|扣扣|企鹅)(?:号码?|[账帐]号)?(?:\s|是|为|[:：=()“”"])*(?<value>[1-9]\d{4,10})(?!\d|[多余]?[只头万亿元])/giu,
  ],
  [
    'email',
    /(?:@|#|\(at\)|\[at\])\s?(?:vip\.)?[a-z0-9]{2,7}\s?\.\s?(?:com|cn|net)/i,
    /(?<value>[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}\s?(?:@|\(at\)|\[at\]|#)\s?(?:(?:vip\.)?(?:qq|163|126|sina|foxmail|188|yeah|139|189|sohu|gmail|hotmail|outlook|live|icloud|yahoo|aliyun|tom|wo)\s?\.\s?(?:com|cn|net)(?:\.cn)?))(?![\w.])/giu,
  ],
  // Said aloud: 某某艾特qq点com.
  [
    'email',
    /艾特|点com|点cn/i,
    /(?<value>[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}\s?(?:艾特|@)\s?[A-Za-z0-9]{2,10}\s?[点.]\s?(?:com|cn|net))(?![\w.])/giu,
  ],
  [
    'plate',
    new RegExp(`[${PROVINCE_SIGNS}] ?[A-HJ-NP-Z]`, 'i'),
    new RegExp(
      // Of five or six characters three at least are digits: 全新Mate60 is no plate. 最新GB18401 is a standard; 桂GB1234 is a plate.
      `(?<value>(?!新(?:GB|QB|FZ|HG)|(?<=[最全更创])新)[${PROVINCE_SIGNS}][A-HJ-NP-Z][ ·•.-]?(?:(?=(?:[A-HJ-NP-Z]{0,2}\\d){3})[A-HJ-NP-Z0-9]{5,6}|(?=[A-HJ-NP-Z]{0,3}\\d)[A-HJ-NP-Z0-9]{4}[学挂警]))(?![0-9A-Za-z])`,
      'giu',
    ),
  ],
  ['passport', /护照|通行证/, /(?:护照|通行证)[^\n\u2029]{0,12}?(?<value>[A-Z][A-Z]?\d{7,9})(?!\d)/giu],
  [
    'position',
    /\d\.\d{4}/,
    /(?<![\d.])(?<value>(?:[7-9]\d|1[0-3]\d)\.\d{4,}\s?°?\s?[EN]?\s?[,、/ ]\s?(?:北纬)?(?:[1-5]\d)\.\d{4,}|(?:[1-5]\d)\.\d{4,}\s?°?\s?N?\s?[,、/ ]\s?(?:东经)?(?:[7-9]\d|1[0-3]\d)\.\d{4,})/gu,
  ],
  ['position', /\d\.\d{4}/, /(?<value>(?:北纬|东经|[经纬]度[为是]?:?|N|E)\s?\d{1,3}\.\d{4,})/gu],
  ['position', /°/, /(?<value>\d{1,3}\s?°\s?\d{1,2}\s?['′‘’]\s?\d{1,2}(?:\.\d+)?\s?(?:["″“”]|''|′′))/gu],
  [
    'birthday',
    /生/,
    // 诞生于, 产生于 and 发生于 are told of things.
    new RegExp(
      `(?:出生(?:年月日?|日期|时间)?|生日|(?<![诞产发衍派寄])生于)[于是为在]?\\s?:?\\s?(?<value>${BIRTHDAY})|(?<value>${BIRTHDAY})\\s?${BORN}|(?<value>${HAN_BIRTHDAY})${BORN}|(?<![诞产发衍派寄])(?:出生|生)于(?<value>${HAN_BIRTHDAY})`,
      'gu',
    ),
  ],
  [
    'birthday',
    /出生/,
    new RegExp(
      `(?<value>${WORKERS_BIRTHDAY})\\s?,?\\s?(?:\\p{Script=Han}{1,4}|[在于]\\p{Script=Han}{1,10})出生(?=[在于,。;)\\s]|$)`,
      'gu',
    ),
  ],
  // 李姐（1985年3月5日—）; behind the name of something that was founded it tells since when that is there.
  [
    'birthday',
    /[-—–―]\s?\)/,
    new RegExp(
      `(?<![司厂会院校所局心站店期班馆园社限部队团村镇县区市线路节赛展])\\(\\s?(?<value>${WORKERS_BIRTHDAY})\\s?[-—–―]{1,2}\\s?\\)`,
      'gu',
    ),
  ],
  [
    'birthday',
    /[男女]/,
    new RegExp(
      `(?<value>${WORKERS_BIRTHDAY})\\s?[,;]\\s?[男女](?=\\s?[,;。)]|\\s|$)|(?<=[,;(]\\s?)[男女]\\s?[,;]\\s?(?:[汉壮侗苗瑶布依水土]{1,2}族[,;]\\s?)?(?<value>${WORKERS_BIRTHDAY})(?![至到—-])`,
      'gu',
    ),
  ],
  [
    'address',
    /住.{2,30}号/,
    // Beside a name no word announces it: 张某，住城南街15号. 入住 and 居住区 are something else.
    new RegExp(
      `(?<![居常入暂])住(?!建|房|宿|院|户)(?<value>\\p{Script=Han}{2,20}?(?:路|街|巷|大道|胡同|弄)${NUMBER}\\s?号)`,
      'gu',
    ),
  ],
  [
    'address',
    /住|户籍|户口|家就?在|现居/,
    new RegExp(
      `(?:家庭住址|家庭地址|住址|家住|现住|户籍(?:所在地|地址|地|(?!人口))|户口所在地|住在|现居(?:住[在于]?)?|(?<![\\p{Script=Han}\\d]|[国专大厂商])家在|(?<=[我你您他她们老姐哥嫂叔婶])家就?在)[是为在:]?\\s?(?<value>${STREET}(?<!月[\\d一二三十]{0,2})${NUMBER}\\s?(?:号|组(?!${COUNT})|室|栋|幢|单元|屯)(?:[\\p{Script=Han}\\d]{0,8}?${NUMBER}\\s?(?:号|室|${HOUSEHOLD}|房))?)`,
      'gu',
    ),
  ],
  [
    'address',
    /家\s?[:：]/,
    new RegExp(
      `(?<=[姐哥嫂叔婶伯姨妈爸奶爷她他]|师傅)家\\s?[:：]\\s?(?<value>\\p{Script=Han}{2,24}?(?:路|街|巷|大道|胡同|弄|村|屯|组)${NUMBER}\\s?号)`,
      'gu',
    ),
  ],
  [
    'address',
    /住.{1,40}[组队]/,
    // A chain of places that ends at a numbered group; 入住, 住建局 and the like are something else.
    new RegExp(
      `(?<![居常入])住(?!建|房|宿|院|户)(?<value>(?:[\\p{Script=Han}]{2,4}[省市县区镇乡]){0,4}[\\p{Script=Han}]{1,5}[村寨屯]${NUMBER}\\s?(?:组(?!${COUNT})|队))`,
      'gu',
    ),
  ],
  // A house that is said to be somebody's: 上坝屯15号王秀英家, but not a farmhouse for guests.
  [
    'address',
    /号.{2,6}家/,
    new RegExp(
      `(?<value>\\p{Script=Han}{0,8}[村屯寨组路街巷]\\p{Script=Han}{0,6}?${NUMBER}\\s?号)\\(?\\p{Script=Han}{2,3}(?<![酒农商店大国专厂公管独之一的]|人)家(?=[中里)]?(?!\\p{Script=Han}|\\d))`,
      'gu',
    ),
  ],
  [
    'address',
    /[栋幢座]|号楼|单元/,
    new RegExp(
      `(?<value>${NUMBER}\\s?(?:栋|幢|号楼|座)\\s?(?:${NUMBER}\\s?单元)\\s?(?:${NUMBER}\\s?楼?)?(?:\\d{1,4}\\s?(?:室|房|号|户))?|${NUMBER}\\s?(?:栋|幢|号楼)\\s?\\d{3,4}\\s?(?:室|房|号)|${NUMBER}\\s?单元\\s?\\d{2,4}\\s?(?:室|房|号)?)`,
      'gu',
    ),
  ],
  [
    'address',
    /[组队]\s?[\d一二三四五六七八九十]/,
    new RegExp(
      // The group has a number or a name (上坝组15号); a working group that comes on the 15th is no address.
      `(?<value>(?:村|屯|寨|社区)[\\p{Script=Han}]{0,6}?(?:${NUMBER}\\s?(?:组|队)\\s?${NUMBER}\\s?(?:号|${HOUSEHOLD})|(?<!工作|调查|专家|指导|帮扶|检查|督导|学习|评审)组\\s?${NUMBER}\\s?号))`,
      'gu',
    ),
  ],
]

/** Personal data that words announce. */
export function findWords(text: string): Find<PersonalKind>[] {
  return WORD_PATTERNS.filter(([, sign]) => sign.test(text)).flatMap(([kind, , pattern]) =>
    [...text.matchAll(pattern)].flatMap((match): Find<PersonalKind>[] => {
      const value = match.groups?.value
      if (!value || value.includes(BREAK)) return []
      const from = match.index + match[0].indexOf(value)
      return [{ kind, from, to: from + value.length, masked: maskWords(kind, value) }]
    }),
  )
}

function maskWords(kind: PersonalKind, value: string): string {
  if (kind === 'email') return `${value.slice(0, 1)}****@****`
  if (kind === 'address' || kind === 'position' || kind === 'birthday') return `${value.slice(0, 2)}****`
  return `${value.slice(0, 2)}****${value.slice(-1)}`
}
