import type { Canvas, Motif } from './motif.ts'
import { SIZE } from './motif.ts'
import { Random } from './random.ts'

/**
 * The tile of a brand: a generated picture of its craft, the same for the same id.
 * @param name the motif's name, part of the seed
 * @param seed the brand's id
 * @param index place among the brands of this motif
 * @returns a complete SVG document, without script, style, text or outside references
 */
export function drawTile(name: string, motif: Motif, seed: string, index: number): string {
  const prefix = new Random(seed).int(0, 46655).toString(36)
  const canvas: Canvas = { random: new Random(`${name}:${seed}`), index, id: (part) => `${prefix}${part}` }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE} ${SIZE}">${motif.draw(canvas)}</svg>`
}
