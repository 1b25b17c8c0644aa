import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

/** Colours set in the first block whose head contains `head`. */
function colours(head: string): Record<string, string> {
  const at = css.indexOf(head)
  if (at < 0) throw new Error(`no block begins with ${head}`)
  const block = css.slice(css.indexOf('{', at), css.indexOf('}', css.indexOf('--color-paper', at)))
  return Object.fromEntries(
    [...block.matchAll(/--color-([a-z-]+):\s*(#[0-9a-f]{6})/gi)].map((match) => [match[1], match[2]]),
  )
}

/** Relative luminance, WCAG 2. */
function luminance(hex: string): number {
  const channels = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  const [red, green, blue] = channels as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

const light = colours('@theme')
const MODES = {
  light,
  dark: { ...light, ...colours('prefers-color-scheme: dark') },
  elder: { ...light, ...colours(':root[data-elder]') },
  'elder, white on black': { ...light, ...colours(":root[data-elder~='black']") },
}

describe.each(Object.entries(MODES))('%s', (mode, palette) => {
  const of = (name: string) => palette[name] as string

  it.each(['paper', 'sunk', 'raise'])('body text reaches 7:1 on %s', (ground) => {
    expect(contrast(of('ink'), of(ground))).toBeGreaterThanOrEqual(7)
  })

  it.each(['quiet', 'zhu', 'dai', 'zhe', 'dian'])('%s reaches 4.5:1 on every ground, 7:1 in large print', (name) => {
    for (const ground of ['paper', 'sunk', 'raise']) {
      expect(contrast(of(name), of(ground)), `${name} on ${ground}`).toBeGreaterThanOrEqual(
        mode.startsWith('elder') ? 7 : 4.5,
      )
    }
  })

  it('words on the action colour and on the target tint can be read', () => {
    expect(contrast(of('on-zhu'), of('zhu'))).toBeGreaterThanOrEqual(4.5)
    const least = mode.startsWith('elder') ? 7 : 4.5
    for (const name of ['zhe', 'dian']) expect(contrast(of(name), of('zhe-tint')), name).toBeGreaterThanOrEqual(least)
  })

  it('borders of controls reach 3:1', () => {
    for (const ground of ['paper', 'raise']) expect(contrast(of('rule'), of(ground))).toBeGreaterThanOrEqual(3)
  })
})
