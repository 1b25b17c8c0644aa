import { photo, photoPaths } from './_photo.ts'

export const getStaticPaths = () => photoPaths('jpeg')
export const GET = photo
