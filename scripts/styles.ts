import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pageGroup } from './lib/page-kinds.ts'
import { listFiles } from './lib/site.ts'
import { classesIn, usedCss, wordsIn } from './lib/used-css.ts'

/**
 * Leaves in every page only the rules that pages of its kind use (a step of `npm run build`). Styles
 * travel inside the page, so that nothing has to be fetched before it is painted; a list need not
 * bring the rules of a story.
 */
const dist = resolve('dist')
const STYLE = /<style>([\s\S]*?)<\/style>/g

const read = (files: readonly string[]) =>
  Promise.all(files.map(async (file) => ({ file, text: await readFile(join(dist, file), 'utf8') })))
const files = listFiles(dist)
const pages = await read(files.filter((file) => file.endsWith('.html')))
const scripts = await read(files.filter((file) => file.startsWith('_astro/') && file.endsWith('.js')))
const scripted = scripts.flatMap(({ text }) => wordsIn(text))

let [before, after] = [0, 0]
for (const [, group] of Map.groupBy(pages, ({ file }) => pageGroup(file) || file)) {
  const names = new Set(group.flatMap(({ text }) => classesIn(text)))
  if (group.some(({ text }) => text.includes('import('))) for (const name of scripted) names.add(name)
  const used = new Map<string, string>()
  for (const { file, text } of group) {
    const result = text.replace(STYLE, (_, css: string) => {
      if (!used.has(css)) used.set(css, usedCss(css, names))
      return `<style>${used.get(css)}</style>`
    })
    before += text.length
    after += result.length
    await writeFile(join(dist, file), result)
  }
}
console.log(`Styles: pages ${Math.round((1 - after / before) * 100)} % smaller.`)
