import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { MOTIFS, type MotifName } from '../schemas/motifs.ts'
import { motifs } from './motifs.ts'
import { Random } from './random.ts'
import { drawTile } from './tile.ts'

const names = Object.keys(MOTIFS) as MotifName[]
const SEEDS = ['zhengan-guitar-craftsman', 'fumian-caifeng', 'a', 'b', 'c']

/** Elements a browser has to keep for a picture: what `use` refers to counts again at every place. */
function elements(svg: string): number {
  interface Node {
    children: Node[]
    uses?: string
  }
  const root: Node = { children: [] }
  const ids = new Map<string, Node>()
  const open = [root]
  for (const [, closes, name, attributes = '', closed] of svg.matchAll(/<(\/)?(\w+)([^>]*?)(\/)?>/g)) {
    if (closes) {
      open.pop()
      continue
    }
    const node: Node = { children: [], uses: name === 'use' ? /href="#([^"]+)"/.exec(attributes)?.[1] : undefined }
    const id = /\sid="([^"]+)"/.exec(attributes)?.[1]
    if (id) ids.set(id, node)
    open.at(-1)?.children.push(node)
    if (!closed) open.push(node)
  }
  const count = (node: Node): number => {
    const used = node.uses && ids.get(node.uses)
    return 1 + node.children.reduce((sum, child) => sum + count(child), 0) + (used ? count(used) : 0)
  }
  return count(root) - 1
}

describe('tiles', () => {
  it('counts what is used as often as it is used', () => {
    expect(elements('<svg><g id="a"><path/></g><use href="#a"/><use href="#a"/></svg>')).toBe(9)
  })

  it.each(names)('%s is at most a thousand elements, copies counted', (name) => {
    for (const index of [0, 1, 2]) expect(elements(drawTile(name, motifs[name], 'x', index))).toBeLessThanOrEqual(1000)
  })

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
