import type { Catalogue, Entry } from '../catalogue/catalogue.ts'
import { claimNameOf, type Segment } from '../manuscript/render.ts'
import { CLAIM_KINDS, type Claim } from '../schemas/claim.ts'
import { SITE } from '../site.config.ts'
import { toCsv } from '../text/csv.ts'
import { longDate } from '../text/dates.ts'
import { joinFigure } from '../text/figure.ts'
import { unescapeHtml } from '../text/xml.ts'
import { pressPath } from '../urls/paths.ts'
import { layOutBody, type Piece } from './body.ts'
import { type ClaimView, claimView, inlineText, kindRemark } from './claims.ts'
import { type PageContext, pageContext } from './context.ts'
import type { Note } from './notes.ts'
import { crumbsTo, type PageMeta, regionLine } from './page.ts'
import { posterFiles } from './posters.ts'
import { type TileView, tileOf } from './tiles.ts'

/** A text about a brand for the press. */
export interface PressText {
  /** At most so many characters. */
  limit: number
  paragraphs: string[]
  /** Characters, punctuation included. */
  length: number
  /** Whether everything we have was used and it still stays well below the limit. */
  thin: boolean
  /** 新华社，2025年7月14日: where its facts come from. */
  sources: string[]
}

/** A brand's press kit. */
export interface PressPage {
  meta: PageMeta
  brand: Entry<'brand'>
  tile: TileView
  place: string
  address: string
  texts: PressText[]
  claims: ClaimView[]
  notes: Note[]
  files: Array<{ name: string; path: string }>
  zip: string
  licence: string
}

const LICENCE =
  '文字按“知识共享 署名 4.0 国际”（CC BY 4.0）许可使用，图案和海报也照此使用：请注明“一方匠人”和页面地址。来源报道的版权属于原作者。'

const LIMITS = [100, 300, 800] as const

/** Below this share of its limit a text is called thin. */
const FULL_ENOUGH = 0.8

/** A claim that a passage tells: how the manuscript names it, which for another entry's is not its id alone, and its source. */
interface Ground {
  name: string
  source: string
}

/** A sentence or paragraph that may be used, and what it rests on. */
interface Passage {
  text: string
  claims: readonly Ground[]
  /** Passages of one paragraph stay in it. */
  paragraph: number
}

/** Everything the press kit of a brand shows. */
export function pressPage(
  brand: Entry<'brand'>,
  catalogue: Catalogue,
  base: string,
  absolute: (path: string) => string,
): PressPage {
  const context = pageContext(brand, catalogue, base)
  const claims = brand.data.claims.map((claim) => claimView(claim, context))
  const path = pressPath(brand.id)
  const posters = posterFiles(brand)
  return {
    meta: {
      title: `新闻素材：${brand.name}`,
      description: `给媒体用的“${brand.name}”：长短文字、图案、海报，数据与出处。`,
      path,
      crumbs: [...crumbsTo(brand).slice(0, -1), { name: brand.name, path: brand.path }, { name: '新闻素材' }],
      noindex: true,
    },
    brand,
    tile: tileOf(brand),
    place: regionLine(catalogue, brand.data.region),
    address: absolute(brand.path),
    // A context of its own: the texts carry no marks, so their notes must not join the page's.
    texts: pressTexts(brand, pageContext(brand, catalogue, base)),
    claims,
    notes: context.notes.list,
    files: [
      { name: '图案（SVG）', path: tileOf(brand).path },
      { name: '图案（PNG）', path: `${path}tile.png` },
      { name: '手机海报（JPEG）', path: posters.phone },
      { name: '方图（JPEG）', path: posters.square },
      { name: 'A4、A3海报（SVG）', path: posters.print },
    ],
    zip: `/press/${brand.id}.zip`,
    licence: LICENCE,
  }
}

/** Three texts, put together from what the brand's own page says; nothing is added to reach a length. */
function pressTexts(brand: Entry<'brand'>, context: PageContext): PressText[] {
  const { data } = brand
  const opening: Passage = {
    text: `${brand.name}：${data.summary}`,
    claims: [],
    paragraph: 0,
  }
  const byId = new Map(data.claims.map((claim) => [claim.id, claim]))
  const proofs = Object.values(data.proofs).flatMap((proof): Passage[] =>
    proof
      ? [{ text: proof.text, claims: proof.claims.flatMap((id) => byId.get(id) ?? []).map(groundOf), paragraph: 0 }]
      : [],
  )
  const asPassage = (claim: Claim): Passage => ({ text: said(claim), claims: [groundOf(claim)], paragraph: 0 })
  // Results before targets.
  const results = (claims: readonly Claim[]) => [
    ...claims.filter(({ kind }) => kind !== 'target'),
    ...claims.filter(({ kind }) => kind === 'target'),
  ]
  const lead = results(data.claims.filter(({ headline }) => headline)).map(asPassage)
  const others = results(data.claims.filter(({ headline }) => !headline)).map(asPassage)
  const body = bodyPassages(brand, context)
  // Without a body, the facts themselves are all there is to tell.
  const long = body.length > 0 ? body : [...proofs, ...lead, ...others]
  const sources = [
    [opening, ...lead, ...proofs, ...others],
    [opening, ...proofs, ...lead, ...others],
    [opening, ...long],
  ]
  return LIMITS.map((limit, index) => textOf(sources[index] as Passage[], limit, context))
}

/** Whole passages in order, as many as fit; nothing is told twice. */
function textOf(passages: readonly Passage[], limit: number, { catalogue }: PageContext): PressText {
  const used: Passage[] = []
  const told = new Set<string>()
  let length = 0
  let left = false
  for (const passage of passages) {
    const names = passage.claims.map(({ name }) => name)
    if (names.length > 0 && names.every((name) => told.has(name))) continue
    if (length + count(passage.text) > limit) {
      left = true
      // A story is cut at its end, a list of facts may go on with a shorter one.
      if (passage.paragraph > 0) break
      continue
    }
    used.push(passage)
    length += count(passage.text)
    for (const name of names) told.add(name)
  }
  const sources = used.flatMap((passage) => passage.claims.map(({ source }) => catalogue.get('source', source).data))
  const paragraphs = [...Map.groupBy(used, ({ paragraph }) => paragraph).values()]
  return {
    limit,
    paragraphs: paragraphs.map((group) => group.map(({ text }) => text).join('')),
    length,
    thin: !left && length < limit * FULL_ENOUGH,
    sources: [...new Set(sources.map(({ publisher, date }) => (date ? `${publisher}，${longDate(date)}` : publisher)))],
  }
}

const groundOf = ({ id, source }: Claim): Ground => ({ name: id, source })

const count = (text: string): number => [...text.replace(/\s/g, '')].length

/** A claim's sentence; a target or an estimate says so, wherever the sentence is carried. */
function said(claim: Claim): string {
  const word = CLAIM_KINDS[claim.kind]
  return claim.kind === 'actual' || claim.text.includes(word) ? claim.text : `〔${word}〕${claim.text}`
}

/** The sentences of a body's paragraphs, without markup. */
function bodyPassages(brand: Entry<'brand'>, context: PageContext): Passage[] {
  const pieces = layOutBody(brand, context)
  const marked = pieces.map(words).join('')
  const groundAt = (place: number): Ground[] => {
    const piece = pieces[place]
    const name = claimNameOf(brand.body.segments[place] as Segment)
    return name && piece && 'claim' in piece ? [{ name, source: piece.claim.mark.sourceId }] : []
  }
  return [...marked.matchAll(/<p>([\s\S]*?)<\/p>/g)].flatMap(([, inner = ''], index) =>
    // A sentence ends where its full stop stands, with the quotation or bracket it closes.
    inner.split(/(?<=[。！？][”’）」》]*)(?![”’）」》。])/).flatMap((sentence): Passage[] => {
      const places = [...sentence.matchAll(/<claim at="(\d+)">/g)].map((match) => Number(match[1]))
      const text = unescapeHtml(sentence.replace(/<[^>]*>/g, '')).trim()
      return text ? [{ text, claims: places.flatMap(groundAt), paragraph: index + 1 }] : []
    }),
  )
}

/** A piece as HTML; a claim with its place in the body. */
function words(piece: Piece, place: number): string {
  if ('html' in piece) return piece.html
  if (!('claim' in piece)) return ''
  const { claim } = piece
  const text = inlineText(claim, piece.words)
  return `<claim at="${place}">${escapeHtml(text + kindRemark(claim, text))}`
}

const escapeHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** A text as a file: the words, then what they rest on and how they may be used. */
function pressTextFile({ brand, address, licence }: PressPage, text: PressText): string {
  return [
    ...text.paragraphs,
    '',
    text.thin ? `（公开资料只够写这么多：${text.length}字。）` : `（${text.length}字）`,
    text.sources.length > 0 ? `文中事实出自：${text.sources.join('；')}。` : '',
    `页面：${address}`,
    `核实于：${longDate(brand.data.checkedOn)}`,
    licence,
  ]
    .filter((line, index) => line || index === text.paragraphs.length)
    .join('\n')
}

/** All texts as files of the kit. */
export const pressTextFiles = (page: PressPage): Array<{ name: string; content: string }> =>
  page.texts.map((text) => ({ name: `文字-${text.limit}字以内.txt`, content: pressTextFile(page, text) }))

/** Every fact with its kind, basis and source, as CSV. */
export function pressFacts({ brand, claims, notes }: PressPage): string {
  const texts = new Map(brand.data.claims.map((claim) => [claim.id, claim.text]))
  const rows = claims.map((claim) => {
    const note = notes[claim.mark.number - 1]
    const source = note?.source.data
    return [
      claim.kindWord,
      texts.get(claim.id) ?? '',
      claim.label ?? '',
      claim.figure ? joinFigure(claim.figure) : '',
      claim.basis ?? '',
      claim.asOf ?? '',
      source?.publisher ?? '',
      source?.title ?? '',
      source?.date ?? '',
      note?.locator ?? '',
      source?.url ?? '',
      claim.note ?? '',
    ]
  })
  const head = ['性质', '事实', '指标', '数值', '口径', '截至', '来源', '题目', '日期', '位置', '链接', '说明']
  return toCsv([head, ...rows])
}

/** What the kit is and how it may be used. */
export const pressReadme = (page: PressPage): string =>
  [
    `${page.brand.name}：新闻素材`,
    '',
    `来自“${SITE.name}”：${page.address}`,
    `资料核实于${longDate(page.brand.data.checkedOn)}。`,
    '',
    page.licence,
    '图案是示意，不是照片。标着“目标”的数是打算做到的，不是结果，转述时请照样写明。',
  ].join('\n')
