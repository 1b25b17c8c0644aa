import type { Piece } from './body.ts'
import type { Note } from './notes.ts'

/** A piece of a body, or the notes that stand in the margin beside the paragraph that begins there. */
export type BesidePiece = Piece | { beside: Note[] }

/** Tags of what a note can stand beside: `<p>`, an item, the words under a quotation. */
const PLACES = /<(\/?)(?:p|li|figcaption)(?:\s[^>]*)?>/g

/**
 * Puts every note of a body beside the paragraph or item that cites it first. What a table cites stays at the foot of
 * the page, like all notes.
 * @param notes the notes of the page
 */
export function besides(body: readonly Piece[], notes: readonly Note[]): BesidePiece[] {
  const placed: BesidePiece[] = []
  const open: Note[][] = []
  for (const piece of body) {
    if (!('html' in piece)) {
      placed.push(piece)
      // Only the first mark of a note has an anchor.
      const mark = 'claim' in piece ? piece.claim.mark : 'cite' in piece ? piece.cite : undefined
      const note = mark?.markId && notes[mark.number - 1]
      if (note) open.at(-1)?.push(note)
      continue
    }
    let from = 0
    for (const { 0: tag, 1: isEnd, index } of piece.html.matchAll(PLACES)) {
      if (isEnd) open.pop()
      else {
        const beside: Note[] = []
        open.push(beside)
        placed.push({ html: piece.html.slice(from, index + tag.length) }, { beside })
        from = index + tag.length
      }
    }
    placed.push({ html: piece.html.slice(from) })
  }
  return placed.filter((piece) => !('beside' in piece) || piece.beside.length > 0)
}
