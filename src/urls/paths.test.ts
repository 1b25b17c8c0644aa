import { describe, expect, it } from 'vitest'
import { withBase } from './base.ts'
import { entryPath, listPath, readLink } from './paths.ts'

describe('addresses', () => {
  it('are one per entry', () => {
    expect(entryPath('brand', 'fumian-caifeng')).toBe('/brands/fumian-caifeng/')
    expect(entryPath('programme', 'p')).toBe('/progress/#p')
    expect(listPath('story')).toBe('/stories/')
  })

  it('are read back', () => {
    expect(readLink('/policies/gz-2022-opinion/#5-19')).toEqual({
      type: 'entry',
      kind: 'policy',
      id: 'gz-2022-opinion',
      hash: '5-19',
    })
    expect(readLink('/brands/')).toEqual({ type: 'page' })
    expect(readLink('/about/')).toEqual({ type: 'page' })
    expect(readLink('/brand/x/')).toEqual({ type: 'unknown' })
    expect(readLink('/brands/x')).toEqual({ type: 'unknown' })
  })

  it.each([
    ['/', '/brands/'],
    ['/topic', '/topic/brands/'],
    ['/topic/', '/topic/brands/'],
  ])('stand below the base %s', (base, expected) => {
    expect(withBase('/brands/', base)).toBe(expected)
  })
})
