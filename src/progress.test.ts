import { describe, expect, it } from 'vitest'
import { Progress } from './progress.ts'

/** Work whose clock moves by `step` milliseconds for each thing done. */
function told(isTTY: boolean, total: number, step: number): string[] {
  const lines: string[] = []
  let now = 0
  const progress = new Progress('pages', total, { isTTY, write: (text) => lines.push(text) }, () => now)
  for (let done = 0; done < total; done++) {
    now += step
    progress.tick()
  }
  progress.end()
  return lines
}

describe('progress', () => {
  it('says what is done, how fast, and how long it still takes', () => {
    expect(told(false, 4000, 10)).toEqual(['pages 3,000/4,000 · 75% · 100/s · ~10 s\n'])
  })

  it('is silent in a log when the work is short', () => {
    expect(told(false, 100, 10)).toEqual([])
  })

  it('rewrites one line of a terminal and leaves it empty', () => {
    const lines = told(true, 50, 10)
    expect(lines[0]).toBe('\rpages 10/50 · 20% · 100/s · ~1 s')
    expect(lines.every((line) => line.startsWith('\r') && !line.includes('\n'))).toBe(true)
    expect(lines.at(-1)?.trim()).toBe('')
  })
})
