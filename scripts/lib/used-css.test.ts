import { describe, expect, it } from 'vitest'
import { shortenProperties, usableCss, usedBy, useOf } from './used-css.ts'

const NOTHING = { beginnings: [] }

/** What stays of a sheet for a page with these classes and elements. */
const keep = (css: string, names: string[] = [], elements: string[] = ['html', 'a'], properties: string[] = []) =>
  usableCss(css)({ ...NOTHING, classes: new Set(names), elements: new Set(elements), properties: new Set(properties) })

describe('used CSS', () => {
  it('drops rules for classes that nobody has, and keeps the others', () => {
    expect(keep('.a{color:red}.b{color:blue}', ['a'])).toBe('.a{color:red}')
    expect(keep('.a .b,.a .c{color:red}', ['a', 'c'])).toBe('.a .c{color:red}')
  })

  it('drops rules for elements that the page has not', () => {
    expect(keep('a{top:0}table{top:0}a,select{left:0}')).toBe('a{top:0}a{left:0}')
    expect(keep('*,:after,::backdrop{top:0}')).toBe('*,:after{top:0}')
    expect(keep('::placeholder{top:0}::-webkit-datetime-edit-year-field{top:0}')).toBe('')
    expect(keep('::placeholder{top:0}', [], ['input'])).toBe('::placeholder{top:0}')
  })

  it('refuses rules inside rules, which it would lose', () => {
    expect(() => usableCss('.a{top:0;& .b{top:1px}}')).toThrow('write "& .b" flat')
  })

  it('keeps what asks for attributes and states only', () => {
    const css = ':root{top:1}[hidden]{display:none}:focus-visible{outline:0}a:hover{top:0}'
    expect(keep(css)).toBe(css)
  })

  it('does not take alternatives and negations for demands', () => {
    const css = ".a:not(.b){top:0}:is([data-x='1'],.c) .a{top:0}.a:has(.d:not(.e)){top:0}"
    expect(keep(css, ['a'])).toBe(css)
  })

  it('takes what must be found inside for a demand, unless it is one of several or denied', () => {
    expect(keep('.a:has(.b){top:0}.a:has(table tr){top:0}', ['a'])).toBe('')
    const css = '.a:has(.b){top:0}.a:has(.b,.c){top:0}.a:not(.a:has(.c)){top:0}'
    expect(keep(css, ['a', 'b'])).toBe(css)
  })

  it('keeps a named page for those who ask for it', () => {
    const css = '@page{margin:0}@page wide{size:landscape}.a{page:wide}'
    expect(keep(css, ['a'])).toBe(css)
    expect(keep(css)).toBe('@page{margin:0}')
  })

  it('keeps rules for classes that a script puts together', () => {
    const script = (kind: string) => ({ class: `kind kind-${kind}` })
    const used = usedBy('<p class="a">', [useOf(String(script)), useOf('document.createElement(name)')])
    expect(usableCss('.kind-target{top:0}.kin{top:0}.a{top:0}.b{top:0}')(used)).toBe('.kind-target{top:0}.a{top:0}')
  })

  it('drops media queries that are left empty', () => {
    expect(keep('@media print{.b{top:0}}@layer x{.a{top:0}}', ['a'])).toBe('@layer x{.a{top:0}}')
    expect(keep('@layer a,b;', ['a'])).toBe('@layer a,b;')
    expect(keep('@page{margin:1cm}')).toBe('@page{margin:1cm}')
  })

  it('drops custom properties that nothing reads, also where they are only handed on', () => {
    const css = ':root{--a:1;--b:var(--c);--c:2;--d:var(--e);--e:3}a{top:var(--b)}'
    expect(keep(css)).toBe(':root{--b:var(--c);--c:2}a{top:var(--b)}')
    expect(keep(css, [], ['html'], ['--e'])).toBe(':root{--e:3}')
    expect(keep('@property --x{syntax:"*";inherits:false}.a{--x:1}', ['a'])).toBe('')
  })

  it('drops what is fallen back on when the root always sets the property', () => {
    expect(keep('@layer t{:root,:host{--a:1}}a{top:var(--a, 2px);left:var(--b, 3px)}')).toBe(
      '@layer t{:root{--a:1}}a{top:var(--a);left:var(--b, 3px)}',
    )
    const dark = '@media print{:root{--a:1}}a{top:var(--a, 2px)}'
    expect(keep(dark)).toBe(dark)
  })

  it('drops what a later rule for the same selectors sets again', () => {
    expect(keep('a,html{top:0;left:0}html{top:1}a{top:2}')).toBe('a,html{left:0}html{top:1}a{top:2}')
    const css = 'a,html{top:0}a{top:1}@media print{a{top:2}}a:hover{top:3}'
    expect(keep(css)).toBe(css)
    expect(keep('a{top:0!important}a{top:1}')).toBe('a{top:0!important}a{top:1}')
  })

  it('knows escaped names', () => {
    const css = '.lg\\:mt-0{top:0}.mt-2\\.5{top:0}'
    expect(keep(css, ['lg:mt-0', 'mt-2.5'])).toBe(css)
  })

  it('writes a value once that a sheet repeats', () => {
    expect(keep('a{color:red;color:red;color:blue}')).toBe('a{color:red;color:blue}')
  })
})

describe('used CSS by the structure of a page', () => {
  const page = '<html><main class="prose"><p>x<br>y</p><h2 class="sub">z</h2></main><img class="tile"><p class="claim">'
  const shown = (css: string, scripts: string[] = []) => usableCss(css)(usedBy(page, scripts.map(useOf)))

  it('drops rules for elements that stand elsewhere', () => {
    expect(shown('.prose img{top:0}.prose h2{top:0}main>p{top:0}')).toBe('.prose h2{top:0}main>p{top:0}')
    expect(shown('.claim.tile{top:0}p.claim{top:0}h2.claim{top:0}')).toBe('p.claim{top:0}')
  })

  it('keeps what it does not follow: neighbours, states, attributes, the page itself', () => {
    const css =
      ".prose>*+*{top:0}.sub+.tile{top:0}:is([data-x='1']) .prose h2{top:0}html p{top:0}.prose h2:before{top:0}.prose ul:not([class]){top:0}"
    expect(shown(css)).toBe(css.replace('.prose ul:not([class]){top:0}', ''))
  })

  it('follows nothing where a script makes elements', () => {
    const css = '.prose img{top:0}'
    expect(shown(css, ['document.createElement(`img`)'])).toBe(css)
  })
})

describe('what a page uses', () => {
  const used = usedBy('<a class="x lg:y"><b class="z"><path stroke="var(--ink)">', [
    useOf('e(`li`,{class:"result near-by",style:"--at:1"})'),
    // What `e` is may stand in another script.
    useOf('const e=(name)=>document.createElement(name)'),
  ])

  it('reads classes of pages and scripts', () => {
    expect([...used.classes]).toEqual(expect.arrayContaining(['x', 'lg:y', 'z', 'result', 'near-by']))
  })

  it.each([
    ['who reads the page', 'document.querySelectorAll(".kind, h2").forEach(read)', false],
    ['who hides a part', 'part.hidden=kind', false],
    ['who makes elements', 'part.append(kind)', true],
    ['who sets attributes', 'part.setAttribute("class",kind)', true],
    ['who adds classes', 'part.classList.add(kind)', true],
  ])('takes the words of a script for classes where one can put them there: %s', (_, script, counts) => {
    expect(usedBy('<p>', [useOf(script)]).classes.has('kind')).toBe(counts)
  })

  it('reads elements and custom properties', () => {
    expect([...used.elements]).toEqual(expect.arrayContaining(['html', 'body', 'a', 'b', 'path', 'li']))
    expect([...used.properties]).toEqual(['--ink', '--at'])
  })
})

describe('short names', () => {
  const page = '<style>:root{--ink:1;--paper:2}a{top:var(--ink)}</style><path fill="var(--paper)"><p>--ink</p>'

  it('rename custom properties in styles and where they are read, and no other words', () => {
    expect(shortenProperties(page, [])).toBe(
      '<style>:root{--_0:1;--_1:2}a{top:var(--_0)}</style><path fill="var(--_1)"><p>--ink</p>',
    )
  })

  it('leave names that a script knows', () => {
    expect(shortenProperties(page, [useOf('style.setProperty("--ink", 3)')])).toContain(':root{--ink:1;--_0:2}')
  })

  it('change nothing when done twice', () => {
    const once = shortenProperties(page, [])
    expect(shortenProperties(once, [])).toBe(once)
  })
})
