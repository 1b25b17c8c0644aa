import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type EnglishRow, knownWords, matchEnglish } from './english.ts'

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
    ['Hand carpenter', 'woodworker'],
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
    ['woodworking', guitars, 'Hand carpenter'],
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

  it('takes endings off, and leaves four letters', () => {
    const finds = (query: string, word: string) => matchEnglish(query, { trades: [[word]], others: [] }) !== undefined
    for (const word of ['welder', 'welding', 'welders', 'weld']) expect(finds(word, 'Welder'), word).toBe(true)
    expect(finds('boxing', 'Boxer')).toBe(false)
  })

  it.each([
    ['50 sewing workers', 'sewing workers', ['50']],
    ['custom tailor supplier', 'tailor', ['custom', 'supplier']],
    ['guitar teacher Beijing', 'guitar', ['teacher', 'beijing']],
    ['tailor in Guizhou', 'tailor in guizhou', []],
    ['plumber', 'plumber', []],
    ['plumber guizhou', 'plumber guizhou', []],
    ['', '', []],
  ])('leaves out of %s what no brand has, and says so', (query, known, left) => {
    expect(knownWords(query, [tailors, guitars])).toEqual({ known, left })
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

/** Files that a page or script brings along, itself first: what it imports from beside it, and what those import. */
function broughtBy(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  const own = readFileSync(file, 'utf8')
  // Of a page only the scripts reach the browser, and other components, whose scripts do.
  const parts = file.endsWith('.astro')
    ? [...scriptsOf(own), ...(own.match(/^import .*\.astro'$/gm) ?? [])]
    : [own.replace(/^import type .*$/gm, '')]
  for (const [, path = ''] of parts.join('\n').matchAll(/(?:import|from)\s*\(?'(\.[^']+\.(?:ts|astro))'/g))
    broughtBy(resolve(dirname(file), path), seen)
  return seen
}

const scriptsOf = (page: string): string[] => page.match(/<script[\s>][\s\S]*?<\/script>/g) ?? []

it('no script of the pages in English has a lookbehind, which Safari before 16.4 refuses with the whole script', () => {
  const files = new Set<string>()
  for (const page of ['Brand', 'Find', 'Home', 'List', 'Story'])
    broughtBy(resolve(`src/layouts/en/${page}.astro`), files)
  expect([...files]).toContain(resolve('src/search/english.ts'))
  for (const file of files) {
    const text = readFileSync(file, 'utf8')
    const sent = file.endsWith('.astro') ? scriptsOf(text).join('\n') : text
    expect(sent, file).not.toMatch(/\(\?<[=!]/)
  }
})
