import { describe, expect, it } from 'vitest'
import { currentFor } from './url.ts'

describe('a link of the navigation', () => {
  it.each([
    ['/brands/', '/brands/', 'page'],
    ['/brands/', '/brands/fumian-caifeng/', 'true'],
    ['/brands/', '/regions/yulin/', 'true'],
    ['/brands/', '/compare/', 'true'],
    ['/places/', '/events/', 'true'],
    ['/stories/', '/figures/he-xingxiang/', 'true'],
    ['/trades/', '/trades/tailor/', 'true'],
    ['/brands/', '/stories/', undefined],
    ['/stories/', '/events/', undefined],
    ['/brands/', '/about/', undefined],
    ['/brands/', '/', undefined],
  ])('%s on %s: %s', (link, page, current) => {
    expect(currentFor(link, page)).toBe(current)
  })
})
