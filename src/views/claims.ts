import type { Catalogue, Entry } from '../catalogue/catalogue.ts'
import { CLAIM_KINDS, type Claim } from '../schemas/claim.ts'
import { figureDate, figureTime, isOver, longDate } from '../text/dates.ts'
import { type FigureText, figureOf, joinFigure } from '../text/figure.ts'
import { type AxisView, axisOf } from './axis.ts'
import type { PageContext } from './context.ts'
import type { Mark, Notes } from './notes.ts'

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
  /** Whether it is a target whose time is up. */
  isPast: boolean
  note: string | undefined
  publisher: string
  /** Date of the source, as precise as known. */
  reported: string | undefined
  mark: Mark
  /** The question that other sources answer differently on the same page. */
  disputed?: string | undefined
}

type ClaimContext = Pick<PageContext, 'catalogue' | 'notes' | 'linker'>

/** Makes the view of a claim and takes its note. */
export function claimView(claim: Claim, { catalogue, notes, linker }: ClaimContext): ClaimView {
  const mark = notes.mark(claim)
  const source = notes.sourceOf(mark)
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
    isPast: isPastTarget(claim, catalogue),
    note: claim.note,
    publisher: source.data.publisher,
    reported: source.data.date,
    mark,
  }
}

/** Whether a claim is a target whose time is up. */
export const isPastTarget = ({ kind, asOf }: Claim, { today }: Catalogue): boolean =>
  kind === 'target' && asOf !== undefined && isOver(asOf, today)

/** Adds to the notes of claims on which basis they stand and what limits them: of claims that a page tells in its text only. */
export function remarkOn(claims: readonly ClaimView[], notes: Notes): void {
  for (const claim of claims) {
    const remark = conditionsOf(claim)
    if (remark) notes.remark(claim.mark, remark)
  }
}

function conditionsOf({ label, basis, asOf, kind, note }: ClaimView): string {
  const date = timeBeside({ basis, asOf, kind })
  const sentence = (text: string) => `${text.replace(/。$/, '')}。`
  const told =
    basis && sentence(`${label ?? '这句话'}算的是：${[basis.replace(/。$/, ''), date].filter(Boolean).join('，')}`)
  const limit = note && sentence(`${!basis && label ? `${label}：` : ''}${note}`)
  return [told, limit].filter(Boolean).join('')
}

/** Claims that say about the same, newest first. */
export interface Account {
  /** 说法甲, 说法乙 … */
  name: string
  /** Their figure, 5000余, or the span of several, 226万余～250万; empty for claims without figures. */
  range: string
  /** With what follows it: 人, 人次以上. */
  unit: string
  claims: ClaimView[]
}

/** Claims on one question that do not agree, as two or three accounts side by side. */
export interface ConflictView {
  id: string
  question: string
  /** What is asked, in the fewest words: 年产量. */
  topic: string
  /** How many sources the accounts come from. */
  sources: number
  accounts: Account[]
  axis: AxisView | undefined
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

/** Whether a label says what another says, or more: 年均产量 has every letter of 年产量, in order. */
function addsTo(label: string, other: string): boolean {
  let at = 0
  for (const letter of label) if (letter === other[at]) at++
  return at === other.length
}

/** What the claims disagree about, by their labels; a longer label that only adds to a shorter one (直接就业、直接就业岗位) is left out. */
function questionOf(claims: readonly Claim[]): { question: string; topic: string } {
  const labels = [...new Set(claims.flatMap(({ label }) => label ?? []))]
  const kept = labels.filter((label) => !labels.some((other) => label !== other && addsTo(label, other)))
  const names = kept.slice(0, 2).join('、') + (kept.length > 2 ? '等' : '')
  const [topic] = kept
  if (!topic) return { question: '同一件事，两种说法', topic: '同一件事' }
  return { question: claims.every(({ value }) => value !== undefined) ? `${names}，各说多少？` : names, topic }
}

/** The views of all conflicts among `claims`. */
export function conflictViews(claims: readonly Claim[], context: ClaimContext): ConflictView[] {
  return [...conflicting(claims)].map(([id, group]) => {
    const reported = ({ source }: Claim) => context.catalogue.get('source', source).data.date ?? ''
    const newestFirst = [...group].sort((a, b) => reported(b).localeCompare(reported(a)))
    const accounts = accountsOf(newestFirst).map((claims, index) => ({
      name: `说法${'甲乙丙丁戊己庚辛'[index] ?? ''}`,
      claims,
    }))
    return {
      id,
      ...questionOf(newestFirst),
      sources: new Set(group.map(({ source }) => source)).size,
      accounts: accounts.map(({ name, claims }) => ({
        name,
        ...rangeOf(claims),
        claims: claims.map((claim) => claimView(claim, context)),
      })),
      axis: axisFor(accounts),
    }
  })
}

/** The axis of accounts that count in one unit; figures in several have no common line. */
function axisFor(accounts: ReadonlyArray<{ name: string; claims: readonly Claim[] }>): AxisView | undefined {
  const units = new Set(
    accounts.flatMap(({ claims }) => claims.flatMap(({ value, unit }) => (value === undefined ? [] : (unit ?? '')))),
  )
  const [unit = ''] = units
  if (units.size > 1) return undefined
  return axisOf(
    accounts.map(({ name, claims }) => ({ name, values: claims.flatMap(({ value }) => value ?? []) })),
    unit,
  )
}

/** Figures that differ by less than this factor tell the same story. */
const SAME_STORY = 1.5

/**
 * Parts claims into accounts: figures of one unit are sorted and cut wherever the next one is much larger.
 * The account with the newest claim comes first. Claims without figures stand alone.
 */
function accountsOf(newestFirst: readonly Claim[]): Claim[][] {
  const sorted = newestFirst
    .filter((claim) => claim.value !== undefined)
    .sort((a, b) => (a.unit ?? '').localeCompare(b.unit ?? '') || (a.value ?? 0) - (b.value ?? 0))
  const accounts: Claim[][] = newestFirst.filter((claim) => claim.value === undefined).map((claim) => [claim])
  sorted.forEach((claim, index) => {
    const before = sorted[index - 1]
    if (before && before.unit === claim.unit && (claim.value ?? 0) < (before.value ?? 0) * SAME_STORY)
      accounts.at(-1)?.push(claim)
    else accounts.push([claim])
  })
  const age = (claim: Claim) => newestFirst.indexOf(claim)
  for (const account of accounts) account.sort((a, b) => age(a) - age(b))
  return accounts.sort((a, b) => age(a[0] as Claim) - age(b[0] as Claim))
}

/** The least and the greatest figure as they were said: 余, 近, 超 stay, or the page would be surer than its sources. */
function rangeOf(claims: readonly Claim[]): { range: string; unit: string } {
  const bySize = claims.filter(({ value }) => value !== undefined).sort((a, b) => (a.value ?? 0) - (b.value ?? 0))
  // Of equal figures the newest speaks.
  const greatest = bySize.find(({ value }) => value === bySize.at(-1)?.value)
  const [low, high] = [bySize[0], greatest].map((claim) => claim && figureOf(claim))
  if (!low || !high) return { range: '', unit: '' }
  const print = ({ before, number, scale }: FigureText) => before + number + scale
  return {
    range: bySize[0] === greatest ? print(high) : `${print(low)}${low.after}～${print(high)}`,
    unit: high.unit + high.after,
  }
}

/** What is known of the time of a figure. */
interface Timed {
  basis?: string | undefined
  asOf?: string | undefined
  kind: Claim['kind']
  isPast?: boolean
}

/** When a figure was so, for a place where its basis stands too; empty where that names the time already (2024年9月报道). */
export function timeBeside({ basis, asOf, kind, isPast }: Timed): string {
  if (!asOf || (kind !== 'target' && basis?.includes(longDate(asOf)))) return ''
  return figureTime(asOf, kind, isPast)
}

/** On which basis a claim stands and what limits it, below its sentence; empty where nothing does. */
export const basisAndNote = ({ basis, note }: ClaimView): string =>
  [basis && `算的是：${basis}`, note].filter(Boolean).join('。')

/** What stands for a claim in running text: the writer's words or, without any, the figure itself. */
export const inlineText = ({ figure, label = '' }: ClaimView, words: string): string =>
  words || (figure ? joinFigure(figure) : label)

/**
 * The kind of a claim behind its words in running text, `（目标）`, where it is heard and copied as part of the
 * sentence; empty for results, and where the words say it themselves.
 */
export const kindRemark = ({ kind, kindWord }: Pick<ClaimView, 'kind' | 'kindWord'>, words: string): string =>
  kind === 'actual' || words.includes(kindWord) ? '' : `（${kindWord}）`

/** A figure on a card: one number, its kind, and a link to its source. */
export interface FigureBrief {
  figure: FigureText
  label: string
  kind: Claim['kind']
  kindWord: string
  asOf: string | undefined
  /** Whether it is a target whose time is up. */
  isPast: boolean
  /** The time of the figure where it stands alone; where the source names none, when it said so. */
  when: string
  source: Entry<'source'>
}

/** The claim whose figure represents an entry: its first headline claim, a result before a target. */
export function leadClaim(claims: readonly Claim[]): Claim | undefined {
  const candidates = claims.filter((candidate) => candidate.headline && candidate.value !== undefined)
  return candidates.find((candidate) => candidate.kind === 'actual') ?? candidates[0]
}

/** The figure that represents an entry on a card. */
export function leadFigure(claims: readonly Claim[], catalogue: Catalogue): FigureBrief | undefined {
  const claim = leadClaim(claims)
  const figure = claim && figureOf(claim)
  if (!claim || !figure) return undefined
  const { label = '', kind, asOf } = claim
  const isPast = isPastTarget(claim, catalogue)
  const source = catalogue.get('source', claim.source)
  return {
    figure,
    label,
    kind,
    kindWord: CLAIM_KINDS[kind],
    asOf,
    isPast,
    when: asOf ? figureDate(asOf, kind, isPast) : undatedFigure(kind, source.data.date),
    source,
  }
}

/** Said beside a figure whose source does not tell of when it is. */
function undatedFigure(kind: Claim['kind'], published: string | undefined): string {
  if (kind === 'target') return '没有写期限'
  return published ? `${longDate(published)}的资料，没有写哪一年` : '没有写哪一年'
}
