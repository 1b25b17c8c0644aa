import { type Catalogue, type Entry, isKind } from '../catalogue/catalogue.ts'
import { longDate } from '../text/dates.ts'
import { sourceTitle } from '../text/titles.ts'
import { escapeXml } from '../text/xml.ts'
import type { Piece } from './body.ts'
import { brandPage, type RecordRow } from './brand.ts'
import { type ClaimView, type ConflictView, inlineText, kindRemark } from './claims.ts'
import { entryPage, type PlainKind } from './entry.ts'
import type { Note } from './notes.ts'
import { policyPage } from './policy.ts'
import { storyPage } from './story.ts'

/**
 * An entry as one piece of HTML that stands on its own: for feed readers, which know neither our
 * styles nor our script. Targets carry the word 目标, sources follow at the end.
 * @param origin absolute address of the site's root, without a slash at its end
 */
export function fullText(entry: Entry, catalogue: Catalogue, origin: string): string {
  const write = new Writer(origin, entry.path)
  if (isKind(entry, 'story')) {
    const page = storyPage(entry, catalogue, origin)
    return write.join(
      p(page.story.data.lead),
      write.body([...page.opening, ...page.rest]),
      page.story.data.note && p(page.story.data.note),
      write.notes(page.notes),
    )
  }
  if (isKind(entry, 'brand')) {
    const page = brandPage(entry, catalogue, origin)
    return write.join(
      p(page.brand.data.summary),
      ...page.proofs.filter(({ html }) => html).map(({ name, html }) => `<p><strong>${name}</strong>：${html}</p>`),
      write.claims([...page.headline, ...page.targets]),
      write.conflicts(page.conflicts),
      write.body(page.body),
      ...page.topics.map(({ name, claims }) => `<h3>${name}</h3>${write.claims(claims)}`),
      write.rows(page.record),
      write.notes(page.notes),
    )
  }
  if (isKind(entry, 'policy')) {
    const page = policyPage(entry, catalogue, origin)
    return write.join(
      p(entry.data.summary),
      write.rows(page.facts),
      write.body(page.body),
      ...page.parts.map(({ title, clauses }) =>
        [
          `<h3>${escapeXml(title)}</h3>`,
          ...clauses.map(
            (clause) =>
              `<h4>${escapeXml(`${clause.number} ${clause.title}`)}</h4>${clause.digest.map((text) => `<p>${text}</p>`).join('')}`,
          ),
        ].join(''),
      ),
      write.notes(page.notes),
    )
  }
  const page = entryPage(entry as Entry<PlainKind>, catalogue, origin)
  return write.join(
    p(page.summary),
    page.dateText && p(page.dateText),
    write.rows(page.facts),
    write.body(page.body),
    page.note && p(page.note),
    write.conflicts(page.conflicts),
    write.claims(page.claims),
    write.notes(page.notes),
  )
}

const p = (text: string) => `<p>${escapeXml(text)}</p>`

/** Writes parts of one entry; marks and anchors lead to its page. */
class Writer {
  readonly #origin: string
  readonly #page: string

  constructor(origin: string, path: string) {
    this.#origin = origin
    this.#page = origin + path
  }

  join(...parts: Array<string | undefined>): string {
    return parts.filter(Boolean).join('\n').replaceAll('href="#', `href="${this.#page}#`)
  }

  body(pieces: readonly Piece[]): string {
    return pieces.map((piece) => this.#piece(piece)).join('')
  }

  claims(claims: readonly ClaimView[]): string {
    return list(claims.map((claim) => this.#claim(claim)))
  }

  conflicts(conflicts: readonly ConflictView[]): string {
    return conflicts
      .map(
        ({ question, accounts }) =>
          `<h3>${escapeXml(question)}：说法不一</h3>${this.claims(accounts.flatMap(({ claims }) => claims))}`,
      )
      .join('')
  }

  rows(rows: readonly RecordRow[]): string {
    return list(rows.filter(({ value }) => value).map(({ name, value }) => escapeXml(`${name}：${value}`)))
  }

  notes(notes: readonly Note[]): string {
    const items = notes.map(({ source: { data, path }, locator, remarks }) => {
      const title = `<a href="${this.#origin}${path}">${escapeXml(sourceTitle(data.title))}</a>`
      const when = data.documentNumber ?? (data.date ? longDate(data.date) : '未写日期')
      return `${escapeXml(data.publisher)}${title}${escapeXml(when)}${locator ? `，${escapeXml(locator)}` : ''}${remarks.map((remark) => `<br/>${escapeXml(remark)}`).join('')}`
    })
    return items.length > 0 ? `<h3>来源</h3><ol>${items.map((item) => `<li>${item}</li>`).join('')}</ol>` : ''
  }

  #piece(piece: Piece): string {
    if ('html' in piece) return piece.html
    if ('claim' in piece) {
      const { claim, words } = piece
      const text = inlineText(claim, words)
      return `${escapeXml(text + kindRemark(claim, text))}${mark(claim.mark.number)}`
    }
    if ('cite' in piece) return mark(piece.cite.number)
    const { photo } = piece
    const credit = escapeXml([photo.caption, `摄影：${photo.credit}`, photo.licence].filter(Boolean).join('。'))
    const image = `<img src="${this.#origin}${photo.fallback}" alt="${escapeXml(photo.alt)}"/>`
    return `<figure>${image}<figcaption>${credit}</figcaption></figure>`
  }

  #claim(claim: ClaimView): string {
    const { publisher, reported } = claim
    const said = escapeXml(reported ? `${publisher}，${longDate(reported)}` : publisher)
    return `${kindOf(claim)}${claim.html}（${said}）${mark(claim.mark.number)}`
  }
}

const kindOf = ({ kind, kindWord }: ClaimView) => (kind === 'actual' ? '' : `〔${kindWord}〕`)

const mark = (number: number) => `<a href="#n${number}">〔${number}〕</a>`

const list = (items: readonly string[]) =>
  items.length > 0 ? `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>` : ''
