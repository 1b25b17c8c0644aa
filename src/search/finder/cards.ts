import type { FigureText } from '../../text/figure.ts'

/**
 * What a result shows beyond the index. Cards travel in shards: brands of one trade stand together
 * in the index, so the results of one query lie in one or two of them.
 */
export interface FinderCard {
  place: string
  line: string
  tile: { path: string; alt: string }
  /** A result and a target at most. */
  figures: CardFigure[]
}

/** A sourced figure on a card. */
export interface CardFigure {
  kind: string
  kindWord: string
  label: string
  figure: FigureText
  asOf: string
  publisher: string
  /** Address of the source's page, without base path. */
  path: string
  sourceId: string
}

/** Cards of a shard by the brands' ids. */
export type CardShard = Record<string, FinderCard>

/** Brands per shard. */
export const SHARD_SIZE = 12

/** The shard that holds the card of the brand at place `at` of the index. */
export const shardOf = (at: number): number => Math.floor(at / SHARD_SIZE)
