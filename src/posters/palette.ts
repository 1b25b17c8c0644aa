/** Colours of posters: those of src/styles/tokens.css in the light mode, as SVG needs them. */
export const PALETTE = {
  paper: '#fbf8f1',
  ink: '#1f2421',
  quiet: '#4e4f48',
  actual: '#1f5c57',
  target: '#7a4e0c',
  line: '#dacfb9',
  thread: '#a3301f',
  cream: '#fff4df',
} as const

/** A dark ground for a craft: its thread colour, deep enough for cream lettering. */
export function groundOf(thread: string): string {
  const dark = [24, 28, 27]
  const parts = [1, 3, 5].map((at) => Number.parseInt(thread.slice(at, at + 2), 16))
  const mixed = parts.map((part, index) => Math.round(part * 0.28 + (dark[index] as number) * 0.72))
  return `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}
