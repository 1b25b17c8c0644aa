import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { MOTIFS, type MotifName } from '../schemas/brand.ts'
import { motifs } from './motifs.ts'
import { Random } from './random.ts'
import { drawTile } from './tile.ts'

const names = Object.keys(MOTIFS) as MotifName[]
const SEEDS = ['zhengan-guitar-craftsman', 'fumian-caifeng', 'a', 'b', 'c']

describe('tiles', () => {
  it.each(names)('%s draws the same picture for the same id, within 4 KB gzip', (name) => {
    SEEDS.forEach((seed, index) => {
      const svg = drawTile(name, motifs[name], seed, index)
      expect(drawTile(name, motifs[name], seed, index)).toBe(svg)
      expect(gzipSync(svg).length).toBeLessThanOrEqual(4096)
    })
  })

  it.each(names)('%s differs from brand to brand', (name) => {
    const pictures = SEEDS.map((seed, index) => drawTile(name, motifs[name], seed, index))
    expect(new Set(pictures).size).toBe(SEEDS.length)
  })

  it.each(names)('%s is a plain picture: no script, style, text or outside reference', (name) => {
    const svg = drawTile(name, motifs[name], 'x', 0)
    expect(svg).not.toMatch(/<(script|style|text|image|foreignObject|a|filter)\b|\son\w+=|href="(?!#)|url\((?!#)/)
    expect(svg).not.toMatch(/NaN|undefined|Infinity/)
  })

  it.each(names)('%s refers only to ids it defines, each once', (name) => {
    const svg = drawTile(name, motifs[name], 'x', 0)
    const ids = [...svg.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1] as string)
    expect(new Set(ids).size).toBe(ids.length)
    for (const match of svg.matchAll(/(?:url\(#|href="#)([^")]+)/g)) expect(ids).toContain(match[1])
  })

  it.each(names)('%s says what is seen and how its thread looks', (name) => {
    expect(motifs[name].alt.length).toBeGreaterThanOrEqual(6)
    expect(motifs[name].thread).toMatch(/^#[0-9A-Fa-f]{6}$/)
    expect(motifs[name].rule.period).toBeGreaterThan(0)
  })
})

describe('random', () => {
  it('is the same stream everywhere', () => {
    const random = new Random('福绵')
    expect([random.int(0, 1000), random.int(0, 1000), random.int(0, 1000)]).toEqual([
      new Random('福绵').int(0, 1000),
      ...(() => {
        const other = new Random('福绵')
        other.next()
        return [other.int(0, 1000), other.int(0, 1000)]
      })(),
    ])
  })

  it('keeps to its bounds', () => {
    const random = new Random('x')
    const numbers = Array.from({ length: 1000 }, () => random.int(3, 5))
    expect(new Set(numbers)).toEqual(new Set([3, 4, 5]))
  })
})
