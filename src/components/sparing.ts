const { saveData, effectiveType } =
  (navigator as { connection?: { saveData?: boolean; effectiveType?: string } }).connection ?? {}

/** Whether nothing is fetched that nobody asked for: data is saved, the network is of the slowest, or less data is preferred. */
export const isSparing =
  saveData || /2g/.test(effectiveType ?? '') || matchMedia('(prefers-reduced-data: reduce)').matches
