import { photo, photoPaths } from './_photo.ts'

export const getStaticPaths = () => photoPaths('avif')
export const GET = photo
