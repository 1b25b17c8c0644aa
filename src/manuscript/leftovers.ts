import { WRITER_COMPONENTS } from './components.ts'

/** Something in a text that its readers should not see: the name of the rule, how it looks, what is said of it. */
export type Unread = readonly [rule: string, line: RegExp, message: string, fix: string]

/** What of a text was meant for others than its readers, wherever it stands: in a body, in a field. */
export const LEFTOVERS: readonly Unread[] = [
  [
    'unread-note',
    new RegExp(
      [
        '｛\\s*/\\*',
        // In brackets a few words are a note; without, only where they are all that the line has.
        '[（(【\\[][^（）()【】\\[\\]]{0,6}待(?:补充?|核实?|核对|查|填)[^（）()【】\\[\\]]{0,6}[）)】\\]]',
        '^[^，。：]{0,4}(?<![有亟尚仍])待(?:补充|核实|填写)[。…]*$',
        '[（(【\\[](?:来源|出处|数据|日期|时间|姓名)(?:不明|不详|待定|呢|在哪)?[？?]+[）)】\\]]',
        '(?<![A-Za-z])(?:X{3,}|TODO|TBD|FIXME)(?![A-Za-z])',
        // The sentence of the handbook's first example.
        '^\\s*这里接着写[。…]*\\s*$',
        // Where a picture was to go.
        '[（(【\\[]\\s*(?:此处|这里)?(?:配|插|附)(?:图(?![书纸章画表])|照(?![明护]))[^（）()【】\\[\\]]{0,8}[）)】\\]]|^\\s*图\\s?\\d{1,2}\\s*[：:]',
        // A size of clothes, a person not named, are none.
        '(?<![A-Za-z])[×ＸXx]{2,}(?=[省市县区镇乡村路厂公年月日])',
      ].join('|'),
    ),
    '这像是给同事看的备注，会印出来',
    '没有弄清的，先不写；正文里给同事的备注写成 {/* 备注 */}（半角），就不会显示',
  ],
  [
    'unread-machine',
    /作为(?:一个|一款|一名)?\s?(?:AI|人工智能)\s?(?:语言)?(?:大?模型|助手)|以下是(?:我)?(?:为[您你]|根据[您你]的?(?:要求|需求))[^，。：]{0,10}(?:生成|撰写|创作|整理|准备|故事|文章|稿)|希望(?:这[^，。]{0,6}|以上内容)?对[您你]有所?帮助|如需[^，。]{0,8}(?:修改|调整|补充)[^。]{0,6}告(?:诉|知)我/,
    '这是写作软件说的话，会印出来',
    '删掉；软件写的每一句都要对照来源核实，核实不了的不用',
  ],
  [
    'unread-footer',
    /^\s*(?:点击\S{0,6})?阅读原文\s*$|(?:点击|戳)\S{0,4}蓝字|(?:长按|扫描)\S{0,8}二维码\S{0,4}关注|^\s*[（(【]?(?:责任编辑|责编)\s*[：:丨｜|]|^\s*(?:编辑|校对|审核)\s*[丨｜|]|[（(](?:本报)?记者\s*(?!节|出身|转行|证|站)\p{Script=Han}{2,4}[^（）()]{0,20}[）)]\s*$|来源\s*[：:].{1,20}(?:作者|审核|编辑)\s*[：:]|(?:编辑|校对|初审|复审)\s*[：:丨｜|].{1,12}(?:审核|校对|复审|终审|监制|签发)\s*[：:丨｜|]/u,
    '这是从公众号带来的话，会印出来',
    '删掉这些字；作者、来源写在本篇自己的栏里',
  ],
]

const HTML = 'br|p|div|span|b|strong|i|em|u|font|sup|sub|img|a|h[1-6]|ul|ol|li|table|tr|td|center'

/** Markdown, components, elements and references of HTML: a field or an attribute would show their signs. */
export const MARKUP = new RegExp(
  [
    '\\*\\*[^*\\s][^*]*\\*\\*',
    '\\[[^\\]]+\\]\\((?:https?:|/)[^)]*\\)',
    `</?(?:${Object.keys(WRITER_COMPONENTS).join('|')})\\b`,
    `</?(?:${HTML})(?:\\s[^<>]*)?/?>`,
    '&(?:nbsp|amp|lt|gt|quot|apos|[lr][ds]quo|mdash|ndash|hellip|middot|ensp|emsp|#\\d{1,7}|#x[\\da-f]{1,6});',
  ].join('|'),
  'i',
)

/** Words of the handbook's examples that stand for those of the writer. */
export const SAMPLE_WORDS: ReadonlySet<string> = new Set(['拍摄者或单位', '谁说的'])
