import type { Catalogue, Entry } from '../catalogue/catalogue.ts'
import { isOver } from '../text/dates.ts'
import { PAGES } from '../urls/paths.ts'
import { layOutBody, type Piece } from './body.ts'
import { type ClaimView, claimView } from './claims.ts'
import { Linker } from './linker.ts'
import { linkViews } from './links.ts'
import { type Note, Notes } from './notes.ts'
import type { LinkView, PageMeta } from './page.ts'

/** One programme: its targets apart from what has been published since. */
export interface ProgrammeView {
  programme: Entry<'programme'>
  body: Piece[]
  /** Each target with what was published about it; nothing published is said in words, and whether its time is up. */
  targets: Array<{ target: ClaimView; results: ClaimView[]; isPast: boolean }>
  /** Published, but not an answer to one of the targets. */
  results: ClaimView[]
  links: LinkView[]
}

/** Targets beside published results. */
export interface ProgressPage {
  meta: PageMeta
  programmes: ProgrammeView[]
  /** All targets; those with a published result; those whose time is up without one. */
  counts: Record<'targets' | 'answered' | 'past', number>
  notes: Note[]
}

/** Everything the progress page shows. A target is never counted as a result. */
export function progressPage(catalogue: Catalogue, base: string): ProgressPage {
  const notes = new Notes(catalogue)
  const programmes = catalogue.list('programme').map((programme): ProgrammeView => {
    const linker = new Linker(programme, catalogue, base)
    const context = { catalogue, notes, linker, base }
    const body = layOutBody(programme, context)
    const views = programme.data.claims.map((claim) => ({ claim, view: claimView(claim, context) }))
    const isTarget = ({ claim }: (typeof views)[number]) => claim.kind === 'target'
    return {
      programme,
      body,
      targets: views.filter(isTarget).map(({ claim: target, view }) => ({
        target: view,
        results: views.filter(({ claim }) => claim.resultOf === target.id).map(({ view }) => view),
        isPast: target.asOf !== undefined && isOver(target.asOf, catalogue.today),
      })),
      results: views.filter((item) => !isTarget(item) && !item.claim.resultOf).map(({ view }) => view),
      links: linkViews(
        [...catalogue.related(programme, 'policy'), ...catalogue.related(programme, 'brand')],
        catalogue,
      ),
    }
  })
  const targets = programmes.flatMap(({ targets }) => targets)
  return {
    meta: {
      title: '目标与进展',
      description: '国家、贵州、广西和玉林的劳务品牌建设目标，旁边是查到的公布结果；没有公布的，写“未见公布”。',
      path: PAGES.progress,
      crumbs: [{ name: '首页', path: PAGES.home }, { name: '目标与进展' }],
    },
    programmes,
    counts: {
      targets: targets.length,
      answered: targets.filter(({ results }) => results.length > 0).length,
      past: targets.filter(({ results, isPast }) => isPast && results.length === 0).length,
    },
    notes: notes.list,
  }
}
