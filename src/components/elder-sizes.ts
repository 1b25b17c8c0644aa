/** Sizes of the letters in large print, in pixels, as the styles and the storage name them. */
export const ELDER_SIZES = ['22', '26', '30'] as const
