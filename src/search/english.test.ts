import { describe, expect, it } from 'vitest'
import { type EnglishRow, matchEnglish } from './english.ts'

const tailors: EnglishRow = {
  trades: [
    ['Sewing worker', 'tailor', 'seamstress'],
    ['Packer', 'packing'],
  ],
  others: ['Tailors of Fumian', 'Fumian Caifeng', 'Fumian District', 'Yulin', 'Guangxi'],
}
const guitars: EnglishRow = {
  trades: [
    ['Guitar and violin maker', 'luthier'],
    ['Carpenter by hand', 'woodworker'],
  ],
  others: ['Guitar Makers of Zheng’an', 'Zheng’an Jita Gongjiang', 'Guizhou Province'],
}
const carers: EnglishRow = {
  trades: [['Carer for mothers and babies', 'nanny'], ['Attendant for patients']],
  others: ['Qianlingnü Home Care', 'Guizhou Province'],
}

describe('the English search', () => {
  it.each([
    ['tailor', tailors, 'Sewing worker'],
    ['Tailors', tailors, 'Sewing worker'],
    ['who can do tailoring in Guangxi?', tailors, 'Sewing worker'],
    ['sewing', tailors, 'Sewing worker'],
    ['guitar maker', guitars, 'Guitar and violin maker'],
    ['luthiers', guitars, 'Guitar and violin maker'],
    ['woodworking', guitars, 'Carpenter by hand'],
    ['nannies', carers, 'Carer for mothers and babies'],
    ['baby care', carers, 'Carer for mothers and babies'],
  ])('%s', (query, row, trade) => {
    expect(matchEnglish(query, row)?.trade).toBe(trade)
  })

  it('finds by name and place, with or without marks', () => {
    expect(matchEnglish('fumian', tailors)).toEqual({ rank: 0, trade: undefined })
    expect(matchEnglish("Zheng'an", guitars)?.rank).toBe(0)
    expect(matchEnglish('qianlingnu', carers)).toBeDefined()
  })

  it('finds nothing where nothing fits', () => {
    for (const query of ['', '!!', 'plumber', 'tailor in Guizhou', 'guitar teacher Beijing']) {
      expect(
        [tailors, guitars].map((row) => matchEnglish(query, row)),
        query,
      ).toEqual([undefined, undefined])
    }
  })
})
