import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { dataFiles, markdownFile, type Peer, paddingText, SECTIONS } from './peer.ts'

/** Where Eleventy is looked for: it is no dependency of ours, because only this measurement wants it. */
const PLACES = [
  process.env.BENCH_ELEVENTY,
  '.cache/bench/eleventy/node_modules/@11ty/eleventy',
  'node_modules/@11ty/eleventy',
]

/** Megabytes of heap it may fill: it keeps every page, and ten thousand entries do not fit the 4 GB that Node gives by itself. */
const HEAP = 14_000

/** The catalogue for Eleventy: Markdown as it is, everything else as JavaScript templates, its fastest kind. */
export const eleventy: Peer = {
  name: 'Eleventy',
  output: '_site',
  find() {
    const place = PLACES.flatMap((path) => (path ? resolve(path) : [])).find((path) =>
      existsSync(join(path, 'cmd.cjs')),
    )
    if (!place) return undefined
    const { version } = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8')) as { version: string }
    return { version, shell: `"${process.execPath}" --max-old-space-size=${HEAP} "${join(place, 'cmd.cjs')}" --quiet` }
  },
  *files(site) {
    yield ['package.json', '{ "type": "module" }\n']
    yield ['eleventy.config.js', CONFIG]
    yield ['lib/markup.js', MARKUP]
    for (const [name, text] of dataFiles(site)) yield [`input/_data/${name}`, text]
    yield ['input/_data/lists.json', JSON.stringify(site.lists)]
    yield [
      'lib/pads.json',
      JSON.stringify(Object.fromEntries([...site.padding].map(([make, bytes]) => [make, paddingText(bytes)]))),
    ]
    yield ['input/_includes/entry.11ty.js', ENTRY]
    yield ['input/lists.11ty.js', LISTS]
    yield ['input/feed.11ty.js', FEED]
    yield ['input/sitemap.11ty.js', SITEMAP]
    yield ['input/catalogue.11ty.js', CATALOGUE]
    yield ['input/record.11ty.js', RECORD]
    for (const [index, { make, section }] of site.sheets.entries()) {
      yield [
        `input/sheet${index}.11ty.js`,
        SHEET.replaceAll('SECTION', section).replaceAll('NUMBER', String(index)).replaceAll('MAKE', make),
      ]
    }
    for (const section of Object.keys(SECTIONS)) {
      yield [`input/${section}/${section}.json`, JSON.stringify({ layout: 'entry.11ty.js', tags: [section] })]
    }
    for (const entry of site.corpus.entries) yield [`input/${entry.section}/${entry.id}.md`, markdownFile(entry)]
  },
}

const CONFIG = `export default (config) => {
  config.addWatchTarget('lib')
  return { dir: { input: 'input', output: '_site' }, markdownTemplateEngine: false, htmlTemplateEngine: false }
}
`

const NAVIGATION = Object.entries(SECTIONS)
  .map(([section, name]) => `<a class="link" href="/${section}/">${name}</a>`)
  .join(' ')

/** What the templates share. Related entries are found once per build. */
const MARKUP = `import { readFileSync } from 'node:fs'

const pads = JSON.parse(readFileSync(new URL('pads.json', import.meta.url), 'utf8'))
export const pad = (make) => pads[make] ?? ''
const SITE = 'http://localhost:4321'
const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&#34;' }
export const escape = (text) => String(text ?? '').replace(/[&<>"]/g, (mark) => ESCAPES[mark])
export const absolute = (path) => SITE + path

export const head = ({ title, lead, path }) => \`<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>\${escape(title)} - 一方匠人</title><link rel="canonical" href="\${absolute(path)}"><meta name="description" content="\${escape(lead)}"><meta property="og:title" content="\${escape(title)}"><meta property="og:url" content="\${absolute(path)}"><meta property="og:type" content="website"><meta property="og:description" content="\${escape(lead)}"><link rel="alternate" type="application/rss+xml" href="/index.xml"></head><body class="page"><header class="site"><nav class="wrap" aria-label="主导航"><a class="link" href="/">首页</a> ${NAVIGATION}</nav></header><main class="wrap">\`
export const foot = (make) => \`</main><footer class="site"><p>每个数字都写明出处。</p></footer>\${pad(make)}</body></html>\\n\`
export const card = ({ url, data }) => \`<li class="card"><h3 class="name"><a class="link" href="\${url}">\${escape(data.title)}</a></h3><p class="caption">\${escape(data.lead)}</p></li>\`
export const cards = (items) => \`<ul class="list">\${items.map(card).join('')}</ul>\`

let found
export function linked({ brands, figures, stories }) {
  if (found?.brands === brands) return found
  const byId = new Map([...brands, ...figures, ...stories].map((item) => [item.data.ident, item]))
  const about = new Map()
  for (const item of [...figures, ...stories]) {
    for (const brand of item.data.entry.brands ?? [item.data.entry.brand]) {
      const known = about.get(brand) ?? []
      about.set(brand, known)
      known.push(item)
    }
  }
  const places = new Map([brands, figures, stories].flatMap((list) => list.map((item, at) => [item.data.ident, { before: list[at - 1], after: list[at + 1] }])))
  found = { brands, byId, about, places }
  return found
}
`

const ENTRY = `import { absolute, cards, escape, foot, head, linked } from '../../lib/markup.js'

export const render = ({ title, lead, ident, part, entry, content, page, collections, sources, regions, trades }) => {
  const { byId, about, places } = linked(collections)
  const related = about.get(ident)
  const own = (entry.brands ?? (entry.brand ? [entry.brand] : [])).flatMap((id) => byId.get(id) ?? [])
  const { before, after } = places.get(ident)
  const claims = entry.claims.map((claim) => {
    const source = sources[claim.source]
    return \`<tr class="claim" data-claim="actual" data-source="\${claim.source}"><th scope="row">\${escape(claim.label ?? claim.topic)}</th><td>\${claim.value === undefined ? '' : \`<strong>\${claim.value}</strong>\`}\${escape(claim.unit)}</td><td>\${escape(claim.text)}</td><td>\${escape(claim.basis)} \${escape(claim.asOf)}</td><td><a class="link" href="/sources/\${claim.source}/">\${escape(source.title)}</a>，\${escape(source.publisher)}，\${source.date}，\${escape(claim.locator)}</td></tr>\`
  })
  const cited = [...new Set(entry.claims.map((claim) => claim.source))].map((id) => \`<li><a class="link" href="/sources/\${id}/">\${escape(sources[id].title)}</a>，\${escape(sources[id].publisher)}，\${sources[id].date}</li>\`)
  const data = { '@context': 'https://schema.org', '@type': 'Thing', name: title, url: absolute(page.url), description: lead }
  return \`\${head({ title, lead, path: page.url })}<nav class="crumbs"><a class="link" href="/">首页</a> › <a class="link" href="/\${part}/">\${part}</a> › \${escape(title)}</nav><h1>\${escape(title)}</h1><p class="lead">\${escape(lead)}</p><script type="application/ld+json">\${JSON.stringify(data)}</script><dl class="record">\${entry.region ? \`<div><dt>地区</dt><dd><a class="link" href="/regions/\${entry.region}/">\${escape(regions[entry.region].name)}</a></dd></div>\` : ''}\${(entry.trades ?? []).map(({ trade }) => \`<div><dt>工种</dt><dd><a class="link" href="/trades/\${trade}/">\${escape(trades[trade].name)}</a></dd></div>\`).join('')}\${entry.steward ? \`<div><dt>责任单位</dt><dd>\${escape(entry.steward.name)}</dd></div>\` : ''}</dl><article class="body">\${content}</article><section class="section" id="claims"><h2>数据</h2><table class="claims"><tbody>\${claims.join('')}</tbody></table></section>\${entry.timeline ? \`<section class="section"><h2>发展历程</h2><ol class="timeline">\${entry.timeline.map(({ date, text }) => \`<li><time>\${date}</time> \${escape(text)}</li>\`).join('')}</ol></section>\` : ''}\${entry.process ? \`<section class="section"><h2>工序</h2><ol class="steps">\${entry.process.map(({ name, text }) => \`<li><strong>\${escape(name)}</strong> \${escape(text)}</li>\`).join('')}</ol></section>\` : ''}\${related ? \`<section class="section"><h2>人物与故事</h2>\${cards(related)}</section>\` : ''}\${own.length > 0 ? \`<section class="section"><h2>品牌</h2>\${cards(own)}</section>\` : ''}<section class="section" id="sources"><h2>来源</h2><ol class="notes">\${cited.join('')}</ol></section><nav class="pager">\${before ? \`<a class="link" rel="prev" href="\${before.url}">\${escape(before.data.title)}</a>\` : ''}\${after ? \`<a class="link" rel="next" href="\${after.url}">\${escape(after.data.title)}</a>\` : ''}</nav>\${foot(\`/\${part}/*/\`)}\`
}
`

const LISTS = `import { cards, escape, foot, head, linked } from '../lib/markup.js'

export const data = {
  pagination: { data: 'lists', size: 1, alias: 'list' },
  permalink: ({ list }) => (list.path.endsWith('/') ? \`\${list.path}index.html\` : list.path),
  eleventyExcludeFromCollections: true,
}
export const render = ({ list, collections }) => {
  const { byId } = linked(collections)
  return \`\${head({ title: list.title, lead: '', path: list.path })}<h1>\${escape(list.title)}</h1>\${cards(list.members.flatMap((id) => byId.get(id) ?? []))}\${foot(list.make)}\`
}
`

const SHEET = `import { absolute, escape, pad } from '../lib/markup.js'

export const data = {
  pagination: { data: 'collections.SECTION', size: 1, alias: 'item' },
  permalink: ({ item }) => \`/sheets/NUMBER/SECTION/\${item.data.ident}/index.html\`,
  eleventyExcludeFromCollections: true,
}
export const render = ({ item: { data, url } }) => \`<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>\${escape(data.title)}</title><meta name="description" content="\${escape(data.lead)}"><meta name="robots" content="noindex"></head><body><main><article><h1><a href="\${absolute(url)}">\${escape(data.title)}</a></h1><p>\${escape(data.lead)}</p><p>\${escape(data.entry.claims[0]?.text)}</p></article></main>\${pad('MAKE')}</body></html>\\n\`
`

const RECORD = `export const data = {
  pagination: { data: 'collections.brands', size: 1, alias: 'item' },
  permalink: ({ item }) => \`/compare/\${item.data.ident}.json\`,
  eleventyExcludeFromCollections: true,
}
export const render = ({ item: { data } }) => JSON.stringify({ id: data.ident, name: data.title, line: data.lead, region: data.entry.region, trades: data.entry.trades, claims: data.entry.claims })
`

const FEED = `import { absolute, escape } from '../lib/markup.js'

export const data = { permalink: '/index.xml', eleventyExcludeFromCollections: true }
export const render = ({ collections }) => {
  const newest = collections.all.filter(({ data }) => data.ident).sort((a, b) => b.date - a.date).slice(0, 50)
  const items = newest.map(({ url, date, data }) => \`<item><title>\${escape(data.title)}</title><link>\${absolute(url)}</link><pubDate>\${date.toUTCString()}</pubDate><guid>\${absolute(url)}</guid><description>\${escape(data.lead)}</description></item>\`)
  return \`<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>一方匠人</title><link>\${absolute('/')}</link>\${items.join('')}</channel></rss>\`
}
`

const SITEMAP = `import { absolute } from '../lib/markup.js'

export const data = { permalink: '/sitemap.xml', eleventyExcludeFromCollections: true }
export const render = ({ collections, lists }) => \`<?xml version="1.0" encoding="utf-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\${[...collections.all.map(({ url }) => url), ...lists.map(({ path }) => path)].map((path) => \`<url><loc>\${absolute(path)}</loc></url>\`).join('')}</urlset>\`
`

const CATALOGUE = `export const data = { permalink: '/catalogue.json', eleventyExcludeFromCollections: true }
export const render = ({ collections }) => JSON.stringify(collections.brands.map(({ data }) => ({ id: data.ident, name: data.title, summary: data.lead, region: data.entry.region })))
`
