import { open, readFile, stat } from 'node:fs/promises'
import sharp from 'sharp'
import { carriesMore } from './extras.ts'
import { carriesFilm, endOfJpeg } from './jpeg.ts'

/** What a picture file is, read from its head and its end where these tell. */
export interface PictureFacts {
  /** Format by its bytes, whatever its name says: `jpeg`, `png`, `webp`, `heif` … */
  format: string
  width: number
  height: number
  bytes: number
  /** Whether it says where it was taken. */
  located: boolean
  /** Whether it carries other hidden data: camera, author, edits, comments, whatever programs left. */
  hidden: boolean
  /** Whether a film follows it, as in telephones' moving photos. */
  film: boolean
  /** Whether the end of the picture is there; a copy that broke off has none. */
  whole: boolean
}

/**
 * Facts about a picture file, without decoding it.
 * @returns undefined when it is no picture that anybody can read
 */
export async function inspectPicture(file: string): Promise<PictureFacts | undefined> {
  const metadata = await sharp(file)
    .metadata()
    .catch(() => undefined)
  if (!metadata) return undefined
  const { exif, xmp, iptc, format, autoOrient, comments } = metadata
  const { size } = await stat(file)
  const { more, ...end } = await endOf(file, format, size)
  return {
    format,
    width: autoOrient.width,
    height: autoOrient.height,
    bytes: size,
    located: hasPosition(exif, xmp, iptc),
    hidden: Boolean(exif || xmp || iptc || comments?.length || (more && !end.film)),
    ...end,
  }
}

/** Whether metadata blocks of a picture hold a position: the GPS part of EXIF, a GPS or place field of XMP or IPTC. */
function hasPosition(exif?: Uint8Array, xmp?: Uint8Array, iptc?: Uint8Array): boolean {
  if (exif && hasGpsDirectory(exif)) return true
  if (
    xmp &&
    /GPS(?:Latitude|Longitude|Position)|LocationCreated|Iptc4xmpCore:Location|photoshop:City/.test(latin1(xmp))
  )
    return true
  return iptc !== undefined && hasIptcPlace(iptc)
}

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

/** Tag of the pointer from the first directory of EXIF to its GPS directory. */
const GPS_POINTER = 0x8825

function hasGpsDirectory(exif: Uint8Array): boolean {
  const start = latin1(exif.subarray(0, 6)) === 'Exif\0\0' ? 6 : 0
  const view = new DataView(exif.buffer, exif.byteOffset + start, exif.byteLength - start)
  if (view.byteLength < 8) return false
  const little = view.getUint16(0) === 0x4949
  const directory = view.getUint32(4, little)
  if (directory + 2 > view.byteLength) return false
  const count = view.getUint16(directory, little)
  for (let index = 0; index < count; index++) {
    const at = directory + 2 + index * 12
    if (at + 12 > view.byteLength) return false
    if (view.getUint16(at, little) === GPS_POINTER) return true
  }
  return false
}

/** Records of IPTC that name a place: sublocation, city, province, country. */
const IPTC_PLACES = [26, 27, 90, 92, 95, 100, 101]

function hasIptcPlace(iptc: Uint8Array): boolean {
  for (let at = 0; at + 2 < iptc.length; at++) {
    if (iptc[at] === 0x1c && iptc[at + 1] === 2 && IPTC_PLACES.includes(iptc[at + 2] as number)) return true
  }
  return false
}

/** How far from its end a file may carry its end mark: cameras add a few bytes. */
const TAIL = 4096

/** How far from its beginning programs write what they add. */
const HEAD = 65_536

/** How a file ends, and whether it carries more than its picture. */
type Ending = Pick<PictureFacts, 'film' | 'whole'> & { more: boolean }

/** How the file ends: with its picture, with something more, or too early. */
async function endOf(file: string, format: string, size: number): Promise<Ending> {
  const handle = await open(file)
  try {
    const length = Math.min(size, TAIL)
    const tail = Buffer.alloc(length)
    await handle.read(tail, 0, length, size - length)
    const head = Buffer.alloc(Math.min(size, HEAD))
    await handle.read(head, 0, head.length, 0)
    if (format === 'jpeg') return await endOfPhoto(file, head, tail)
    const more = carriesMore(head, format)
    if (format === 'png') return { film: false, whole: tail.includes('IEND'), more: more || !tail.includes('IEND', -8) }
    if (format === 'webp') {
      const end = head.readUInt32LE(4) + 8
      return { film: false, whole: size >= end, more: more || size > end + (end % 2) }
    }
    return { film: false, whole: true, more }
  } finally {
    await handle.close()
  }
}

const END_OF_JPEG = Buffer.from([0xff, 0xd9])

async function endOfPhoto(file: string, head: Buffer, tail: Buffer): Promise<Ending> {
  if (tail.subarray(-2).equals(END_OF_JPEG)) return { film: false, whole: true, more: carriesMore(head, 'jpeg') }
  // Something follows, or something is missing: only the whole file tells.
  const bytes = await readFile(file)
  return {
    film: carriesFilm(bytes),
    whole: endOfJpeg(bytes) !== undefined || tail.includes(END_OF_JPEG),
    more: carriesMore(bytes, 'jpeg'),
  }
}
