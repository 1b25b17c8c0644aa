import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listFiles, pathOfFile } from '../lib/site.ts'
import { useBrowser } from './browser.ts'

/** How the headings of all Chinese pages break into lines on a phone. */
const site = useBrowser()
const dist = resolve('dist')

/** Heading by page, of the pages that share a layout; a heading is set in the first of them, so that not every page need be opened. */
const headings = new Map<string, Map<string, string>>()
for (const file of listFiles(dist)) {
  if (!file.endsWith('.html') || /^(?:en|embed|posters)\//.test(file)) continue
  const [, attributes = '', words] = /<h1([^>]*)>([\s\S]*?)<\/h1>/.exec(readFileSync(join(dist, file), 'utf8')) ?? []
  if (!words) continue
  const path = pathOfFile(file)
  const layout = `${/^\/(?:zh-hant\/)?[^/]*/.exec(path)?.[0]}${attributes}`
  headings.set(layout, (headings.get(layout) ?? new Map()).set(path, words))
}

describe('a heading on a phone', () => {
  it(
    'has no line that begins with a closing mark, and none of a single character',
    () =>
      site.visit(async (page) => {
        const faults: string[] = []
        for (const group of headings.values()) {
          await page.goto(site.origin + [...group.keys()][0])
          const broken = await page.evaluate(
            async (all) => {
              await document.fonts.ready
              const heading = document.querySelector('h1') as HTMLElement
              const lines = (): string[] => {
                const found: string[] = []
                let [top, bottom] = [0, 0]
                const texts = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT)
                for (let text = texts.nextNode() as Text | null; text; text = texts.nextNode() as Text | null)
                  for (const [at, character] of [...text.data].entries()) {
                    const range = document.createRange()
                    range.setStart(text, at)
                    range.setEnd(text, at + 1)
                    const box = [...range.getClientRects()].at(-1)
                    if (!box?.width || !character.trim()) continue
                    const middle = (box.top + box.bottom) / 2
                    if (found.length === 0 || middle < top || middle > bottom) {
                      found.push('')
                      ;[top, bottom] = [box.top, box.bottom]
                    }
                    found.push(found.pop() + character)
                  }
                return found
              }
              return all.flatMap(([path, words]) => {
                heading.innerHTML = words
                const broken = lines()
                return broken.some((line) => /^[，、。；：？！）〕】》」』”’…·]/.test(line)) ||
                  (broken.length > 1 && broken.some((line) => line.length === 1))
                  ? [`${path} ${broken.join('|')}`]
                  : []
              })
            },
            [...group],
          )
          faults.push(...broken)
        }
        expect(faults).toEqual([])
      }),
    120_000,
  )
})
