import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

describe('the stylesheet', () => {
  it('has Tailwind look for classes in src/ and nowhere else: not in prose, packages, caches or dist/', () => {
    const css = readFileSync(new URL('./site.css', import.meta.url), 'utf8')
    const imports = css.split('\n').filter((line) => line.includes('tailwindcss/utilities'))
    expect(imports).toEqual([expect.stringContaining("source('..')")])
    expect(css).not.toMatch(/@source(?! not)/)
  })
})
