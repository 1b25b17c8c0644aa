import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { pagesIn } from './finishing.ts'

const folder = mkdtempSync(join(tmpdir(), 'finishing-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function put(file: string, text: string): void {
  mkdirSync(join(folder, file, '..'), { recursive: true })
  writeFileSync(join(folder, file), text)
}

describe('pages that are finished after Astro', () => {
  it('are all where no build was kept, and never files that are published as they are given', () => {
    put('public/baidu_verify.html', 'a1b2c3')
    put('dist/baidu_verify.html', 'a1b2c3')
    put('dist/index.html', '<!doctype html>')
    put('dist/brands/index.html', '<!doctype html>')
    put('dist/open/catalogue.json', '{}')
    const { pages, toFinish } = pagesIn(join(folder, 'dist'), join(folder, 'public'))
    expect([...pages].sort()).toEqual(['brands/index.html', 'index.html'])
    expect([...toFinish].sort()).toEqual([...pages].sort())
  })
})
