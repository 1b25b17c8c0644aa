/** What happened, or is to happen, in a year: so many of each sort, one upon the other. */
export interface YearCount {
  year: number
  /** Solid: it is there. */
  solid: number
  /** Hatched: it is only aimed at. */
  hatched: number
}

/** A strip of years with a square for everything in them. Places are in percent of its width, heights in pixels. */
export interface YearStrip {
  height: number
  /** Side of a square. */
  side: number
  years: Array<{ x: number; text: string; squares: Array<{ y: number; hatched: boolean }> }>
  /** What a square stands for: 一格一场. */
  unit: string
  /** The same in words. */
  alt: string
}

const SIDE = 14
const STEP = 18
/** Squares upon each other, at most; of more one square stands for several. */
const TALLEST = 12
/** Room below the squares for the years' names. */
const FOOT = 28
/** Years that have their names side by side on a phone, in large print too. */
const NAMED = 5

/**
 * Lays out a strip from the first to the last of some years, those between them that have nothing included.
 * @param what what is counted, for those who hear the strip: 场活动
 * @returns nothing where fewer than two years have something
 */
export function yearStrip(counts: readonly YearCount[], what: string): YearStrip | undefined {
  const known = counts.filter(({ solid, hatched }) => solid + hatched > 0).toSorted((a, b) => a.year - b.year)
  const [first, last] = [known[0]?.year, known.at(-1)?.year]
  if (first === undefined || last === undefined || first === last) return undefined
  const most = Math.max(...known.map(({ solid, hatched }) => solid + hatched))
  const each = Math.ceil(most / TALLEST)
  const rows = Math.ceil(most / each)
  const length = last - first + 1
  const gap = Math.ceil(length / NAMED)
  const years = Array.from({ length }, (_, at) => {
    const year = first + at
    const { solid = 0, hatched = 0 } = known.find((count) => count.year === year) ?? {}
    const [done, aimed] = [Math.ceil(solid / each), Math.ceil(hatched / each)]
    return {
      x: Math.round(((at + 0.5) / length) * 1000) / 10,
      // Counted from the last year, which people look for.
      text: (length - 1 - at) % gap === 0 ? String(year) : '',
      squares: Array.from({ length: done + aimed }, (_, index) => ({
        y: (rows - 1 - index) * STEP,
        hatched: index >= done,
      })),
    }
  })
  const told = known.map(({ year, solid, hatched }) => `${year}年${solid + hatched}${what}`)
  const unit = each > 1 ? `一格${each}${what}` : `一格一${what}`
  return { height: rows * STEP + FOOT, side: SIDE, years, unit, alt: `按年份，${unit}：${told.join('，')}。` }
}
