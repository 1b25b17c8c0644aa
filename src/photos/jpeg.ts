/**
 * Where the picture in a JPEG file ends; telephones append things to it: the film of a moving photo, what their gallery needs.
 * Method: ITU-T T.81, annex B: segments name their length; coded data ends at a marker that is neither stuffing nor a restart.
 * @returns the place behind the mark of its end; undefined when there is none
 */
export function endOfJpeg(bytes: Uint8Array): number | undefined {
  let at = 2
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1] as number
    if (marker === FILL) at++
    else if (marker === END) return at + 2
    else {
      const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
      if (length < 2) return undefined
      at += 2 + length
      if (marker === SCAN) at = endOfScan(bytes, at)
    }
  }
  return undefined
}

const FILL = 0xff
const END = 0xd9
const SCAN = 0xda

/** The place of the first marker behind coded data. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0
    const isData = next === 0 || next === FILL || (next >= 0xd0 && next <= 0xd7)
    if (!isData) return at
  }
  return bytes.length
}

/**
 * Whether a film follows the picture of a JPEG file, with the voices and the place that were recorded: what telephones call a moving
 * photo. Its first box, of MP4 and QuickTime alike, says so.
 */
export function carriesFilm(bytes: Uint8Array): boolean {
  const end = endOfJpeg(bytes)
  return end !== undefined && Buffer.from(bytes.buffer, bytes.byteOffset + end, bytes.byteLength - end).includes('ftyp')
}
