import { endOfJpeg } from './jpeg.ts'

/**
 * Segments that the picture itself needs: JFIF, colours (ICC, Adobe); EXIF, XMP and IPTC are asked for by their own names.
 * Whatever else an application writes there, comments first, no viewer shows and everybody can read.
 */
const NEEDED = new Set([0xe0, 0xe1, 0xe2, 0xed, 0xee])
const APPLICATION = (marker: number): boolean => (marker >= 0xe0 && marker <= 0xef) || marker === COMMENT
const COMMENT = 0xfe
const SCAN = 0xda

/** Chunks of PNG that make the picture (its standard's own, but for texts); EXIF is asked for by its own name. */
const NEEDED_CHUNKS =
  /^(?:IHDR|PLTE|IDAT|IEND|tRNS|cHRM|gAMA|iCCP|sBIT|sRGB|cICP|bKGD|hIST|pHYs|sPLT|tIME|acTL|fcTL|fdAT|eXIf)$/
const PNG_SIGNATURE = 8

/**
 * Whether a picture file carries something that is no part of the picture: comments, segments of programs, bytes behind its
 * end. Methods: ITU-T T.81 annex B, W3C PNG section 5, RIFF.
 * @param bytes the file, or its beginning: then what comes later is not judged
 * @param format as its bytes tell: `jpeg`, `png`, `webp`
 */
export function carriesMore(bytes: Uint8Array, format: string): boolean {
  if (format === 'jpeg') return hasSegments(bytes) || isBehind(bytes, endOfJpeg(bytes))
  if (format === 'png') return hasChunks(bytes)
  if (format === 'webp')
    return bytes.length > 8 && isBehind(bytes, 8 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true))
  return false
}

/** Whether anything but padding stands behind a place. */
const isBehind = (bytes: Uint8Array, end: number | undefined): boolean =>
  end !== undefined && bytes.subarray(end).some((byte) => byte !== 0)

function hasSegments(bytes: Uint8Array): boolean {
  for (let at = 2; at + 3 < bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] as number
    if (marker === SCAN) return false
    if (APPLICATION(marker) && !NEEDED.has(marker)) return true
    at += marker === 0xff ? 1 : 2 + (((bytes[at + 2] as number) << 8) | (bytes[at + 3] as number))
  }
  return false
}

function hasChunks(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = PNG_SIGNATURE; at + 8 <= bytes.length; ) {
    const name = Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1')
    if (!NEEDED_CHUNKS.test(name)) return true
    at += 12 + view.getUint32(at)
    if (name === 'IEND') return isBehind(bytes, at)
  }
  return false
}
