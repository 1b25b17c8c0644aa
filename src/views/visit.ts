import { type Catalogue, type Entry, isKind } from '../catalogue/catalogue.ts'
import type { PLACE_KINDS } from '../schemas/place.ts'
import { longDate } from '../text/dates.ts'
import type { RecordRow } from './brand.ts'
import type { PageContext } from './context.ts'
import { staleBadge } from './shown.ts'

/** What somebody needs who wants to go to a place: when, how, whom to ask, what else is there. */

type PlaceKind = keyof typeof PLACE_KINDS

/** Which office of a place knows about it: that of labour for training, the government itself for parks and markets; that of culture and tourism for all others. */
const OFFICES: ReadonlyArray<readonly [office: string, kinds: readonly PlaceKind[]]> = [
  [
    '人力资源和社会保障部门',
    [
      'training-base',
      'public-training-base',
      'talent-base',
      'incubator',
      'expert-studio',
      'export-base',
      'cooperation-station',
      'startup-base',
      'returnee-park',
    ],
  ],
  ['人民政府', ['park', 'market', 'growing-base', 'origin', 'contest-venue', 'business-district']],
]
const CULTURE = '文化和旅游部门'

/** So many other places are named. */
const NEARBY = 6

/** The rows of a place for a visitor; what is not published is said in words, with whom to ask. */
export function visitRows(place: Entry<'place'>, { notes, catalogue }: PageContext): RecordRow[] {
  const { visit, kind, region } = place.data
  const { name, data } = catalogue.get('region', region)
  const office = OFFICES.find(([, kinds]) => kinds.includes(kind))?.[0] ?? CULTURE
  const called = place.name.replace(/（.*）|[“”]/g, '')
  const wanted = called.includes(data.shortName) ? called : data.shortName + called
  const map: RecordRow = {
    name: '在地图里找',
    value: `高德地图搜“${wanted}”`,
    href: `https://uri.amap.com/search?keyword=${encodeURIComponent(wanted)}`,
  }
  if (!visit) return [{ name: '开放时间、门票', value: '', note: `去之前先问${name}${office}` }, map]
  const rows: Array<[string, string | undefined]> = [
    ['开放时间', visit.hours],
    ['怎么去', visit.route],
    ['可以做什么', visit.activities],
  ]
  const more: Array<[string, string | undefined]> = [
    ['预约', visit.booking],
    ['费用', visit.cost],
    ['无障碍', visit.stepFree],
  ]
  return [
    ...[...rows, ...more.filter(([, value]) => value)].map(
      ([name, value]): RecordRow => ({ name, value: value ?? '', marks: value ? [notes.mark(visit)] : [] }),
    ),
    map,
    { name: '核实于', value: longDate(visit.verifiedOn), badge: staleBadge(visit.verifiedOn, catalogue.today) },
  ]
}

/**
 * Other places in the same county, or in the same city where the county has none. A province is too wide to be near.
 * @param known places that the page names already
 */
export function nearby(
  place: Entry<'place'>,
  known: readonly Entry[],
  catalogue: Catalogue,
): { name: string; places: Entry<'place'>[] } {
  for (const { id, name, data } of catalogue.regionChain(place.data.region)) {
    if (data.level === 'province') break
    const others = catalogue
      .inRegion(id)
      .filter((entry) => isKind(entry, 'place'))
      .filter((other) => other !== place && !known.includes(other))
    if (others.length > 0) return { name: `同在${name}`, places: others.slice(0, NEARBY) }
  }
  return { name: '', places: [] }
}
