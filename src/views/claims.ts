import type { Catalogue, Entry } from '../catalogue/catalogue.ts'
import { CLAIM_KINDS, type Claim } from '../schemas/claim.ts'
import { type FigureText, figureOf } from '../text/figure.ts'
import type { PageContext } from './context.ts'
import type { Mark } from './notes.ts'

/** A claim as a page shows it. */
export interface ClaimView {
  id: string
  /** The full sentence as HTML, with the entries it names linked. */
  html: string
  label: string | undefined
  figure: FigureText | undefined
  value: number | undefined
  kind: Claim['kind']
  /** 实绩, 目标 or 估计. */
  kindWord: string
  basis: string | undefined
  asOf: string | undefined
  note: string | undefined
  publisher: string
  mark: Mark
}

type ClaimContext = Pick<PageContext, 'notes' | 'linker'>

/** Makes the view of a claim and takes its note. */
export function claimView(claim: Claim, { notes, linker }: ClaimContext): ClaimView {
  const mark = notes.mark(claim)
  return {
    id: claim.id,
    html: linker.text(claim.text),
    label: claim.label,
    figure: figureOf(claim),
    value: claim.value,
    kind: claim.kind,
    kindWord: CLAIM_KINDS[claim.kind],
    basis: claim.basis,
    asOf: claim.asOf,
    note: claim.note,
    publisher: notes.sourceOf(mark).data.publisher,
    mark,
  }
}

/** Claims on one question that do not agree, newest first. */
export interface ConflictView {
  id: string
  question: string
  claims: ClaimView[]
}

/** Whether the claim is one of several that answer the same question differently. */
export function conflicting(claims: readonly Claim[]): Map<string, Claim[]> {
  const groups = new Map<string, Claim[]>()
  for (const claim of claims) {
    if (claim.conflict) groups.set(claim.conflict, [...(groups.get(claim.conflict) ?? []), claim])
  }
  for (const [id, group] of groups) if (group.length < 2) groups.delete(id)
  return groups
}

/** The views of all conflicts among `claims`. */
export function conflictViews(claims: readonly Claim[], context: ClaimContext): ConflictView[] {
  return [...conflicting(claims)].map(([id, group]) => {
    const newestFirst = [...group].sort((a, b) => (b.asOf ?? '').localeCompare(a.asOf ?? ''))
    const labels = new Set(newestFirst.flatMap((claim) => claim.label ?? []))
    return {
      id,
      question: [...labels].slice(0, 2).join('、') || '同一件事，两种说法',
      claims: newestFirst.map((claim) => claimView(claim, context)),
    }
  })
}

/** A figure on a card: one number, its kind, and a link to its source. */
export interface FigureBrief {
  figure: FigureText
  label: string
  kind: Claim['kind']
  kindWord: string
  asOf: string | undefined
  source: Entry<'source'>
}

/** The figure that represents an entry on a card: its first headline claim. */
export function leadFigure(claims: readonly Claim[], catalogue: Catalogue): FigureBrief | undefined {
  const claim = claims.find((candidate) => candidate.headline && candidate.value !== undefined)
  const figure = claim && figureOf(claim)
  return claim && figure
    ? {
        figure,
        label: claim.label ?? '',
        kind: claim.kind,
        kindWord: CLAIM_KINDS[claim.kind],
        asOf: claim.asOf,
        source: catalogue.get('source', claim.source),
      }
    : undefined
}
