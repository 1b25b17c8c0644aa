import type { FigureText } from '../../text/figure.ts'

/**
 * What a result shows beyond the index. Cards travel in shards: brands of one trade stand together
 * in the index, so the results of one query lie in one or two of them.
 */
export interface FinderCard {
  id: string
  name: string
  place: string
  line: string
  tile: { path: string; alt: string }
  /** The office that may know more, where no official channel is public; empty where one is. */
  ask: string
  /** A result and a target at most. */
  figures: CardFigure[]
}

/** A sourced figure on a card. */
export interface CardFigure {
  kind: string
  kindWord: string
  label: string
  figure: FigureText
  /** Its date as it is read, 到2025年（期限已过）; empty where none is known. */
  when: string
  publisher: string
  /** Of the source; its page is `/sources/<id>/`, which need not travel. */
  sourceId: string
}

/** Cards of a shard in the order of the index. */
export type CardShard = FinderCard[]

/** Brands per shard. */
export const SHARD_SIZE = 9

/** The shard that holds the card of the brand at place `at` of the index, and its place there. */
export const shardOf = (at: number): [shard: number, place: number] => [Math.floor(at / SHARD_SIZE), at % SHARD_SIZE]
