import type { EngineName } from './ground.ts'
import { percentile, type Quality } from './judging.ts'
import type { PageMeasures } from './measure.ts'

/** What one engine did over one catalogue; sizes in bytes, times in milliseconds. */
export interface Row {
  engine: EngineName
  quality: Quality
  /** How many queries it had time to answer. */
  judged: number
  /** What travels until the first answer, cards included; undefined where that took too long. */
  wire: { p50: number; max: number } | undefined
  first: number | undefined
  warm: { p50: number; p95: number }
}

/** A target, with what was measured. */
export interface Target {
  met: boolean
  text: string
}

/** Everything the report says. */
export interface Figures {
  machine: string
  /** Processes per core that wanted to run when it began; above 1 all times are too long. */
  load: number
  /** Number of brands that are published. */
  today: number
  page: PageMeasures
  tables: ReadonlyArray<{ size: number; queries: number; rows: readonly Row[] }>
  targets: readonly Target[]
}

/** How each engine was set up. */
const SETUP: Readonly<Record<EngineName, [name: string, setup: string]>> = {
  finder: ['our finder', 'as on the search page; fetches words, sounds and cues when a query asks for them'],
  pagefind: ['Pagefind 1.6 alone', 'one page per brand, forced zh-CN, default ranking, fields as weights, no worker'],
  minisearch: ['MiniSearch', 'pairs of characters, OR, boosts, prefixes from 3 letters, fuzzy 0.2 from 5 letters'],
  flexsearch: ['FlexSearch', 'pairs of characters, forward tokenizer, suggestions on, fields in order (no weights)'],
  orama: ['Orama', 'pairs of characters, boosts, any token, tolerance 0 as by default'],
  fuse: ['Fuse.js', 'token search over pairs of characters, weights, threshold 0.3, location ignored'],
}

/** The report as Markdown. */
export function report({ machine, load, today, page, tables, targets }: Figures): string {
  return `# Search: quality and cost

Written by \`npm run bench -- search\`. ${machine}.
Highest load at the start of a part: ${load.toFixed(1)} per core${load > 1 ? ': **the machine had other work, so all times are too long**' : ''}.

A browser opens fresh pages, its processor slowed down four times. Sizes are what travels (text in brotli, 1 KB = 1,000
bytes); localhost serves, so the network hardly counts. Queries: \`scripts/e2e/queries.json\`, judged by hand for the real
brands. 15 brands are the first real ones, asked only what they can answer and what nobody can; 250 and 2,500 are all
${today} real ones and invented brands, trades and counties that no query asks for (\`scripts/bench/catalogue.ts\`), with as
many words each as real ones have. The finder was developed with these queries in sight, the others were not tuned on them.

- **recall**: relevant brands among the first ten; **MRR**: 1 / place of the first; **none**: share of the queries
  without an answer that got none.
- **on the wire**: engine, index and cards of the results until the first answer; median and most of nine first queries (a
  trade, everyday words, pinyin, a slip, traditional characters, a thing, a question).
- **first answer**: from asking for code and index until the answer is there; median of nine fresh pages.
- **warm**: one query, median of three, over the queries there is time for.

## Targets

${targets.map(({ met, text }) => `- ${met ? 'met' : '**missed**'}: ${text}`).join('\n')}

## The search page, ${today} brands

Typed into a field that got focus two seconds before, from the last key to the first result: p50
${ms(percentile(page.afterFocus, 0.5))}, most ${ms(Math.max(...page.afterFocus))} of ${page.afterFocus.length} first questions.
A question that stands there already when the field gets focus, so with loading and everything made from nothing: p50
${ms(percentile(page.fromFocus, 0.5))}, most ${ms(Math.max(...page.fromFocus))}; without loading p50 ${ms(percentile(page.fromArrival, 0.5))}, most ${ms(Math.max(...page.fromArrival))}.
On the wire from focus on p50 ${kb(percentile(page.wire, 0.5))}, most ${kb(Math.max(...page.wire))} (a query that plain words do
not explain), of it script ${kb(page.code)}.

${tables.map(tableOf).join('\n\n')}

## How the others were set up

All are given the same text per brand: name, aliases, products, skills, search words, names and aliases and cues of its
trades and their families, names of its region and of those above, and pinyin and initials as a field of their own. Text is
made simplified with our table. They get these as documents in one file and index them on arrival. Weights: name 8, words 5,
trades 4, letters 3, terms 2, region 2, cues 1.

${Object.values(SETUP)
  .map(([name, setup]) => `- ${name}: ${setup}`)
  .join('\n')}
`
}

function tableOf({ size, queries, rows }: Figures['tables'][number]): string {
  const lines = rows.map(({ engine, quality, judged, wire, first, warm }) => {
    const [name] = SETUP[engine]
    return [
      judged < queries ? `${name} (${judged} queries)` : name,
      share(quality.recall),
      share(quality.mrr),
      share(quality.none),
      wire ? `${kb(wire.p50)} / ${kb(wire.max)}` : '',
      first === undefined ? 'over 5 s' : ms(first),
      `${ms(warm.p50)} / ${ms(warm.p95)}`,
    ]
  })
  return [
    `## ${size.toLocaleString('en')} brands, ${queries} queries`,
    '',
    '| engine | recall@10 | MRR | none | on the wire p50 / most | first answer p50 | warm p50 / p95 |',
    '|---|---|---|---|---|---|---|',
    ...lines.map((cells) => `| ${cells.join(' | ')} |`),
  ].join('\n')
}

/** Kept between runs as JSON, which writes null for what is no number. */
const share = (value: number | null): string =>
  value === null || Number.isNaN(value) ? 'not reached' : value.toFixed(3)
const kb = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`
const ms = (time: number): string => `${time < 10 ? time.toFixed(1) : time.toFixed(0)} ms`
