import { encode } from 'uqr'

/** White around a code, in modules: what readers need to find it. */
const QUIET = 2

/**
 * A QR code as one SVG path of level strokes, each from where the last one ended: less than half the
 * bytes of one square per module, and every printed page carries one.
 * @returns the path, to be stroked one unit wide, and its viewBox
 */
export function qrPath(address: string): { d: string; viewBox: string } {
  const { data, size } = encode(address, { border: 0 })
  const parts: string[] = []
  let [atX, atY] = [0, 0]
  data.forEach((row, y) => {
    for (let x = 0; x < size; x++) {
      if (!row[x]) continue
      const end = row.indexOf(false, x)
      const length = (end < 0 ? size : end) - x
      parts.push(`m${x - atX} ${y - atY}h${length}`.replace(' -', '-'))
      ;[atX, atY] = [x + length, y]
      x = atX
    }
  })
  const side = size + 2 * QUIET
  // A stroke lies on both sides of its line, so the picture begins half a module higher.
  return { d: `M0 0${parts.join('')}`, viewBox: `${-QUIET} ${-QUIET - 0.5} ${side} ${side}` }
}
