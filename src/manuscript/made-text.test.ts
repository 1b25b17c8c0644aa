import { describe, expect, it } from 'vitest'
import { placesOf } from './made-text.ts'

describe('places of a made text', () => {
  it.each<[name: string, made: string, written: string, places: number[]]>([
    ['what stands there as it is', '甲乙', '"甲乙"', [1, 2]],
    ['references', '甲乙丙', '甲&#20057;丙', [0, 1, 9]],
    ['escapes of YAML', '甲乙', '"\\u7532\\x41"', [1, 7]],
    ['escapes of Markdown', '*甲', '\\*甲', [1, 2]],
    ['lines of a quotation', '甲\n乙', '甲\n> 乙', [0, 1, 4]],
    ['lines that are joined', '甲乙', '甲\n  乙', [0, 4]],
    ['a reference that is shown', '&#38;甲', '&amp;#38;甲', [0, 5, 6, 7, 8, 9]],
    ['a character of two units', '𠀀甲', '&#131072;甲', [0, -1, 9]],
    ['a text that was not made from it', '甲', '乙', [-1]],
    ['nothing', '', '甲', []],
  ])('%s', (_, made, written, places) => {
    expect(placesOf(made, written)).toEqual(places)
  })

  it('are found in a moment, however the text was made', () => {
    const started = performance.now()
    placesOf(`${'*'.repeat(50_000)}甲`, '\\*'.repeat(50_000))
    placesOf('甲'.repeat(50_000), '&#1234567;'.repeat(50_000))
    placesOf('甲'.repeat(50_000), '('.repeat(50_000))
    expect(performance.now() - started).toBeLessThan(2000)
  })
})
