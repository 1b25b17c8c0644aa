import { describe, expect, it } from 'vitest'
import { classesIn, usedCss, wordsIn } from './used-css.ts'

const keep = (css: string, ...names: string[]) => usedCss(css, new Set(names))

describe('used CSS', () => {
  it('drops rules for classes that nobody has, and keeps the others', () => {
    expect(keep('.a{color:red}.b{color:blue}', 'a')).toBe('.a{color:red}')
    expect(keep('.a .b,.a .c{color:red}', 'a', 'c')).toBe('.a .c{color:red}')
  })

  it('keeps what asks for elements, attributes and states only', () => {
    const css = ':root{--x:1}[hidden]{display:none}:focus-visible{outline:0}a:hover{top:0}'
    expect(keep(css)).toBe(css)
  })

  it('does not take alternatives and negations for demands', () => {
    const css = ".a:not(.b){top:0}:is([data-x='1'],.c) .a{top:0}.a:has(.d:not(.e)){top:0}"
    expect(keep(css, 'a')).toBe(css)
  })

  it('drops media queries that are left empty', () => {
    expect(keep('@media print{.b{top:0}}@layer x{.a{top:0}}', 'a')).toBe('@layer x{.a{top:0}}')
    expect(keep('@layer a,b;', 'a')).toBe('@layer a,b;')
  })

  it('knows escaped names', () => {
    const css = '.lg\\:mt-0{top:0}.mt-2\\.5{top:0}'
    expect(keep(css, 'lg:mt-0', 'mt-2.5')).toBe(css)
  })

  it('reads classes of pages and scripts', () => {
    expect(classesIn('<a class="x lg:y"><b class="z">')).toEqual(['x', 'lg:y', 'z'])
    expect(wordsIn('e(`li`,{class:"result near-by"})')).toContain('near-by')
  })
})
