import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readContent } from '../src/catalogue/read.ts'
import { validate } from '../src/catalogue/validate.ts'
import { repairFile } from '../src/manuscript/fix.ts'
import { type Problem, sortProblems } from '../src/manuscript/problem.ts'
import { samplePhoto } from '../src/photos/sample.ts'
import { idNumber, SAMPLE, type Tree, writeTree } from './lib/sample-content.ts'
import { tidyPhotos } from './lib/tidy-photos.ts'

/** Mistakes of staff, each made in a sound sample. */

const STORY = 'stories/li-jie/index.mdx'
const BRAND = 'brands/lintong-jianzhu/index.mdx'
const COVER = 'stories/li-jie/cover.jpg'

let cover: Uint8Array
let located: Uint8Array
let huge: Uint8Array

beforeAll(async () => {
  const picture = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: '#8a6' } })
  cover = await picture(1600, 1067).jpeg().toBuffer()
  located = await picture(800, 600)
    .jpeg()
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '22/1 38/1 0/1' } })
    .toBuffer()
  huge = await picture(6000, 4500).jpeg().toBuffer()
})

const sample = (): Tree => ({ ...SAMPLE, [COVER]: cover })

/** The last day that can have come when the mistakes are made. */
const LATEST = '2026-11-29'
/** Everything was handed in on the day of the sample story. */
const HISTORY = { addedOn: () => '2026-11-22' }

async function check(tree: Tree): Promise<Problem[]> {
  const { root, remove } = writeTree(tree)
  try {
    return sortProblems(validate(await readContent(root), undefined, { latest: LATEST, history: HISTORY }).problems)
  } finally {
    remove()
  }
}

/** The sample with a text of one file changed; the text must be there. */
function edit(file: string, ...changes: Array<[from: string | RegExp, to: string]>): Tree {
  let text = SAMPLE[file] as string
  for (const [from, to] of changes) {
    const next = text.replace(from, to)
    expect(next).not.toBe(text)
    text = next
  }
  return { ...sample(), [file]: text }
}

/** Text as GBK bytes: the table is made by reading every pair of bytes. */
function toGbk(text: string): Uint8Array {
  const decoder = new TextDecoder('gbk')
  const table = new Map<string, [number, number]>()
  for (let lead = 0xa1; lead <= 0xf7; lead++) {
    for (let trail = 0xa1; trail <= 0xfe; trail++)
      table.set(decoder.decode(new Uint8Array([lead, trail])), [lead, trail])
  }
  return new Uint8Array([...text].flatMap((character) => table.get(character) ?? [character.charCodeAt(0)]))
}

const ID = idNumber('11010519491231008')

interface Mistake {
  name: string
  tree(): Tree
  /** Everything that is reported: `line:column rule`, with the file before it unless it is the story. */
  places: string[]
  message: RegExp
  cure: RegExp
  level?: 'advice'
  /** What the repairable ones are repaired by. */
  by?: 'fix' | 'photos'
}

/** The thirty that clerks make most. */
const MISTAKES: Mistake[] = [
  {
    name: '1 a tab in front matter',
    tree: () => edit(STORY, ['    text: 2025', '\ttext: 2025']),
    places: ['10:1 yaml-tab_as_indent'],
    message: /Tab/,
    cure: /空格/,
    by: 'fix',
  },
  {
    name: '2 a full-width colon',
    tree: () => edit(STORY, ['title: ', 'title：']),
    places: ['2:6 full-width-colon'],
    message: /「title」后面用了中文冒号/,
    cure: /title: /,
    by: 'fix',
  },
  {
    name: '3 a date in curly quotes',
    tree: () => edit(BRAND, ['2026-11-21', '“2026-11-21”']),
    places: [`${BRAND} 5:12 curly-quotes`],
    message: /中文引号/,
    cure: /去掉引号/,
    by: 'fix',
  },
  {
    name: '4 a date in words',
    tree: () => edit(BRAND, ['2026-11-21', '2026年5月1日']),
    places: [`${BRAND} 5:12 date-form`],
    message: /「2026年5月1日」，格式不对/,
    cure: /2026-05-01/,
    by: 'fix',
  },
  {
    name: '5 a required field missing',
    tree: () => edit(STORY, [/lead: .*\n/, '']),
    places: ['2:1 missing-field'],
    message: /少了「导语」（lead）/,
    cure: /补上 lead: /,
  },
  {
    name: '6 a field misspelt',
    tree: () => edit(STORY, ['title: ', 'titel: ']),
    places: ['2:1 unknown-field'],
    message: /没有「titel」这一栏/,
    cure: /是不是想写 title？/,
  },
  {
    name: '7 a word that is not in the vocabulary',
    tree: () => edit(STORY, ['kind: person', 'kind: persons']),
    places: ['4:1 unknown-value'],
    message: /「类别」（kind）不能填「persons」/,
    cure: /是不是 person？只能从这些里选/,
  },
  {
    name: '8 a reference to a brand that does not exist',
    tree: () => edit(STORY, ['- lintong-jianzhu', '- lintong-jianzu']),
    places: ['7:5 dangling-reference'],
    message: /没有编号为「lintong-jianzu」的品牌/,
    cure: /是不是 lintong-jianzhu？/,
  },
  {
    name: '9 a wrong picture name',
    tree: () => edit(STORY, ['./cover.jpg', './covr.jpg']),
    places: ['22:1 missing-picture'],
    message: /没有 covr\.jpg/,
    cure: /是不是 cover\.jpg？/,
  },
  {
    name: '10 an Apple HEIC photograph',
    tree: () => {
      const tree = edit(STORY, ['./cover.jpg', './cover.heic'])
      delete tree[COVER]
      return { ...tree, 'stories/li-jie/cover.heic': new Uint8Array([0, 0, 0, 24, 102, 116, 121, 112, 104, 101]) }
    },
    places: ['stories/li-jie/cover.heic 1:1 picture-format', '22:1 bad-picture'],
    message: /HEIC/,
    cure: /npm run photos/,
    by: 'photos',
  },
  {
    name: '11 a huge photograph',
    tree: () => ({ ...sample(), [COVER]: huge }),
    places: [`${COVER} 1:1 picture-size`],
    message: /6000×4500/,
    cure: /npm run photos/,
    by: 'photos',
  },
  {
    name: '12 a picture without words',
    tree: () => edit(STORY, [/ alt="[^"]*"/, '']),
    places: ['22:1 missing-attribute'],
    message: /<Photo> 少了 alt/,
    cure: /alt="/,
  },
  {
    name: '13 an address of its own',
    tree: () => edit(STORY, ['---\n', '---\nslug: li-jie\n']),
    places: ['2:1 unknown-field'],
    message: /没有「slug」这一栏/,
    cure: /删掉这一行/,
  },
  {
    name: '14 a Chinese folder name',
    tree: () => ({
      ...sample(),
      'stories/李姐 的故事(终稿)/index.mdx': (SAMPLE[STORY] as string).replace(/<Photo.*\n/, ''),
    }),
    places: ['stories/李姐 的故事(终稿)/index.mdx 1:1 folder-name'],
    message: /文件夹名「李姐 的故事\(终稿\)」/,
    cure: /小写拼音/,
  },
  {
    name: '15 a byte order mark',
    tree: () => ({ ...sample(), [STORY]: `\ufeff${SAMPLE[STORY]}` }),
    places: ['1:1 bom'],
    message: /BOM/,
    cure: /npm run fix/,
    level: 'advice',
    by: 'fix',
  },
  {
    name: '16 Windows line ends',
    tree: () => ({ ...sample(), [STORY]: (SAMPLE[STORY] as string).replaceAll('\n', '\r\n') }),
    places: ['1:1 crlf'],
    message: /Windows 换行/,
    cure: /npm run fix/,
    level: 'advice',
    by: 'fix',
  },
  {
    name: '17 a component left open',
    tree: () => edit(STORY, ['。</Quote>', '。']),
    places: ['24:1 markdown-syntax'],
    message: /<Quote> 没有收尾/,
    cure: /<\/Quote>/,
  },
  {
    name: '18 a less-than sign before a digit',
    tree: () => edit(STORY, ['她说得慢', '办班<6期']),
    places: ['26:3 markdown-syntax'],
    message: /「<」/,
    cure: /＜/,
    by: 'fix',
  },
  {
    name: '19 braces around words',
    tree: () => edit(STORY, ['她说得慢', '她说{手艺是饭碗}']),
    places: ['26:3 no-expression'],
    message: /花括号/,
    cure: /｛｝/,
    by: 'fix',
  },
  {
    name: '20 an ID number',
    tree: () => edit(STORY, ['她说得慢', `身份证号：${ID}`]),
    places: ['26:6 personal-id-card'],
    message: new RegExp(`身份证号「110\\*{4}${ID.slice(-2)}」`),
    cure: /个人信息不能上网/,
  },
  {
    name: '21 a mobile number',
    tree: () => edit(STORY, ['她说得慢', '她的电话是13800138000']),
    places: ['26:6 personal-mobile'],
    message: /手机号「138\*{4}00」/,
    cure: /办公电话/,
  },
  {
    name: '22 a dead internal link',
    tree: () => edit(STORY, ['她说得慢', '[她](/stories/li-jei/)说得慢']),
    places: ['26:1 dangling-reference'],
    message: /没有编号为「li-jei」的故事/,
    cure: /是不是 li-jie？/,
  },
  {
    name: '23 an end before its start',
    tree: () => ({
      ...sample(),
      'events/zhan/index.mdx':
        '---\nname: 建筑工推介会\ntype: expo\nsummary: 一次推介会。\nstart: 2025-05-02\nend: 2025-05-01\n---\n\n已办。\n',
    }),
    places: ['events/zhan/index.mdx 6:1 bad-value'],
    message: /结束日期早于开始日期/,
    cure: /2022-02-09/,
  },
  {
    name: '24 a number without a source',
    tree: () => edit(STORY, [/ {4}source: s1\n/, '']),
    places: ['9:5 missing-field'],
    message: /少了「来源」（source）/,
    cure: /补上 source: /,
  },
  {
    name: '25 an absolute term',
    tree: () => edit(STORY, ['她说得慢', '手艺全国第一']),
    places: ['26:3 absolute-term'],
    message: /「全国第一」，《广告法》第九条/,
    cure: /有依据的说法/,
  },
  {
    name: '26 a position in a photograph',
    tree: () => ({ ...sample(), [COVER]: located }),
    places: [`${COVER} 1:1 picture-position`],
    message: /拍摄地点/,
    cure: /npm run photos/,
    by: 'photos',
  },
  {
    name: '27 a layout from outside',
    tree: () => edit(STORY, ['---\n', '---\nlayout: ../../x.astro\n']),
    places: ['2:1 unknown-field'],
    message: /没有「layout」这一栏/,
    cure: /删掉这一行/,
  },
  {
    name: '28 the second fence missing',
    tree: () => edit(STORY, ['第3段\n---\n', '第3段\n']),
    places: ['17:1 front-matter'],
    message: /结尾 ---/,
    cure: /三个减号/,
  },
  {
    name: '29 a file saved as GBK',
    tree: () => ({ ...sample(), [STORY]: toGbk(SAMPLE[STORY] as string) }),
    places: ['1:1 encoding'],
    message: /不是 UTF-8，是 GBK/,
    cure: /另存为→编码选“UTF-8”/,
    by: 'fix',
  },
  {
    name: '30 four mistakes at once',
    tree: () =>
      edit(
        STORY,
        ['2026-11-22T09:00+08:00', '2026年5月1日'],
        ['kind: person', 'kind: 建筑业'],
        [/ alt="[^"]*"/, ''],
        [/<(\/?)Quote/g, '<$1Qoute'],
      ),
    places: ['4:1 unknown-value', '5:1 bad-value', '22:1 missing-attribute', '24:1 unknown-component'],
    message: /不能使用 <Qoute>/,
    cure: /是不是想写 <Quote>？/,
  },
]

/** Those that a check of the text as written, and not as read, would miss, and habits from other Markdown. */
const FURTHER: Mistake[] = [
  {
    name: 'a link whose address stands elsewhere',
    tree: () => edit(STORY, ['她说得慢。', '她在[临桐][a]。\n\n[a]: /brands/nonexistent/']),
    places: ['26:3 reference-link', '28:1 reference-link'],
    message: /分开写/,
    cure: /\[文字\]\(\/地址\/\)/,
  },
  {
    name: 'a footnote',
    tree: () => edit(STORY, ['她说得慢。', '她说得慢[^1]。\n\n[^1]: 县里的话。']),
    places: ['26:5 no-footnote', '28:1 no-footnote'],
    message: /脚注/,
    cure: /<Claim id="编号" \/>.*<Note>/,
  },
  {
    name: 'a box to tick',
    tree: () => edit(STORY, ['她说得慢', '- [x] 她说得慢']),
    places: ['26:1 no-checkbox'],
    message: /勾选框/,
    cure: /删掉方括号/,
  },
  {
    name: 'an absolute term with a character written as a number',
    tree: () => edit(STORY, ['她说得慢', '手艺全国&#31532;一']),
    places: ['26:3 absolute-term'],
    message: /「全国第一」/,
    cure: /有依据的说法/,
  },
  {
    name: 'an absolute term with an escape in the title',
    tree: () => edit(STORY, ['title: 李姐从山沟到月嫂', 'title: "李姐\\u5168国第一"']),
    places: ['2:11 absolute-term'],
    message: /「全国第一」/,
    cure: /标题、导语、一句话介绍里不能用/,
  },
  {
    name: 'an absolute term behind a title mark that is not closed',
    tree: () => edit(STORY, ['她说得慢', '《 手艺全国第一']),
    places: ['26:5 absolute-term'],
    message: /「全国第一」/,
    cure: /有依据的说法/,
  },
  {
    name: 'words of praise in a lead',
    tree: () => edit(STORY, [/lead: .*/, 'lead: 最好的裁缝，唯一的月嫂，第一的手艺。']),
    places: ['3:7 absolute-term', '3:13 absolute-term', '3:19 absolute-term'],
    message: /「唯一」/,
    cure: /标题、导语、一句话介绍里不能用/,
  },
  {
    name: 'a promise of work in the text',
    tree: () => edit(STORY, ['她说得慢', '学完保就业']),
    places: ['26:3 promise'],
    message: /「保就业」/,
    cure: /删掉保证的话/,
  },
  {
    name: 'the telephone of an office in the text',
    tree: () => edit(STORY, ['她说得慢', '咨询电话0775-2823456']),
    places: ['26:5 contact-phone'],
    message: /这里写了电话「077\*{4}」/,
    cure: /contact 里的 phone/,
  },
  {
    name: 'a telephone in a lead',
    tree: () => edit(STORY, [/lead: .*/, 'lead: 学手艺，打400-800-1234。']),
    places: ['3:12 contact-phone'],
    message: /「400\*{4}」/,
    cure: /单位的写进这个单位 contact/,
  },
  {
    name: 'an address with floor and room in the text',
    tree: () => edit(STORY, ['她说得慢', '地址：福绵大道88号3楼302室']),
    places: ['26:7 contact-address'],
    message: /门牌地址/,
    cure: /contact 里的 address/,
  },
  {
    name: 'a label of hardship beside what looks like a name',
    tree: () => edit(STORY, ['她说得慢', '脱贫户王小花，学得快']),
    places: ['26:1 named-hardship'],
    message: /「脱贫户王小花」/,
    cure: /去掉身份.*或去掉姓名/,
    level: 'advice',
  },
  {
    name: 'a number in the text that no claim tells',
    tree: () => edit(STORY, ['她说得慢', '去年教了300个徒弟']),
    places: ['26:5 amount-without-source'],
    message: /正文里的数「300」没有出处/,
    cure: /在 claims 里加一条.*<Claim id="编号" \/>/,
  },
  {
    name: 'a number in the lead that is not the one of the claim',
    tree: () => edit(STORY, ['李姐学了三个月', '李姐办班16期']),
    places: ['3:1 amount-without-source'],
    message: /「导语」里的数「16」没有出处/,
    cure: /数写错了就改对/,
  },
  {
    name: 'a number in the words of a claim that is not the number of the claim',
    tree: () => edit(STORY, ['她说得慢', '她说得慢，<Claim id="class-2025">今年办班16期</Claim>']),
    places: ['26:6 amount-not-in-claim'],
    message: /里的数「16」，这条数据没有说/,
    cure: /写明怎么算、得多少/,
  },
  {
    name: 'a claim around words that count something else',
    tree: () => edit(STORY, ['她说得慢', '她说得慢，<Claim id="class-2025">6名学员</Claim>都上岗了']),
    places: ['26:6 unit-not-in-claim'],
    message: /里写的是“6名”，这条数据说的是“6期”/,
    cure: /换成说这件事的那一条数据/,
  },
  {
    name: 'a step that nothing ends',
    tree: () =>
      edit(STORY, [
        '她说得慢',
        '<Steps>\n<Step title="车裤脚">先车。</Step>\n<Step title="上拉链">再上。\n</Steps>\n\n她说得慢',
      ]),
    places: ['28:1 markdown-syntax'],
    message: /<Step> 没有收尾/,
    cure: /./,
  },
  {
    name: 'a field two spaces too far in',
    tree: () => edit(STORY, ['    value: 6', '      value: 6']),
    places: ['12:1 yaml-odd_indent'],
    message: /行首多了2个空格/,
    cure: /和上一行的栏目对齐/,
  },
  {
    name: 'half a year for a date',
    tree: () => edit(STORY, ['    unit: 期\n', '    unit: 期\n    asOf: 2025年上半年\n']),
    places: ['14:5 bad-value'],
    message: /「截至」/,
    cure: /写到最后一个月：2025-06/,
  },
  {
    name: 'an id in words',
    tree: () => edit(STORY, ['  - id: class-2025', '  - id: Class 2025']),
    places: ['9:5 bad-value'],
    message: /数据编号/,
    cure: /用小写，词之间用连字符：class-2025/,
  },
  {
    name: 'a table of names and what each got',
    tree: () => edit(STORY, ['她说得慢', '| 姓名 | 补贴 |\n| --- | --- |\n| 王某 | 有 |\n\n她说得慢']),
    places: ['26:1 roster'],
    message: /把「姓名」和「补贴」列在一起，是花名册/,
    cure: /不列名单/,
  },
  {
    name: 'a quotation that says neither who nor where from',
    tree: () => edit(STORY, ['她说得慢', '> 她说得慢']),
    places: ['26:1 no-blockquote'],
    message: /没有写是谁说的/,
    cure: /<Quote source=/,
  },
  {
    name: 'words struck out',
    tree: () => edit(STORY, ['她说得慢', '她说得~~不~~慢']),
    places: ['26:4 no-strike'],
    message: /删除线/,
    cure: /直接删掉/,
  },
  {
    name: 'a link in Chinese brackets',
    tree: () => edit(STORY, ['她说得慢', '见【临桐建筑】(/brands/lintong-jianzhu/)，她说得慢']),
    places: ['26:1 unread-link'],
    message: /链接没有认出来/,
    cure: /\[文字\]/,
  },
  {
    name: 'a note where a picture was to go',
    tree: () => edit(STORY, ['她说得慢', '（此处配图）\n\n她说得慢']),
    places: ['26:1 unread-note'],
    message: /备注/,
    cure: /先不写/,
  },
  {
    name: 'the signature of a report',
    tree: () => edit(STORY, ['她说得慢', '（记者 王某 通讯员 李某）\n\n她说得慢']),
    places: ['26:1 unread-footer'],
    message: /会印出来/,
    cure: /删掉这些字/,
  },
  {
    name: 'an empty line above the first three hyphens',
    tree: () => edit(STORY, [/^---/, '\n---']),
    places: ['1:1 front-matter'],
    message: /文件开头多了1行空行/,
    cure: /第一行就是三个减号/,
  },
  {
    name: 'a dash for the three hyphens below the fields',
    tree: () => edit(STORY, ['\n---\n\n## 学手艺', '\n———\n\n## 学手艺']),
    places: ['16:1 front-matter'],
    message: /写成了「———」，不是三个减号/,
    cure: /正好三个/,
  },
  {
    name: 'a list that is none, and a number without source elsewhere',
    tree: () => edit(STORY, ['她说得慢', '1、先看，2、再做。\n\n合格的有98个人。\n\n她说得慢']),
    places: ['26:1 unread-list', '28:5 amount-without-source'],
    message: /列表没有认出来|「98」没有出处/,
    cure: /./,
  },
  {
    name: 'an event told as over before its day',
    tree: () => ({
      ...sample(),
      'events/contest/index.mdx':
        '---\nname: 砌筑大赛\ntype: contest\nsummary: 大赛在临桐成功举行。\nstart: 2027-05-01\nregion: fm\nclaims:\n  - { id: c, text: 办砌筑大赛。, source: s1 }\n---\n\n正文。\n',
    }),
    places: ['events/contest/index.mdx 4:1 future-event-held'],
    message: /活动的日子还没有到，这里却写成已经办完了/,
    cure: /把 start 改成真正的日子/,
  },
  {
    name: 'a value that is not in the sentence of its claim',
    tree: () => edit(STORY, ['text: 2025年办班6期。', 'text: 2025年办班9期。']),
    places: ['12:5 value-unlike-text'],
    message: /数值 6 在「完整的一句话」里找不到/,
    cure: /写出得数/,
  },
  {
    name: 'a claim that counts people where its sentence counts visits',
    tree: () => edit(STORY, ['text: 2025年办班6期。', 'text: 2025年培训6人次。'], ['unit: 期', 'unit: 人']),
    places: ['13:5 unit-unlike-text'],
    message: /单位是「人」.*写的却是“6人次”/,
    cure: /照原文改成一样/,
  },
  {
    name: 'a claim whose number is only a date in its sentence',
    tree: () => edit(STORY, ['text: 2025年办班6期。', 'text: 2025年6月办班。']),
    places: ['12:5 value-unlike-text'],
    message: /只是日期、序号或编号/,
    cure: /句子里没有数，就删掉/,
  },
  {
    name: 'a heading without the space behind its signs',
    tree: () => edit(STORY, ['她说得慢', '##做衣服的人\n\n她说得慢']),
    places: ['26:1 unread-heading'],
    message: /# 会原样印出来/,
    cure: /后面空一格/,
  },
  {
    name: 'a component in full-width brackets',
    tree: () => edit(STORY, ['她说得慢', '她说得慢＜Claim id="class-2025" /＞']),
    places: ['26:1 unread-component'],
    message: /会原样印出来/,
    cure: /都用半角/,
  },
  {
    name: 'a table without the line under its head',
    tree: () => edit(STORY, ['她说得慢', '| 工序 | 谁做 |\n| 裁剪 | 师傅 |\n\n她说得慢']),
    places: ['26:1 unread-table'],
    message: /竖线会原样印出来/,
    cure: /第二行写 \| --- \|/,
  },
  {
    name: 'a brand where a place belongs',
    tree: () => edit(STORY, ['brands:', 'places: [lintong-jianzhu]\nbrands:']),
    places: ['6:10 dangling-reference'],
    message: /没有编号为「lintong-jianzhu」的载体/,
    cure: /是品牌，不是载体：写到写品牌的那一栏去/,
  },
  {
    name: 'a story in the folder of brands',
    tree: () => {
      const { [STORY]: text, [COVER]: _moved, ...rest } = sample()
      return { ...rest, 'brands/li-jie/index.mdx': text as string, 'brands/li-jie/cover.jpg': cover }
    },
    places: ['brands/li-jie/index.mdx 1:1 wrong-folder'],
    message: /写的是故事，却放在品牌的文件夹里/,
    cure: /「li-jie」文件夹移到 content\/stories\//,
  },
  {
    name: 'markup in a field',
    tree: () => edit(STORY, [/lead: .*/, 'lead: 李姐学了**三个月**，回到县城教别人。']),
    places: ['3:11 markup-in-field'],
    message: /「\*\*三个月\*\*」会连符号一起印出来/,
    cure: /写在正文里/,
  },
  {
    name: 'a story that rests on nothing',
    tree: () => edit(STORY, [/claims:\n[\s\S]*/, '---\n\n她学了三个月，回到县城。\n']),
    places: ['1:1 uncited-story'],
    message: /没有写一处出处/,
    cure: /写进 claims（写明 source）/,
  },
  {
    name: 'a link into the network of an office',
    tree: () => edit(STORY, ['她说得慢', '看[系统](http://192.168.1.8/oa/)']),
    places: ['26:2 bad-link'],
    message: /读者打不开/,
    cure: /换成公众打得开的网址/,
  },
  {
    name: 'a picture without words beside a link that leads nowhere and a number without source',
    tree: () => edit(STORY, [/ alt="[^"]*"/, ''], ['她说得慢', '她说得慢，见[别处](/brands/none/)，带了70个徒弟']),
    places: ['22:1 missing-attribute', '26:7 dangling-reference', '26:29 amount-without-source'],
    message: /alt/,
    cure: /alt/,
  },
  {
    name: 'a story without a body',
    tree: () => edit(STORY, [/第3段\n---\n[\s\S]*/, '第3段\n---\n\n{/* 从这里写正文 */}\n']),
    places: ['1:1 empty-story'],
    message: /没有正文/,
    cure: /draft: true/,
  },
  {
    name: 'an account that disagrees with no other',
    tree: () => edit(STORY, ['    unit: 期\n', '    unit: 期\n    conflict: banqi\n']),
    places: ['14:5 lone-account'],
    message: /「banqi」只有这一条数据用/,
    cure: /删掉这一行/,
  },
  {
    name: 'a day of birth',
    tree: () => edit(STORY, ['她说得慢', '李姐，1975年3月5日出生']),
    places: ['26:4 personal-birthday'],
    message: /出生年月日.*「19\*{4}」/,
    cure: /个人信息不能上网/,
  },
  {
    name: 'a target written as a result',
    tree: () => edit(STORY, ['text: 2025年办班6期。', 'text: 力争到2025年办班6期。']),
    places: ['10:5 target-as-result'],
    message: /「力争」/,
    cure: /kind: target/,
  },
  {
    name: 'a story dated long before it was handed in',
    tree: () => edit(STORY, ['2026-11-22T', '2026-03-22T']),
    places: ['5:1 backdated'],
    message: /2026年3月22日.*2026年11月22日才提交，早了245天/,
    cure: /真正发布的时间.*backdateReason/,
  },
  {
    name: 'a day of the last check that has not come',
    tree: () => edit(BRAND, ['checkedOn: 2026-11-21', 'checkedOn: 2062-11-21']),
    places: [`${BRAND} 5:1 future-date`],
    message: /「核实于」（checkedOn）写的是 2062-11-21，这一天还没有到/,
    cure: /真正核对资料的那一天/,
  },
  {
    name: 'a day of publication that has not come',
    tree: () => edit(STORY, ['2026-11-22T09:00+08:00', '2062-11-22T09:00+08:00']),
    places: ['5:1 future-date'],
    message: /「发布时间」（publishedAt）/,
    cure: /publishAt/,
  },
  {
    name: 'a result of a month that has not come',
    tree: () => edit(STORY, ['    unit: 期\n', '    unit: 期\n    asOf: 2062-05\n']),
    places: ['14:5 future-date'],
    message: /「截至」（asOf）写的是 2062-05/,
    cure: /kind: target/,
  },
  {
    name: 'a date in words in a field that only some kinds have',
    tree: () =>
      edit(BRAND, ['checkedOn:', 'formerNames:\n  - name: 临桐瓦匠\n    until: 2019年6月\n    source: s1\ncheckedOn:']),
    places: [`${BRAND} 7:12 date-form`],
    message: /「2019年6月」，格式不对/,
    cure: /2019-06/,
    by: 'fix',
  },
  {
    name: 'a colon before a note to colleagues',
    tree: () => edit(STORY, [/lead: .*/, 'lead: 李姐学了ABC: 三个月。 # 备注给同事看']),
    places: ['3:7 unquoted-colon'],
    message: /半角冒号/,
    cure: /英文引号括起来/,
    by: 'fix',
  },
]

const place = ({ file, line, column, rule }: Problem) => `${file === STORY ? '' : `${file} `}${line}:${column} ${rule}`

describe('mistakes', { timeout: 60_000 }, () => {
  it('that clerks make are thirty: 28 errors and 2 pieces of advice', () => {
    expect(MISTAKES.length).toBe(30)
    expect(MISTAKES.filter(({ level }) => level === 'advice').length).toBe(2)
  })

  it('are made in a sample that is sound', async () => {
    expect(await check(sample())).toEqual([])
  })

  it.each([...MISTAKES, ...FURTHER])('$name', async ({ tree, places, message, cure, level, by }) => {
    const problems = await check(tree())
    expect(problems.map(place).sort()).toEqual([...places].sort())
    expect(problems.some((problem) => message.test(problem.message) && cure.test(problem.fix))).toBe(true)
    for (const problem of problems) {
      expect(problem.level).toBe(level ?? 'error')
      expect(`${problem.message}${problem.fix}`).toMatch(/\p{Script=Han}/u)
      expect(`${problem.message}${problem.fix}`).not.toMatch(/\n\s+at |expected|received|undefined|node_modules/)
      expect(problem.line).toBeGreaterThan(0)
      expect(problem.column).toBeGreaterThan(0)
    }
    if (by) expect(problems.map((problem) => problem.by)).toContain(by)
  })

  const repairable = [...MISTAKES, ...FURTHER].filter(({ by }) => by === 'fix')

  it.each(repairable)('npm run fix repairs: $name', async ({ tree }) => {
    const before = tree()
    const after: Tree = { ...before }
    for (const [file, value] of Object.entries(before)) {
      if (!/\.(mdx|yaml)$/.test(file) || (typeof value === 'object' && 'link' in value)) continue
      const bytes = typeof value === 'string' ? new TextEncoder().encode(value) : value
      const { text, done } = repairFile(bytes, file)
      after[file] = text as string
      expect(done.length > 0).toBe(text !== SAMPLE[file] || value !== SAMPLE[file])
      expect(repairFile(new TextEncoder().encode(text), file)).toEqual({ text, done: [] })
    }
    expect((await check(after)).map(place)).toEqual([])
  })

  it('puts nothing where something else stands: places are right in a manuscript that begins with a sign of YAML', () => {
    const broken = (SAMPLE[STORY] as string).replace('---\n', '---\n*title: 一个, 题目\n')
    const { text, done } = repairFile(new TextEncoder().encode(broken.replace('。\n', ',好。\n')), STORY)
    expect(text).toBe(broken.replace('。\n', '，好。\n'))
    expect(done).toHaveLength(1)
  })

  it('give back a GBK file byte for byte', () => {
    const text = SAMPLE[STORY] as string
    expect(repairFile(toGbk(text), STORY).text).toBe(text)
  })
})

describe('the files of content', { timeout: 60_000 }, () => {
  const without = (file: string) => {
    const tree = sample()
    delete tree[file]
    return tree
  }

  it.each<[name: string, tree: () => Tree, places: string[]]>([
    [
      'a symbolic link to a manuscript',
      () => ({ ...without(STORY), [STORY]: { link: '/etc/hostname' } }),
      ['1:1 symlink'],
    ],
    [
      'a symbolic link to a folder',
      () => ({ ...sample(), 'stories/etc': { link: '/etc' } }),
      ['stories/etc 1:1 symlink'],
    ],
    [
      'a symbolic link to a picture',
      () => ({ ...without(COVER), [COVER]: { link: '/etc/hostname' } }),
      [`${COVER} 1:1 symlink`, '22:1 missing-picture'],
    ],
    ['a program', () => ({ ...sample(), 'stories/li-jie/a.ts': 'x' }), ['stories/li-jie/a.ts 1:1 foreign-file']],
    ['a drawing', () => ({ ...sample(), 'stories/li-jie/a.svg': '<svg/>' }), ['stories/li-jie/a.svg 1:1 foreign-file']],
    ['a page', () => ({ ...sample(), 'stories/li-jie/a.html': '<b>' }), ['stories/li-jie/a.html 1:1 foreign-file']],
    [
      'an attachment',
      () => ({ ...sample(), 'stories/li-jie/a.xlsx': 'x' }),
      ['stories/li-jie/a.xlsx 1:1 foreign-file'],
    ],
    ['a table of its own', () => ({ ...sample(), 'notes.yaml': 'a: 1' }), ['notes.yaml 1:1 foreign-file']],
    ['a kind of its own', () => ({ ...sample(), 'blog/a/index.mdx': 'x' }), ['blog 1:1 foreign-file']],
    [
      'a folder in a folder',
      () => ({ ...sample(), 'stories/li-jie/more/a.jpg': 'x' }),
      ['stories/li-jie/more 1:1 foreign-file'],
    ],
    ['a manuscript without folder', () => ({ ...sample(), 'stories/a.mdx': 'x' }), ['stories/a.mdx 1:1 foreign-file']],
    [
      'a folder without manuscript',
      () => ({ ...sample(), 'stories/b/a.jpg': cover }),
      ['stories/b/index.mdx 1:1 no-manuscript'],
    ],
    ['a picture that is none', () => ({ ...sample(), [COVER]: 'not a picture' }), [`${COVER} 1:1 picture-damaged`]],
    [
      'half a picture',
      () => ({ ...sample(), [COVER]: cover.subarray(0, cover.length - 500) }),
      [`${COVER} 1:1 picture-damaged`],
    ],
    [
      'a moving photo: its film would go to the repository',
      () => ({ ...sample(), [COVER]: Buffer.concat([cover, Buffer.from('\0\0\0\x18ftypmp42'), Buffer.alloc(6000)]) }),
      [`${COVER} 1:1 picture-film`],
    ],
    [
      'a picture under a false name',
      () => ({
        ...without(COVER),
        'stories/li-jie/cover.png': cover,
        [STORY]: (SAMPLE[STORY] as string).replace('.jpg', '.png'),
      }),
      ['stories/li-jie/cover.png 1:1 picture-format'],
    ],
    [
      'a huge manuscript',
      () => ({ ...sample(), [STORY]: `${SAMPLE[STORY]}${'长'.repeat(200_000)}` }),
      ['1:1 too-long'],
    ],
    [
      'names that differ in case',
      () => ({ ...sample(), 'stories/Li-Jie/index.mdx': (SAMPLE[STORY] as string).replace(/<Photo.*\n/, '') }),
      ['stories/Li-Jie/index.mdx 1:1 folder-name'],
    ],
  ])('refuses %s', async (_, tree, places) => {
    const problems = await check(tree())
    expect(problems.map(place).sort()).toEqual([...places].sort())
  })

  it('says of a Word file that a new name does not make it a manuscript', async () => {
    const problems = await check({ ...sample(), 'stories/b/稿子.docx': 'x' })
    const missing = problems.find(({ rule }) => rule === 'no-manuscript')
    expect(missing?.fix).toMatch(/^稿子\.docx 改名也不行：.*npm run new.*复制过去/)
  })

  it('leaves the litter of operating systems alone', async () => {
    expect(
      await check({
        ...sample(),
        'stories/li-jie/.DS_Store': 'x',
        'stories/li-jie/._cover.jpg': 'x',
        'stories/li-jie/~$li-jie.docx': 'x',
        'Thumbs.db': 'x',
      }),
    ).toEqual([])
  })

  it('finds a position in the sample photograph of the style guide', async () => {
    const rules = (await check({ ...sample(), [COVER]: await samplePhoto() })).map((problem) => problem.rule)
    expect(rules).toContain('picture-position')
  })

  it('masks personal data in names of files and fields', async () => {
    const problems = await check({
      ...sample(),
      'stories/a-13800138000/index.mdx': '---\ntitle: x\n---\n',
      [STORY]: (SAMPLE[STORY] as string)
        .replace('kind: person', 'kind: 13800138000')
        .replace('/brands/lintong-jianzhu/', 'tel:13800138000'),
    })
    expect(JSON.stringify(problems)).not.toContain('13800138000')
    expect(JSON.stringify(problems)).toContain('138****00')
  })
})

describe('thirty good manuscripts', { timeout: 60_000 }, () => {
  const good = readdirSync('content', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: folder }) =>
      readdirSync(join('content', folder))
        .slice(0, 8)
        .map((id) => `${folder}/${id}/index.mdx`),
    )

  it('are not blamed for a table that cannot be read: its own mistake is the only one', async () => {
    const content = await readContent('content')
    const files = content.files.map((file) =>
      file.file === 'sources.yaml' ? { ...file, text: `${file.text}- id: x\n  title: "没有收尾\n` } : file,
    )
    const { problems } = validate({ ...content, files })
    expect(new Set(problems.map(({ file }) => file))).toEqual(new Set(['sources.yaml']))
  })

  it('give no false alarm, and npm run fix leaves them alone', async () => {
    expect(good.length).toBeGreaterThanOrEqual(30)
    const { problems } = validate(await readContent('content'))
    expect(problems).toEqual([])
    for (const file of good) {
      const bytes = readFileSync(join('content', file))
      expect(repairFile(bytes, file)).toEqual({ text: bytes.toString('utf8'), done: [] })
    }
  })
})

/** What comes with a paste, or with a hand that types Chinese: one message each, at its place. */
const SLIPS: Array<[name: string, file: string, from: string | RegExp, to: string, place: string, said: RegExp]> = [
  ['spaces of Word before a field', STORY, '    text: 2025', '\u3000\u3000text: 2025', '10:1 odd-space', /全角空格/],
  ['no space behind a dash', STORY, '  - lintong-jianzhu', '  -lintong-jianzhu', '7:3 dash-space', /减号后面少了空格/],
  ['no space behind the dash of a row', 'sources.yaml', '- id: s1', '-id: s1', 'sources.yaml 1:1 dash-space', /减号/],
  ['words that YAML drops', STORY, /title: .*/, 'title: 李姐从山沟到月嫂 #1', '2:17 lost-words', /会被当成备注，丢掉/],
  ['a percent sign for a unit', STORY, 'unit: 期', 'unit: %', '13:11 unquoted-sign', /unit: "%"/],
  [
    'a title that begins with a quotation',
    STORY,
    /title: .*/,
    'title: "李姐"，从山沟到月嫂',
    '2:8 half-width-quotes',
    /“ ”/,
  ],
  [
    'Chinese quotes in a tag',
    STORY,
    'Claim id="class-2025"',
    'Claim id=“class-2025”',
    '20:59 curly-quotes',
    /英文引号/,
  ],
  ['a note that nothing ends', STORY, '她说得慢', '{/* 再核一下\n\n她说得慢', '26:1 markdown-syntax', /补上 \*\/\}/],
  ['a note of HTML', STORY, '她说得慢', '<!-- 再核一下 -->\n\n她说得慢', '26:2 markdown-syntax', /写成 \{\/\* 备注/],
  ['a note in braces', STORY, '她说得慢', '{待核实}她说得慢', '26:1 no-expression', /给同事看的备注写成/],
  ['a note in full-width braces', STORY, '她说得慢', '｛/* 再核 */｝她说得慢', '26:1 unread-note', /给同事看的备注/],
  ['a note left in the text', STORY, '她说得慢', '她说得慢（此处待补充）', '26:1 unread-note', /会印出来/],
  [
    'an address that runs into the text',
    STORY,
    '她说得慢',
    '见https://example.cn/s/abc，她说得慢',
    '26:2 bad-link',
    /网址后面连着汉字/,
  ],
  [
    'a link in full-width brackets',
    STORY,
    '她说',
    '[临桐]（/brands/lintong-jianzhu/）她说',
    '26:1 unread-link',
    /半角圆括号/,
  ],
  [
    'a link with a space in it',
    STORY,
    '她说',
    '[临桐](/brands/lintong jianzhu/)她说',
    '26:1 unread-link',
    /不能有空格/,
  ],
  [
    'a table with full-width bars',
    STORY,
    '她说',
    '｜ 年份 ｜ 期数 ｜\n｜ 甲 ｜ 乙 ｜\n\n她说',
    '26:1 unread-table',
    /竖线用半角/,
  ],
  ['a table pasted from a spreadsheet', STORY, '她说', '年份\t期数\n甲\t乙\n\n她说', '26:1 unread-table', /表格里粘来/],
  [
    'a list numbered the Chinese way',
    STORY,
    '她说',
    '1、先拉线\n2、再砌砖\n\n她说',
    '26:1 unread-list',
    /列表没有认出来/,
  ],
  ['a list without spaces', STORY, '她说', '-先拉线\n\n她说', '26:1 unread-list', /列表没有认出来/],
  [
    'a value with a percent sign',
    STORY,
    'value: 6',
    'value: 6%',
    '12:5 wrong-type',
    /「6%」，不是一个数[\s\S]*unit: "%"/,
  ],
  ['a value with commas', BRAND, 'value: 3000', 'value: 3,000', `${BRAND} 13:5 wrong-type`, /去掉数里的逗号/],
  ['an id with a long dash', STORY, '- lintong-jianzhu', '- lintong–jianzhu', '7:5 bad-value', /「–」不是连字符/],
  ['an address for a source', STORY, 'source: s1', 'source: https://example.cn/x', '14:5 bad-value', /不写网址/],
  [
    'a source with a mistake, and none for those who cite it',
    'sources.yaml',
    '2025-03-01',
    '2025-02-30',
    'sources.yaml 6:3 bad-value',
    /真有这一天/,
  ],
  ['a field called by its Chinese name', STORY, 'title: ', '标题: ', '2:1 chinese-field', /改成“title: ”/],
  ['a Chinese name with a Chinese colon', STORY, '    source: s1', '    来源：s1', '14:5 chinese-field', /“source: ”/],
  [
    'a Chinese name that several fields have',
    BRAND,
    'checkedOn: ',
    '核实于：',
    `${BRAND} 5:1 unknown-field`,
    /把「核实于」改成 checkedOn/,
  ],
  ['a field begun twice', STORY, 'title:', 'title:\ntitle:', '3:1 yaml-duplicate_key', /「title」这一栏/],
  [
    'a field written twice',
    STORY,
    'title:',
    'title: 甲乙丙\ntitle:',
    '3:1 yaml-duplicate_key',
    /「title」这一栏写了两次/,
  ],
  [
    'one space too few',
    STORY,
    '    text: 2025',
    '   text: 2025',
    '10:4 yaml-odd_indent',
    /行首有3个空格[\s\S]*2个或4个/,
  ],
  ['one space too many', STORY, '    source: s1', '     source: s1', '14:6 yaml-odd_indent', /行首有5个空格/],
  ['one space too many in a table', 'sources.yaml', '  title:', '   title:', 'sources.yaml 2:4 yaml-odd_indent', /3个/],
  ['a quotation mark never closed', STORY, /title: (.*)/, 'title: "$1', '2:8 yaml-missing_char', /补上一个同样的引号/],
  [
    'a component behind a backslash',
    STORY,
    '她说',
    '她说**\\<Claim id="class-2025" />**',
    '26:5 unread-component',
    /没有反斜杠/,
  ],
  [
    'a component behind a space',
    STORY,
    '她说',
    '她说< Claim id="class-2025" />',
    '26:1 unread-component',
    /< 后面不空格/,
  ],
  [
    'a component with a value without quotes',
    STORY,
    '她说',
    '她说<Claim id=class-2025 />',
    '26:3 markdown-syntax',
    /<Claim> 的写法不对[\s\S]*直引号/,
  ],
  ['a quotation mark in a value', STORY, '示范换尿布', '示范"换尿布"', '22:1 markdown-syntax', /写成“ ”/],
  ['a quotation mark that nothing closes', STORY, 'credit="县', 'credit=县', '22:1 markdown-syntax', /前后成对/],
  [
    'a component with a full-width slash',
    STORY,
    ' licence="授权本站使用" />',
    ' licence="授权本站使用" ／>',
    '22:1 markdown-syntax',
    /半角：\/>/,
  ],
  [
    'a note whose one tag has a line of its own',
    STORY,
    '她说',
    '<Note>她\n\n说\n</Note>\n\n她说',
    '26:1 markdown-syntax',
    /没有对上[\s\S]*都单独占一行/,
  ],
  [
    'a broken line of HTML',
    STORY,
    '她说得慢',
    '她说<br>得慢',
    '26:3 unknown-component',
    /不能使用 <br>[\s\S]*两段之间空一行/,
  ],
  [
    'paragraphs of HTML',
    STORY,
    '她说得慢',
    '<p>她说\n\n得慢</p>',
    '26:1 unknown-component',
    /不能使用 <p>[\s\S]*留下里面的字/,
  ],
  ['bold of HTML', STORY, '她说', '<b>她</b>说', '26:1 unknown-component', /\*\*重点\*\*/],
  [
    'a list of HTML',
    STORY,
    '她说',
    '<ul>\n<li>她</li>\n<li>说</li>\n</ul>\n\n她说',
    '26:1 unknown-component',
    /每一条写成一行/,
  ],
  [
    'a table of HTML',
    STORY,
    '她说',
    '<table><tr><td width=50>甲</td><td>乙</td></tr></table>\n\n她说',
    '26:12 unknown-component',
    /\| --- \|/,
  ],
  ['a picture of HTML', STORY, '她说', '<img src=a.jpg>\n\n她说', '26:1 unknown-component', /用 <Photo>/],
  [
    'a film of HTML',
    STORY,
    '她说',
    '<iframe src="https://x.cn"></iframe>\n\n她说',
    '26:1 unknown-component',
    /content\/media\//,
  ],
  ['words in backticks', STORY, '她说', '`她说`', '26:1 no-code', /印成程序[\s\S]*删掉反引号/],
  ['words between lines of backticks', STORY, '她说', '```\n去年教了300个\n```\n\n她说', '26:1 no-code', /删掉 ```/],
  ['bold with a space in it, in a heading', STORY, '## 学', '## ** 学**', '18:4 unread-bold', /紧贴文字/],
  ['bold with a space in it', STORY, '她说', '** 她说**', '26:1 unread-bold', /紧贴文字/],
  [
    'a row with a cell too many',
    STORY,
    '她说',
    '| 年份 | 期数 |\n| --- | --- |\n| 甲 | 乙 | 丙 |\n\n她说',
    '28:9 table-cells',
    /有3格，表头只有2格/,
  ],
  [
    'an address with a full-width colon',
    'sources.yaml',
    'url: https:',
    'url: https：',
    'sources.yaml 7:3 bad-value',
    /「：」是全角的，换成半角的 :/,
  ],
]

/** What only looks like a slip stands beside a real one, which is told and nothing else. */
const BESIDE: Array<[name: string, changes: Array<[from: string | RegExp, to: string]>, place: string]> = [
  [
    'a list that stands oddly without harm',
    [
      ['  - lintong-jianzhu', ' - lintong-jianzhu'],
      ['label: 培训班', 'label: "培训班'],
    ],
    '11:12 yaml-missing_char',
  ],
  [
    'prose of a block scalar',
    [
      [/lead: .*/, 'lead: |\n   - 学了三个月\n   回到县城教别人。'],
      ['    unit: 期', '    unit: 期\n    unit: 期'],
    ],
    '16:5 yaml-duplicate_key',
  ],
  [
    'a text in quotes over two lines',
    [
      [/lead: .*/, 'lead: "李姐学了三个月，\n  回到县城教别人。"'],
      ['label: 培训班', 'label: "培训班'],
    ],
    '12:12 yaml-missing_char',
  ],
  [
    'a field under a wrong name, whose right one is there with a mistake',
    [['kind: person', 'kinds: x\nkind: persons']],
    '4:1 unknown-field,5:1 unknown-value',
  ],
]

describe('beside a slip', () => {
  it.each(BESIDE)('%s is let be', async (_name, changes, place) => {
    const problems = await check(edit(STORY, ...changes))
    expect(problems.map(({ line, column, rule }) => `${line}:${column} ${rule}`).join()).toBe(place)
  })

  it.each([
    ['an item that begins like a field', ['brands:', 'lessons:\n  - 来源：县里的报道。\n  - 标题：写短。\nbrands:']],
    [
      'a further line that begins like a field',
      [/lead: .*/, 'lead: 李姐学了三个月，回到县城教别人。\n  来源：县里的报道。'],
    ],
  ] as const)('%s is no field', async (_name, [from, to]) => {
    expect(await check(edit(STORY, [from, to]))).toEqual([])
  })

  it.each([
    ['stars that are meant', '李\\*\\*说，她说'],
    [
      'lines broken within a sentence, or on purpose',
      '她说得慢，\n学员记得牢。{/* 她说。\n备注 */}她做。  \n走了。\\\n好，她说',
    ],
    ['signs at the head of a paragraph', '（一）先备料，她说\n\n①拉线\n\n**正安**·横琴'],
    ['a note to colleagues under a sentence', '她说得慢。\n{/* 备注。\n再核 */}\n\n她说'],
    ['a list and a heading', '- 拉线。\n- 砌砖。\n\n## 砌砖。\n她说'],
    ['a sign that is none of a component', '长 < 宽，a \\< b，她说'],
    ['an empty cell at the end of a row', '| 年份 | 期数 |\n| --- | --- |\n| 甲 | 乙 | |\n\n她说'],
  ])('%s are no mistake', async (_name, words) => {
    expect(await check(edit(STORY, ['她说', words]))).toEqual([])
  })
})

describe('slips', () => {
  it.each(SLIPS)('%s', async (_name, file, from, to, place, said) => {
    const problems = await check(edit(file, [from, to]))
    const places = problems.map(
      ({ file, line, column, rule }) => `${file === STORY ? '' : `${file} `}${line}:${column} ${rule}`,
    )
    expect(places).toEqual([place])
    expect(`${problems[0]?.message}\n${problems[0]?.fix}`).toMatch(said)
  })

  it.each(
    SLIPS.filter(
      ([name, , , , place]) =>
        !/of a list|in brackets/.test(name) &&
        /odd-space|dash-space|unquoted-sign|half-width-quotes|curly-quotes|chinese-field|joined-lines/.test(place),
    ),
  )('npm run fix mends %s', async (_name, file, from, to) => {
    const tree = edit(file, [from, to])
    const { text } = repairFile(Buffer.from(tree[file] as string), file)
    expect(await check({ ...tree, [file]: text ?? '' })).toEqual([])
  })
})

describe('what is no mistake', () => {
  it('an optional field of the template begun and left empty; a required one is', async () => {
    const empty = 'column:\nfigures:\n  -\nmedia:\nen:\n  title:\n  lead:\nnote:\n'
    expect(await check(edit(STORY, ['brands:', `${empty}brands:`]))).toEqual([])
    const [missing, ...more] = await check(edit(STORY, ['brands:', `${empty}brands:`], ['kind: person', 'kind:']))
    expect(missing).toMatchObject({ line: 4, rule: 'unknown-value' })
    expect(more).toEqual([])
  })

  it('Chinese in the address of a link, a size of clothes, a dash in a sentence', async () => {
    const words = '见[正安](https://example.cn/正安)，有XXXL码，她说——慢。\n\n她说得慢'
    expect(await check(edit(STORY, ['她说得慢', words]))).toEqual([])
  })

  it.each<[name: string, changes: Array<[from: string | RegExp, to: string]>]>([
    ['that the lead tells', [['李姐学了三个月', '李姐办班6期']]],
    ['that the text tells in its own words', [['她说得慢', '她办班6期']]],
    ['of a draft', [['kind: person', 'kind: person\ndraft: true']]],
    ['without a number', [[/ {4}(?:label|value|unit): .*\n/g, '']]],
  ])('a claim %s, taken nowhere', async (_name, changes) => {
    expect(await check(edit(STORY, ['，<Claim id="class-2025">办班6期</Claim>', ''], ...changes))).toEqual([])
  })

  it('a claim of a story that another text takes', async () => {
    const text = SAMPLE[BRAND]?.replace('师傅先教', '<Claim id="li-jie/class-2025" />师傅先教') as string
    expect(await check({ ...edit(STORY, ['，<Claim id="class-2025">办班6期</Claim>', '']), [BRAND]: text })).toEqual([])
  })

  it('one account in a brand and the other in a story of it', async () => {
    const account = (file: string, unit: string) =>
      edit(file, [`    unit: ${unit}\n`, `    unit: ${unit}\n    conflict: jige\n`])
    expect(await check({ ...account(STORY, '期'), [BRAND]: account(BRAND, '人')[BRAND] as string })).toEqual([])
  })
})

describe('the commands', { timeout: 60_000 }, () => {
  const run = (script: string, root: string, ...flags: string[]) =>
    spawnSync(process.execPath, [`scripts/${script}.ts`, ...flags], {
      encoding: 'utf8',
      env: { ...process.env, CONTENT_DIR: root, PUBLISH_NOW: LATEST },
    })
  const trees: Array<{ remove(): void }> = []
  const write = (tree: Tree) => {
    const written = writeTree(tree)
    trees.push(written)
    return written.root
  }
  afterAll(() => {
    for (const { remove } of trees) remove()
  })

  it('check says everything, counts what can be repaired, exits 1', () => {
    const root = write(edit(STORY, ['title: ', 'title：'], ['她说得慢', '工龄<5年，电话13800138000']))
    const { status, stderr, stdout } = run('check', root)
    expect(status).toBe(1)
    expect(stdout).toBe('')
    expect(stderr).toContain('content/stories/li-jie/index.mdx:2:6 错误 「title」后面用了中文冒号')
    expect(stderr).toContain('怎么改：')
    expect(stderr).toContain('共 3 处错误。其中 2 处运行 npm run fix 能自动改好。')
    expect(stderr).not.toContain('13800138000')
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  it('check --json prints the agreed fields and nothing else', () => {
    const root = write(edit(STORY, ['title: ', 'titel: '], ['kind: person', 'kind: persons']))
    const { status, stdout } = run('check', root, '--json')
    expect(status).toBe(1)
    const problems = JSON.parse(stdout)
    expect(problems.map((problem: Problem) => Object.keys(problem))).toEqual(
      Array(2).fill(['file', 'line', 'column', 'rule', 'level', 'message', 'fix']),
    )
  })

  it.each([
    ['', /「核实于」（checkedOn）写的是 2062-11-21，这一天还没有到/],
    [LATEST, /这一天还没有到/],
    ['明天', /PUBLISH_NOW 写成了「明天」/],
  ])('check goes by the clock, or by PUBLISH_NOW: %j', (now, said) => {
    const root = write(edit(BRAND, ['checkedOn: 2026-11-21', 'checkedOn: 2062-11-21']))
    const env = { ...process.env, CONTENT_DIR: root, PUBLISH_NOW: now }
    const { status, stderr } = spawnSync(process.execPath, ['scripts/check.ts'], { encoding: 'utf8', env })
    expect(status).toBe(1)
    expect(stderr).toMatch(said)
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  it('advice alone exits 0', () => {
    expect(run('check', write({ ...sample(), [STORY]: `\ufeff${SAMPLE[STORY]}` })).status).toBe(0)
  })

  it('fix writes the repaired file, says so in Chinese, and then has nothing to do', () => {
    const root = write(edit(STORY, ['title: ', 'title：'], ['她说得慢', '工龄<5年,她说得慢']))
    mkdirSync(join(root, 'stories/unread'))
    writeFileSync(join(root, 'stories/unread/index.mdx'), new Uint8Array([0xff, 0x80, 0x81, 0xe4, 0xb8]))
    const first = run('fix', root)
    expect(first.status).toBe(0)
    expect(first.stdout).toContain('content/stories/li-jie/index.mdx')
    expect(first.stdout).toContain('改好了 1 个文件')
    expect(readFileSync(join(root, STORY), 'utf8')).toContain('工龄＜5年，她说得慢')
    expect(readFileSync(join(root, 'stories/unread/index.mdx'))).toEqual(Buffer.from([0xff, 0x80, 0x81, 0xe4, 0xb8]))
    expect(run('fix', root).stdout.trim()).toBe('没有能自动改的地方。')
  })
})

/** Mistakes that show only when several files, or a file as such, are looked at. */
describe('mistakes across the content', { timeout: 60_000 }, () => {
  const add = (file: string, text: string): Tree => ({ ...sample(), [file]: `${SAMPLE[file] ?? ''}${text}` })
  const region = (id: string, parent: string) =>
    `- id: ${id}\n  name: 地区${id}\n  shortName: ${id}\n  level: county\n  parent: ${parent}\n`
  const trade = (id: string, parent: string) =>
    `- id: ${id}\n  name: 工种${id}\n  summary: 做事的人。\n  parent: ${parent}\n`
  const broadcast = (startsAt: string, endsAt: string) =>
    `---\nname: 建筑工直播\nkind: live\nsummary: 一次直播。\nproducer: 某单位\nstartsAt: ${startsAt}\nendsAt: ${endsAt}\nurl: https://video.example.cn/1\nsource: s1\n---\n\n直播里说的话。\n`
  const meeting = (start: string, end: string) =>
    `---\nname: 建筑工推介会\ntype: expo\nsummary: 一次推介会。\nstart: ${start}\nend: ${end}\n---\n\n已办。\n`

  const claim = (id: string) => `  - id: ${id}\n    text: 他们砌墙。\n    headline: true\n    source: s1\n`

  it.each<[name: string, tree: () => Tree, places: string[], message: RegExp, cure: RegExp]>([
    [
      'an id whose address is a page of the site',
      () => ({ ...sample(), 'brands/table/index.mdx': SAMPLE[BRAND] as string }),
      ['brands/table/index.mdx 1:1 folder-name'],
      /编号「table」的网址 \/brands\/table\/ 已经是本站的一页/,
      /换一个编号/,
    ],
    [
      'more figures in front than there is room for',
      () => edit(BRAND, ['claims:\n', `claims:\n${['a1', 'a2', 'a3', 'a4'].map(claim).join('')}`]),
      [`${BRAND} 24:5 bad-value`],
      /「放在前面」（headline）：放在前面的已经有三条，这一条多了/,
      /最多三个/,
    ],
    [
      'a figure set apart that the text does not take',
      () => edit(STORY, ['claims:', 'pull: class-2024\nclaims:']),
      ['8:1 dangling-claim'],
      /突出的数「class-2024」，正文里没有用到/,
      /写正文里一个 <Claim id="…" \/> 的编号，或删掉这一行/,
    ],
    [
      'a region that lies in itself',
      () => add('regions.yaml', region('aa', 'aa')),
      ['regions.yaml 14:3 parent-cycle'],
      /「上级地区」（parent）绕成了圈：aa → aa/,
      /改成真正的上级/,
    ],
    [
      'two regions that lie in each other',
      () => add('regions.yaml', region('aa', 'bb') + region('bb', 'aa')),
      ['regions.yaml 14:3 parent-cycle'],
      /绕成了圈：aa → bb → aa/,
      /最上一级不写 parent/,
    ],
    [
      'two trades that lie in each other',
      () => add('trades.yaml', trade('aa', 'bb') + trade('bb', 'aa')),
      ['trades.yaml 7:3 parent-cycle'],
      /「所属工种类」（parent）绕成了圈：aa → bb → aa/,
      /改成真正的上级/,
    ],
    [
      'a trade in a third level',
      () => add('trades.yaml', trade('aa', 'bricklayer') + trade('bb', 'aa')),
      ['trades.yaml 11:3 parent-depth'],
      /工种只分两层，这一条在第 3 层：bb → aa → bricklayer/,
      /parent 改成最上面的 bricklayer/,
    ],
    [
      'a brand that is its own parent',
      () => edit(BRAND, ['checkedOn:', 'parent: lintong-jianzhu\ncheckedOn:']),
      [`${BRAND} 5:1 parent-cycle`],
      /「上级品牌」（parent）绕成了圈/,
      /改成真正的上级/,
    ],
    [
      'redirects that turn in a circle by way of an anchor',
      () => add('redirects.yaml', '- from: /a/\n  to: "/b/#x"\n- from: /b/\n  to: /a/\n'),
      ['redirects.yaml 1:3 redirect', 'redirects.yaml 3:3 redirect'],
      /转来转去又回到自己/,
      /顺着 to/,
    ],
    [
      'a redirect that is a line of text',
      () => add('redirects.yaml', '- hello\n'),
      ['redirects.yaml 1:3 redirect'],
      /这里是一行文字，不是一栏一栏的内容/,
      /- from: \/旧地址\//,
    ],
    [
      'a redirect from a number',
      () => add('redirects.yaml', '- from: 123\n  to: /brands/\n'),
      ['redirects.yaml 1:3 redirect'],
      /「旧地址」（from）会被读成数字/,
      /英文引号/,
    ],
    [
      'redirects that are a link to something without end',
      () => ({ ...sample(), 'redirects.yaml': { link: '/dev/zero' } }),
      ['redirects.yaml 1:1 symlink'],
      /链接（快捷方式）/,
      /拷到这里/,
    ],
    [
      'a ledger that is a link to something without end',
      () => ({ ...sample(), 'addresses.txt': { link: '/dev/zero' } }),
      ['addresses.txt 1:1 symlink'],
      /链接（快捷方式）/,
      /拷到这里/,
    ],
    [
      'a row of a table that is a line of text',
      () => add('trades.yaml', '- 抹灰工\n'),
      ['trades.yaml 4:3 wrong-type'],
      /这里是一行文字，不是一栏一栏的内容/,
      /栏目: 内容/,
    ],
    [
      'a day of the last check that is a year',
      () => edit(BRAND, ['2026-11-21', '2026']),
      [`${BRAND} 5:1 bad-value`],
      /「核实于」（checkedOn）：这里要写到日/,
      /2026-12-31/,
    ],
    [
      'a day of a visit that is a month',
      () => ({
        ...sample(),
        'places/yuan/index.mdx':
          '---\nname: 建筑工基地\nkind: training-base\nregion: fm\nsummary: 一处基地。\nvisit:\n  hours: 周一到周五\n  source: s1\n  verifiedOn: 2026-11\n---\n\n基地。\n',
      }),
      ['places/yuan/index.mdx 9:3 bad-value'],
      /「核实于」（verifiedOn）：这里要写到日/,
      /2026-12-31/,
    ],
    [
      'a broadcast that ends before it begins',
      () => ({ ...sample(), 'media/zhi/index.mdx': broadcast('2026-05-01T09:00+08:00', '2026-05-01T08:00+08:00') }),
      ['media/zhi/index.mdx 7:1 bad-value'],
      /结束时间要晚于开播时间/,
      /北京时间/,
    ],
    [
      'an event that ends in the month before',
      () => ({ ...sample(), 'events/zhan/index.mdx': meeting('2026-05-01T09:00+08:00', '2026-04') }),
      ['events/zhan/index.mdx 6:1 bad-value'],
      /结束日期早于开始日期/,
      /2022-02-09/,
    ],
    [
      'a person taken down, still named by another name',
      () => ({
        ...edit(STORY, ['她说得慢', '跟瓦匠李学的']),
        'figures/li/index.mdx':
          '---\nname: 李师\naliases: [瓦匠李]\nroles: [leader]\nsummary: 一个人。\nwithdrawnOn: 2026-10-01\n---\n',
      }),
      ['1:1 withdrawn-person'],
      /人物 li 已经撤下，正文里还写着他的名字/,
      /不留姓名/,
    ],
    [
      'a picture as BMP',
      () => ({ ...sample(), 'stories/li-jie/b.bmp': new Uint8Array([0x42, 0x4d, 0, 0]) }),
      ['stories/li-jie/b.bmp 1:1 picture-format'],
      /BMP 图片，网站不能用/,
      /另存为 JPG/,
    ],
  ])('%s', async (_, tree, places, message, cure) => {
    const problems = await check(tree())
    expect(problems.map(place).sort()).toEqual([...places].sort())
    expect(problems.some((problem) => message.test(problem.message) && cure.test(problem.fix))).toBe(true)
  })

  it.each([
    ['2026-05-01T09:00+08:00', '2026-05-01'],
    ['2026-05-01', '2026-05'],
    ['2026-05-03', '2026'],
  ])('an event from %s to %s is none: as far as both are known it ends in time', async (start, end) => {
    expect(await check({ ...sample(), 'events/zhan/index.mdx': meeting(start, end) })).toEqual([])
  })

  it('another person of a longer name is no trace of one taken down', async () => {
    const person = (name: string, more = '') => `---\nname: ${name}\nroles: [leader]\nsummary: 一个人。\n${more}---\n`
    const tree = {
      ...edit(STORY, ['她说得慢', '跟李明华学的']),
      'figures/li-ming/index.mdx': person('李明', 'withdrawnOn: 2026-10-01\n'),
      'figures/li-ming-hua/index.mdx': person('李明华'),
    }
    expect(await check(tree)).toEqual([])
  })

  it('what check says of a picture, npm run photos does', async () => {
    const gif = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#8a6' } })
      .gif()
      .toBuffer()
    const bmp = new Uint8Array([0x42, 0x4d, 0, 0])
    const { root, remove } = writeTree({ ...sample(), 'stories/li-jie/a.gif': gif, 'stories/li-jie/b.bmp': bmp })
    const { root: keep, remove: removeKeep } = writeTree({})
    try {
      const before = sortProblems(validate(await readContent(root)).problems)
      expect(before.map(({ file, by }) => [file, by])).toEqual([
        ['stories/li-jie/a.gif', 'photos'],
        ['stories/li-jie/b.bmp', undefined],
      ])
      expect(await tidyPhotos(root, keep)).toMatchObject([
        { file: 'stories/li-jie/a.gif', now: 'a.jpg' },
        { file: 'stories/li-jie/b.bmp', cure: '另存为 JPG 再放进来' },
      ])
      const after = validate(await readContent(root)).problems
      expect(after.map(({ file }) => file)).toEqual(['stories/li-jie/b.bmp'])
    } finally {
      remove()
      removeKeep()
    }
  })
})

/** What happened to a file on its way: merged, renamed, pasted from elsewhere. One message each, at its place. */
describe('files that something happened to', { timeout: 60_000 }, () => {
  const told = (problems: readonly Problem[]) =>
    problems.map((problem) => `${place(problem)}｜${problem.message}｜${problem.fix}`)
  const both = (one: string, other: string) => `<<<<<<< HEAD\n${one}\n=======\n${other}\n>>>>>>> main`

  it('a conflict of two people is told once, at its first line, and nothing else of that file', async () => {
    const twice = edit(
      STORY,
      [/title: .*/, both('title: 甲', 'title: 乙')],
      ['她说得慢。', `${both('她说得慢。', '她电话13800138000')}\n\n她说`],
    )
    expect(told(await check(twice))).toEqual(
      [2, 30].map((line) =>
        expect.stringMatching(`^${line}:1 merge-conflict｜两个人改了同一处，还没有合好｜留下要的一份`),
      ),
    )
    expect(repairFile(Buffer.from(twice[STORY] as string), STORY)).toEqual({ done: [] })
  })

  it.each<[name: string, file: string, from: string | RegExp, to: string, places: string[]]>([
    [
      'with the common ancestor',
      STORY,
      /lead: .*/,
      `<<<<<<< a\nlead: 甲\n||||||| b\nlead: 乙\n=======\nlead: 丙\n>>>>>>> c`,
      ['3:1 merge-conflict'],
    ],
    [
      'in a table that others cite',
      'sources.yaml',
      '  title: 县里的报道',
      both('  title: 甲', '  title: 乙'),
      ['sources.yaml 2:1 merge-conflict'],
    ],
    [
      'whose first line alone was deleted',
      STORY,
      '她说',
      '甲\n=======\n乙\n>>>>>>> main\n\n她说',
      ['27:1 merge-conflict'],
    ],
    ['whose last line alone is left', STORY, '她说', '甲\n>>>>>>> main\n\n她说', ['27:1 merge-conflict']],
  ])('a conflict %s', async (_name, file, from, to, places) => {
    expect((await check(edit(file, [from, to]))).map(place)).toEqual(places)
  })

  it('a conflict in the ledger loses no address, and one in redirects is told', async () => {
    const tree = {
      ...sample(),
      'addresses.txt': `${both('/a/', '/b/')}\n`,
      'redirects.yaml': both('- from: /a/', '- from: /b/'),
    }
    expect(told(await check(tree))).toEqual([
      expect.stringMatching(/^addresses\.txt 1:1 merge-conflict｜两个人改了同一处，还没有合好｜两份都留下/),
      expect.stringMatching(/^redirects\.yaml 1:1 merge-conflict｜/),
    ])
  })

  it.each(['“=======”是分界，她说', '| 甲 | 乙 |\n| ------- | ------- |\n| 丙 | |\n\n她说'])(
    'no conflict: %j',
    async (words) => {
      expect(await check(edit(STORY, ['她说', words]))).toEqual([])
    },
  )

  const fixed = (tree: Tree, file = STORY) => repairFile(Buffer.from(tree[file] as string), file).text

  it('npm run fix joins no names, and takes away the spaces at the head of a line', async () => {
    const words =
      '　　她说得慢。\n\n　　跟着学的有：张三　李四　王五。\n\n##　学什么\n\n-　拉线\n-　砌砖\n\n1.　先看\n\n'
    const tree = edit(STORY, ['她说', `${words}她说`])
    expect(told(await check(tree))).toEqual([
      expect.stringMatching(/^26:1 spaced-indent｜行首有全角空格｜删掉/),
      expect.stringMatching(/^28:1 spaced-indent｜行首/),
      expect.stringMatching(/^28:9 spaced-indent｜字中间有全角空格｜名字之间用顿号，别的地方删掉空格$/),
      expect.stringMatching(/^28:12 spaced-indent｜字中间/),
      expect.stringMatching(/^30:3 spaced-indent｜「##」后面是全角空格｜换成一个半角空格/),
      expect.stringMatching(/^32:2 spaced-indent｜「-」后面/),
      expect.stringMatching(/^33:2 spaced-indent｜/),
      expect.stringMatching(/^35:3 spaced-indent｜「1\.」后面/),
    ])
    expect(fixed(tree)).toContain(
      '\n她说得慢。\n\n跟着学的有：张三　李四　王五。\n\n## 学什么\n\n- 拉线\n- 砌砖\n\n1. 先看\n\n',
    )
  })

  it.each([
    ['她说得慢。。', '她说得慢。'],
    ['她说得慢。。。', '她说得慢……'],
    ['她说得慢????', '她说得慢????'],
  ])('npm run fix makes no new mistake of %s', (words, mended) => {
    expect(fixed(edit(STORY, ['她说得慢。', words]))).toContain(`\n${mended}\n`)
  })

  it('characters of a PDF are told and mended, and judged as what they look like', async () => {
    const tree = edit(
      STORY,
      [/title: .*/, 'title: 李姐的⼿艺'],
      ['她说得慢', '她是脱贫⼾，手艺全国第⼀，⻢在⻔外，不晓⺡'],
    )
    expect(told(await check(tree))).toEqual([
      expect.stringMatching(/^2:11 lookalike｜「⼿」是从 PDF 里复制来的.*｜换成「手」$/),
      expect.stringMatching(/^26:5 lookalike｜「⼾」.*｜换成「户」$/),
      expect.stringMatching(/^26:9 absolute-term｜用了绝对化用语「全国第一」/),
      expect.stringMatching(/^26:12 lookalike｜「⼀」.*｜换成「一」$/),
      expect.stringMatching(/^26:14 lookalike｜.*「马」$/),
      expect.stringMatching(/^26:16 lookalike｜.*「门」$/),
      expect.stringMatching(/^26:21 lookalike｜.*｜删掉，用输入法重新打一遍$/),
    ])
    expect(fixed(tree)).toContain('\n她是脱贫户，手艺全国第一，马在门外，不晓⺡。\n')
  })

  it('a text opened with the wrong encoding is told once, and so is one that went through three', async () => {
    const garbled = Buffer.from(SAMPLE[STORY] as string).toString('latin1')
    expect(told(await check({ ...sample(), [STORY]: garbled }))).toEqual([
      expect.stringMatching(/^2:8 mojibake｜「æ.+」是乱码：文件用错了编码打开，又存过一次｜乱码改不回来：找到原稿/),
    ])
    expect((await check(edit(STORY, ['她说', 'å¥¹è¯´']))).map(place)).toEqual(['26:1 mojibake'])
    expect((await check(edit(STORY, ['她说', '锟斤拷锟斤拷']))).map(place)).toEqual(['26:1 mojibake'])
  })

  it('no characters of a PDF, no wrong encoding: names of the West, a rare surname, a character of its own', async () => {
    const words = 'Café Zoë、Škoda、naïve、“ä”、Æsir、氵旁的字、龙﨑、㐱先生，她说'
    expect(await check(edit(STORY, ['她说', words]))).toEqual([])
  })

  it.each([
    ['Word 或 Excel', [0x50, 0x4b, 0x03, 0x04, 0x14, 0, 6, 0, 0xff, 0xfe]],
    ['Word 或 Excel', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
    ['PDF', [...Buffer.from('%PDF-1.7\n电话13800138000')]],
  ])('a %s file called index.mdx is told once', async (name, bytes) => {
    const problems = await check({ ...sample(), [STORY]: new Uint8Array(bytes) })
    expect(told(problems)).toEqual([
      expect.stringMatching(
        `^1:1 not-a-text｜这是 ${name} 文件，不是文字稿：.*｜把这个文件夹移到仓库外面，用 npm run new 建一篇`,
      ),
    ])
    expect(repairFile(new Uint8Array(bytes), STORY)).toEqual({ done: [] })
  })

  it('a Word file called sources.yaml makes nothing missing for those who cite it', async () => {
    const problems = await check({ ...sample(), 'sources.yaml': new Uint8Array([0x50, 0x4b, 0x03, 0x04]) })
    expect(told(problems)).toEqual([expect.stringMatching(/^sources\.yaml 1:1 not-a-text｜.*git checkout 取回原来的/)])
  })

  it.each([
    ['little-endian with its mark', '\ufeff', false],
    ['little-endian', '', false],
    ['big-endian with its mark', '\ufeff', true],
    ['big-endian', '', true],
  ])('UTF-16, %s, is told once and mended', async (_name, mark, isBig) => {
    const bytes = Buffer.from(mark + (SAMPLE[STORY] as string), 'utf16le')
    if (isBig) bytes.swap16()
    expect(told(await check({ ...sample(), [STORY]: bytes }))).toEqual([
      expect.stringMatching(/^1:1 encoding｜文件编码不是 UTF-8，是 UTF-16.*｜.*另存为→编码选“UTF-8”/),
    ])
    expect(repairFile(bytes, STORY).text).toBe(SAMPLE[STORY])
  })

  it('what cannot be read is told, and nothing that was guessed of it', async () => {
    const bytes = Buffer.concat([Buffer.from('---\ntitel: 电话13800138000\n'), Buffer.from([0xe4, 0xb8, 0xff, 0x80])])
    expect((await check({ ...sample(), [STORY]: bytes })).map(place)).toEqual(['1:1 encoding'])
  })

  it('a text with one invisible character is no UTF-16', async () => {
    expect((await check(edit(STORY, ['她说', '她\0说']))).map(place)).toEqual(['26:2 control-character'])
  })

  const { [STORY]: text, ...withoutStory } = SAMPLE
  const renamed = (name: string): Tree => ({
    ...withoutStory,
    [COVER]: cover,
    [`stories/li-jie/${name}`]: text as string,
  })

  it.each([
    ['index.mdx.txt', /^把 index\.mdx\.txt 改名为 index\.mdx；看不见 \.txt 时/],
    ['index.md', /^把 index\.md 改名为 index\.mdx$/],
    ['Index.mdx', /^把 Index\.mdx 改名为 index\.mdx（全小写）$/],
    ['李姐.txt', /^把 李姐\.txt 改名为 index\.mdx；/],
    ['稿子.docx', /^稿子\.docx 改名也不行：把这个文件夹移到仓库外面，用 npm run new/],
  ])('%s, the only copy of a manuscript, is told once and not to be deleted', async (name, fix) => {
    const problems = await check(renamed(name))
    expect(problems.map(place)).toEqual(['1:1 no-manuscript'])
    expect(problems[0]?.message).toBe(`文件夹里没有 index.mdx，只有 ${name}`)
    expect(problems[0]?.fix).toMatch(fix)
  })

  it('beside index.mdx a second manuscript and a document are told apart', async () => {
    const more = { 'stories/li-jie/index.md': 'x', 'stories/li-jie/原稿.docx': 'x', 'stories/甲.mdx.txt': 'x' }
    expect(told(await check({ ...sample(), ...more }))).toEqual([
      expect.stringMatching(
        /index\.md 1:1 foreign-file｜这一篇已经有 index\.mdx，又有一个「index\.md」｜只有 index\.mdx 会发布/,
      ),
      expect.stringMatching(/原稿\.docx 1:1 foreign-file｜这里不能放「原稿\.docx」｜把它移到仓库外面；是稿子的/),
      expect.stringMatching(/甲\.mdx\.txt 1:1 foreign-file｜稿件没有自己的文件夹｜建文件夹 甲，/),
    ])
  })

  it.each([
    [/title: /, 'title:　', '2:7 odd-space'],
    [/kind: person/, 'kind: person\u00a0', '4:13 odd-space'],
    [/ {2}- lintong/, '  -\u00a0lintong', '7:4 odd-space'],
    [/- id: class/, '-\u00a0id: class', '9:4 odd-space'],
  ] as const)('an odd space in front matter, %s, is told once and mended', async (from, to, expected) => {
    const tree = edit(STORY, [from, to])
    expect((await check(tree)).map(place)).toEqual([expected])
    expect(fixed(tree)).toBe(SAMPLE[STORY])
  })

  it.each<[name: string, file: string, from: string | RegExp, to: string, place: string, said: RegExp]>([
    [
      'fields of a claim at the margin',
      STORY,
      /^ {4}(?=text|label|value|unit|source|locator)/gm,
      '',
      '10:1 lost-indent',
      /｜这一栏跑到行首去了.*｜从这里起，各栏要和上面的 id 对齐：行首空四格$/,
    ],
    [
      'the last fields of a claim at the margin',
      STORY,
      /^ {4}(?=unit|source|locator)/gm,
      '',
      '13:1 lost-indent',
      /行首空四格$/,
    ],
    ['the source of a claim at the margin', STORY, /^ {4}(?=source|locator)/gm, '', '14:1 lost-indent', /行首空四格$/],
    ['the place in the source at the margin', STORY, /^ {4}(?=locator)/gm, '', '15:1 lost-indent', /行首空四格$/],
    ['fields of a row at the margin', 'sources.yaml', /^ {2}/gm, '', 'sources.yaml 2:1 lost-indent', /行首空两格$/],
    [
      'one field of a row at the margin',
      'sources.yaml',
      '  kind',
      'kind',
      'sources.yaml 4:1 lost-indent',
      /行首空两格$/,
    ],
    [
      'a row without its dash, at the margin',
      'regions.yaml',
      '- id: fm',
      'id: fm',
      'regions.yaml 5:1 lost-dash',
      /少了“- ”｜在 id 前面写上减号/,
    ],
    [
      'a row without its dash, in line',
      'regions.yaml',
      '- id: fm',
      '  id: fm',
      'regions.yaml 5:3 lost-dash',
      /少了“- ”/,
    ],
    ['a first row without its dash', 'trades.yaml', '- id', 'id', 'trades.yaml 1:1 lost-dash', /少了“- ”/],
  ])('%s: told once, and mended', async (_name, file, from, to, expected, said) => {
    const tree = edit(file, [from, to])
    const problems = await check(tree)
    expect(problems.map(place)).toEqual([expected])
    expect(told(problems)[0]).toMatch(said)
    expect(fixed(tree, file)).toBe(SAMPLE[file])
  })

  it('a source of the manuscript itself, below a list of another sort, is no lost one', () => {
    const text = '---\nclauses:\n  - id: a\n    text: 甲乙丙。\nsource: s1\nlocator: 第3段\n---\n\n正文。\n'
    expect(repairFile(Buffer.from(text), 'policies/a/index.mdx')).toEqual({ text, done: [] })
  })

  it('a claim that fell apart takes no field of the story with it', async () => {
    const tree = edit(
      STORY,
      ['kind: person\n', ''],
      [/^ {4}(?=text|label|value|unit|source|locator)/gm, ''],
      ['locator: 第3段\n', 'locator: 第3段\nkind: person\n'],
    )
    expect((await check(tree)).map(place)).toEqual(['9:1 lost-indent'])
    expect(fixed(tree)).toContain('\n    locator: 第3段\nkind: person\n---')
  })
})

/** Cures that can be followed to the letter. */
describe('cures', { timeout: 60_000 }, () => {
  const BRANDS = /brands:\n {2}- lintong-jianzhu\n/

  it.each<
    [
      name: string,
      file: string,
      from: string | RegExp,
      to: string,
      place: string,
      message: RegExp,
      fix: string | RegExp,
    ]
  >([
    [
      'two sources of a claim',
      STORY,
      'source: s1\n',
      'source: s1、s2\n',
      '14:5 bad-value',
      /来源/,
      '这里只能写一个：只留一个编号',
    ],
    [
      'a list of sources',
      STORY,
      '    source: s1\n',
      '    source:\n      - s1\n      - s2\n',
      '14:5 wrong-type',
      /只能写一个编号/,
      /source: s1$/,
    ],
    [
      'a list left out',
      STORY,
      BRANDS,
      '',
      '2:1 missing-field',
      /少了「品牌」/,
      /^补上两行：“brands:”，下一行“ {2}- 品牌的编号”$/,
    ],
    [
      'a list left empty',
      STORY,
      BRANDS,
      'brands:\n',
      '6:1 empty-field',
      /「品牌」（brands）空着/,
      /^这一栏必须写：下一行写“ {2}- /,
    ],
    [
      'a list on one line',
      STORY,
      BRANDS,
      'brands: lintong-jianzhu\n',
      '6:1 wrong-type',
      /要分行写/,
      /下一行“ {2}- lintong-jianzhu”$/,
    ],
    [
      'a word of a vocabulary left out',
      STORY,
      'kind: person\n',
      '',
      '2:1 missing-field',
      /^少了「类别」（kind）/,
      /^补上 kind: .*person（典型人物）$/,
    ],
    [
      'a word of a vocabulary left empty',
      STORY,
      'kind: person',
      'kind:',
      '4:1 unknown-value',
      /「类别」（kind）空着/,
      /^这一栏必须写：kind: /,
    ],
    [
      'a day left out',
      BRAND,
      /checkedOn.*\n/,
      '',
      `${BRAND} 2:1 missing-field`,
      /^少了「核实于」/,
      /^补上 checkedOn: /,
    ],
    [
      'a day left empty',
      BRAND,
      /checkedOn.*\n/,
      'checkedOn:\n',
      `${BRAND} 5:1 empty-field`,
      /空着/,
      /必须写：checkedOn: /,
    ],
    ['a value in quotes', STORY, 'value: 6', 'value: "6"', '12:5 wrong-type', /加了引号/, '去掉引号：value: 6'],
    [
      'a day without its minute, as a number',
      STORY,
      /publishedAt.*/,
      'publishedAt: 20261122',
      '5:1 wrong-type',
      /20261122/,
      '写成 2026-11-22T09:00+08:00 的样子',
    ],
    [
      'a brand with a comma',
      STORY,
      '- lintong-jianzhu',
      '- lintong-jianzhu,',
      '7:5 bad-value',
      /编号/,
      '只写编号：lintong-jianzhu',
    ],
    [
      'a brand as its address',
      STORY,
      '- lintong-jianzhu',
      '- /brands/lintong-jianzhu/',
      '7:5 bad-value',
      /编号/,
      '只写编号：lintong-jianzhu',
    ],
    [
      'a brand as the address of another',
      STORY,
      '- lintong-jianzhu',
      '- https://www.example.cn/a',
      '7:5 bad-value',
      /编号/,
      /^这里写编号，不写网址/,
    ],
    ['a brand by its name', STORY, '- lintong-jianzhu', '- 临桐建筑', '7:5 bad-value', /编号/, /^写编号，不写名字/],
  ])('of %s', async (_name, file, from, to, expected, message, fix) => {
    const problems = await check(edit(file, [from, to]))
    expect(problems.map(place)).toEqual([expected])
    expect(problems[0]?.message).toMatch(message)
    expect(problems[0]?.fix).toMatch(fix)
    if (typeof fix === 'string') expect(problems[0]?.fix).toBe(fix)
  })

  it('of an id of a claim in Chinese does not speak of pages', async () => {
    const problems = await check(edit(STORY, ['id: class-2025\n', 'id: 培训\n']))
    expect(problems.map(({ fix }) => fix)).toEqual(['用小写拼音，词之间用连字符，例如 peixun-2025'])
  })

  it('of a date of an event name the field that it has', async () => {
    const text = '---\nname: 建筑工推介会\ntype: expo\nsummary: 一次推介会。\ndate: 2025-05-01\n---\n\n已办。\n'
    const problems = await check({ ...sample(), 'events/zhan/index.mdx': text })
    expect(problems.map(({ line, fix }) => `${line} ${fix}`)).toEqual(['5 是不是想写 start？不是就删掉这一行'])
  })
})
