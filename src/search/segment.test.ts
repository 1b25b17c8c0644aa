import { describe, expect, it, vi } from 'vitest'
import { spaced, withBreaks, withoutBreaks, wordsOf } from './segment.ts'

describe('words of Chinese', () => {
  it('are found without spaces, and lose nothing of the text', () => {
    const text = '福绵裁缝在玉林做牛仔裤，2024年出口30万条。'
    expect(wordsOf(text)).toContain('裁缝')
    expect(wordsOf(text).join('')).toBe(text)
    expect(withoutBreaks(withBreaks(text))).toBe(text)
  })

  it('of a query stand apart by one space', () => {
    expect(spaced('玉林  裁缝')).toBe('玉林 裁缝')
    expect(spaced('玉林裁缝').split(' ').join('')).toBe('玉林裁缝')
  })

  it('stay together in a browser that cannot tell them', () => {
    vi.stubGlobal('Intl', { ...Intl, Segmenter: undefined })
    expect(spaced('玉林裁缝')).toBe('玉林裁缝')
    vi.unstubAllGlobals()
  })
})
