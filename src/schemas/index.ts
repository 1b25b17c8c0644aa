import type { z } from 'zod'
import { brand } from './brand.ts'
import { event } from './event.ts'
import { figure } from './figure.ts'
import { organisation } from './organisation.ts'
import { place } from './place.ts'
import { policy } from './policy.ts'
import { programme } from './programme.ts'
import { region } from './region.ts'
import { source } from './source.ts'
import { story } from './story.ts'
import { trade } from './trade.ts'

/** Every kind of entry: its schema, where its files are, and its Chinese name. */
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
} as const

/** The name of a kind. */
export type Kind = keyof typeof KINDS

/** Kinds written as one folder per entry, with a body. */
export type ManuscriptKind = { [K in Kind]: (typeof KINDS)[K] extends { folder: string } ? K : never }[Kind]

/** Kinds kept as rows of one YAML table. */
export type TableKind = Exclude<Kind, ManuscriptKind>

/** What a manuscript of kind `K` says, after validation. */
export type Data<K extends Kind> = z.infer<(typeof KINDS)[K]['schema']>
