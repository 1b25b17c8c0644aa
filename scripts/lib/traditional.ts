import { Converter } from 'opencc-js/cn2t'
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
  ['一干十余年', '一幹十餘年'],
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
  ['要是只', '要是只'],
  ['签约', '簽約'],
  ['签订', '簽訂'],
  ['签协', '簽協'],
  ['签劳', '簽勞'],
  ['签合', '簽合'],
  // One form throughout.
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
const PHRASES = new RegExp(`(${[...TABLE.keys()].sort((a, b) => b.length - a.length).join('|')})`)

/** Texts that were converted before; longer ones seldom come twice. */
const known = new Map<string, string>()
const LONGEST_KNOWN = 40
const MOST_KNOWN = 20_000

/** A text in traditional characters. */
export function traditional(text: string): string {
  if (!/[\u3400-\u9fff]/.test(text)) return text
  const before = known.get(text)
  if (before !== undefined) return before
  const isShort = text.length <= LONGEST_KNOWN
  const own = isShort ? copyOf(text) : text
  const result = own
    .split(PHRASES)
    .map((part, at) => (at % 2 === 1 ? (TABLE.get(part) as string) : convertPlain(part)))
    .join('')
  if (isShort) {
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(own, result)
  }
  return result
}

/** The same text in memory of its own: a piece of a page, kept, keeps the whole page in memory. */
const copyOf = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le')

const { prefix, language } = EDITIONS['zh-hant']

/** Attributes that are read or heard. */
const SPOKEN = /(\s(?:title|alt|aria-label|placeholder|data-other|data-share|data-column|data-title)=")([^"]*)"/g

/** Where a page stands, for rewriting its addresses. */
export interface Ground {
  /** Base path of the site, without a slash at its end. */
  base: string
  /** Addresses, without base path, of the Chinese pages that have a twin. */
  twins: ReadonlySet<string>
}

/** Whether a built page gets a twin: it is read, and search engines may have it. */
export const hasTwin = (path: string, html: string): boolean => isRead(path) && !html.includes('name="robots"')

/**
 * The twin of a built page: its words, titles, descriptions and structured data in traditional
 * characters, its links to pages that have a twin led there, its own address as the canonical one.
 * Ids, scripts, styles, pictures and forms stay as they are; the search box leads to the one finder,
 * which understands both. Full-text search does not index twins.
 */
export function traditionalPage(html: string, path: string, ground: Ground): string {
  const own = ownAddresses(html, path)
  let before = ''
  return html.replace(
    /<script\b[\s\S]*?<\/script>|<style\b[\s\S]*?<\/style>|<!--[\s\S]*?-->|<[^>]+>|[^<]+/g,
    (token) => {
      if (token.startsWith('<script')) return token.includes('application/ld+json') ? structured(token, ground) : token
      if (token.startsWith('<style') || token.startsWith('<!--')) return token
      if (!token.startsWith('<')) return before.includes('class="address"') ? own(token) : traditional(token)
      before = token
      // Most tags say nothing.
      return token.includes(' ') ? tag(token, own, ground) : token
    },
  )
}

/** Replaces the canonical address of the page by that of its twin. */
function ownAddresses(html: string, path: string): (text: string) => string {
  const canonical = /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1] ?? ''
  const root = canonical.slice(0, canonical.length - path.length)
  const twin = root + twinPath('zh-hant', path)
  return (text) => (canonical === '' ? text : text.replaceAll(canonical, twin))
}

function tag(token: string, own: (text: string) => string, ground: Ground): string {
  const spoken = token.replace(SPOKEN, (_, name: string, words: string) => `${name}${traditional(words)}"`)
  if (spoken.startsWith('<html')) return spoken.replace(/ lang="[^"]*"/, ` lang="${language}"`)
  if (spoken.startsWith('<link rel="canonical"')) return own(spoken)
  if (spoken.startsWith('<meta')) {
    return own(spoken.replace('content="zh_CN"', 'content="zh_TW"')).replace(
      /(\scontent=")([^"]*)"/,
      (_, name: string, words: string) => `${name}${traditional(words)}"`,
    )
  }
  const unsearched = spoken.replace(/\sdata-pagefind-[a-z]+(?:="[^"]*")?/g, '')
  if (!unsearched.startsWith('<a')) return unsearched
  if (unsearched.includes('hreflang=')) return languageLink(unsearched)
  return unsearched.replace(
    /(\shref=")([^"]*)"/,
    (_, name: string, href: string) => `${name}${link(href, own, ground)}"`,
  )
}

/** In the language switch another step is the page itself. */
function languageLink(token: string): string {
  const other = token.replace(/ aria-current="true"/, '')
  return other.includes(`hreflang="${language}"`) ? other.replace('>', ' aria-current="true">') : other
}

function link(href: string, own: (text: string) => string, ground: Ground): string {
  const shared = /^https:\/\/(?:service\.weibo\.com|connect\.qq\.com)\//.test(href)
  if (shared) {
    const address = new URL(href.replaceAll('&amp;', '&').replaceAll('&#38;', '&'))
    for (const [name, value] of [...address.searchParams]) {
      if (name === 'url') address.searchParams.set(name, own(value))
      if (name === 'title') address.searchParams.set(name, traditional(value))
    }
    return address.href.replaceAll('&', '&amp;')
  }
  return twinOf(href, ground) ?? href
}

/** The address of the twin of an internal address, hash included; undefined where there is none. */
function twinOf(href: string, { base, twins }: Ground): string | undefined {
  if (!href.startsWith(`${base}/`)) return undefined
  const [path = '', hash] = href.slice(base.length).split('#')
  if (path.includes('?') || !twins.has(path)) return undefined
  return `${base}${prefix}${path}${hash === undefined ? '' : `#${hash}`}`
}

/** Structured data: words converted, addresses of pages led to their twins; identities (`@id`) stay. */
function structured(token: string, ground: Ground): string {
  const [, head = '', json = '', tail = ''] = /^(<script[^>]*>)([\s\S]*)(<\/script>)$/.exec(token) ?? []
  const walk = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((item) => walk(item, key))
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, walk(item, name)]))
    if (typeof value !== 'string') return value
    if (key === 'inLanguage') return language
    if (key === '@id' || key === '@context' || key === '@type') return value
    if (!['url', 'item', 'mainEntityOfPage'].includes(key)) return traditional(value)
    if (!URL.canParse(value)) return value
    const { origin, pathname, hash } = new URL(value)
    const twin = twinOf(pathname + hash, ground)
    return twin ? origin + twin : value
  }
  return head + JSON.stringify(walk(JSON.parse(json), '')).replaceAll('<', '\\u003c') + tail
}

/** Where the twin of a page stands, as a file below dist/. */
export const twinFile = (file: string): string => `${prefix.slice(1)}/${file}`

/** Whether a file below dist/ is a twin. */
export const isTwin = (file: string): boolean => file.startsWith(`${prefix.slice(1)}/`)
