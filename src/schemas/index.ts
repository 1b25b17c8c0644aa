import type { z } from 'zod'
import { brand } from './brand.ts'
import { certificate } from './certificate.ts'
import { channel } from './channel.ts'
import { event } from './event.ts'
import { figure } from './figure.ts'
import { media } from './media.ts'
import { organisation } from './organisation.ts'
import { place } from './place.ts'
import { policy } from './policy.ts'
import { programme } from './programme.ts'
import { project } from './project.ts'
import { region } from './region.ts'
import { sharing } from './sharing.ts'
import { source } from './source.ts'
import { standard } from './standard.ts'
import { story } from './story.ts'
import { support } from './support.ts'
import { trade } from './trade.ts'
import { training } from './training.ts'
import { commitment, evaluation, listing } from './trust.ts'

/**
 * Every kind of entry: its schema, where its files are, and its Chinese name. A table that is
 * `optional` need not exist: its page is built when its file holds a first entry.
 */
export const KINDS = {
  brand: { schema: brand, folder: 'brands', label: '品牌' },
  figure: { schema: figure, folder: 'figures', label: '人物' },
  event: { schema: event, folder: 'events', label: '活动' },
  story: { schema: story, folder: 'stories', label: '故事' },
  place: { schema: place, folder: 'places', label: '载体' },
  organisation: { schema: organisation, folder: 'organisations', label: '机构' },
  policy: { schema: policy, folder: 'policies', label: '政策' },
  programme: { schema: programme, folder: 'programmes', label: '建设目标' },
  source: { schema: source, table: 'sources.yaml', label: '来源' },
  trade: { schema: trade, table: 'trades.yaml', label: '工种' },
  region: { schema: region, table: 'regions.yaml', label: '地区' },
  media: { schema: media, folder: 'media', label: '影像' },
  training: { schema: training, table: 'trainings.yaml', optional: true, label: '培训项目' },
  sharing: { schema: sharing, table: 'sharing.yaml', optional: true, label: '共享用工' },
  commitment: { schema: commitment, table: 'commitments.yaml', optional: true, label: '承诺' },
  evaluation: { schema: evaluation, table: 'evaluations.yaml', optional: true, label: '诚信评价' },
  listing: { schema: listing, table: 'listings.yaml', optional: true, label: '诚信名单' },
  standard: { schema: standard, table: 'standards.yaml', optional: true, label: '标准' },
  support: { schema: support, table: 'supports.yaml', optional: true, label: '政策怎么办' },
  project: { schema: project, table: 'projects.yaml', optional: true, label: '项目' },
  certificate: { schema: certificate, table: 'certificates.yaml', optional: true, label: '证书' },
  channel: { schema: channel, table: 'channels.yaml', optional: true, label: '协作渠道' },
} as const

/** The name of a kind. */
export type Kind = keyof typeof KINDS

/** Kinds whose entries are records on the page of their list and have no page of their own. */
export type RecordKind = { [K in Kind]: (typeof KINDS)[K] extends { optional: true } ? K : never }[Kind]

/** The record kinds, in the order of the list above. */
export const RECORD_KINDS = (Object.keys(KINDS) as Kind[]).filter(
  (kind): kind is RecordKind => 'optional' in KINDS[kind],
)

/** Kinds whose texts are those of documents: what they say is theirs. */
export const isVerbatim = (kind: Kind): boolean => kind === 'policy' || kind === 'programme' || kind === 'source'

/** Which kind of entry a file below `content/` holds, by its path. */
export function kindOfFile(file: string): Kind | undefined {
  const [top] = file.split('/')
  return (Object.keys(KINDS) as Kind[]).find((kind) => {
    const place = KINDS[kind]
    return ('table' in place ? place.table : place.folder) === top
  })
}

/** What a manuscript of kind `K` says, after validation. */
export type Data<K extends Kind> = z.infer<(typeof KINDS)[K]['schema']>
