import type { Claim } from '../schemas/claim.ts'
import { QUALIFIERS } from '../schemas/qualifiers.ts'

/** A figure ready to print: `近` `226` `万余` `把`; joined it reads 近226万余把. */
export interface FigureText {
  before: string
  number: string
  /** Myriad and `余`, `多`: what stands between number and unit. */
  scale: string
  unit: string
  after: string
}

/** A number in print: its digits, and 万 or 亿 where they shorten it. */
export interface Scaled {
  number: string
  scale: string
}

/**
 * Prints a number the Chinese way: from ten thousand on in 万, from a hundred million on in 亿,
 * as long as that needs at most two decimals; otherwise all digits are kept.
 */
export function scaleNumber(value: number): Scaled {
  for (const [size, scale] of [
    [1e8, '亿'],
    [1e4, '万'],
  ] as const) {
    if (Math.abs(value) >= size && value % (size / 100) === 0) return { number: String(value / size), scale }
  }
  return { number: String(value), scale: '' }
}

/** The figure of a claim, or undefined for a claim without a value. */
export function figureOf({
  value,
  unit = '',
  qualifier,
}: Pick<Claim, 'value' | 'unit' | 'qualifier'>): FigureText | undefined {
  if (value === undefined) return undefined
  const { number, scale } = scaleNumber(value)
  const place = qualifier && QUALIFIERS[qualifier]
  return {
    before: place === 'before' ? qualifier : '',
    number,
    scale: place === 'inside' ? scale + qualifier : scale,
    unit,
    after: place === 'after' ? qualifier : '',
  } as FigureText
}

/** The figure in one string: `1万人次以上`. */
export const joinFigure = ({ before, number, scale, unit, after }: FigureText): string =>
  before + number + scale + unit + after
