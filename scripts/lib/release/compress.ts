import { promisify } from 'node:util'
import { brotliCompress, constants, gzip, zstdCompress } from 'node:zlib'
import { cached, digest } from '../../../src/cache/cache.ts'

/** Bumped when the same input should give other bytes. */
const VERSION = '1'

const [brotli, deflate, zstd] = [promisify(brotliCompress), promisify(gzip), promisify(zstdCompress)]

/** The forms in which text is kept beside itself: ending, and how it is made. The same input gives the same bytes. */
const FORMS = {
  br: (bytes: Uint8Array) =>
    brotli(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  gz: async (bytes: Uint8Array) => {
    const packed = await deflate(bytes, { level: 9 })
    // "Unknown system": which one it was says nothing, and differs.
    packed[9] = 255
    return packed
  },
  zst: (bytes: Uint8Array) =>
    zstd(bytes, {
      params: { [constants.ZSTD_c_compressionLevel]: 19, [constants.ZSTD_c_contentSizeFlag]: 1 },
      pledgedSrcSize: bytes.length,
    }),
}

/** A way to compress. */
export type Form = 'br' | 'gz' | 'zst'

/** All of them. */
export const ALL_FORMS = Object.keys(FORMS) as Form[]

/** Bytes compressed as hard as the format can; remembered by content, for most files of a release are those of the last. */
export function compressed(bytes: Uint8Array, form: Form): Promise<Uint8Array> {
  const { zlib, brotli = '', zstd = '' } = process.versions
  return cached('compressed', digest(VERSION, zlib, brotli, zstd, form, bytes), () => FORMS[form](bytes))
}
