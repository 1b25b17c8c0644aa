import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeWhole, withInlineScripts } from './module-scripts.ts'

/** What becomes of these built scripts: those that are left, by name. */
async function made(files: Record<string, string>): Promise<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'yifang-scripts-'))
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
    const scripts = await makeWhole(folder)
    expect(readdirSync(folder).sort()).toEqual([...scripts.keys()].sort())
    return Object.fromEntries(scripts)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const HELPER = { 'preload-helper.x.js': 'export{h as t};' }
const DEPENDENCIES = 'const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["_astro/b.js"])))=>i.map(i=>d[i]);\n'

describe('built scripts', () => {
  it('get what they import, without what they do not use of it, and parts are no files any more', async () => {
    const scripts = await made({
      'page.js': 'import{t as e}from"./part.js";show(e(1));',
      'part.js': 'var n=a=>a+location.href,o=new RegExp("unused");export{n as t,o as u};',
    })
    expect(Object.keys(scripts)).toEqual(['page.js'])
    expect(scripts['page.js']).toMatch(/location\.href/)
    expect(scripts['page.js']).not.toMatch(/import|export|unused/)
  })

  it('have what several of their parts import once, so that it has one state', async () => {
    const scripts = await made({
      'page.js': 'import{t as e}from"./a.js";import{t as n}from"./state.js";n(),e();',
      'a.js': 'import{t as r}from"./state.js";function o(){r()}export{o as t};',
      'state.js': 'let n=0;function i(){globalThis.count=++n}export{i as t};',
    })
    expect(Object.keys(scripts)).toEqual(['page.js'])
    new Function(scripts['page.js'] as string)()
    expect((globalThis as { count?: number }).count).toBe(2)
  })

  it('that only run another are that other', async () => {
    const scripts = await made({ 'page.js': 'import"./part.js";', 'part.js': 'run();' })
    expect(scripts).toEqual({ 'page.js': 'run();' })
  })

  it('stay imported where they are loaded by themselves too', async () => {
    const scripts = await made({
      'page.js': 'import{t as e}from"./shared.js";e(),import("./shared.js");',
      'shared.js': 'let n=0;function i(){globalThis.count=++n}export{i as t};',
    })
    expect(scripts['page.js']).toMatch(/import\{t as \w+\}from["'`]\.\/shared\.js["'`]/)
    expect(scripts['shared.js']).toMatch(/^\/\/# allFunctionsCalledOnLoad\n/)
  })

  it.each([
    ['by itself', 'import{t as e}from"./preload-helper.x.js";e(()=>import("./b.js"),[]);'],
    [
      'where names are taken out',
      'import{t}from"./preload-helper.x.js";t(async()=>{let{go:n}=await import("./b.js");return{go:n}},[]);',
    ],
    [
      'among what its part needs',
      `${DEPENDENCIES}import{t as e}from"./preload-helper.x.js";e(()=>import("./b.js"),__vite__mapDeps([0]));`,
    ],
  ])('do without the helper that fetches what a module needs, for here none needs another: %s', async (_, text) => {
    const { 'page.js': page } = await made({ ...HELPER, 'page.js': text, 'b.js': 'x();' })
    expect(page).toMatch(/^import\([`"']\.\/b\.js[`"']\);$/)
  })

  it('keep what is done with what comes later', async () => {
    const { 'page.js': page } = await made({
      ...HELPER,
      'page.js':
        'import{t as e}from"./preload-helper.x.js";a&&e(()=>import("./b.js").then(e=>e.go(a),()=>void 0),[]),the(1);',
      'b.js': 'x();',
    })
    expect(page).toBe('a&&import(`./b.js`).then(e=>e.go(a),()=>void 0),the(1);')
  })

  it('keep a helper that only calls where an import is wrapped otherwise', async () => {
    const { 'page.js': page } = await made({
      ...HELPER,
      'page.js': 'import{t as e}from"./preload-helper.x.js";e(async()=>(await import("./b.js")).go,[]);',
      'b.js': 'x();',
    })
    expect(page).toBe('(e=>e())(async()=>(await import(`./b.js`)).go,[]);')
  })

  it('stand in the page as one, each in a room of its own', () => {
    const scripts = new Map([
      ['a.js', 'var t=1;import("./c.js")'],
      ['b.js', 'var t=2'],
    ])
    const page =
      '<script type="module" src="/_astro/a.js"></script><p><script type="module" src="/_astro/b.js"></script>'
    expect(withInlineScripts(page, scripts)).toBe(
      '<p><script type="module">(()=>{var t=1;import("/_astro/c.js")})();(()=>{var t=2})();</script>',
    )
    expect(() => withInlineScripts(page, new Map())).toThrow('there is no /_astro/a.js')
  })
})
