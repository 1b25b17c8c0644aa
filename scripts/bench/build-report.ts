import type { Part } from '../../src/without.ts'
import type { Size } from './equal.ts'
import { PART_NAMES, PARTS } from './ours.ts'
import { ratiosOf, type Spread, spreadOf } from './statistics.ts'
import type { Usage } from './usage.ts'

/** What was built: everything anew, everything again, again after one story was edited. */
export type Scenario = 'cold' | 'warm' | 'edit'

/** One build, measured. */
export interface BuildRun extends Usage {
  entries: number
  scenario: Scenario | Part
  who: 'ours' | 'Hugo' | 'Eleventy'
  /** The part that was measured; its builds are compared with each other only. */
  part?: Part
}

/** Sites of one size, counted before anything was timed. */
export interface Prepared {
  entries: number
  sizes: Record<string, Size>
  versions: Record<string, string>
}

/** Everything the report is made of. */
export interface Measured {
  machine: string
  runs: readonly BuildRun[]
  prepared: readonly Prepared[]
}

/** A target; `met` is undefined where what it needs was not measured. */
export interface Target {
  met: boolean | undefined
  text: string
}

type Figure = 'user' | 'cpu' | 'wall' | 'peak'

const FIGURES: Readonly<Record<Figure, (run: BuildRun) => number>> = {
  user: ({ user }) => user,
  cpu: ({ user, system }) => user + system,
  wall: ({ wall }) => wall,
  peak: ({ peak }) => peak ?? Number.NaN,
}

/** Issue targets: against Hugo, against our own cold build, per entry. */
const GOALS = { hugoUser: 2.2, peak: 1.6e9, warmWall: 0.5, editWall: 0.55, flat: 0.2 } as const
const LARGEST = 10_000
const MIDDLE = 1_000
const SMALLEST = 100

/** Values of runs of one kind, in the order in which they were made. */
function values(
  { runs }: Measured,
  entries: number,
  scenario: BuildRun['scenario'],
  who: BuildRun['who'],
  figure: Figure,
  part?: Part,
): number[] {
  return runs
    .filter((run) => run.entries === entries && run.scenario === scenario && run.who === who && run.part === part)
    .map(FIGURES[figure])
    .filter((value) => !Number.isNaN(value))
}

const spread = (list: readonly number[]): Spread | undefined => (list.length > 0 ? spreadOf(list) : undefined)

/** What the targets of the project say about what was measured. */
export function targetsOf(measured: Measured): Target[] {
  const ours = (scenario: Scenario, figure: Figure, entries = LARGEST) =>
    values(measured, entries, scenario, 'ours', figure)
  const hugo = spread(ratiosOf(ours('cold', 'user'), values(measured, LARGEST, 'cold', 'Hugo', 'user')))
  const peak = spread(ours('cold', 'peak'))
  const warm = spread(ratiosOf(ours('warm', 'wall'), ours('cold', 'wall')))
  const edited = spread(ratiosOf(ours('edit', 'wall'), ours('cold', 'wall')))
  const [perMiddle, perLargest] = [marginal(measured, SMALLEST, MIDDLE), marginal(measured, MIDDLE, LARGEST)]
  const growth = perMiddle && perLargest ? perLargest / perMiddle : undefined
  const target = (value: number | undefined, limit: number, text: string): Target => ({
    met: value === undefined ? undefined : value <= limit,
    text,
  })
  return [
    target(
      hugo?.median,
      GOALS.hugoUser,
      `cold, ${count(LARGEST)} entries: at most ${GOALS.hugoUser} × Hugo's user time; ${shown(hugo, times)}`,
    ),
    target(
      peak?.median,
      GOALS.peak,
      `cold, ${count(LARGEST)} entries: at most ${gigabytes(GOALS.peak)} of memory; ${shown(peak, gigabytes)}`,
    ),
    target(
      warm?.median,
      GOALS.warmWall,
      `nothing changed, ${count(LARGEST)} entries: at most ${GOALS.warmWall} of the cold build's time; ${shown(warm, times)}`,
    ),
    target(
      edited?.median,
      GOALS.editWall,
      `one story edited, ${count(LARGEST)} entries: at most ${GOALS.editWall} of the cold build's time; ${shown(edited, times)}`,
    ),
    target(
      growth === undefined ? undefined : Math.abs(growth - 1),
      GOALS.flat,
      `cold, processor time per further entry from ${count(MIDDLE)} to ${count(LARGEST)} within ${GOALS.flat * 100} % of that from ${count(SMALLEST)} to ${count(MIDDLE)}; ${growth === undefined ? 'not measured' : `${growth.toFixed(2)} ×`}`,
    ),
  ]
}

/** Seconds of processor that each further entry costs, between two sizes. */
function marginal(measured: Measured, from: number, to: number): number | undefined {
  const [less, more] = [from, to].map((entries) => spread(values(measured, entries, 'cold', 'ours', 'cpu'))?.median)
  return less !== undefined && more !== undefined ? (more - less) / (to - from) : undefined
}

/** The report as Markdown. */
export function report(measured: Measured): string {
  const { machine, prepared } = measured
  const sizes = sizesOf(measured)
  return `# Building: cost beside Hugo and Eleventy

Written by \`npm run bench -- build\`. ${machine}${versionsOf(prepared)}.
${loadOf(measured)}

Every size is an invented catalogue (\`scripts/bench/corpus.ts\`: the same every time; 80 % brands, 10 % people, 10 % stories,
texts as long as real ones, 5 to 9 sourced figures a brand) over the real tables of regions and trades. Hugo and Eleventy
get the same front matter and text, and the pages that our build was seen to make, with the same links on them, and so many
bytes of padding for each kind of page that all pages are as large as ours. Not theirs to do: our check of every manuscript,
source links inside the text (theirs is HTML already), names turned into links, display fonts, styles reduced per kind of
page, tiles, open data, calendars. So the ratio is what our site costs, not what Astro costs. Eleventy keeps nothing
between builds and may fill 14 GB of heap; Hugo is always built anew. Posters, cards and the full-text index are left out; \`bench-parts.md\` has them.

Builds are whole processes with their children: ${'`npm run build`'} step by step. One of ours, then one of theirs, in turn; a
ratio is taken inside each pair. Figures are medians; in brackets the least and most of the single ones.

## Targets

${targetsOf(measured)
  .map(({ met, text }) => `- ${met === undefined ? 'not measured' : met ? 'met' : '**missed**'}: ${text}`)
  .join('\n')}

## Equal work, counted before timing

${countedTable(prepared)}

## Against Hugo and Eleventy

${versusTable(measured, sizes)}

## Against our own cold build

${againTable(measured, sizes)}

## How cost grows

${growthTable(measured, sizes)}
`
}

/** What the parts cost that the other builds leave out, as Markdown. */
export function partsReport(measured: Measured): string {
  const sizes = sizesOf(measured)
  return `# Posters, cards and the full-text index: cost on top of a build

Written by \`npm run bench -- build --rows ${PART_NAMES.join(',')}\`. ${measured.machine}.
${loadOf(measured)}

Cold builds with one of the parts, and with none of them, in turn; what is told is the difference of a pair, median first. Catalogue and
way of measuring are those of \`bench-build.md\`. Posters, press kits and cards are kept by what is on them: a later build draws
only those that changed.

${partsTable(measured, sizes)}
`
}

const sizesOf = ({ runs }: Measured): number[] => [...new Set(runs.map(({ entries }) => entries))].sort((a, b) => a - b)

function loadOf({ runs }: Measured): string {
  const loads = spread(runs.map(({ load }) => load))
  const told = loads
    ? `${loads.median.toFixed(1)}, from ${loads.least.toFixed(1)} to ${loads.most.toFixed(1)}`
    : 'not measured'
  return `Load when the builds began (processes that wanted to run; two cores): ${told}. Where it is
above 1, times on the clock are too long and memory is right; compare user time, which depends least on others.`
}

const versionsOf = (prepared: readonly Prepared[]): string => {
  const versions = Object.assign({}, ...prepared.map(({ versions }) => versions)) as Record<string, string>
  return Object.entries(versions)
    .map(([name, version]) => `, ${name} ${version}`)
    .join('')
}

function countedTable(prepared: readonly Prepared[]): string {
  const rows = prepared
    .toSorted((a, b) => a.entries - b.entries)
    .flatMap(({ entries, sizes }) =>
      Object.entries(sizes).map(([who, { pages, bytes }]) => [
        count(entries),
        who,
        count(pages),
        count(Math.round(bytes / pages)),
      ]),
    )
  return table(['entries', 'site', 'pages', 'bytes a page'], rows)
}

function versusTable(measured: Measured, sizes: readonly number[]): string {
  const rows = sizes.flatMap((entries) =>
    (['cold', 'warm', 'edit'] as const).flatMap((scenario) =>
      (['Hugo', 'Eleventy'] as const).flatMap((who) => {
        // Eleventy runs with our cold builds only.
        const pair = (figure: Figure) =>
          [
            values(measured, entries, scenario, 'ours', figure),
            values(measured, entries, scenario, who, figure),
          ] as const
        const [ours, theirs] = pair('user')
        if (ours.length === 0 || theirs.length === 0) return []
        const ratio = (figure: Figure) => shown(spread(ratiosOf(...pair(figure))), times)
        return [
          [
            count(entries),
            `${SCENARIO_NAMES[scenario]}, against ${who}`,
            String(Math.min(ours.length, theirs.length)),
            shown(spread(ours), seconds),
            shown(spread(theirs), seconds),
            `**${ratio('user')}**`,
            ratio('cpu'),
            ratio('wall'),
            shown(spread(pair('peak')[0]), megabytes, false),
            ratio('peak'),
          ],
        ]
      }),
    ),
  )
  return table(
    [
      'entries',
      'build',
      'pairs',
      'our user s',
      'their user s',
      'ratio user',
      'ratio CPU',
      'ratio wall',
      'our peak MB',
      'ratio peak',
    ],
    rows,
  )
}

const SCENARIO_NAMES = { cold: 'cold', warm: 'nothing changed', edit: 'one story edited' } as const

function againTable(measured: Measured, sizes: readonly number[]): string {
  const rows = sizes.flatMap((entries) =>
    (['warm', 'edit'] as const).flatMap((scenario) => {
      const pair = (figure: Figure) =>
        [
          values(measured, entries, scenario, 'ours', figure),
          values(measured, entries, 'cold', 'ours', figure),
        ] as const
      const [again, cold] = pair('wall')
      if (again.length === 0 || cold.length === 0) return []
      const ratio = (figure: Figure) => shown(spread(ratiosOf(...pair(figure))), times)
      return [
        [
          count(entries),
          SCENARIO_NAMES[scenario],
          shown(spread(again), seconds),
          shown(spread(cold), seconds),
          `**${ratio('wall')}**`,
          ratio('user'),
          ratio('cpu'),
        ],
      ]
    }),
  )
  return table(['entries', 'build', 'wall s', 'cold wall s', 'ratio wall', 'ratio user', 'ratio CPU'], rows)
}

function growthTable(measured: Measured, sizes: readonly number[]): string {
  const rows = sizes.flatMap((entries, index) => {
    const cpu = spread(values(measured, entries, 'cold', 'ours', 'cpu'))
    if (!cpu) return []
    const smaller = sizes[index - 1]
    const each = smaller === undefined ? undefined : marginal(measured, smaller, entries)
    return [
      [
        count(entries),
        seconds(cpu.median),
        ((cpu.median / entries) * 1000).toFixed(1),
        each === undefined ? '' : (each * 1000).toFixed(1),
        shown(spread(values(measured, entries, 'cold', 'ours', 'peak')), megabytes, false),
      ],
    ]
  })
  return table(['entries', 'cold CPU s', 'ms an entry', 'ms each further entry', 'peak MB'], rows)
}

function partsTable(measured: Measured, sizes: readonly number[]): string {
  const rows = sizes.flatMap((entries) =>
    PART_NAMES.flatMap((part) => {
      const pair = (figure: Figure) =>
        [
          values(measured, entries, part, 'ours', figure, part),
          values(measured, entries, 'cold', 'ours', figure, part),
        ] as const
      const [having, without] = pair('cpu')
      if (having.length === 0 || without.length === 0) return []
      const extra = having.slice(0, without.length).map((value, index) => value - (without[index] as number))
      return [
        [
          count(entries),
          PARTS[part],
          String(extra.length),
          shown(spread(extra), seconds),
          ((spreadOf(extra).median / entries) * 1000).toFixed(0),
          shown(spread(pair('peak')[0]), megabytes, false),
        ],
      ]
    }),
  )
  return table(['entries', 'part', 'pairs', 'CPU s on top of a cold build', 'ms an entry', 'peak MB'], rows)
}

function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
  if (rows.length === 0) return 'Not measured.'
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

const count = (number: number): string => number.toLocaleString('en')
const times = (value: number): string => value.toFixed(2)
const seconds = (value: number): string => value.toFixed(value < 10 ? 2 : 1)
const megabytes = (value: number): string => (value / 1e6).toFixed(0)
const gigabytes = (value: number): string => `${(value / 1e9).toFixed(2)} GB`

function shown(value: Spread | undefined, format: (value: number) => string, range = true): string {
  if (!value) return 'not measured'
  const { median, least, most, count } = value
  return range && count > 1 ? `${format(median)} (${format(least)}–${format(most)})` : format(median)
}
