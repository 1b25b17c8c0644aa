import { scaleNumber } from '../text/figure.ts'

/** A number line, laid out in a box 640 wide with the line from 20 to 620. */
export interface AxisView {
  ticks: Array<{ x: number; text: string }>
  dots: Array<{ x: number; filled: boolean }>
  labels: Array<{ x: number; text: string }>
  /** The same in words. */
  alt: string
}

const START = 20
const LENGTH = 600

/** Largest step of 1, 2 or 5 times a power of ten that gives at least `least` ticks up to `top`. */
function niceStep(top: number, least: number): number {
  const power = 10 ** Math.floor(Math.log10(top / least))
  return [5, 2, 1].map((factor) => factor * power).find((step) => top / step >= least) ?? power
}

/**
 * Lays the figures of a disagreement on one line from zero. An account without figures has no place on it, and fewer
 * than two accounts need no line.
 * @param accounts names and values, the newest account first
 */
export function axisOf(
  accounts: ReadonlyArray<{ name: string; values: readonly number[] }>,
  unit: string,
): AxisView | undefined {
  const drawn = accounts
    .map(({ name, values }, index) => ({ name, values, filled: index === 0 }))
    .filter(({ values }) => values.length > 0)
  const top = Math.max(0, ...drawn.flatMap(({ values }) => values))
  if (drawn.length < 2 || top <= 0) return undefined
  const step = niceStep(top, 3)
  const end = Math.ceil((top * 1.04) / step) * step
  const x = (value: number) => Math.round(START + (value / end) * LENGTH)
  const print = (value: number) => {
    const { number, scale } = scaleNumber(value)
    return number + scale
  }
  const ticks = Array.from({ length: Math.round(end / step) + 1 }, (_, index) => index * step)
  return {
    ticks: ticks.map((value) => ({ x: x(value), text: print(value) })),
    dots: drawn.flatMap(({ values, filled }) => values.map((value) => ({ x: x(value), filled }))),
    labels: drawn.map(({ name, values }) => ({
      x: x((Math.min(...values) + Math.max(...values)) / 2),
      text: `${name}${values.length > 1 ? `（${values.length}处）` : ''}`,
    })),
    alt: `数轴，单位${unit}：${drawn.map(({ name, values }) => `${name}${values.map(print).join('、')}`).join('；')}`,
  }
}
