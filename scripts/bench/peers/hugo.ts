import { spawnSync } from 'node:child_process'
import { stringify } from 'yaml'
import { dataFiles, markdownFile, type Peer, type PeerSite, paddingText, SECTIONS } from './peer.ts'

/** The catalogue for Hugo, the way its handbook does things: templates, cached partials, output formats. */
export const hugo: Peer = {
  name: 'Hugo',
  output: 'public',
  find() {
    const { stdout, status } = spawnSync('hugo', ['version'], { encoding: 'utf8' })
    const version = /v(\d+\.\d+\.\d+)/.exec(stdout ?? '')?.[1]
    return status === 0 && version ? { version, shell: 'hugo --quiet --cacheDir "$PWD/.hugo"' } : undefined
  },
  *files(site) {
    yield ['hugo.json', JSON.stringify(config(site))]
    for (const [name, text] of dataFiles(site)) yield [`data/${name}`, text]
    for (const [path, text] of Object.entries(LAYOUTS)) yield [`layouts/${path}`, text]
    for (const [index, { make }] of site.sheets.entries()) {
      yield [`layouts/_default/single.sheet${index}.html`, SHEET.replace('PAD', padding(make))]
    }
    for (const [make, bytes] of site.padding) yield [`layouts/partials/pad/${padName(make)}.html`, paddingText(bytes)]
    for (const entry of site.corpus.entries) yield [`content/${entry.section}/${entry.id}.md`, markdownFile(entry)]
    for (const [index, { path, make, title, members }] of site.lists.entries()) {
      const front = { title, pad: padName(make), members }
      if (path === '/') yield ['content/_index.md', `---\n${stringify(front)}---\n`]
      else yield [`content/lists/${index}.md`, `---\n${stringify({ ...front, url: path, layout: 'members' })}---\n`]
    }
  },
}

const padName = (make: string): string => make.replaceAll('/', '_').replaceAll('*', 'x')
const padding = (make: string): string => `{{ partial "pad/${padName(make)}.html" . }}`

function config({ sheets }: PeerSite): object {
  const formats = (section: string) => [
    'HTML',
    ...sheets.flatMap((sheet, index) => (sheet.section === section ? `sheet${index}` : [])),
    ...(section === 'brands' ? ['record'] : []),
  ]
  return {
    baseURL: 'http://localhost:4321/',
    title: '一方匠人',
    languageCode: 'zh-CN',
    hasCJKLanguage: true,
    disableKinds: ['taxonomy', 'term', 'section'],
    enableRobotsTXT: true,
    markup: { goldmark: { renderer: { unsafe: true } } },
    outputFormats: {
      ...Object.fromEntries(
        sheets.map((_, index) => [
          `sheet${index}`,
          {
            mediaType: 'text/html',
            path: `sheets/${index}`,
            baseName: 'index',
            isHTML: true,
            permalinkable: false,
            notAlternative: true,
          },
        ]),
      ),
      record: { mediaType: 'application/json', path: 'compare', baseName: 'index', isPlainText: true },
      catalogue: { mediaType: 'application/json', baseName: 'catalogue', isPlainText: true },
    },
    outputs: { home: ['HTML', 'RSS', 'catalogue'] },
    services: { rss: { limit: 50 } },
    cascade: Object.keys(SECTIONS).map((section) => ({
      _target: { path: `/${section}/**`, kind: 'page' },
      outputs: formats(section),
      pad: padName(`/${section}/*/`),
    })),
  }
}

const NAVIGATION = Object.entries(SECTIONS)
  .map(([section, name]) => `<a class="link" href="/${section}/">${name}</a>`)
  .join(' ')

const LAYOUTS: Readonly<Record<string, string>> = {
  'partials/head.html': `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{{ .Title }} - 一方匠人</title><link rel="canonical" href="{{ .Permalink }}"><meta name="description" content="{{ .Params.lead }}"><meta property="og:title" content="{{ .Title }}"><meta property="og:url" content="{{ .Permalink }}"><meta property="og:type" content="website"><meta property="og:description" content="{{ .Params.lead }}"><link rel="alternate" type="application/rss+xml" href="/index.xml"></head><body class="page"><header class="site"><nav class="wrap" aria-label="主导航"><a class="link" href="/">首页</a> ${NAVIGATION}</nav></header><main class="wrap">`,
  'partials/foot.html': `</main><footer class="site"><p>每个数字都写明出处。</p></footer>{{ partial (printf "pad/%s.html" .Params.pad) . }}</body></html>
`,
  'partials/byid.html': `{{ $s := newScratch }}{{ range where site.RegularPages "Params.ident" "!=" nil }}{{ $s.SetInMap "all" .Params.ident . }}{{ end }}{{ return ($s.Get "all") }}`,
  'partials/about.html': `{{ $s := newScratch }}{{ $s.Set "all" dict }}{{ range where site.RegularPages "Section" "in" (slice "figures" "stories") }}{{ $page := . }}{{ $brands := .Params.entry.brands | default (slice .Params.entry.brand) }}{{ range $brands }}{{ $known := index ($s.Get "all") . | default slice }}{{ $s.SetInMap "all" . ($known | append $page) }}{{ end }}{{ end }}{{ return ($s.Get "all") }}`,
  'partials/cards.html': `<ul class="list">{{ range . }}<li class="card"><h3 class="name"><a class="link" href="{{ .RelPermalink }}">{{ .Title }}</a></h3><p class="caption">{{ .Params.lead }}</p></li>{{ end }}</ul>`,
  'partials/claims.html': `<section class="section" id="claims"><h2>数据</h2><table class="claims"><tbody>{{ range . }}{{ $source := index site.Data.sources .source }}<tr class="claim" data-claim="actual" data-source="{{ .source }}"><th scope="row">{{ .label | default .topic }}</th><td>{{ with .value }}<strong>{{ . }}</strong>{{ end }}{{ .unit }}</td><td>{{ .text }}</td><td>{{ .basis }} {{ .asof }}</td><td><a class="link" href="/sources/{{ .source }}/">{{ $source.title }}</a>，{{ $source.publisher }}，{{ $source.date }}，{{ .locator }}</td></tr>{{ end }}</tbody></table></section>`,
  '_default/single.html': `{{ partial "head.html" . }}{{ $entry := .Params.entry }}<nav class="crumbs"><a class="link" href="/">首页</a> › <a class="link" href="/{{ .Section }}/">{{ .Section }}</a> › {{ .Title }}</nav><h1>{{ .Title }}</h1><p class="lead">{{ .Params.lead }}</p><script type="application/ld+json">{{ dict "@context" "https://schema.org" "@type" "Thing" "name" .Title "url" .Permalink "description" .Params.lead | jsonify | safeJS }}</script><dl class="record">{{ with $entry.region }}{{ $region := index site.Data.regions . }}<div><dt>地区</dt><dd><a class="link" href="/regions/{{ . }}/">{{ $region.name }}</a></dd></div>{{ end }}{{ range $entry.trades }}{{ $trade := index site.Data.trades .trade }}<div><dt>工种</dt><dd><a class="link" href="/trades/{{ .trade }}/">{{ $trade.name }}</a></dd></div>{{ end }}{{ with $entry.steward }}<div><dt>责任单位</dt><dd>{{ .name }}</dd></div>{{ end }}</dl><article class="body">{{ .Content }}</article>{{ partial "claims.html" $entry.claims }}{{ with $entry.timeline }}<section class="section"><h2>发展历程</h2><ol class="timeline">{{ range . }}<li><time>{{ .date }}</time> {{ .text }}</li>{{ end }}</ol></section>{{ end }}{{ with $entry.process }}<section class="section"><h2>工序</h2><ol class="steps">{{ range . }}<li><strong>{{ .name }}</strong> {{ .text }}</li>{{ end }}</ol></section>{{ end }}{{ $byId := partialCached "byid.html" "all" }}{{ $about := partialCached "about.html" "all" }}{{ with index $about .Params.ident }}<section class="section"><h2>人物与故事</h2>{{ partial "cards.html" . }}</section>{{ end }}{{ $own := $entry.brands | default (slice $entry.brand) }}{{ $brands := slice }}{{ range $own }}{{ if . }}{{ with index $byId . }}{{ $brands = $brands | append . }}{{ end }}{{ end }}{{ end }}{{ with $brands }}<section class="section"><h2>品牌</h2>{{ partial "cards.html" . }}</section>{{ end }}<section class="section" id="sources"><h2>来源</h2><ol class="notes">{{ $ids := slice }}{{ range $entry.claims }}{{ $ids = $ids | append .source }}{{ end }}{{ range uniq $ids }}{{ $source := index site.Data.sources . }}<li><a class="link" href="/sources/{{ . }}/">{{ $source.title }}</a>，{{ $source.publisher }}，{{ $source.date }}</li>{{ end }}</ol></section><nav class="pager">{{ with .NextInSection }}<a class="link" rel="prev" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ with .PrevInSection }}<a class="link" rel="next" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>{{ partial "foot.html" . }}`,
  '_default/members.html': `{{ partial "head.html" . }}<h1>{{ .Title }}</h1>{{ $byId := partialCached "byid.html" "all" }}<ul class="list">{{ range .Params.members }}{{ with index $byId . }}<li class="card"><h3 class="name"><a class="link" href="{{ .RelPermalink }}">{{ .Title }}</a></h3><p class="caption">{{ .Params.lead }}</p></li>{{ end }}{{ end }}</ul>{{ partial "foot.html" . }}`,
  'index.html': `{{ partial "head.html" . }}<h1>{{ .Title }}</h1>{{ $byId := partialCached "byid.html" "all" }}<ul class="list">{{ range .Params.members }}{{ with index $byId . }}<li class="card"><h3 class="name"><a class="link" href="{{ .RelPermalink }}">{{ .Title }}</a></h3><p class="caption">{{ .Params.lead }}</p></li>{{ end }}{{ end }}</ul>{{ partial "foot.html" . }}`,
  'index.catalogue.json': `[{{ range $index, $page := where site.RegularPages "Section" "brands" }}{{ if $index }},{{ end }}{{ dict "id" .Params.ident "name" .Title "summary" .Params.lead "region" .Params.entry.region | jsonify }}{{ end }}]`,
  '_default/single.record.json': `{{ dict "id" .Params.ident "name" .Title "line" .Params.lead "region" .Params.entry.region "trades" .Params.entry.trades "claims" .Params.entry.claims | jsonify }}`,
}

const SHEET = `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>{{ .Title }}</title><meta name="description" content="{{ .Params.lead }}"><meta name="robots" content="noindex"></head><body><main><article><h1><a href="{{ .Permalink }}">{{ .Title }}</a></h1><p>{{ .Params.lead }}</p>{{ range first 1 .Params.entry.claims }}<p>{{ .text }}</p>{{ end }}</article></main>PAD</body></html>
`
