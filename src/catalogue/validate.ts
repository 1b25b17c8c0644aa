import type { DataPath } from '../manuscript/front-matter.ts'
import { brokenFiles, type Position, type Problem } from '../manuscript/problem.ts'
import { type Body, claimNameOf } from '../manuscript/render.ts'
import { maskProblem } from '../manuscript/scan.ts'
import type { Measured } from '../photos/photo.ts'
import type { Claim } from '../schemas/claim.ts'
import { nearest } from '../schemas/explain.ts'
import { type Data, KINDS, type Kind } from '../schemas/index.ts'
import { type Reference, referencesIn } from '../schemas/references.ts'
import { readHash, readLink } from '../urls/paths.ts'
import { pageAddresses } from './addresses.ts'
import { amountProblems } from './amounts.ts'
import { backdatedProblems, type History } from './backdated.ts'
import { claimedWordProblems } from './claimed-words.ts'
import { englishProblems } from './english.ts'
import { futureProblems } from './future.ts'
import { hardshipProblems } from './hardship.ts'
import { checkLedger, readLedger } from './ledger.ts'
import { peopleProblems } from './people.ts'
import { checkFormerIds, checkTiming, publicAt, renamed, WHENEVER } from './publication.ts'
import type { Content, RawFile } from './read.ts'
import { type Loose, locateIn, type Reading } from './reading.ts'
import { Readings } from './readings.ts'
import { checkRedirects, readRedirects, resolveRedirects, withCompanions } from './redirects.ts'
import { targetProblems } from './targets.ts'
import { treeProblems } from './trees.ts'
import { emptyStories, loneAccounts, uncitedStories, unusedFigures } from './unfinished.ts'

/** An entry whose data fits its schema. Tables have no bodies. */
export interface ValidEntry<K extends Kind = Kind> {
  kind: K
  id: string
  data: Data<K>
  body?: Body
  /** Measured pictures by the name the body uses; the loader adds them. */
  photos?: Record<string, Measured>
}

/** What a validation found: the entries that fit their schemas, and everything that is wrong. */
export interface Validation {
  entries: ValidEntry[]
  problems: Problem[]
}

/** An entry with the means to point into its file. */
export interface Located {
  entry: ValidEntry
  file: string
  locate(path: DataPath): Position
}

/** What lies outside the content: the same content is the same site, whenever and wherever it is built. */
export interface Surroundings {
  /** The last day that can have come, for what has happened by then. */
  latest?: string | undefined
  history?: History | undefined
}

/** An entry on its way through validation. */
interface Draft extends Located {
  /** Files that lie beside it. */
  beside: readonly string[]
}

/**
 * Checks everything that was read: syntax, schemas, ids, references between entries, claims and
 * links. All problems are reported at once; entries that break their schema are left out.
 * @param readings what is known of files that were read before; by default nothing is
 * @param surroundings what a check may ask and a build may not
 */
export function validate(
  content: Content | readonly RawFile[],
  readings: Pick<Readings, 'of'> = new Readings(),
  { latest, history }: Surroundings = {},
): Validation {
  const files = 'files' in content ? content.files : content
  const problems: Problem[] = 'files' in content ? [...content.problems] : []
  const unsound: string[] = []
  const loose: Array<Loose & { file: RawFile }> = []
  const drafts = files.flatMap((file) => {
    const reading = readings.of(file)
    problems.push(...reading.problems)
    loose.push(...reading.loose.map((each) => ({ ...each, file })))
    unsound.push(...reading.unsound.map((id) => `${file.kind}/${id}`))
    return draftsOf(file, reading)
  })
  const index = new EntryIndex(files, drafts, unsound, problems)
  for (const draft of drafts) checkLinks(draft, index, problems)
  // Told with the mistakes that these entries have of their own, not after them.
  for (const { references, file, ...row } of loose)
    problems.push(...missingEntries(references, file.file, locateIn(file, row), index))
  problems.push(
    ...treeProblems(drafts),
    ...peopleProblems(drafts),
    ...checkTiming(drafts),
    ...checkFormerIds(drafts),
    ...englishProblems(drafts),
    ...targetProblems(drafts),
    ...emptyStories(drafts, problems),
    ...uncitedStories(drafts, problems),
    ...unusedFigures(drafts, problems),
    ...claimedWordProblems(drafts, (id, claim) => index.claimsOf(id)?.get(claim)),
    ...amountProblems(drafts, (id, claim) => index.claimsOf(id)?.get(claim), problems),
    ...(latest ? futureProblems(drafts, latest) : []),
    ...(history ? backdatedProblems(drafts, history) : []),
  )
  // While entries are left out for their mistakes, nobody knows which accounts there are.
  if (!problems.some(({ level }) => level === 'error')) problems.push(...loneAccounts(drafts))
  if ('files' in content) problems.push(...addressProblems(content, drafts, problems))
  return {
    entries: drafts.map((draft) => draft.entry),
    problems: hardshipProblems(drafts, problems).map(maskProblem),
  }
}

function draftsOf(raw: RawFile, { rows }: Reading): Draft[] {
  return rows.map((row) => ({
    entry: { kind: raw.kind, id: row.id, data: row.data, ...(row.body && { body: row.body }) },
    file: raw.file,
    beside: raw.beside ?? [],
    locate: locateIn(raw, row),
  }))
}

/**
 * Redirects that cannot work, and published addresses that nothing answers any more. While there are other errors
 * only the redirects' own form is judged: an entry with a mistake is missing here, but it is not gone.
 */
function addressProblems(
  { ledger = '', redirects = '' }: Content,
  drafts: readonly Draft[],
  found: readonly Problem[],
): Problem[] {
  const { rows, problems } = readRedirects(redirects)
  if ([...problems, ...found].some(({ level }) => level === 'error')) return problems
  // Whatever the hour of the build: what waits for its time will be there.
  const entries = publicAt(
    drafts.map(({ entry }) => entry),
    WHENEVER,
  )
  const pages = new Set(pageAddresses(entries))
  const { moved, gone } = resolveRedirects(entries, withCompanions(rows, readLedger(ledger)))
  const answered = new Set([...pages, ...moved.map(({ from }) => from), ...gone])
  return [...checkRedirects(rows, entries, pages), ...checkLedger(ledger, answered)]
}

/** Knows which entries and claims exist. */
class EntryIndex {
  readonly ids = new Map<Kind, Set<string>>()
  readonly claims = new Map<string, ReadonlyMap<string, Claim>>()
  readonly anchors = new Map<string, Set<string>>()
  readonly renamed: Map<string, string>
  readonly #written = new Set<string>()
  /** Kinds whose table cannot be read as a whole: what it holds is not known, and nothing in it is missing. */
  readonly #unread: ReadonlySet<Kind>

  constructor(files: readonly RawFile[], drafts: readonly Draft[], unsound: readonly string[], problems: Problem[]) {
    this.renamed = renamed(drafts.map(({ entry }) => entry))
    // An entry with mistakes of its own exists; that is reported once, where it is.
    for (const { kind, id } of files) if (id) this.#written.add(`${kind}/${id}`)
    for (const key of unsound) this.#written.add(key)
    const read = new Set(drafts.map(({ file }) => file))
    const broken = brokenFiles(problems)
    this.#unread = new Set(
      files.flatMap(({ kind, id, file }) => (!id && broken.has(file) && !read.has(file) ? kind : [])),
    )
    for (const { entry, file, locate } of drafts) {
      const ids = this.ids.get(entry.kind) ?? new Set()
      this.ids.set(entry.kind, ids)
      if (ids.has(entry.id)) {
        problems.push({
          file,
          ...locate(['id']),
          rule: 'duplicate-id',
          level: 'error',
          message: `编号 ${entry.id} 用了两次`,
          fix: '给其中一条换个编号；如果是同一条，删掉一处',
        })
      }
      ids.add(entry.id)
      const key = `${entry.kind}/${entry.id}`
      if ('claims' in entry.data) {
        this.claims.set(key, new Map(entry.data.claims.map((claim) => [claim.id, claim])))
      }
      const anchors = new Set(entry.body?.anchors)
      if ('clauses' in entry.data) for (const clause of entry.data.clauses) anchors.add(clause.id)
      this.anchors.set(key, anchors)
    }
  }

  has(kind: Kind, id: string): boolean {
    return this.isSound(kind, id) || this.#written.has(`${kind}/${id}`) || this.#unread.has(kind)
  }

  /** Whether the entry fits its schema, so that its claims and headings are known. */
  isSound(kind: Kind, id: string): boolean {
    return this.ids.get(kind)?.has(id) ?? false
  }

  /** Whether some manuscript of this id has mistakes that keep its claims from being known. */
  isUnsound(id: string): boolean {
    return (Object.keys(KINDS) as Kind[]).some((kind) => this.#written.has(`${kind}/${id}`) && !this.isSound(kind, id))
  }

  /** An id that was probably meant. An event that differs by a number alone is that of another year. */
  near(kind: Kind, id: string): string | undefined {
    const unnumbered = (text: string) => text.replace(/\d+/g, '')
    const near = nearest(id, [...(this.ids.get(kind) ?? [])])
    return kind === 'event' && near && unnumbered(near) === unnumbered(id) ? undefined : near
  }

  /** The kind of the entry that is called so, if there is one. */
  kindOf(id: string): Kind | undefined {
    return (Object.keys(KINDS) as Kind[]).find((kind) => this.isSound(kind, id))
  }

  /** Claims of the entry called `id`, whatever its kind; a brand wins over others of the same id. */
  claimsOf(id: string): ReadonlyMap<string, Claim> | undefined {
    for (const kind of Object.keys(KINDS) as Kind[]) {
      const claims = this.claims.get(`${kind}/${id}`)
      if (claims) return claims
    }
    return undefined
  }
}

/** An entry that is named and not there. */
function missingEntry(file: string, at: Position, kind: Kind, id: string, index: EntryIndex): Problem {
  const now = index.renamed.get(`${kind}/${id}`)
  const near = index.near(kind, id)
  const { label } = KINDS[kind]
  const other = index.kindOf(id)
  const isOther = other && `${id} 是${KINDS[other].label}，不是${label}：写到写${KINDS[other].label}的那一栏去`
  return {
    file,
    ...at,
    rule: 'dangling-reference',
    level: 'error',
    message: `没有编号为「${id}」的${label}`,
    fix: now ? `改名了，写 ${now}` : isOther ? isOther : near ? `是不是 ${near}？` : `先建这个${label}，或把这一行删掉`,
  }
}

/** Those of the references of one entry that lead to nothing. */
const missingEntries = (
  references: readonly Reference[],
  file: string,
  locate: Located['locate'],
  index: EntryIndex,
): Problem[] =>
  references
    .filter(({ kind, id }) => !index.has(kind, id))
    .map(({ path, kind, id }) => missingEntry(file, locate(path), kind, id, index))

function checkLinks({ entry, file, beside, locate }: Draft, index: EntryIndex, problems: Problem[]): void {
  const report = (at: Position, rule: string, message: string, fix: string) => {
    problems.push({ file, ...at, rule, level: 'error', message, fix })
  }
  const missing = (at: Position, kind: Kind, id: string) => problems.push(missingEntry(file, at, kind, id, index))
  problems.push(...missingEntries(referencesIn(entry.kind, entry.data), file, locate, index))
  if (entry.kind === 'brand') {
    const own = index.claims.get(`brand/${entry.id}`)
    for (const [name, proof] of Object.entries((entry.data as Data<'brand'>).proofs)) {
      proof?.claims.forEach((claim, position) => {
        if (!own?.has(claim)) {
          report(
            locate(['proofs', name, 'claims', position]),
            'dangling-claim',
            `本篇没有编号为「${claim}」的数据`,
            '在 claims 里加这一条，或改成已有的编号',
          )
        }
      })
    }
  }
  const { pull } = entry.data as Partial<Data<'story'>>
  if (pull && !entry.body?.segments.some((segment) => claimNameOf(segment) === pull)) {
    report(
      locate(['pull']),
      'dangling-claim',
      `突出的数「${pull}」，正文里没有用到`,
      '写正文里一个 <Claim id="…" /> 的编号，或删掉这一行',
    )
  }
  for (const segment of entry.body?.segments ?? []) {
    if (typeof segment === 'string') continue
    if (segment.slot === 'cite') {
      if (!index.has('source', segment.source)) missing(segment.at, 'source', segment.source)
      continue
    }
    if (segment.slot === 'photo') {
      const name = segment.src.slice('./'.length)
      if (!beside.includes(name)) {
        const near = nearest(name, beside) ?? besides(name, beside)
        report(
          segment.at,
          'missing-picture',
          `本篇文件夹里没有 ${name} 这张图片`,
          near ? `是不是 ${near}？` : '把图片放进这一篇的文件夹，名字写得一样',
        )
      }
      continue
    }
    const claims = segment.entry ? index.claimsOf(segment.entry) : index.claims.get(`${entry.kind}/${entry.id}`)
    if (!claims?.has(segment.id) && !index.isUnsound(segment.entry)) {
      const where = segment.entry ? `「${segment.entry}」里` : '本篇'
      report(
        segment.at,
        'dangling-claim',
        `正文用了 <Claim id="${segment.id}">，但${where}没有这条数据`,
        '在开头的 claims 里加这一条，或改成已有的编号',
      )
    }
  }
  for (const { url, at } of entry.body?.links ?? []) {
    if (url.startsWith('#')) {
      const { hash } = readHash(url)
      if (!index.anchors.get(`${entry.kind}/${entry.id}`)?.has(hash)) {
        report(at, 'dead-link', `本篇没有「${hash}」这个小标题`, '改成本篇有的小标题，标点换成连字符；或去掉链接')
      }
      continue
    }
    const target = readLink(url)
    if (target.type === 'unknown') {
      report(at, 'dead-link', `站内没有 ${url} 这个地址`, '地址写成 /brands/编号/ 这样，前后都有斜线')
    } else if (target.type === 'entry') {
      if (!index.has(target.kind, target.id)) missing(at, target.kind, target.id)
      else if (
        target.hash &&
        index.isSound(target.kind, target.id) &&
        !index.anchors.get(`${target.kind}/${target.id}`)?.has(target.hash)
      ) {
        report(at, 'dead-link', `${url} 里没有「${target.hash}」这一处`, '去掉 # 和后面的字，或改成那一页有的小标题')
      }
    }
  }
}

/** The picture that differs only in its ending, or the only one there is. */
function besides(name: string, beside: readonly string[]): string | undefined {
  const stem = name.replace(/\.[^.]*$/, '')
  return beside.find((other) => other.replace(/\.[^.]*$/, '') === stem) ?? (beside.length === 1 ? beside[0] : undefined)
}
