import type { Catalogue, Entry } from '../catalogue/catalogue.ts'
import { isOver } from '../text/dates.ts'
import { PAGES } from '../urls/paths.ts'
import { layOutBody, type Piece } from './body.ts'
import { type ClaimView, claimView } from './claims.ts'
import { Linker } from './linker.ts'
import { linkViews } from './links.ts'
import { type Note, Notes } from './notes.ts'
import type { LinkView, PageMeta } from './page.ts'
import { type YearCount, type YearStrip, yearStrip } from './years.ts'

/** One programme: what stands in its documents and has been published since. Its targets stand with all others. */
export interface ProgrammeView {
  programme: Entry<'programme'>
  /** How many targets it has. */
  targets: number
  body: Piece[]
  /** Published, but not an answer to one of the targets. */
  results: ClaimView[]
  documents: LinkView[]
  brands: Array<Pick<LinkView, 'name' | 'path'>>
}

/** A target with what was published about it; nothing published is said in words, and whether its time is up. */
export interface TargetView {
  programme: Entry<'programme'>
  /** Whose target it is: 全国, or the short name of a region. */
  region: string
  target: ClaimView
  results: ClaimView[]
  isPast: boolean
}

/** Targets beside published results. */
export interface ProgressPage {
  meta: PageMeta
  targets: TargetView[]
  programmes: ProgrammeView[]
  /** All targets; those with a published result; those whose time is up without one. */
  counts: Record<'targets' | 'answered' | 'past', number>
  /** Targets by the year of their term: solid where a result was published, hatched where none was. */
  years: YearStrip | undefined
  notes: Note[]
}

/** From the country down to its counties, and as they are listed within one level. */
function byLevel(catalogue: Catalogue): Entry<'programme'>[] {
  const depth = ({ data }: Entry<'programme'>) => catalogue.regionChain(data.region).length
  return catalogue.list('programme').toSorted((one, other) => depth(one) - depth(other))
}

/** Everything the progress page shows. A target is never counted as a result. */
export function progressPage(catalogue: Catalogue, base: string): ProgressPage {
  const notes = new Notes(catalogue)
  const listed = byLevel(catalogue).map((programme) => {
    const linker = new Linker(programme, catalogue, base)
    return { programme, context: { catalogue, notes, linker, base } }
  })
  // Notes are numbered as the page is read: the table of all targets comes before the programmes.
  const targets = listed.flatMap(({ programme, context }) => {
    const { claims } = programme.data
    const region = catalogue.regionChain(programme.data.region)[0]?.data.shortName ?? '全国'
    return claims
      .filter(({ kind }) => kind === 'target')
      .map((claim): TargetView => {
        const target = claimView(claim, context)
        const results = claims.filter(({ resultOf }) => resultOf === claim.id).map((other) => claimView(other, context))
        const isPast = claim.asOf !== undefined && isOver(claim.asOf, catalogue.today)
        return { programme, region, target, results, isPast }
      })
  })
  const programmes = listed.map(
    ({ programme, context }): ProgrammeView => ({
      programme,
      targets: targets.filter((target) => target.programme === programme).length,
      body: layOutBody(programme, context),
      results: programme.data.claims
        .filter(({ kind, resultOf }) => kind !== 'target' && !resultOf)
        .map((claim) => claimView(claim, context)),
      documents: linkViews(catalogue.related(programme, 'policy'), catalogue),
      brands: catalogue.related(programme, 'brand').map(({ name, path }) => ({ name, path })),
    }),
  )
  return {
    meta: {
      title: '目标与进展',
      description: '国家、贵州、广西和玉林的劳务品牌建设目标，旁边是查到的公布结果；没有公布的，写“未见公布”。',
      path: PAGES.progress,
      crumbs: [{ name: '首页', path: PAGES.home }, { name: '目标与进展' }],
    },
    targets,
    programmes,
    counts: {
      targets: targets.length,
      answered: targets.filter(({ results }) => results.length > 0).length,
      past: targets.filter(({ results, isPast }) => isPast && results.length === 0).length,
    },
    years: yearStrip(termsOf(targets), '项'),
    notes: notes.list,
  }
}

function termsOf(targets: readonly TargetView[]): YearCount[] {
  const dated = targets.filter(({ target }) => target.asOf)
  return [...Map.groupBy(dated, ({ target }) => Number(target.asOf?.slice(0, 4)))].map(([year, list]) => {
    const solid = list.filter(({ results }) => results.length > 0).length
    return { year, solid, hatched: list.length - solid }
  })
}
