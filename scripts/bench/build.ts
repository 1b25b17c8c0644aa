import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Part } from '../../src/without.ts'
import {
  type BuildRun,
  type Measured,
  type Prepared,
  partsReport,
  report,
  type Scenario,
  targetsOf,
} from './build-report.ts'
import { type Corpus, corpusOf } from './corpus.ts'
import { contentFiles, realTables, writeFiles } from './corpus-files.ts'
import { type CountedPage, countPages, demandEqual, sizeOfAll } from './equal.ts'
import { buildCommand, buildEnvironment, codeDigest, copyProject, forget, PART_NAMES } from './ours.ts'
import { eleventy } from './peers/eleventy.ts'
import { hugo } from './peers/hugo.ts'
import { markdownFile, type Peer, paddingFor, peerSite } from './peers/peer.ts'
import { type Command, measureCommand, type Usage } from './usage.ts'

/**
 * `npm run bench -- build`: what building 100, 1,000 and 10,000 entries costs, beside Hugo and Eleventy
 * doing the same work.
 */

const ROOT = resolve('.cache/bench/build')
const REPORT = 'docs/bench-build.md'
const PARTS_REPORT = 'docs/bench-parts.md'
const PEERS: readonly Peer[] = [hugo, eleventy]
const SCENARIOS: readonly Scenario[] = ['cold', 'warm', 'edit']
/** Pairs that are run unless the command says otherwise: fewer where they take long. */
const PAIRS: Readonly<Record<number, number>> = { 100: 5, 1000: 5, 10000: 3 }
/** No single build may take longer, in milliseconds. */
const TIMEOUT = 20 * 60_000
const NOTHING: ReadonlySet<Part> = new Set()

const USAGE = `npm run bench -- build [options]
  --entries 100,1000   sizes; by default 100, 1,000 and 10,000
  --pairs 3            pairs of builds per row
  --rows cold,warm     rows: cold, warm, edit; ${PART_NAMES.join(', ')} measure those parts; by default cold, warm, edit
  --peers hugo         beside which generators: hugo, eleventy, none; by default those that are installed
  --fresh              forget earlier runs; otherwise runs of the same code add up
Figures go to ${REPORT}, those of parts to ${PARTS_REPORT}. Eleventy is found in .cache/bench/eleventy after
  npm install --prefix .cache/bench/eleventy --ignore-scripts @11ty/eleventy@3.1.5`

interface Options {
  sizes: number[]
  pairs: number | undefined
  scenarios: Scenario[]
  parts: Part[]
  peers: Peer[]
  fresh: boolean
}

/** @returns the targets that were missed */
export async function run(args: string[] = process.argv.slice(3)): Promise<string[]> {
  const options = optionsOf(args)
  if (!options) return []
  const store = openStore(options.fresh)
  for (const size of options.sizes) {
    const ground = await prepare(size, options.peers, store)
    const pairs = options.pairs ?? PAIRS[size] ?? 3
    for (const scenario of options.scenarios) {
      for (let pair = 0; pair < pairs; pair++) await timePair(ground, scenario, store)
    }
    for (const part of options.parts) {
      for (let pair = 0; pair < pairs; pair++) await timePart(ground, part, store)
    }
  }
  const measured = { ...store.read(), machine: machine() }
  const write = (file: string, text: string) => {
    console.log(text)
    mkdirSync('docs', { recursive: true })
    writeFileSync(file, text)
  }
  if (options.scenarios.length > 0) write(REPORT, report(measured))
  if (options.parts.length > 0) write(PARTS_REPORT, partsReport(measured))
  return targetsOf(measured)
    .filter(({ met }) => met === false)
    .map(({ text }) => text)
}

function optionsOf(args: string[]): Options | undefined {
  const { values } = parseArgs({
    args,
    options: {
      entries: { type: 'string' },
      pairs: { type: 'string' },
      rows: { type: 'string' },
      peers: { type: 'string' },
      fresh: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    console.log(USAGE)
    return undefined
  }
  const numbers = (text: string) =>
    text.split(',').map((part) => {
      const number = Number(part.replaceAll('_', ''))
      if (!Number.isInteger(number) || number < 1)
        throw new Error(`“${part}” is no number of entries or pairs\n${USAGE}`)
      return number
    })
  const rows = (values.rows ?? 'cold,warm,edit').split(',')
  const unknown = rows.find((row) => ![...SCENARIOS, ...PART_NAMES].includes(row as Scenario | Part))
  if (unknown) throw new Error(`There is no row “${unknown}”.\n${USAGE}`)
  return {
    sizes: numbers(values.entries ?? '100,1000,10000'),
    pairs: values.pairs ? numbers(values.pairs)[0] : undefined,
    scenarios: SCENARIOS.filter((row) => rows.includes(row)),
    parts: PART_NAMES.filter((row) => rows.includes(row)),
    peers: PEERS.filter(
      ({ name }) => values.peers === undefined || values.peers.split(',').includes(name.toLowerCase()),
    ),
    fresh: values.fresh,
  }
}

/** Runs of the same code, kept between commands so that long measurements can be done in pieces. */
interface Store {
  read(): Omit<Measured, 'machine'>
  /** Which code the runs are of. */
  code: string
  add(run: BuildRun): void
  prepared(value: Prepared): void
}

function openStore(fresh: boolean): Store {
  const file = join(ROOT, 'runs.json')
  const code = codeDigest()
  mkdirSync(ROOT, { recursive: true })
  const empty = { code, runs: [], prepared: [] }
  let kept: { code: string; runs: BuildRun[]; prepared: Prepared[] } = empty
  if (!fresh && existsSync(file)) {
    const found = JSON.parse(readFileSync(file, 'utf8')) as typeof kept
    if (found.code === code) kept = found
    else console.error('The code has changed: earlier runs are forgotten.')
  }
  const save = () => writeFileSync(file, JSON.stringify(kept, null, 1))
  save()
  return {
    code,
    read: () => kept,
    add(run) {
      kept.runs.push(run)
      save()
    },
    prepared(value) {
      kept.prepared = [...kept.prepared.filter(({ entries }) => entries !== value.entries), value]
      save()
    },
  }
}

/** Everything that is built at one size. */
interface Ground {
  entries: number
  corpus: Corpus
  folder: string
  content: string
  ours: string
  peers: Array<{ peer: Peer; shell: string; folder: string }>
}

/**
 * Writes the catalogue for everybody, and makes sure that all do equal work.
 * @throws UnequalWork
 */
async function prepare(entries: number, wanted: readonly Peer[], store: Store): Promise<Ground> {
  const folder = join(ROOT, String(entries))
  const tables = realTables('content')
  const corpus = corpusOf(entries, tables)
  const ids = new Set(corpus.entries.map(({ id }) => id))
  const installed = wanted.flatMap((peer) => {
    const found = peer.find()
    if (!found) console.error(`${peer.name} is not installed: its rows are left out.`)
    return found ? [{ peer, ...found, folder: join(folder, peer.name.toLowerCase()) }] : []
  })
  const ground = {
    entries,
    corpus,
    folder,
    content: join(folder, 'content'),
    ours: join(folder, 'ours'),
    peers: installed,
  }
  copyProject(ground.ours)
  const known = store.read().prepared.find((other) => other.entries === entries)
  const isReady =
    known &&
    existsSync(finished(ground)) &&
    installed.every(({ peer, folder }) => known.sizes[peer.name] && existsSync(folder))
  if (isReady) return ground
  rmSync(ground.content, { recursive: true, force: true })
  writeFiles(ground.content, contentFiles(corpus, 'content'))
  say(`${entries} entries: first build`)
  clear(ground)
  const { wall } = await build(ground, NOTHING)
  const pages = countPages(join(ground.ours, 'dist'), ids)
  const size = sizeOfAll(pages)
  say(`${entries} entries: ${size.pages} pages, ${(size.bytes / 1e6).toFixed(0)} MB of HTML, ${wall.toFixed(0)} s`)
  const sizes: Prepared['sizes'] = { ours: size }
  const versions: Record<string, string> = {}
  for (const place of installed) {
    sizes[place.peer.name] = await preparePeer(place, peerSite(corpus, tables, pages), pages, ids)
    versions[place.peer.name] = place.version
    demandEqual(size, sizes[place.peer.name] as typeof size, place.peer.name)
  }
  store.prepared({ entries, sizes, versions })
  return ground
}

async function preparePeer(
  place: Ground['peers'][number],
  site: ReturnType<typeof peerSite>,
  ours: readonly CountedPage[],
  ids: ReadonlySet<string>,
): Promise<Prepared['sizes']['ours']> {
  const { peer, folder } = place
  const make = async (padding: ReadonlyMap<string, number>) => {
    rmSync(folder, { recursive: true, force: true })
    writeFiles(folder, peer.files({ ...site, padding }))
    await measureCommand(peerCommand(place))
    return countPages(join(folder, peer.output), ids)
  }
  say(`${peer.name}: first build`)
  const none = new Map(ours.map(({ make }) => [make, 0]))
  const bare = await make(none)
  say(`${peer.name}: build with pages as large as ours`)
  return sizeOfAll(await make(paddingFor(site, ours, bare)))
}

const ourCommand = ({ ours, content, folder }: Ground, parts: ReadonlySet<Part>): Command => ({
  shell: buildCommand(),
  cwd: ours,
  env: buildEnvironment(ours, content, parts),
  timeout: TIMEOUT,
  log: join(folder, 'ours.log'),
})

const peerCommand = ({ shell, folder }: Ground['peers'][number]): Command => ({
  shell,
  cwd: folder,
  timeout: TIMEOUT,
  log: `${folder}.log`,
})

/** One build of ours, and right after it one of each peer. */
async function timePair(ground: Ground, scenario: Scenario, store: Store): Promise<void> {
  const { entries, peers } = ground
  if (scenario === 'cold') clear(ground)
  else if (!existsSync(finished(ground))) await build(ground, NOTHING)
  if (scenario === 'edit') edit(ground, store.read().runs.length)
  const record = (who: BuildRun['who'], usage: Usage) => {
    store.add({ entries, scenario, who, ...usage })
    tell(entries, `${scenario}, ${who}`, usage)
  }
  record('ours', await build(ground, NOTHING))
  for (const place of peers) {
    // Eleventy keeps nothing between builds: one row says it all.
    if (place.peer.name === 'Eleventy' && scenario !== 'cold') continue
    rmSync(join(place.folder, place.peer.output), { recursive: true, force: true })
    record(place.peer.name, await measureCommand(peerCommand(place)))
  }
}

/** Is there while the copy holds a finished build, without parts, of the content as it stands. */
const finished = ({ folder }: Ground): string => join(folder, 'finished')

function clear(ground: Ground): void {
  rmSync(finished(ground), { force: true })
  forget(ground.ours)
}

async function build(ground: Ground, parts: ReadonlySet<Part>): Promise<Usage> {
  rmSync(finished(ground), { force: true })
  const usage = await measureCommand(ourCommand(ground, parts))
  if (parts.size === 0) writeFileSync(finished(ground), '')
  return usage
}

/** Adds a sentence to one story, another one each time, for everybody. */
function edit({ corpus, content, peers }: Ground, count: number): void {
  const stories = corpus.entries.filter(({ section }) => section === 'stories')
  const story = stories[count % stories.length] as Corpus['entries'][number]
  story.body += `\n\n这一段是第${count + 1}次补写的，说的还是那门手艺。`
  writeFiles(
    content,
    [...contentFiles({ entries: [story], sources: [] }, 'content')].filter(([path]) => path.endsWith('.mdx')),
  )
  for (const { folder, peer } of peers) {
    const input = peer.name === 'Hugo' ? 'content' : 'input'
    writeFiles(folder, [[join(input, 'stories', `${story.id}.md`), markdownFile(story)]])
  }
}

/** A cold build without the part, and right after it one with it. */
async function timePart(ground: Ground, part: Part, store: Store): Promise<void> {
  const { entries } = ground
  for (const [scenario, parts] of [
    ['cold', NOTHING],
    [part, new Set([part])],
  ] as const) {
    clear(ground)
    const usage = await build(ground, parts)
    store.add({ entries, scenario, who: 'ours', part, ...usage })
    tell(entries, scenario === 'cold' ? `without ${part}` : `with ${part}`, usage)
  }
}

const say = (text: string) => console.error(text)

const tell = (entries: number, what: string, { user, wall, peak, load }: Usage) =>
  say(
    `${entries} entries, ${what}: ${user.toFixed(1)} s of processor, ${wall.toFixed(1)} s on the clock, ${peak ? (peak / 1e6).toFixed(0) : '?'} MB, load ${load.toFixed(1)}`,
  )

const machine = (): string =>
  `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`
