import type { Catalogue, Entry } from '../catalogue/catalogue.ts'
import { longDate } from '../text/dates.ts'
import { layOutBody, type Piece } from './body.ts'
import type { RecordRow } from './brand.ts'
import { pageContext } from './context.ts'
import { groupsOf, type LinkGroup } from './entry.ts'
import type { Note } from './notes.ts'
import { crumbsTo, type PageMeta, type PagerView, pagerIn, searchFacets } from './page.ts'
import { travelMeta } from './travel.ts'

export interface ClauseView {
  id: string
  number: string
  title: string
  digest: string[]
  departments: string[]
}

/** The page of a document: what it is, then its clauses in our own words. */
export interface PolicyPage {
  meta: PageMeta
  policy: Entry<'policy'>
  facts: RecordRow[]
  body: Piece[]
  parts: Array<{ id: string; title: string; clauses: ClauseView[] }>
  notes: Note[]
  groups: LinkGroup[]
  pager: PagerView
}

/** Everything the page of a policy shows. */
export function policyPage(policy: Entry<'policy'>, catalogue: Catalogue, base: string): PolicyPage {
  const context = pageContext(policy, catalogue, base)
  const { data } = policy
  const mark = context.notes.mark({ source: data.source })
  return {
    meta: {
      title: `${data.shortTitle}：逐条摘要`,
      description: `${data.summary}逐条用大白话写明，共${data.clauses.length}条。`,
      path: policy.path,
      crumbs: crumbsTo(policy),
      search: searchFacets(policy, catalogue),
      ...travelMeta(policy, catalogue),
    },
    policy,
    facts: [
      { name: '全称', value: data.title, marks: [mark] },
      { name: '发布机关', value: data.issuer },
      { name: '文号', value: data.documentNumber ?? '所见文本没有列文号' },
      { name: '日期', value: data.date ? longDate(data.date) : '', note: data.dateNote },
    ],
    body: layOutBody(policy, context),
    parts: data.parts.map((part) => ({
      ...part,
      clauses: data.clauses
        .filter((clause) => clause.id.split('-')[0] === part.id)
        .map((clause) => ({ ...clause, digest: clause.digest.map((text) => context.linker.text(text)) })),
    })),
    notes: context.notes.list,
    groups: groupsOf(policy, catalogue),
    pager: pagerIn(catalogue.list('policy'), policy),
  }
}
