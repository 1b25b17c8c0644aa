import {
  type Answer,
  type Engine,
  type FullTextOptions,
  type Hit,
  PAGE_SIZE,
  searchFullText,
} from '../../search/fulltext.ts'
import { unescapeHtml } from '../../text/xml.ts'
import { withBase } from '../../urls/base.ts'
import { element } from '../dom.ts'
import { lostRequests, persist } from './patient-fetch.ts'

const OPTIONS = {
  // In a worker its requests could not be watched.
  noWorker: true,
  excerptLength: 30,
  ranking: { metaWeights: { title: 50, summary: 2, key: 0, kind: 0 } },
}

let engine: Promise<Engine> | undefined
let attempts = 0

/**
 * The full-text engine, loaded when first asked for; a failed load may be tried again, under another address,
 * because browsers remember for which ones a module could not be had.
 */
function loadEngine(base: string): Promise<Engine> {
  if (engine) return engine
  if (attempts === 0) persist(withBase('/pagefind/', base))
  const address = withBase('/pagefind/pagefind.js', base) + (attempts > 0 ? `?${attempts}` : '')
  attempts++
  engine = import(/* @vite-ignore */ address)
    .then(async (module: Engine) => {
      await module.options(OPTIONS)
      await Promise.all(module.shards.map((shard) => module.mergeIndex(withBase(`/pagefind/${shard}/`, base), OPTIONS)))
      await module.filters()
      return module
    })
    .catch((error: unknown) => {
      engine = undefined
      throw error
    })
  return engine
}

/**
 * The pages that have the words, as a section to show. `total` counts those left out as well.
 * @throws when part of the index could not be fetched: then nobody knows which pages have them
 */
export async function fullTextAnswer(
  base: string,
  query: string,
  options: FullTextOptions,
): Promise<{ section: HTMLElement; total: number }> {
  const before = lostRequests()
  const answer = await searchFullText(await loadEngine(base), query, options)
  if (lostRequests() > before) {
    // It would not ask for all that is missing again: the next attempt begins afresh.
    engine = undefined
    throw new Error(`${lostRequests() - before} pieces of the full-text index did not come`)
  }
  const section = fullTextSection(query, answer, options.kinds ?? [])
  return { section, total: answer.total }
}

function fullTextSection(query: string, { hits, total, kinds }: Answer, chosen: readonly string[]): HTMLElement {
  const words = total > PAGE_SIZE ? `${total}页，先列出${hits.length}页。` : `${total}页。`
  return element(
    'section',
    { class: 'result-group', 'data-full-results': true },
    element('header', {}, element('h2', {}, `文章里提到“${query}”的`), element('p', { class: 'caption' }, words)),
    kinds.length > 1
      ? element(
          'div',
          { class: 'kinds', role: 'group', 'aria-label': '只看哪一类' },
          ...kinds.map(({ name, count }) =>
            element(
              'button',
              { type: 'button', 'data-kind': name, 'aria-pressed': String(chosen.includes(name)) },
              `${name} ${count}`,
            ),
          ),
        )
      : undefined,
    total > 0 ? element('ol', { class: 'list' }, ...hits.map(hitElement)) : element('p', {}, '没有哪一页提到。'),
  )
}

/** A page that has the words: its name, kind and the passage. */
function hitElement(hit: Hit): HTMLElement {
  return element(
    'li',
    { 'data-result': hit.key },
    element('h3', { class: 'name' }, element('a', { href: hit.url }, hit.name)),
    element('p', { class: 'caption' }, hit.kind),
    element('p', { class: 'line' }, ...marked(hit.excerpt.replace(/〔\d*〕?/g, '').replace(/^[\s.·、，。]+/, ''))),
  )
}

/** Pagefind's excerpt as nodes: text, and `<mark>` for what matched. No HTML is parsed. */
function marked(excerpt: string): Node[] {
  return excerpt.split(/(<mark>.*?<\/mark>)/).map((part) => {
    const match = /^<mark>(.*)<\/mark>$/.exec(part)
    const text = unescapeHtml(match?.[1] ?? part)
    return match ? element('mark', {}, text) : document.createTextNode(text)
  })
}
