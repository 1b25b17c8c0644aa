import type { Catalogue, Entry } from '../catalogue/catalogue.ts'
import { FIELDS, MARK_KINDS, MATURITY, SERIES } from '../schemas/brand.ts'
import { CLAIM_TOPICS, type Claim } from '../schemas/claim.ts'
import { LEVELS } from '../schemas/shared.ts'
import { longDate } from '../text/dates.ts'
import { listPath, PAGES, shortlistPath } from '../urls/paths.ts'
import { claimsIn, layOutBody, type Piece } from './body.ts'
import { type ChangeView, changesOf } from './changes.ts'
import { type ClaimView, type ConflictView, claimView, conflicting, conflictViews, remarkOn } from './claims.ts'
import { brandContact, officesToAsk } from './contact.ts'
import { type PageContext, pageContext } from './context.ts'
import { type LinkGroup, recordsOf } from './entry.ts'
import { type EventView, eventsHint, eventViews, linkView, linkViews } from './links.ts'
import type { Mark, Note } from './notes.ts'
import {
  crumbsTo,
  kindWord,
  type LinkView,
  type PageMeta,
  type PagerView,
  pagerIn,
  regionLine,
  searchFacets,
} from './page.ts'
import { type BadgeView, staleBadge } from './shown.ts'
import { type TileView, tileWithBoard } from './tiles.ts'
import { travelMeta } from './travel.ts'

/** One of the three proofs; `text` is empty where nothing is published. */
export interface ProofView {
  name: string
  html: string
  marks: Mark[]
}

/** A cell of the record. An empty value is said in words by the page. */
export interface RecordRow {
  name: string
  value: string
  path?: string
  /** An address outside the site, or a telephone. */
  href?: string
  /** Several entries, each with its link; `value` is the same as text. */
  links?: Array<{ name: string; path: string }>
  /** Paragraphs of a text that is given in full. */
  lines?: string[]
  badge?: BadgeView
  note?: string | undefined
  marks?: Mark[]
}

/** One node of the history. */
export interface MilestoneView {
  date: string
  html: string
  mark: Mark
}

/** One step of the work. */
export interface StepView {
  name: string
  html: string
  note: string | undefined
  mark: Mark
}

/** The brand page, in reading order. */
export interface BrandPage {
  meta: PageMeta
  brand: Entry<'brand'>
  tile: TileView
  place: string
  series: LinkView | undefined
  proofs: ProofView[]
  headline: ClaimView[]
  body: Piece[]
  targets: ClaimView[]
  conflicts: ConflictView[]
  processes: Array<{ route: string; steps: StepView[] }>
  record: RecordRow[]
  figures: LinkView[]
  events: EventView[]
  eventsHint: string
  places: LinkView[]
  organisations: LinkView[]
  timeline: MilestoneView[]
  topics: Array<{ name: string; claims: ClaimView[] }>
  contact: RecordRow[]
  /** The search in which others are picked to compare with: those of the same family of trades, if there are any. */
  comparePath: string
  steward: { name: string; mark: Mark } | undefined
  trades: Array<LinkView & { note: string | undefined; mark: Mark; code: string | undefined }>
  skills: Array<{ name: string; mark: Mark }>
  products: Array<{ name: string; mark: Mark }>
  stories: LinkView[]
  relatives: LinkView[]
  programmes: LinkView[]
  mentions: LinkView[]
  /** Offices that may know what is not published. */
  ask: string[]
  missing: Entry<'brand'>['data']['missing']
  /** Films, training, standards and whatever else the small lists hold about the brand. */
  records: LinkGroup[]
  changes: ChangeView[]
  notes: Note[]
  pager: PagerView
}

const PROOF_NAMES = { place: '地域标记', skill: '过硬技能', reputation: '用户口碑' } as const

/** Everything the page of a brand shows, from the catalogue alone. */
export function brandPage(brand: Entry<'brand'>, catalogue: Catalogue, base: string): BrandPage {
  const context = pageContext(brand, catalogue, base)
  const { notes, linker } = context
  const { data } = brand
  const byId = new Map(data.claims.map((claim) => [claim.id, claim]))
  const proofs = (Object.keys(PROOF_NAMES) as Array<keyof typeof PROOF_NAMES>).map((key): ProofView => {
    const proof = data.proofs[key]
    return {
      name: PROOF_NAMES[key],
      html: proof ? linker.text(proof.text) : '',
      // Two claims of one place are one note; its first mark is the one that the note leads back to.
      marks: (proof?.claims ?? [])
        .map((id) => notes.mark(byId.get(id) as Claim))
        .filter((mark, at, all) => all.findIndex(({ number }) => number === mark.number) === at),
    }
  })
  const conflictIds = new Set([...conflicting(data.claims).values()].flat())
  const headline = data.claims
    .filter((claim) => claim.headline && !isTarget(claim))
    .map((claim) => ({
      ...claimView(claim, context),
      ...(conflictIds.has(claim) ? { disputed: claim.conflict } : {}),
    }))
  const body = layOutBody(brand, context)
  // Facts without a figure that the text already tells are not told again in the tables below it.
  const facts = claimsIn(body, 'own').filter(({ figure }) => !figure)
  const told = new Set(facts.map(({ id }) => id))
  remarkOn([...facts, ...claimsIn(body, 'borrowed')], notes)
  const targets = data.claims
    .filter((claim) => claim.kind === 'target' && claim.value !== undefined)
    .map((claim) => claimView(claim, context))
  const conflicts = conflictViews(data.claims, context)
  return {
    meta: {
      title: `${brand.name}：${regionLine(catalogue, data.region)}的劳务品牌`,
      description: `${data.summary}工种、从业规模、人物、地点与来源，核实于${longDate(data.checkedOn)}。`,
      path: brand.path,
      crumbs: crumbsTo(brand),
      search: searchFacets(brand, catalogue),
      ...travelMeta(brand, catalogue),
    },
    brand,
    tile: tileWithBoard(brand),
    place: regionLine(catalogue, data.region),
    series: data.parent ? linkView(catalogue.get('brand', data.parent), catalogue) : undefined,
    proofs,
    headline,
    body,
    targets,
    conflicts,
    processes: processesOf(data, context),
    record: recordOf(brand, context),
    figures: linkViews(catalogue.related(brand, 'figure'), catalogue),
    events: eventViews(catalogue.related(brand, 'event'), catalogue),
    eventsHint: eventsHint(catalogue.related(brand, 'event'), catalogue.today),
    places: linkViews(catalogue.related(brand, 'place'), catalogue),
    organisations: linkViews(catalogue.related(brand, 'organisation'), catalogue),
    timeline: timelineOf(data, context),
    topics: topicsOf(
      data.claims.filter(
        (claim) => !told.has(claim.id) && !claim.headline && !conflictIds.has(claim) && !isTarget(claim),
      ),
      context,
    ),
    contact: brandContact(brand, catalogue, notes),
    comparePath: shortlistPath(brand.id, familyWithOthers(brand, catalogue)),
    steward: data.steward && { name: data.steward.name, mark: notes.mark(data.steward) },
    trades: data.trades.map((item) => {
      const trade = catalogue.get('trade', item.trade)
      return { ...linkView(trade, catalogue), note: item.note, mark: notes.mark(item), code: trade.data.code }
    }),
    skills: data.skills.map((skill) => ({ name: skill.name, mark: notes.mark(skill) })),
    products: data.products.map((product) => ({ name: product.name, mark: notes.mark(product) })),
    // The page is about the brand: its name need not stand under each story.
    stories: catalogue.related(brand, 'story').map((story) => ({ ...linkView(story, catalogue), detail: '' })),
    relatives: linkViews(catalogue.related(brand, 'brand'), catalogue),
    programmes: linkViews(
      [...catalogue.related(brand, 'programme'), ...catalogue.mentioned(brand, 'policy')],
      catalogue,
    ),
    mentions: linkViews(
      (['story', 'brand', 'figure', 'place', 'organisation', 'event'] as const).flatMap((kind) =>
        catalogue.mentioned(brand, kind),
      ),
      catalogue,
    ),
    ask: officesToAsk(brand),
    missing: data.missing,
    records: [...Map.groupBy(recordsOf(brand, catalogue), ({ kind }) => kind)]
      .map(([kind, entries]) => ({
        name: kindWord(kind),
        links: linkViews(entries, catalogue),
      }))
      .filter(({ links }) => links.length > 0),
    changes: changesOf(brand),
    notes: notes.list,
    pager: pagerIn(catalogue.list('brand'), brand),
  }
}

/** The family of the brand's first trade, where other brands practise it too. */
function familyWithOthers(brand: Entry<'brand'>, catalogue: Catalogue): string | undefined {
  const [first] = brand.data.trades
  if (!first) return undefined
  const id = catalogue.get('trade', first.trade).data.parent ?? first.trade
  // Not gathered first: every brand asks, and a family may have thousands.
  const trades = [id, ...catalogue.subtrades(id).map((trade) => trade.id)]
  return trades.some((trade) => catalogue.brandsOfTrade(trade).some((other) => other !== brand)) ? id : undefined
}

const isTarget = (claim: Claim) => claim.kind === 'target' && claim.value !== undefined

/** The history, each node with its source. */
export function timelineOf({ timeline }: Entry<'brand'>['data'], { notes, linker }: PageContext): MilestoneView[] {
  return timeline.map((node) => ({ date: node.date, html: linker.text(node.text), mark: notes.mark(node) }))
}

/** The steps of the work, by route where there are several. */
export function processesOf(
  { process }: Entry<'brand'>['data'],
  { notes, linker }: PageContext,
): BrandPage['processes'] {
  return [...Map.groupBy(process, (step) => step.route ?? '')].map(([route, steps]) => ({
    route,
    steps: steps.map((step) => ({
      name: step.name,
      html: linker.text(step.text),
      note: step.note,
      mark: notes.mark(step),
    })),
  }))
}

function topicsOf(claims: readonly Claim[], context: PageContext): BrandPage['topics'] {
  const groups = Map.groupBy(claims, (claim) => claim.topic)
  return (Object.keys(CLAIM_TOPICS) as Claim['topic'][]).flatMap((topic) => {
    const group = groups.get(topic)
    return group ? [{ name: CLAIM_TOPICS[topic], claims: group.map((claim) => claimView(claim, context)) }] : []
  })
}

/** The record: what the two documents ask to be filed for each brand. Blanks stay, in words. */
function recordOf({ data }: Entry<'brand'>, { catalogue, notes }: PageContext): RecordRow[] {
  const region = catalogue.get('region', data.region)
  return [
    {
      name: '地区',
      value: regionLine(catalogue, data.region),
      path: `${listPath('region')}${region.id}/`,
      note: data.regionNote,
    },
    { name: '所属行业', value: data.industry ?? '' },
    data.field
      ? { name: '领域', value: FIELDS[data.field], path: `${PAGES.series}#${data.field}`, note: data.fieldBasis }
      : { name: '领域', value: '文件未归类', note: data.fieldBasis },
    {
      name: '成熟度',
      value: data.maturity ? MATURITY[data.maturity.stage] : '',
      marks: data.maturity ? [notes.mark(data.maturity)] : [],
    },
    {
      name: '认定',
      value: data.recognitions
        .map(({ level, year, batch }) => [LEVELS[level], longDate(year), batch].filter(Boolean).join('，'))
        .join('；'),
      marks: data.recognitions.map((item) => notes.mark(item)),
    },
    data.series
      ? { name: '系列', value: SERIES[data.series], path: `${PAGES.series}#${data.series}` }
      : { name: '系列', value: '未列入系列' },
    { name: '又叫', value: data.aliases.join('、') },
    {
      name: '责任单位',
      value: data.steward?.name ?? '',
      marks: data.steward ? [notes.mark(data.steward)] : [],
    },
    ...(data.formerNames.length > 0
      ? [
          {
            name: '曾用名',
            value: data.formerNames
              .map(({ name, until }) => (until ? `${name}（用到${longDate(until)}）` : name))
              .join('、'),
            marks: data.formerNames.map((item) => notes.mark(item)),
          },
        ]
      : []),
    ...data.marks.map((item) => ({
      name: MARK_KINDS[item.kind],
      value: [item.name, item.number].filter(Boolean).join('，'),
      marks: [notes.mark(item)],
      note: item.number && '注册号、专利号可以到国家知识产权局网站查',
    })),
    { name: '维护单位', value: data.maintainer ?? '' },
    { name: '核实于', value: longDate(data.checkedOn), badge: staleBadge(data.checkedOn, catalogue.today) },
  ]
}
