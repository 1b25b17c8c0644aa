import { encode } from 'uqr'
import { expect, it } from 'vitest'
import { qrPath } from './qr.ts'

/** The modules that a path of level strokes darkens. */
function drawn(d: string, size: number): boolean[][] {
  const rows = Array.from({ length: size }, () => Array<boolean>(size).fill(false))
  let [x, y] = [0, 0]
  for (const [, dx, dy, length] of d.matchAll(/m(-?\d+)\s?(-?\d+)h(\d+)/g)) {
    x += Number(dx)
    y += Number(dy)
    for (let end = x + Number(length); x < end; x++) (rows[y] as boolean[])[x] = true
  }
  return rows
}

it.each(['http://localhost:4321/brands/fumian-caifeng/', 'https://example.gov.cn/a/b/stories/x/'])(
  'draws exactly the modules of the code of %s',
  (address) => {
    const { data, size } = encode(address, { border: 0 })
    expect(drawn(qrPath(address).d, size)).toEqual(data)
  },
)
