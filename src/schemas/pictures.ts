/**
 * Endings of files that are meant as pictures, by what becomes of them. The one list: the check, `npm run photos`
 * and the rules for `<Photo>` go by it, so that none of them sends a writer to another in vain.
 */
const ENDINGS = {
  /** Stored and published as they are. */
  kept: ['jpg', 'jpeg', 'png', 'webp'],
  /** `npm run photos` makes one of the above of them. */
  converted: ['heic', 'heif', 'avif', 'tif', 'tiff', 'gif', 'jfif'],
  /** Nothing here reads them: the writer saves them as another. */
  unreadable: ['bmp'],
} as const

/** The name of a stored picture: plain letters, so that it is the same on every system, and an ending that pages have. */
export const PICTURE_NAME = `[a-z0-9]+(?:[-_][a-z0-9]+)*\\.(?:${ENDINGS.kept.join('|')})`

/** What becomes of a picture. */
export type PictureFate = keyof typeof ENDINGS

/** Whether a file is what operating systems leave behind, or Word while a document is open; never read, never published. */
export const isLitter = (name: string): boolean => /^(?:\.DS_Store|Thumbs\.db|desktop\.ini|\._.+|~\$.+)$/.test(name)

/** What becomes of a file of this name; undefined when it is not meant as a picture. Capitals make no difference. */
export function pictureFate(name: string): PictureFate | undefined {
  if (isLitter(name)) return undefined
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  return (Object.keys(ENDINGS) as PictureFate[]).find((fate) => ENDINGS[fate].some((known) => known === ending))
}
