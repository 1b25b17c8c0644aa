import type { Entry } from '../catalogue/catalogue.ts'
import { BASE_MARK, type ClaimSlot } from '../manuscript/render.ts'
import type { Measured } from '../photos/photo.ts'
import type { Claim } from '../schemas/claim.ts'
import { withBase } from '../urls/base.ts'
import { type ClaimView, claimView, inlineText } from './claims.ts'
import { shownPhotos } from './consent.ts'
import type { PageContext } from './context.ts'
import type { Mark } from './notes.ts'
import { type PhotoView, photoView } from './photos.ts'

/** A piece of a laid-out body: HTML, a claim with the writer's words (the entry's own, or another's), a citation, a photograph. */
export type Piece =
  | { html: string }
  | { claim: ClaimView; words: string; isOwn: boolean }
  | { cite: Mark }
  | { photo: PhotoView }

/**
 * Lays out a body for its page: claims get their notes, addresses their base path, and the first
 * mention of an entry that the writer did not link becomes a link. Photographs of people who do not agree are left out.
 */
export function layOutBody(entry: Entry, { catalogue, notes, linker, base }: PageContext): Piece[] {
  const shown = shownPhotos(entry, catalogue)
  return entry.body.segments.flatMap((segment): Piece | Piece[] => {
    if (typeof segment === 'string')
      return { html: linker.html(segment).replaceAll(`${BASE_MARK}/`, withBase('/', base)) }
    if (segment.slot === 'cite') return { cite: notes.mark(segment) }
    if (segment.slot === 'photo')
      return shown.has(segment.src) ? { photo: photoView(segment, entry.photos[segment.src] as Measured) } : []
    const holder = segment.entry ? catalogue.claimHolder(segment.entry) : entry
    const claim = findClaim(segment, holder)
    return { claim: claimView(claim, { catalogue, notes, linker }), words: segment.text, isOwn: holder === entry }
  })
}

/** The claims in a text, in its order: all, or only the entry's own or only those of others. */
export const claimsIn = (body: readonly Piece[], whose: 'own' | 'borrowed' | 'all' = 'all'): ClaimView[] =>
  body.flatMap((piece) =>
    'claim' in piece && (whose === 'all' || piece.isOwn === (whose === 'own')) ? piece.claim : [],
  )

/** The claim a slot names; `check` has made sure that it exists. */
function findClaim({ entry: holderId, id }: ClaimSlot, holder: Entry | undefined): Claim {
  const list = holder && 'claims' in holder.data ? holder.data.claims : []
  const claim = list.find((candidate) => candidate.id === id)
  if (!claim) throw new Error(`no claim "${id}" in "${holderId || holder?.id}"`)
  return claim
}

/** What a reader reads of a body, without its marks. */
export const plainText = (body: readonly Piece[]): string =>
  body
    .map((piece) => {
      if ('html' in piece) return piece.html.replace(/<[^>]+>/g, '')
      return 'claim' in piece ? inlineText(piece.claim, piece.words) : ''
    })
    .join('')
