import { type Catalogue, type Entry, isKind } from '../catalogue/catalogue.ts'
import { naming } from '../catalogue/people.ts'
import type { PhotoSlot } from '../manuscript/render.ts'

/** Whether pictures of the person may be shown on that day: agreed, not run out, not taken back. */
export function mayShowPictures({ data: { consent } }: Entry<'figure'>, today: string): boolean {
  return consent !== undefined && !consent.withdrawnOn && consent.givenOn <= today && today <= consent.expiresOn
}

/**
 * The photographs of an entry that may be shown today, by the names that its manuscript gives them: on a person's page
 * and wherever words beside a photograph name a person, only as long as the person agrees.
 */
export function shownPhotos(entry: Entry, catalogue: Catalogue): ReadonlySet<string> {
  const slots = entry.body.segments.filter(
    (segment): segment is PhotoSlot => typeof segment !== 'string' && segment.slot === 'photo',
  )
  if (slots.length === 0) return new Set()
  const may = (figure: Entry<'figure'>) => mayShowPictures(figure, catalogue.today)
  if (isKind(entry, 'figure') && !may(entry)) return new Set()
  const figures = catalogue.list('figure').filter((figure) => !isKind(entry, 'figure') || figure.id !== entry.id)
  const silent = figures.filter((figure) => !may(figure)).map((figure) => naming(figure, figures))
  const isFree = ({ alt, caption }: PhotoSlot) => !silent.some((isNamedBy) => isNamedBy(`${alt}\n${caption}`))
  return new Set(slots.filter(isFree).map(({ src }) => src))
}
