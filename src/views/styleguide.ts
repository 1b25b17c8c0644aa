import type { Catalogue, Entry } from '../catalogue/catalogue.ts'
import { measure } from '../photos/photo.ts'
import { samplePhoto } from '../photos/sample.ts'
import type { Claim } from '../schemas/claim.ts'
import type { MotifName } from '../schemas/motifs.ts'
import { MOTIFS } from '../schemas/motifs.ts'
import { motifs } from '../tiles/motifs.ts'
import { drawTile } from '../tiles/tile.ts'
import { PAGES } from '../urls/paths.ts'
import { layOutBody, type Piece } from './body.ts'
import { type BrandPage, brandPage, type MilestoneView, processesOf, type StepView, timelineOf } from './brand.ts'
import { type BrandCardView, brandCard } from './cards.ts'
import { type ClaimView, type ConflictView, claimView, conflictViews } from './claims.ts'
import { pageContext } from './context.ts'
import { type EventView, eventViews, linkViews } from './links.ts'
import { eventList } from './lists.ts'
import type { Note } from './notes.ts'
import type { LinkView, PageMeta, Paging } from './page.ts'
import { type PhotoView, photoView } from './photos.ts'
import { type BadgeView, overBadge } from './shown.ts'
import { type SquareView, squareOf } from './squares.ts'
import { type TileView, tileOf, tileWithBoard } from './tiles.ts'
import type { YearStrip } from './years.ts'

/** The page that shows every part of the design, with real content. */
export interface StyleguidePage {
  meta: PageMeta
  colours: Array<{ token: string; role: string }>
  sizes: Array<{ token: string; role: string }>
  tile: TileView
  /** Results and targets. */
  figures: ClaimView[]
  conflicts: ConflictView[]
  rows: ClaimView[]
  body: Piece[]
  steps: StepView[]
  timeline: MilestoneView[]
  notes: Note[]
  /** A brand of which next to nothing is published, and one of which much is. */
  thin: BrandPage
  full: BrandPage
  /** The way on from the middle of a long list. */
  paging: Paging
  /** Of something that is over, and of something that is not. */
  badges: BadgeView[]
  years: YearStrip | undefined
  photo: PhotoView
  cards: BrandCardView[]
  links: LinkView[]
  people: LinkView[]
  events: EventView[]
  squares: SquareView[]
  /** Every motif in the form of its first three seeds. */
  motifs: Array<{ name: string; alt: string; tile: TileView | undefined; svgs: string[] }>
}

const COLOURS = [
  ['paper', '底：纸'],
  ['sunk', '底：压低的面'],
  ['raise', '底：抬起的面'],
  ['ink', '字：墨'],
  ['quiet', '字：轻声'],
  ['zhu', '朱：动作'],
  ['dai', '黛：实绩、可信'],
  ['zhe', '赭：目标'],
  ['dian', '靛：链接、来源编号'],
  ['rule', '线：控件边'],
  ['line', '线：发丝'],
] as const

const SIZES = [
  ['home', '首页题'],
  ['title', '品牌、故事题'],
  ['page', '列表题'],
  ['number', '大数'],
  ['section', '小节'],
  ['card', '卡片题'],
  ['lead', '导语'],
  ['reading', '故事正文'],
  ['body', '正文'],
  ['small', '小字'],
  ['caption', '说明'],
] as const

/** Everything the style guide shows. */
export async function styleguidePage(catalogue: Catalogue, base: string): Promise<StyleguidePage> {
  const brands = catalogue.list('brand')
  // Other content than ours, in tests and benchmarks, has other brands.
  const sample = (id: string) => catalogue.find('brand', id) ?? (brands[0] as Entry<'brand'>)
  const brand = sample('zhengan-guitar-craftsman')
  const { claims } = brand.data
  const targets = sample('fumian-caifeng').data.claims.filter(({ kind }) => kind === 'target')
  // One collector of notes for the whole page, whichever entry a part comes from.
  const context = pageContext(brand, catalogue, base)
  const show = (list: readonly Claim[]) => list.map((claim) => claimView(claim, context))
  return {
    meta: {
      title: '样式手册',
      description: '一方匠人的字、色、间距和每一种部件，用真内容排出来，给做网站的人看。',
      path: '/styleguide/',
      crumbs: [],
      noindex: true,
    },
    colours: COLOURS.map(([token, role]) => ({ token, role })),
    sizes: SIZES.map(([token, role]) => ({ token, role })),
    tile: tileWithBoard(brand),
    figures: show([
      ...claims.filter(({ headline }) => headline),
      ...targets.filter(({ value }) => value !== undefined),
    ]),
    conflicts: conflictViews(claims, context),
    rows: show(claims.slice(0, 4)),
    body: layOutBody(brand, context),
    steps: processesOf(brand.data, context)[0]?.steps ?? [],
    timeline: timelineOf(brand.data, context),
    notes: context.notes.list,
    thin: brandPage(sample('shiyou-laowu'), catalogue, base),
    full: brandPage(brand, catalogue, base),
    // Addresses that are there, whatever the length of our lists.
    paging: { number: 2, count: 3, previous: PAGES.home, next: PAGES.find },
    badges: [overBadge('2024-11-23', catalogue.today, '已结束'), overBadge('2999', catalogue.today, '还没到')],
    years: eventList(catalogue).years,
    photo: photoView(
      { alt: '竖条彩色底上一个浅色的圆，测试用', caption: '测试图', credit: '程序绘制', licence: '随本站使用' },
      await measure(await samplePhoto()),
    ),
    cards: brands.slice(0, 4).map((brand) => brandCard(brand, catalogue)),
    links: linkViews(catalogue.list('story').slice(0, 3), catalogue),
    people: linkViews(catalogue.list('figure').slice(0, 3), catalogue),
    events: eventViews(catalogue.list('event'), catalogue).slice(0, 3),
    squares: catalogue.subregions('zunyi').map((region) => squareOf(region, catalogue)),
    motifs: (Object.keys(MOTIFS) as MotifName[]).map((name) => {
      const brand = brands.find((candidate) => candidate.data.motif === name)
      return {
        name: MOTIFS[name],
        alt: motifs[name].alt,
        tile: brand && tileOf(brand),
        svgs: [0, 1, 2].map((index) => drawTile(name, motifs[name], `styleguide-${index}`, index)),
      }
    }),
  }
}
