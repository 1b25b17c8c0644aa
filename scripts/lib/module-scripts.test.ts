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

describe('built scripts', () => {
  it('get what they import, and parts are no files any more', async () => {
    const scripts = await made({
      'page.js': 'import{t as e}from"./part.js";e(1);',
      'part.js': 'var n=a=>a+1;export{n as t};',
    })
    expect(scripts).toEqual({ 'page.js': 'const{t:e}=(()=>{var n=a=>a+1;return{t:n}})();e(1);' })
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

  it('do without the helper that fetches what a module needs: here none needs another', async () => {
    const { 'page.js': page } = await made({
      ...HELPER,
      'page.js':
        'import{t as e}from"./preload-helper.x.js";a&&e(()=>import("./b.js").then(e=>e.go(a),()=>void 0),[]),the(1);e(()=>import("./c.js"),[]);',
      'b.js': 'x();',
      'c.js': 'y();',
    })
    expect(page).toBe('a&&import("./b.js").then(e=>e.go(a),()=>void 0),the(1);import("./c.js");')
  })

  it('keep a helper that only calls where an import is wrapped otherwise', async () => {
    const { 'page.js': page } = await made({
      ...HELPER,
      'page.js':
        'import{t as e}from"./preload-helper.x.js";e(async()=>{let{go:n}=await import("./b.js");return{go:n}},[]);e(()=>import("./b.js"),[]);',
      'b.js': 'x();',
    })
    expect(page).toBe(
      'const e=load=>load();e(async()=>{let{go:n}=await import("./b.js");return{go:n}},[]);import("./b.js");',
    )
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
