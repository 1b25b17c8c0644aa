import { Lettering } from './lettering.ts'
import { jpegOf } from './picture.ts'
import { compose, type Form, type PosterContent, toSvg } from './poster.ts'

let letters: Promise<Lettering> | undefined

/** A poster of a form as the bytes of its file: JPEG for screens, SVG for print. */
export async function posterFile(content: PosterContent, form: Form): Promise<Uint8Array> {
  letters ??= Lettering.load()
  const composition = compose(content, form, await letters)
  const { drawing } = content.tile
  return form === 'print' ? Buffer.from(toSvg(composition, drawing)) : jpegOf(composition, drawing)
}
