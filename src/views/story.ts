import type { Catalogue, Entry } from '../catalogue/catalogue.ts'
import { claimNameOf } from '../manuscript/render.ts'
import { dotted } from '../text/caption.ts'
import { minuteText } from '../text/dates.ts'
import { claimsIn, layOutBody, type Piece } from './body.ts'
import { type ClaimView, remarkOn } from './claims.ts'
import { pageContext } from './context.ts'
import { groupsOf, type LinkGroup, STORIES } from './entry.ts'
import { linkViews, storyPlace } from './links.ts'
import type { Note } from './notes.ts'
import { oncePer } from './once.ts'
import { crumbsTo, type LinkView, type PageMeta, type PagerView, pagerIn, searchFacets } from './page.ts'
import { type TileView, tileFor } from './tiles.ts'
import { travelMeta } from './travel.ts'

/** Han characters a reader takes in per minute, for the reading time. */
const READING_SPEED = 350

/** The page of a story. */
export interface StoryPage {
  meta: PageMeta
  story: Entry<'story'>
  tile: TileView | undefined
  /** A figure set apart in the text, where the story has one. */
  pull: ClaimView | undefined
  eyebrow: string
  /** What others can copy; only stories of a model have it. */
  lessons: string[]
  published: string
  /** Han characters, rounded. */
  length: number
  minutes: number
  headings: Entry['body']['headings']
  /** The text up to the figure that is set apart, and after it. */
  opening: Piece[]
  rest: Piece[]
  sourceCount: number
  newestSource: string
  notes: Note[]
  groups: LinkGroup[]
  more: LinkView[]
  pager: PagerView
}

/** Stories, newest first. */
export const storiesInOrder = oncePer((catalogue: Catalogue): readonly Entry<'story'>[] =>
  catalogue.list('story').toSorted((a, b) => b.data.publishedAt.localeCompare(a.data.publishedAt)),
)

/** Everything the page of a story shows. */
export function storyPage(story: Entry<'story'>, catalogue: Catalogue, base: string): StoryPage {
  const context = pageContext(story, catalogue, base)
  const body = layOutBody(story, context)
  // A story has no list of its figures.
  remarkOn(claimsIn(body), context.notes)
  const notes = context.notes.list
  const sources = new Set(notes.map((note) => note.source))
  const dates = [...sources].flatMap((source) => source.data.date ?? []).sort()
  const inOrder = storiesInOrder(catalogue)
  return {
    meta: {
      title: story.name,
      description: story.data.lead,
      path: story.path,
      crumbs: crumbsTo(story),
      search: searchFacets(story, catalogue),
      ...travelMeta(story, catalogue),
    },
    story,
    tile: tileFor(story, catalogue),
    pull: pullOf(story, body),
    eyebrow: dotted('故事', storyPlace(story, catalogue)),
    lessons: story.data.lessons,
    published: minuteText(story.data.publishedAt),
    length: roughly(story.body.length),
    minutes: Math.max(1, Math.round(story.body.length / READING_SPEED)),
    headings: story.body.headings,
    ...cutAt(body, PULL_AFTER),
    sourceCount: sources.size,
    newestSource: dates.at(-1) ?? '',
    notes,
    groups: groupsOf(story, catalogue).filter((group) => group.name !== STORIES),
    more: linkViews(moreStories(story, inOrder), catalogue),
    pager: pagerIn(inOrder, story),
  }
}

/** A length after 约: nobody counts characters to the last one. */
const roughly = (length: number): number => {
  const step = length < 300 ? 10 : 100
  return Math.round(length / step) * step
}

/** The figure is set apart before this section head. */
const PULL_AFTER = 2

/** Cuts a body before its `n`-th second-level heading. */
function cutAt(body: readonly Piece[], n: number): { opening: Piece[]; rest: Piece[] } {
  let seen = 0
  for (const [index, piece] of body.entries()) {
    if (!('html' in piece)) continue
    const parts = piece.html.split(/(?=<h2)/)
    for (const [at, part] of parts.entries()) {
      if (part.startsWith('<h2') && ++seen === n) {
        return {
          opening: [...body.slice(0, index), { html: parts.slice(0, at).join('') }],
          rest: [{ html: parts.slice(at).join('') }, ...body.slice(index + 1)],
        }
      }
    }
  }
  return { opening: [...body], rest: [] }
}

/** The figure to set apart: the one that the writer chose among those of the text. */
function pullOf({ data, body: { segments } }: Entry<'story'>, body: readonly Piece[]): ClaimView | undefined {
  const piece = data.pull && body[segments.findIndex((segment) => claimNameOf(segment) === data.pull)]
  if (!piece || !('claim' in piece)) return undefined
  const { claim } = piece
  // The way back from the note leads to the text, not to the figure set apart.
  return { ...claim, mark: { ...claim.mark, markId: undefined } }
}

/** Three stories to read next: of the same brands first, then the newest. */
function moreStories(story: Entry<'story'>, inOrder: readonly Entry<'story'>[]): Entry<'story'>[] {
  const brands = new Set(story.data.brands)
  const shared = (other: Entry<'story'>) => other.data.brands.some((brand) => brands.has(brand))
  const others = inOrder.filter((other) => other !== story)
  return [...others.filter(shared), ...others.filter((other) => !shared(other))].slice(0, 3)
}
