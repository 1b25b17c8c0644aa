import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync, inflateRawSync } from 'node:zlib'
import sharp from 'sharp'
import { joinApart } from '../../src/manuscript/scan.ts'
import { carriesMore } from '../../src/photos/extras.ts'
import { findPersonalData, maskPersonalData, PERSONAL_KINDS } from '../../src/safety/personal-data.ts'
import { listFiles } from './site.ts'

/** Something in the built site that may not be published. */
export interface Leak {
  /** Path below the site's folder; inside an archive, with the member after `!`. */
  file: string
  /** What it is, in Chinese. */
  what: string
  /** Words around it, with everything personal masked. */
  excerpt: string
}

const TEXT =
  /\.(?:html?|json|ndjson|geojson|jsonld|xml|atom|rss|ics|csv|tsv|svg|txt|md|ya?ml|js|mjs|webmanifest|vcf)$|^[^.]+$/i
const STYLE = /\.css$/i
const IMAGE = /\.(?:jpe?g|png|webp|avif|gif|tiff?|heic)$/i
const PAGEFIND = /\.pf_(?:fragment|index|meta|filter)$/i
const ARCHIVE = /\.(?:docx|xlsx|pptx|odt|ods|zip|epub)$/i
/** Nothing a reader can read: fonts, icons, programs, and the search library's own scripts with their translators' names. */
const OPAQUE = /\.(?:woff2?|ttf|otf|ico|wasm|pagefind)$|^pagefind\/pagefind[^/]*\.js$/i

/**
 * Scans everything in a built site for personal data, whatever form it took on the way: pages,
 * data, feeds, calendars, drawings, the search index, attachments, the metadata of pictures. A file whose
 * content cannot be read is a leak too: nobody can say what is in it.
 * @param official addresses of offices, which may be shown
 */
export async function findLeaks(dist: string, official: readonly string[] = []): Promise<Leak[]> {
  const leaks: Leak[] = []
  for (const file of listFiles(dist)) {
    const bytes = await readFile(join(dist, file))
    leaks.push(...(await scan(file, bytes, official)))
  }
  return leaks
}

async function scan(file: string, bytes: Buffer, official: readonly string[]): Promise<Leak[]> {
  const unreadable = (what: string): Leak[] => [{ file, what, excerpt: '' }]
  const named = scanText(file, file, official)
  const inside = async (): Promise<Leak[]> => {
    if (file.endsWith('.gz')) return scan(file.slice(0, -3), gunzipSync(bytes), official)
    if (file.endsWith('.br')) return scan(file.slice(0, -3), brotliDecompressSync(bytes), official)
    if (PAGEFIND.test(file)) return scanText(file, words(file, gunzipSync(bytes)), official)
    if (IMAGE.test(file)) return scanImage(file, bytes)
    if (STYLE.test(file) || OPAQUE.test(file)) return []
    if (ARCHIVE.test(file)) {
      const members = [...membersOf(bytes)].map(({ name, data }) => scan(`${file}!${name}`, data, official))
      return (await Promise.all(members)).flat()
    }
    if (TEXT.test(file.slice(file.lastIndexOf('/') + 1))) {
      const text = bytes.toString('utf8')
      const pictures = [...text.matchAll(EMBEDDED_PICTURE)].map(([, data = '']) =>
        scanImage(file, Buffer.from(data, 'base64')),
      )
      return [...scanText(file, readable(file, text), official), ...(await Promise.all(pictures)).flat()]
    }
    return unreadable('读不了的文件类型，不能确认里面没有个人信息')
  }
  try {
    return [...named, ...(await inside())]
  } catch {
    return unreadable('文件打不开，不能确认里面没有个人信息')
  }
}

/** Geometry and digests: long runs of digits that say nothing. */
const GEOMETRY =
  /\s(?:d|points|transform|viewBox|x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|width|height|stroke-dasharray|integrity|nonce|class)=(?:"[^"]*"|'[^']*')/g

/** Fonts and pictures inside a page. */
const EMBEDDED = /data:[a-z]+\/[a-z0-9.+-]+;base64,[A-Za-z0-9+/=]+/g

/** Pictures among them, whose own data is read. */
const EMBEDDED_PICTURE = /data:image\/(?:jpeg|png|webp|avif|gif);base64,([A-Za-z0-9+/=]+)/g

/** A text file as it should be read: calendars unfolded, drawings without their geometry. */
function readable(file: string, text: string): string {
  if (/\.(?:ics|vcf)$/i.test(file)) return text.replace(/\r?\n[ \t]/g, '')
  // Rows of small numbers, of which the finder's tables consist: together they could be read as a card's.
  if (/^find\/.*\.json$/.test(file)) return text.replace(/(?<=[[,])-?\d{1,7}(?=[,\]])/g, '')
  return /\.(?:html?|svg|xml)$/i.test(file) ? text.replace(EMBEDDED, '').replace(GEOMETRY, '') : text
}

/** What Pagefind writes before its data. */
const PAGEFIND_MARK = 'pagefind_dcd'

/**
 * A name and a number in one word of the index, which leaves out the signs between them: source/qx162-20240118
 * becomes sourceqx16220240118, and no mobile number. Pages and fragments, which are read too, have them apart.
 */
const JOINED = /^[a-z][a-z\d]*\d$/i

/** The words in Pagefind's files: JSON in fragments, CBOR in tables. */
function words(file: string, bytes: Buffer): string {
  const data = bytes.subarray(
    bytes.subarray(0, PAGEFIND_MARK.length).toString() === PAGEFIND_MARK ? PAGEFIND_MARK.length : 0,
  )
  if (file.endsWith('.pf_fragment')) return data.toString('utf8')
  return joinApart([...cborTexts(data)].filter((word) => !JOINED.test(word)))
}

/**
 * Texts in a CBOR document (RFC 8949), whatever they are nested in: items follow one another, so no
 * nesting need be kept. Throws when the document breaks off.
 */
function* cborTexts(data: Buffer): Generator<string> {
  for (let at = 0; at < data.length; ) {
    const head = data[at++] as number
    const [type, short] = [head >> 5, head & 31]
    const size = short < 24 || short === 31 ? 0 : 1 << (short - 24)
    const length =
      size === 0
        ? short === 31
          ? 0
          : short
        : size === 8
          ? Number(data.readBigUInt64BE(at))
          : data.readUIntBE(at, size)
    at += size
    if (type !== 2 && type !== 3) continue
    if (at + length > data.length) throw new Error('broken off')
    if (type === 3) yield data.toString('utf8', at, at + length)
    at += length
  }
}

function scanText(file: string, text: string, official: readonly string[]): Leak[] {
  return findPersonalData(text).flatMap(({ kind, start, end }): Leak[] => {
    const found = text.slice(start, end)
    if (kind === 'address' && official.some((address) => address.includes(found))) return []
    const excerpt = maskPersonalData(text.slice(Math.max(0, start - 12), end + 12)).replace(/\s+/g, ' ')
    return [{ file: maskPersonalData(file), what: PERSONAL_KINDS[kind], excerpt }]
  })
}

async function scanImage(file: string, bytes: Buffer): Promise<Leak[]> {
  const { exif, xmp, iptc, comments, format } = await sharp(bytes).metadata()
  const blocks = Object.entries({ EXIF: exif, XMP: xmp, IPTC: iptc, 文字: comments?.length ? comments : undefined })
    .filter(([, block]) => block)
    .map(([name]) => name)
  if (blocks.length === 0 && carriesMore(bytes, format)) blocks.push('照片以外的数据')
  if (blocks.length === 0) return []
  return [{ file, what: `图片里藏着拍摄信息（${blocks.join('、')}，可能有定位）`, excerpt: '' }]
}

const DIRECTORY_MARK = 0x02014b50
const END_MARK = 0x06054b50

/** Files in a zip archive, by its central directory. Throws when it is no archive we can read. */
function* membersOf(zip: Buffer): Generator<{ name: string; data: Buffer }> {
  let end = zip.length - 22
  while (end >= 0 && zip.readUInt32LE(end) !== END_MARK) end--
  if (end < 0) throw new Error('no central directory')
  let at = zip.readUInt32LE(end + 16)
  for (let count = zip.readUInt16LE(end + 10); count > 0; count--) {
    if (zip.readUInt32LE(at) !== DIRECTORY_MARK) throw new Error('broken central directory')
    const method = zip.readUInt16LE(at + 10)
    const size = zip.readUInt32LE(at + 20)
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ]
    const start = zip.readUInt32LE(at + 42)
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
    const from = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28)
    const packed = zip.subarray(from, from + size)
    if (!name.endsWith('/')) {
      if (method !== 0 && method !== 8) throw new Error('unknown compression')
      yield { name, data: method === 8 ? inflateRawSync(packed, { maxOutputLength: 50_000_000 }) : packed }
    }
    at += 46 + nameLength + extraLength + noteLength
  }
}
