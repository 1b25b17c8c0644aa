import { tell, type WordingProblem } from './told.ts'

/** Labels of hardship and illness beside the names of people, and names with their money: rosters that nobody may publish. */

/** What says that somebody is poor, ill, disabled, or has been in prison. */
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

/** Labels beside what looks like a name, and lists of names with money. Guesses: that of a person with a page is certain (src/catalogue/hardship.ts). */
export function findNamed(text: string): WordingProblem[] {
  return [
    ...(HARDSHIP_SIGN.test(text)
      ? tell(text, NAMED_HARDSHIP, (found) => ({
          rule: NAMED_HARDSHIP_RULE,
          level: 'advice',
          message: `「${found}」把困难、健康这类身份和姓名写在一起了`,
          fix: '去掉身份，只写他做了什么；或去掉姓名，写“一位学员”',
        }))
      : []),
    ...(text.includes('元')
      ? tell(text, PAID_NAMES, (found) => ({
          rule: 'named-money',
          // 黄茶 is no name.
          level: 'advice',
          message: `「${found}」像是把几个人的姓名和钱数列在一起`,
          fix: '是补贴、工资的名单，删掉姓名，只写多少人、一共多少；是货品和价钱的，不用改',
        }))
      : []),
  ]
}
