import { describe, expect, it } from 'vitest'
import { readManuscript } from './manuscript.ts'
import type { Problem } from './problem.ts'

/** A manuscript with this body; the body starts on line 4. */
const read = (body: string) => readManuscript(`---\ntitle: 试\n---\n${body}`, 'stories/x/index.mdx')

/** The body as one HTML string; slots are shown in brackets. */
const html = (body: string) =>
  read(body)
    .body.segments.map((segment) => (typeof segment === 'string' ? segment : `[${segment.slot}]`))
    .join('')

const rules = (problems: readonly Problem[]) => problems.map((problem) => problem.rule)

describe('Chinese emphasis (golden: CommonMark breaks these next to full-width punctuation)', () => {
  it.each([
    ['这是**“月嫂之乡”**的由来。', '这是<strong>“月嫂之乡”</strong>的由来。'],
    ['**资格证书。**她说。', '<strong>资格证书。</strong>她说。'],
    ['这里有**焊工（高级）**三名。', '这里有<strong>焊工（高级）</strong>三名。'],
    ['**福绵裁缝**做牛仔裤。', '<strong>福绵裁缝</strong>做牛仔裤。'],
    ['做的是**牛仔裤**。', '做的是<strong>牛仔裤</strong>。'],
    ['他说：**“不走了。”**然后回厂。', '他说：<strong>“不走了。”</strong>然后回厂。'],
    ['**《实施意见》**提出', '<strong>《实施意见》</strong>提出'],
    ['提出了**《实施意见》**的县', '提出了<strong>《实施意见》</strong>的县'],
    ['**（一）**先备料', '<strong>（一）</strong>先备料'],
    ['工序有**杀青、揉捻、提毫**三步', '工序有<strong>杀青、揉捻、提毫</strong>三步'],
    ['**2024年**生产246万把', '<strong>2024年</strong>生产246万把'],
    ['生产**246万把**吉他', '生产<strong>246万把</strong>吉他'],
    ['**24家水洗厂**全部搬迁', '<strong>24家水洗厂</strong>全部搬迁'],
    ['**A级**和**B级**', '<strong>A级</strong>和<strong>B级</strong>'],
    ['这叫**“火中取宝”**，要快。', '这叫<strong>“火中取宝”</strong>，要快。'],
    ['**注意：**目标不是结果', '<strong>注意：</strong>目标不是结果'],
    ['**目标；**不是**结果！**对', '<strong>目标；</strong>不是<strong>结果！</strong>对'],
    ['**问：**什么是劳务品牌？', '<strong>问：</strong>什么是劳务品牌？'],
    ['一句**话……**没说完', '一句<strong>话……</strong>没说完'],
    ['破折号**——**也行', '破折号<strong>——</strong>也行'],
    ['**100%**是手工', '<strong>100%</strong>是手工'],
    ['约**1.4万人**次', '约<strong>1.4万人</strong>次'],
    ['*一*字', '<em>一</em>字'],
    ['用*“着重号”*标', '用<em>“着重号”</em>标'],
    ['***又重又强。***后文', '<em><strong>又重又强。</strong></em>后文'],
    ['**正安·横琴**园区', '<strong>正安·横琴</strong>园区'],
    ['【**重要**】事项', '【<strong>重要</strong>】事项'],
    ['“**重要**”事项', '“<strong>重要</strong>”事项'],
    ['**重要**（见后）', '<strong>重要</strong>（见后）'],
    ['（**重要**）见后', '（<strong>重要</strong>）见后'],
    ['**～**不是波浪', '<strong>～</strong>不是波浪'],
    ['字**“a”b**字', '字<strong>“a”b</strong>字'],
  ])('%s', (markdown, expected) => {
    expect(html(markdown)).toBe(`<p>${expected}</p>`)
  })
})

describe('Chinese text', () => {
  it('joins lines between Chinese characters, keeps the space between Latin words', () => {
    expect(html('第一行\n第二行，\n第三行')).toBe('<p>第一行第二行，第三行</p>')
    expect(html('one\ntwo')).toBe('<p>one\ntwo</p>')
    expect(html('中文\nEnglish')).toBe('<p>中文\nEnglish</p>')
  })

  it('reads a tilde as a range, not as a deletion', () => {
    expect(html('63%~68%，100~150公斤')).toBe('<p>63%~68%，100~150公斤</p>')
  })

  it('keeps quotes and full-width punctuation as written', () => {
    expect(html('他说：“她讲‘好’。”——《序》')).toBe('<p>他说：“她讲‘好’。”——《序》</p>')
  })

  it('counts Han characters only', () => {
    expect(read('做3把琴，OK。').body.length).toBe(3)
  })

  it('gives headings readable anchors, distinct when they repeat', () => {
    expect(read('## 一把琴，怎么做？\n\n文\n\n## 一把琴，怎么做？').body.headings.map(({ id }) => id)).toEqual([
      '一把琴-怎么做',
      '一把琴-怎么做-2',
    ])
  })
})

describe('components', () => {
  it('breaks the text where a claim stands', () => {
    expect(read('有<Claim id="a/b">两千把</Claim>琴').body.segments).toEqual([
      '<p>有',
      { slot: 'claim', entry: 'a', id: 'b', text: '两千把', at: { line: 4, column: 2 } },
      '琴</p>',
    ])
  })

  it('renders quote, steps and note, written on one line or on several', () => {
    expect(html('<Quote source="s" by="标语">回家。</Quote>')).toBe(
      '<figure class="quote"><blockquote><p>回家。</p></blockquote><figcaption>标语[cite]</figcaption></figure>',
    )
    expect(html('<Note>\n提醒\n</Note>')).toBe('<div class="note" role="note"><p>提醒</p></div>')
    expect(html('<Steps>\n<Step title="甲">做</Step>\n<Step title="乙">再做</Step>\n</Steps>')).toBe(
      '<ol class="steps"><li><strong>甲</strong><p>做</p></li><li><strong>乙</strong><p>再做</p></li></ol>',
    )
  })

  it('leaves comments out', () => {
    expect(html('前{/* 备注 */}后')).toBe('<p>前后</p>')
  })

  it('marks internal links for the base path and notes them', () => {
    const { body } = read('见[张](/figures/zhang/)')
    expect(body.segments).toEqual(['<p>见<a href="%BASE%/figures/zhang/">张</a></p>'])
    expect(body.links).toEqual([{ url: '/figures/zhang/', at: { line: 4, column: 2 } }])
  })
})

describe('what a manuscript may not contain', () => {
  it.each([
    ['import x from "y"', 'no-import'],
    ['export const a = 1', 'no-import'],
    ['{process.exit(0)}', 'no-expression'],
    ['编号{2024}', 'no-expression'],
    ['{/* a */ alert(1) /* b */}', 'no-expression'],
    ['<script>alert(1)</script>', 'unknown-component'],
    ['<iframe src="https://x.cn" />', 'unknown-component'],
    ['<constructor />', 'unknown-component'],
    ['<__proto__ />', 'unknown-component'],
    ['<></>', 'unknown-component'],
    ['<Claim id={1} />', 'no-attribute-code'],
    ['<Claim {...a} />', 'no-attribute-code'],
    ['<Claim id="a" onclick="b" />', 'unknown-attribute'],
    ['<Claim />', 'missing-attribute'],
    ['<Step title="甲">做</Step>', 'misplaced-component'],
    ['全县有<Claim id="a">[三百人](https://example.org)</Claim>', 'claim-text-only'],
    ['全县有<Claim id="a">**三百**人</Claim>', 'claim-text-only'],
    ['# 一级标题', 'no-h1'],
    ['做了`999把`琴', 'no-code'],
    ['```\n做了999把琴\n```', 'no-code'],
    ['~~~\n没有收尾', 'no-code'],
    ['<Photo src="../a.jpg" alt="八个字以上的文字说明" credit="x" licence="x" />', 'bad-picture'],
    ['<Photo src="https://x.cn/a.jpg" alt="八个字以上的文字说明" credit="x" licence="x" />', 'bad-picture'],
    ['<Photo src="./a.svg" alt="八个字以上的文字说明" credit="x" licence="x" />', 'bad-picture'],
    ['<Photo src="./a.gif" alt="八个字以上的文字说明" credit="x" licence="x" />', 'bad-picture'],
    ['<Photo src="./a.jpg" alt="图片" credit="x" licence="x" />', 'bad-alt'],
    ['<Photo src="./a.jpg" alt="八个字以上的文字说明" licence="x" />', 'missing-attribute'],
    ['[x](javascript:alert(1))', 'bad-link'],
    ['[x](java\u200bscript:alert(1))', 'bad-link'],
    ['[x](&#106;avascript:alert(1))', 'bad-link'],
    ['[x](//evil.cn)', 'bad-link'],
    ['[x](data:text/html,1)', 'bad-link'],
    ['[x][y]\n\n[y]: javascript:alert(1)', 'reference-link'],
    ['[福绵][a]\n\n[a]: /brands/nonexistent/', 'reference-link'],
    ['[福绵]\n\n[福绵]: /brands/nonexistent/', 'reference-link'],
    ['没有人用\n\n[a]: /brands/nonexistent/', 'reference-link'],
    ['![图](https://x.cn/a.jpg)', 'no-image'],
    ['![图][a]\n\n[a]: https://x.cn/a.jpg', 'no-image'],
    ['脚注[^1]\n\n[^1]: 说明', 'no-footnote'],
    ['没有人用\n\n[^1]: 说明', 'no-footnote'],
    ['- [ ] 没做\n- 不是', 'no-checkbox'],
    ['1. [x] 做完', 'no-checkbox'],
  ])('%s', (body, rule) => {
    const { problems, body: rendered } = read(body)
    expect(rules(problems)).toContain(rule)
    expect(rendered.segments).toEqual([])
  })

  it.each([
    ['{/* 注释 */}'],
    ['文字里的 javascript: 不是链接'],
    ['\\{a\\} \\<b'],
    ['5 < 6 > 4'],
    ['全角＜｛｝没关系'],
    ['<https 不是标签'.replace('<', '＜')],
    ['[站外](https://example.org/a?b=1)'],
    ['[邮箱](mailto:a@example.org)'],
  ])('lets pass: %s', (body) => {
    expect(read(body).problems).toEqual([])
  })
})

describe('wording is read as its reader reads it', () => {
  const found = (problems: readonly Problem[]) =>
    problems.map(({ line, column, rule, edit }) => [line, column, rule, ...(edit ? [edit.replacement] : [])])

  it.each<[body: string, expected: unknown[][]]>([
    ['全国&#31532;一', [[4, 1, 'absolute-term']]],
    ['手艺&#x5168;国&#31532;一', [[4, 3, 'absolute-term']]],
    ['手艺全国\n第一', [[4, 3, 'absolute-term']]],
    [
      '> 手艺全国\n> 第一',
      [
        [4, 1, 'no-blockquote'],
        [4, 5, 'absolute-term'],
      ],
    ],
    ['a\\*b &amp; c &copy; 全国**第一**', [[4, 21, 'absolute-term']]],
    ['全国第一', [[4, 1, 'absolute-term']]],
    // A reference that is shown as it stands is no disguise.
    ['全国&amp;#31532;一', []],
    ['全国\\&#31532;一', []],
  ])('body %j', (body, expected) => {
    expect(found(read(body).problems)).toEqual(expected)
  })

  it.each<[field: string, expected: unknown[][]]>([
    ['title: "\\u5168\\u56fd\\u7b2c\\u4e00的吉他"', [[2, 9, 'absolute-term']]],
    ['title: "一把\\x41琴\\n\\u5168国第一"', [[2, 18, 'absolute-term']]],
    ['title: 全国第一', [[2, 8, 'absolute-term']]],
    ['title: "全国第一"', [[2, 9, 'absolute-term']]],
    ['lead: |\n  第一行。\n  手艺全国第一', [[4, 5, 'absolute-term']]],
    // A backslash without double quotes is a backslash.
    ['title: \\u7b2c一', []],
  ])('front matter %j', (field, expected) => {
    expect(found(readManuscript(`---\n${field}\n---\n`, 'x').problems)).toEqual(expected)
  })

  it('and repaired only where the source says the same', () => {
    expect(found(read('&lt;好,她\\*说&#x2C;好,好').problems)).toEqual([
      [4, 6, 'half-width-mark', '，'],
      [4, 11, 'half-width-mark'],
      [4, 18, 'half-width-mark', '，'],
    ])
  })
})

describe('addresses', () => {
  const HOME = '玉州区人民东路6号3栋201室'
  const addresses = (front: string, body = '') =>
    readManuscript(`---\n${front}\n---\n${body}`, 'x')
      .problems.filter(({ rule }) => rule === 'personal-address')
      .map(({ line }) => line)

  it.each([`contact:\n  address: ${HOME}`, `venue: "${HOME}"`, `stops:\n  - route: ${HOME}`])(
    'of offices stand in their own fields: %j',
    (front) => {
      expect(addresses(front)).toEqual([])
    },
  )

  it('are refused everywhere else, and nothing else may stand in those fields', () => {
    expect(addresses(`summary: ${HOME}`)).toEqual([2])
    expect(addresses('summary: "3\\u680b201室"')).toEqual([2])
    expect(addresses('title: 试', `address: ${HOME}`)).toEqual([4])
    const { problems } = readManuscript('---\nvenue: "\\x31\\x33800138000"\n---\n', 'x')
    expect(rules(problems)).toEqual(['personal-mobile'])
  })
})

describe('problems', () => {
  it('point at the line and column of the file, in front matter and body alike', () => {
    const { problems } = readManuscript('---\ntitle: 一\n\ttab: 二\n---\n文字\n\n# 大标题', 'x')
    expect(problems.map(({ line, rule }) => [line, rule])).toEqual([
      [3, 'yaml-tab_as_indent'],
      [7, 'no-h1'],
    ])
  })

  it('say what is missing when there is no front matter', () => {
    expect(readManuscript('没有开头', 'x').problems).toMatchObject([{ line: 1, column: 1, rule: 'front-matter' }])
    expect(readManuscript('---\ntitle: x\n没有结尾', 'x').problems).toMatchObject([{ rule: 'front-matter' }])
  })

  it.each(['年龄<35岁', '<Note>没有收尾', '{没有收尾'])('explain a syntax error in Chinese: %s', (body) => {
    const [problem] = read(body).problems
    expect(problem).toMatchObject({ rule: 'markdown-syntax', line: 4 })
    expect(`${problem?.message}${problem?.fix}`).toMatch(/\p{Script=Han}/u)
    expect(`${problem?.message}${problem?.fix}`).not.toMatch(/expected|JSX|acorn/i)
  })
})

describe('a picture in a format that pages do not have', () => {
  const cure = (src: string) =>
    readManuscript(
      `---\ntitle: 试\n---\n<Photo src="${src}" alt="八个字以上的文字说明" credit="x" licence="x" />`,
      'x',
    ).problems.find(({ rule }) => rule === 'bad-picture')?.fix

  it.each(['./a.heic', './a.gif', './a.JFIF'])('%s is converted by the command', (src) => {
    expect(cure(src)).toMatch(/npm run photos/)
  })

  it('or is to be saved as another, where nothing here reads it', () => {
    expect(cure('./a.bmp')).toMatch(/另存为 JPG/)
    expect(cure('./a.bmp')).not.toMatch(/npm run photos/)
  })
})
