import { describe, expect, it } from 'vitest'
import { repairFile } from '../../src/manuscript/fix.ts'
import { BRAND, check, edit, STORY } from './ground.ts'

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
  [
    'what a program for writing says',
    STORY,
    '她说得慢',
    '作为一个AI语言模型，我不能……',
    '26:1 unread-machine',
    /写作软件/,
  ],
  [
    'how a program for writing begins',
    STORY,
    '她说得慢。',
    '以下是为您生成的故事：',
    '26:1 unread-machine',
    /对照来源核实/,
  ],
  ['a name left open in small letters', STORY, '她说得慢', '她在xxx厂学手艺', '26:1 unread-note', /会印出来/],
  ['the sentence of the example', STORY, '她说得慢', '这里接着写', '26:1 unread-note', /会印出来/],
  [
    'a paragraph pasted twice',
    STORY,
    '她说得慢。',
    '她说得慢，学员一个一个地跟着做，做完了再讲下一步。\n\n她说得慢，学员一个一个地跟着做，做完了再讲下一步。',
    '28:1 repeated-paragraph',
    /第26行[\s\S]*粘贴了两次/,
  ],
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
  ...['[报道](https://www.gov.cn/a b)', '【报道】(https://www.gov.cn/a)', '[报道] (https://www.gov.cn/a)'].map(
    (link): (typeof SLIPS)[number] => [
      `a link that is none: ${link}`,
      STORY,
      '她说',
      `见${link}\n\n她说`,
      '26:1 unread-link',
      /不能有空格/,
    ],
  ),
  [
    'a link whose words are another address',
    STORY,
    '她说',
    '见[www.gov.cn](https://evil.com)，她说',
    '26:2 bad-link',
    /打开的却是别处/,
  ],
  ['a link to a program', STORY, '她说', '见[这里](https://example.cn/a.apk)，她说', '26:2 bad-link', /要安装的程序/],
  [
    'a link that copies a letter',
    STORY,
    '她说',
    '见[写信](mailto:rsj@gx.gov.cn?bcc=a@b.cn)，她说',
    '26:2 bad-link',
    /抄送/,
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
    [
      'an address in words that leads there',
      '见[www.gov.cn](https://gov.cn/a)、[数据.csv](https://example.cn/数据.csv)，她说',
    ],
    ['an address in brackets behind words', '县里的公告 https://www.gov.cn/a 说，[公告](https://www.gov.cn/b)，她说'],
    [
      'words about programs, and a refrain',
      '她教人工智能模型认布料，作为一名AI训练师，衣服有xxl码。\n\n她说。\n\n她说',
    ],
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
