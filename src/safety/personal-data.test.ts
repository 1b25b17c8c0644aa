import { describe, expect, it } from 'vitest'
import { findPersonalData, maskPersonalData, mayHold, type PersonalKind, WORD_PATTERNS } from './personal-data.ts'

/** ID numbers with right check characters for a place and days that nobody was born on here. */
const ID_X = '11010519491231002X'
const ID = '520324198802034567'

/** Every disguise in which it must be seen. */
const PERSONAL: Array<[kind: PersonalKind, text: string]> = [
  ['mobile', '电话13800138000'],
  ['mobile', '１３８００１３８０００'],
  ['mobile', '138 0013 8000'],
  ['mobile', '138-0013-8000'],
  ['mobile', '138.0013.8000'],
  ['mobile', '138—0013—8000'],
  ['mobile', '+86 13800138000'],
  ['mobile', '+8613800138000'],
  ['mobile', '013800138000'],
  ['mobile', '138**0013**8000'],
  ['starred', '138****8000'],
  ['starred', '１３８＊＊＊＊８０００'],
  ['starred', '（520324********4567）'],
  ['starred', '110105**********002X'],
  ['mobile', '1\\3800138000'],
  ['mobile', '138\u200b0013\u200d8000'],
  ['mobile', '138\u00ad00138000'],
  ['mobile', '138\u202e00138000'],
  ['mobile', '1380013800&#48;'],
  ['mobile', '1380013800&#x30;'],
  ['mobile', '138&zwnj;0013&nbsp;8000'],
  ['mobile', '一三八零零一三八零零零'],
  ['mobile', '一三八，〇〇一三，八〇〇〇'],
  ['mobile', '壹叁捌零零壹叁捌零零零'],
  ['mobile', '1 3 8 0 0 1 3 8 0 0 0'],
  ['mobile', '①③⑧⓪⓪①③⑧⓪⓪⓪'],
  ['mobile', '1️⃣3️⃣8️⃣0️⃣0️⃣1️⃣3️⃣8️⃣0️⃣0️⃣0️⃣'],
  ['mobile', '𝟏𝟑𝟖𝟎𝟎𝟏𝟑𝟖𝟎𝟎𝟎'],
  ['mobile', '١٣٨٠٠١٣٨٠٠٠'],
  ['mobile', '138<!-- x -->00138000'],
  ['mobile', '138{/* a */}00138000'],
  ['mobile', '[138](/a/)00138000'],
  ['mobile', '138<Claim id="x">0013</Claim>8000'],
  ['mobile', '<b>138</b><i>0013</i>8000'],
  ['mobile', 'l38OOl38OOO'],
  ['mobile', '138🍎0013🍎8000'],
  ['mobile', '%31%33%38%30%30%31%33%38%30%30%30'],
  ['mobile', '\\u0031\\u0033800138000'],
  ['mobile', 'tel:13800138000'],
  ['mobile', '手机：138，0013，8000'],
  ['mobile', '138\n00138000'],
  ['mobile', '联系电话13800138000vx同号'],
  ['mobile', '13800138000V同号'],
  ['mobile', '13800138000x同号'],
  ['mobile', '电话:13800138000V'],
  ['mobile', '+86 13800138000V'],
  ['mobile', '联系人：Amy13912345678'],
  ['mobile', 'Email13800138000'],
  ['mobile', '见www.example.cn，电话Amy13912345678'],
  ['mobile', '电话138+0013+8000'],
  ['id-card', ID_X],
  ['id-card', ID_X.toLowerCase()],
  ['id-card', '110105 19491231 002X'],
  ['id-card', ID],
  ['id-card', '520324**19880203**4567'],
  ['id-card', '５２０３２４１９８８０２０３４５６７'],
  ['id-card', '五二〇三二四一九八八〇二〇三四五六七'],
  ['id-card', '110105491231002'],
  ['bank-card', '6228480402564890018'],
  ['bank-card', '6228 4804 0256 4890 018'],
  ['bank-card', '4111-1111-1111-1111'],
  ['im-account', '微信：zhangsan_88'],
  ['im-account', '微信号 wxid_abc123'],
  ['im-account', 'VX:lisi2020'],
  ['im-account', 'QQ：123456789'],
  ['im-account', '薇信：zhangsanfeng'],
  ['im-account', 'wechat: zhangsanfeng'],
  ['im-account', '微**信**：zhangsanfeng'],
  ['im-account', '𝐰𝐞𝐜𝐡𝐚𝐭: zhangsanfeng'],
  ['im-account', '微信号码：zhangsan88'],
  ['im-account', '微信账号：zhangsan88'],
  ['im-account', '微信帐号zhangsan'],
  ['im-account', '微信ID：zhangsan88'],
  ['im-account', '微信：“zhangsan88”'],
  ['im-account', '微信zhangsan88'],
  ['im-account', '加v：zhangsan88'],
  ['im-account', 'WeChat ID: zhangsan88'],
  ['im-account', 'wechat zhangsan88'],
  ['im-account', 'QQ账号：123456789'],
  ['im-account', '加企鹅123456789'],
  ['email', 'zhang@qq.com'],
  ['email', 'zhang(at)163.com'],
  ['email', 'zhangsan(at)sina.com'],
  ['email', 'zhangsan[at]sina.com'],
  ['email', 'zhangsan#sina.com'],
  ['email', 'ｚｈａｎｇ＠ｑｑ．ｃｏｍ'],
  ['plate', '桂A12345'],
  ['plate', '贵A·D12345'],
  // 来宾's plates, which begin like a standard.
  ['plate', '桂GB1234'],
  ['passport', '护照号：E12345678'],
  ['passport', '护照号e12345678'],
  ['position', '22.654321, 110.154321'],
  ['position', '东经110.15432'],
  ['position', '经度：106.713478'],
  ['position', '纬度26.578343'],
  ['position', '北纬22°39′12″'],
  ['address', '家庭住址：福绵镇三里村5组12号'],
  ['address', '家住民主路12号'],
  ['address', '3栋2单元501室'],
  ['address', '新桥村六组18号'],
  ['address', '十栋百单元'],
  ['address', '户口所在地：桥头十组'],
  ['address', '新桥村十组十号'],
  ['address', '家在自强村上坝组15号'],
  ['address', '上坝村民小组15号'],
  ['address', '她家在民主路12号'],
  ['address', '住福绵镇十丈村5组'],
  ['address', '家住新桥村六组18户'],
  ['address', '住北流市城南街15号'],
  ['birthday', '出生日期：1975年3月5日'],
  ['birthday', '李某（1975.3.5生）'],
  ['birthday', '生于1975-03-05'],
  ['birthday', '李姐（1985年3月5日—），女'],
  ['birthday', '李姐（1985.3.5—）'],
  ['birthday', '李姐(1985-03-05 - )'],
  ['birthday', '1985-03-05，女，壮族'],
  ['birthday', '1985-03-05,女,壮族'],
  ['birthday', '李姐，1985年3月5日，女'],
  ['birthday', '1985年3月5日，李姐出生在福绵'],
  ['birthday', '李姐1985年3月5日在福绵区出生。'],
]

/** What only looks like it. */
const HARMLESS = [
  '**2024****2025**',
  '出现了手机号「138****00」',
  '0775-2690000',
  '0851-12345678',
  '12333',
  '95588',
  '400-820-8820',
  '2024年1月5日',
  '李姐（1985年—），女',
  '李姐（1985年3月—），女，壮族',
  '1985年，女，壮族',
  '公司2003年8月5日成立',
  '公司（2003年8月5日—）',
  '有效期（2009年8月5日—）',
  '（1985年3月5日—1986年3月5日）',
  '2003年8月5日，女工们进了车间',
  '2003年8月5日，男、女各10人',
  '2003年8月5日，全县出生人口下降',
  '2003年8月5日，李姐从她出生的村子出发',
  '1978—2018年共100家',
  '统一社会信用代码91450900MA5L1234XY',
  '行政区划代码450903',
  '13,800,138,000元',
  '1380013800元',
  '1.13800138000',
  '13800138000.5',
  '玉政办函〔2022〕54号',
  '2026-11-22T09:00+08:00',
  '桂ICP备12345678号',
  '桂公网安备45090302000123号',
  '粤B2-20090059',
  'ISBN 978-7-04-012345-6',
  '职业编码6-05-01-03',
  '139.196.12.34',
  '150、200、300、50人',
  '13.52%、18.4%、20.15%',
  '北纬26°10′～27°',
  '6222021234567890123',
  '20220324A01DVR00',
  'https://new.qq.com/omn/20220324/20220324A01DVR00.html',
  'https://www.example.cn/c_1129123456789012.htm',
  '微信公众号“玉林人社”',
  '微信公众号：yulinrenshe',
  'renshe@gx.gov.cn',
  '1 2 3 4 5 6 7 8 9 10 11 12 13 14 15',
  '13 14 15 16 17 18 19 20',
  '1990—1995，2000—2005',
  '1978 1982 1990 2001',
  '3号楼',
  '新桥村六组',
  'a1b13912345678cd',
  '<td>138</td><td>0013</td><td>8000</td>',
  '一二三四五，上山打老虎',
  '| 2024 | 138 | 1200 | 3400 |',
  '| 15000 | 200 | 300 |',
  '| 35000 | 200 | 300 |',
  '\n|产值|35000|200|\n',
  '| 4111 | 1111 | 1111 | 1111 |',
  '195×1350×2200毫米',
  'https://www.example.cn/c13912345678.html',
  '住在山上的30户人家',
  '户籍所在地为正安县的有30户',
  '青山村三组30户村民',
  '住在青山村三组的30户人家',
  '住在青山村三组的30户，户均一亩',
  '老家在安场的李姐10月15号回来',
  '专家在青山镇住了5天，走访3组',
  '国家在5号公布',
  '青山村工作组15号进村',
  '住建局帮扶青山村5组修路',
  '常住青山村的5组家庭',
  'through WeChat groups and livestreams',
  'a WeChat account',
  '微信（WeChat）小程序',
  '微信Android版',
  '最新GB18401标准',
  '企鹅10000只',
  '李某1975年3月出生',
  '生于1975年',
  '品牌诞生于1998年3月5日',
  '办法自2022年2月9日生效',
  '1905年3月5日出生的老师傅',
  '居住区在城南街15号',
]

describe('personal data', () => {
  it.each(PERSONAL)('%s: %s', (kind, text) => {
    const source = `他说，${text}，就这样。`
    const found = findPersonalData(source)
    expect(found.map((find) => find.kind)).toEqual([kind])
    const [find] = found
    expect(find?.start).toBeGreaterThanOrEqual(3)
    expect(find?.end).toBeLessThanOrEqual(source.length - 4)
    expect(find?.masked).toContain('****')
    // What is shown is not personal data any more.
    expect(findPersonalData(maskPersonalData(source))).toEqual([])
  })

  it.each(HARMLESS)('lets pass: %s', (text) => {
    expect(findPersonalData(`他说，${text}，就这样。`)).toEqual([])
  })

  it('is looked for wherever a pattern matches: an example of each passes the quick test', () => {
    const examples = PERSONAL.map(([, text]) => text)
    for (const [kind, , pattern] of WORD_PATTERNS) {
      const own = examples.filter((text) => text.search(pattern) >= 0)
      expect(own.length, `${kind} has no example: ${pattern.source}`).toBeGreaterThan(0)
    }
    for (const text of examples) expect(mayHold(text), text).toBe(true)
  })

  it('is not looked for in plain Chinese, which the quick test is for', () => {
    expect(mayHold('她说：“手艺是饭碗。”家住山那边，微信上也教（不收钱）……')).toBe(false)
  })

  it('finds each in a line of many', () => {
    const text = `甲13800138000，乙13900139000；${ID_X}`
    expect(findPersonalData(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      '13800138000',
      '13900139000',
      ID_X,
    ])
  })

  it('takes no longer than a moment on texts made to be slow', { timeout: 60_000 }, () => {
    const pieces = [
      '<a"1',
      '<!--1',
      '1 ',
      '13',
      '[a](1',
      'O1',
      '一 ',
      '三',
      '家住',
      '{/*1',
      '&#',
      '1-',
      '北纬1 ',
      '@a.1',
    ]
    for (const piece of pieces) {
      const started = performance.now()
      findPersonalData(piece.repeat(Math.floor(200_000 / piece.length)))
      expect(performance.now() - started, piece).toBeLessThan(8000)
    }
  })
})
