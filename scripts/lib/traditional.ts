import { Converter } from 'opencc-js/cn2t'
import { SITE } from '../../src/site.config.ts'
import { EDITIONS, isRead, twinPath } from '../../src/urls/editions.ts'

/**
 * Simplified to traditional characters, and whole pages of the built site with them.
 *
 * Characters are converted, words are not: 软件 stays 軟件, because the texts are those of the place
 * they come from. Of the regional standards Taiwan's is taken, which is what `zh-Hant` means where no
 * region is named.
 */
const convertPlain = Converter({ from: 'cn', to: 'tw' })

/**
 * What the dictionary gets wrong in our texts, found by reading every place where a character of ours
 * has more than one traditional form. Names of places, firms and crafts come first: they are what
 * must not be wrong. Longer phrases win over shorter ones.
 */
const EXCEPTIONS: ReadonlyArray<readonly [simplified: string, traditional: string]> = [
  // Names.
  ['茅台', '茅台'],
  ['国台', '國台'],
  ['云岩', '雲岩'],
  ['钟山', '鍾山'],
  ['谷陇', '谷隴'],
  ['绣娘', '繡娘'],
  ['尤克里里', '尤克里里'],
  ['总台', '總臺'],
  ['妇联系统', '婦聯系統'],
  ['余方强', '余方強'],
  // Crafts: what is made is 製, not 制.
  ['制瓷', '製瓷'],
  ['制酒', '製酒'],
  ['制琴', '製琴'],
  ['制香', '製香'],
  ['制条', '製條'],
  ['制丝', '製絲'],
  ['制靛', '製靛'],
  ['制裤', '製褲'],
  ['采、制、销', '採、製、銷'],
  ['采制销', '採製銷'],
  ['采到制、销', '採到製、銷'],
  ['锻制', '鍛製'],
  ['炒制', '炒製'],
  ['到制和销', '到製和銷'],
  ['轻、松、薄、匀、平、准', '輕、鬆、薄、勻、平、準'],
  // Ferment is 麴, a tune 曲.
  ['制曲', '製麴'],
  ['踩曲', '踩麴'],
  ['拌曲', '拌麴'],
  ['翻曲', '翻麴'],
  ['粮食和曲', '糧食和麴'],
  ['曲块', '麴塊'],
  ['曲药', '麴藥'],
  ['看曲', '看麴'],
  // Dry is 乾, to work is 幹.
  ['干茶', '乾茶'],
  ['干米粉', '乾米粉'],
  // Of dried food the dictionary knows little, and takes the rest for work.
  ...'辣椒 海椒 花椒 豆豉 豆角 豆腐 酸菜 腌菜 盐菜 蕨菜 笋 菌 蘑菇 香菇 木耳 虾 桂圆 荔枝 红薯 玉米 葛根 荷叶 稻草'
    .split(' ')
    .map((food) => [`干${food}`, `乾${convertPlain(food)}`] as const),
  // What these end in does not go with what follows.
  ['骨干', '骨幹'],
  ['若干', '若干'],
  ['一干十余年', '一幹十餘年'],
  ['正安干的', '正安幹的'],
  // To bind is 紮.
  ['扎染', '紮染'],
  ['扎下', '紮下'],
  ['扎钢', '紮鋼'],
  ['扎筋', '紮筋'],
  ['扎丝', '紮絲'],
  // Picking is 採.
  ['多采半', '多採半'],
  ['多采的', '多採的'],
  ['光采茶', '光採茶'],
  // Dough is 麵, a side 面.
  ['和面', '和麵'],
  ['肠旺面', '腸旺麵'],
  // Beams of instruments and houses are 樑, the surname is 梁.
  ['音梁', '音樑'],
  ['浇梁', '澆樑'],
  ['打梁', '打樑'],
  // Phrases that the dictionary cuts in the wrong place.
  ['报道里', '報道裡'],
  ['省里正', '省裡正'],
  ['数里，', '數裡，'],
  ['数里：', '數裡：'],
  ['数里面', '數裡面'],
  ['乡里的人', '鄉裡的人'],
  ['并作一场', '併作一場'],
  ['要是只', '要是只'],
  ['签约', '簽約'],
  ['签订', '簽訂'],
  ['签协', '簽協'],
  ['签劳', '簽勞'],
  ['签合', '簽合'],
  ['签来', '簽來'],
  ['签的', '簽的'],
  ['标签', '標籤'],
  ['竹签', '竹籤'],
  ['抽签', '抽籤'],
  ['书签', '書籤'],
  ['牙签', '牙籤'],
  ['药签', '藥籤'],
  // One form throughout; where several are used, the one that Taiwan's ministry of education writes.
  ['发布', '發布'],
  ['公布', '公布'],
  ['分布', '分布'],
  ['布局', '布局'],
  ['布置', '布置'],
  ['污水', '污水'],
  ['污染', '污染'],
  ['家具', '家具'],
  ['竹席', '竹蓆'],
  ['席子', '蓆子'],
  ['主席', '主席'],
  ['背着', '背著'],
  ['背篓', '背簍'],
  ['背带', '背帶'],
  ['正在念', '正在念'],
  ['琴弦', '琴弦'],
  ['弦线', '弦線'],
  ['断弦', '斷弦'],
  ['弦断', '弦斷'],
  ['调弦', '調弦'],
  ['四弦', '四弦'],
  ['品尝', '品嘗'],
  ['回归', '回歸'],
  ['挨得近', '挨得近'],
  ['岩板', '岩板'],
  ['烫斗', '燙斗'],
  ['推台锯', '推台鋸'],
  ['冲奶', '沖奶'],
  ['卷边', '捲邊'],
  ['卷粉', '捲粉'],
  ['折衫', '摺衫'],
  ['折盒', '摺盒'],
  ['谷筛', '穀篩'],
  ['谷箩', '穀籮'],
]

const TABLE = new Map<string, string>(EXCEPTIONS)

/** Surnames that are written alike in both scripts, but not as words: 范師傅, and 規範. */
const SURNAMES = '范于余岳郁种涂游朴'
const TITLE = '(?=师傅|师父|老师|先生|女士|某(?![年月日时地处个种些]))'
/**
 * Such a surname before a title stays as it is. The first are told from words by what stands before them: 模范老师.
 * The others end so many words (对于老师, 一种师傅) that they count only where nothing or 跟, 找, 的 … does.
 */
const NAMED = [
  `(?<![模示规师典防山五浓忧抑糊质简淳导旅上中下漫春])[范岳郁涂游朴]${TITLE}`,
  `(?<![\\u3400-\\u9fff])[于余种]${TITLE}`,
  `(?<=[跟和找请问叫的是])[于余种]${TITLE}`,
]
const PHRASES = new RegExp(`(${[...[...TABLE.keys()].sort((a, b) => b.length - a.length), ...NAMED].join('|')})`)

/** Texts that were converted before; longer ones seldom come twice. */
const known = new Map<string, string>()
const LONGEST_KNOWN = 40
const MOST_KNOWN = 20_000

/** Quotation marks as they are set there; an apostrophe stays one. */
const QUOTES: Readonly<Record<string, string>> = { '“': '「', '”': '」', '‘': '『', '’': '』' }

/** Whether a closing mark behind a letter or figure ends no quotation: Möller’s, 20’. */
function isApostrophe(mark: string, at: number, text: string): boolean {
  if (mark !== '’' || !/[\p{Script=Latin}\d]/u.test(text.charAt(at - 1))) return false
  const [opened = '', closed = ''] = ['‘', '’'].map((each) => text.slice(0, at).split(each))
  return opened.length === closed.length
}

/** A text in traditional characters and with their quotation marks: “非遗” becomes 「非遺」. */
export function traditional(text: string): string {
  if (!/[\u3400-\u9fff“”‘’]/.test(text)) return text
  const before = known.get(text)
  if (before !== undefined) return before
  const isShort = text.length <= LONGEST_KNOWN
  const own = isShort ? copyOf(text) : text
  const result = own
    .split(PHRASES)
    .map((part, at) => (at % 2 === 1 ? (TABLE.get(part) ?? part) : convertPlain(part)))
    .join('')
    .replace(/[“”‘’]/g, (mark, at: number, whole: string) =>
      isApostrophe(mark, at, whole) ? mark : (QUOTES[mark] as string),
    )
  if (isShort) {
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(own, result)
  }
  return result
}

/** The same text in memory of its own: a piece of a page, kept, keeps the whole page in memory. */
const copyOf = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le')

/**
 * A text with places where its lines may end, which stand within words as often as between them: what is converted are
 * the words, and the places are put back where they were.
 */
function acrossBreaks(text: string, convert: (text: string) => string): string {
  if (!text.includes('<wbr>')) return convert(text)
  const parts = text.split('<wbr>')
  const whole = parts.join('')
  const converted = convert(whole)
  // Where characters became more or fewer nobody knows where the places were.
  if (converted.length !== whole.length) return parts.map(convert).join('<wbr>')
  let end = 0
  const cut = ({ length }: string) => {
    end += length
    return converted.slice(end - length, end)
  }
  return parts.map(cut).join('<wbr>')
}

const { prefix, language } = EDITIONS['zh-hant']

/** Attributes that are read or heard. */
const SPOKEN =
  /(\s(?:title|alt|aria-label|placeholder|data-other|data-share|data-copied|data-refused|data-column|data-title)=")([^"]*)"/g

/** Where a page stands, for rewriting its addresses. */
export interface Ground {
  /** Base path of the site, without a slash at its end. */
  base: string
  /** Addresses, without base path, of the Chinese pages that have a twin. */
  twins: ReadonlySet<string>
}

/** Whether a built page gets a twin: it is read, and search engines may have it. */
export const hasTwin = (path: string, html: string): boolean => isRead(path) && !html.includes('name="robots"')

/** A page on its way to its twin: what its own address and its words become. */
interface Passage extends Ground {
  own: (text: string) => string
  words: (text: string) => string
}

/** What a reader of the edition should know before a link leads out of it. */
const ONLY_SIMPLIFIED =
  '<p class="caption edition-note">首頁、關於本站，和品牌、人物、活動、故事、地點、機構、工種、地區有繁體，其餘各頁只有簡體。</p>'

/**
 * The twin of a built page: its words, titles, descriptions and structured data in traditional
 * characters, its links to pages that have a twin led there, its own address as the canonical one, the system's faces
 * those for these characters. Ids, scripts, pictures and forms stay as they are; the search box leads to the one finder,
 * which understands both. Full-text search does not index twins.
 */
export function traditionalPage(html: string, path: string, ground: Ground): string {
  const passage = { ...ground, own: ownAddress(html, path), words: keeping(namesIn(html)) }
  let before = ''
  return html.replace(
    /<script\b[\s\S]*?<\/script>|<style\b[\s\S]*?<\/style>|<!--[\s\S]*?-->|[^<]+(?:<wbr>[^<]*)*|<[^>]+>/g,
    (token) => {
      if (token.startsWith('<script')) return token.includes('application/ld+json') ? structured(token, passage) : token
      if (token.startsWith('<style')) return styles(token, passage)
      if (token.startsWith('<!--')) return token
      if (before.startsWith('<title')) {
        before = ''
        return distinct(token, passage.words)
      }
      if (!token.startsWith('<'))
        return before.includes('class="address"') ? passage.own(token) : acrossBreaks(token, passage.words)
      before = token
      if (token.startsWith('<nav class="languages in-footer"')) return `${ONLY_SIMPLIFIED}${tag(token, passage)}`
      // Most tags say nothing.
      return token.includes(' ') ? tag(token, passage) : token
    },
  )
}

/** The title of a twin: where its words are the same in both scripts, it says which this is, before the name of the site. */
function distinct(title: string, words: (text: string) => string): string {
  const converted = words(title)
  return converted === title ? title.replace(/(?: - [^-]*)?$/, '（繁體）$&') : converted
}

/**
 * Leads the canonical address of the page, an anchor or a question behind it perhaps, to that of its twin. An address
 * that only begins with it is another: the home page's begins them all.
 */
function ownAddress(html: string, path: string): (text: string) => string {
  const canonical = /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1] ?? ''
  const root = canonical.slice(0, canonical.length - path.length)
  const twin = root + twinPath('zh-hant', path)
  return (text) => {
    const isOwn = canonical !== '' && text.startsWith(canonical) && /^(?:[#?]|\s*$)/.test(text.slice(canonical.length))
    return isOwn ? twin + text.slice(canonical.length) : text
  }
}

/** The people whom a page names: those it links to, and the one it is about. */
function namesIn(html: string): string[] {
  const linked = html.matchAll(/<a [^>]*href="[^"]*\/figures\/[^"/]+\/"[^>]*>([^<]+)</g)
  const about = html.matchAll(/"@type":"Person",[^{}]*?"name":"([^"]+)"/g)
  return [...linked, ...about].map(([, name = '']) => name)
}

/** Converts words, but leaves the surnames of these people that are written alike in both scripts. */
function keeping(names: readonly string[]): (text: string) => string {
  const alike = new Set(names.filter((name) => new RegExp(`^[${SURNAMES}][\\u3400-\\u9fff]{1,3}$`).test(name)))
  if (alike.size === 0) return traditional
  const surnames = new RegExp(`(${[...alike].map((name) => `${name[0]}(?=${name.slice(1)})`).join('|')})`)
  return (text) =>
    text
      .split(surnames)
      .map((part, at) => (at % 2 === 1 ? part : traditional(part)))
      .join('')
}

const HREF = /(\shref=")([^"]*)"/
const CONTENT = /(\scontent=")([^"]*)"/

/** A tag with the value of one attribute changed. */
const changed = (token: string, attribute: RegExp, change: (value: string) => string): string =>
  token.replace(attribute, (_, name: string, value: string) => `${name}${change(value)}"`)

/** Rules whose words and faces are those of the edition. */
function styles(token: string, { words }: Passage): string {
  return token
    .replaceAll(' SC"', ' TC"')
    .replaceAll('"Microsoft YaHei"', '"Microsoft JhengHei"')
    .replaceAll('"SimSun"', '"PMingLiU"')
    .replace(/(content:")([^"]*)"/g, (_, name: string, value: string) => `${name}${words(value)}"`)
}

function tag(token: string, passage: Passage): string {
  const { own, words } = passage
  // The way to the other edition is named in the characters of that one.
  const isOther = token.includes(` lang="${SITE.language}"`) && token.startsWith('<a')
  const spoken = isOther ? token : token.replace(SPOKEN, (_, name: string, value: string) => `${name}${words(value)}"`)
  if (spoken.startsWith('<html')) return spoken.replace(/ lang="[^"]*"/, ` lang="${language}"`)
  if (spoken.startsWith('<link rel="canonical"')) return changed(spoken, HREF, own)
  if (spoken.startsWith('<meta'))
    return changed(spoken.replace('content="zh_CN"', 'content="zh_TW"'), CONTENT, (value) => words(own(value)))
  const unsearched = spoken.replace(/\sdata-pagefind-[a-z]+(?:="[^"]*")?/g, '')
  if (!unsearched.startsWith('<a')) return unsearched
  if (unsearched.includes('hreflang=')) return languageLink(unsearched)
  return changed(unsearched, HREF, (href) => link(href, passage))
}

/** In the language switch another step is the page itself. */
function languageLink(token: string): string {
  const other = token.replace(/ aria-current="true"/, '')
  return other.includes(`hreflang="${language}"`) ? other.replace('>', ' aria-current="true">') : other
}

function link(href: string, passage: Passage): string {
  const shared = /^https:\/\/(?:service\.weibo\.com|connect\.qq\.com)\//.test(href)
  if (shared) {
    const address = new URL(href.replaceAll('&amp;', '&').replaceAll('&#38;', '&'))
    for (const [name, value] of [...address.searchParams]) {
      if (name === 'url') address.searchParams.set(name, passage.own(value))
      if (name === 'title') address.searchParams.set(name, passage.words(value))
    }
    return address.href.replaceAll('&', '&amp;')
  }
  return twinOf(href, passage) ?? href
}

/** The address of the twin of an internal address, hash included; undefined where there is none. */
function twinOf(href: string, { base, twins }: Ground): string | undefined {
  if (!href.startsWith(`${base}/`)) return undefined
  const [path = '', hash] = href.slice(base.length).split('#')
  if (path.includes('?') || !twins.has(path)) return undefined
  return `${base}${prefix}${path}${hash === undefined ? '' : `#${hash}`}`
}

/** Structured data: words converted, addresses of pages led to their twins; identities (`@id`) stay. */
function structured(token: string, passage: Passage): string {
  const [, head = '', json = '', tail = ''] = /^(<script[^>]*>)([\s\S]*)(<\/script>)$/.exec(token) ?? []
  const walk = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((item) => walk(item, key))
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, walk(item, name)]))
    if (typeof value !== 'string') return value
    if (key === 'inLanguage') return language
    if (key === '@id' || key === '@context' || key === '@type') return value
    if (!['url', 'item', 'mainEntityOfPage'].includes(key)) return passage.words(value)
    if (!URL.canParse(value)) return value
    const { origin, pathname, hash } = new URL(value)
    const twin = twinOf(pathname + hash, passage)
    return twin ? origin + twin : value
  }
  return head + JSON.stringify(walk(JSON.parse(json), '')).replaceAll('<', '\\u003c') + tail
}

/** Where the twin of a page stands, as a file below dist/. */
export const twinFile = (file: string): string => `${prefix.slice(1)}/${file}`

/** Whether a file below dist/ is a twin. */
export const isTwin = (file: string): boolean => file.startsWith(`${prefix.slice(1)}/`)
