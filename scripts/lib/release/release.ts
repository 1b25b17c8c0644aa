import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants, copyFile, lstat, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readLedger, writeLedger } from '../../../src/catalogue/ledger.ts'
import { SITE } from '../../../src/site.config.ts'
import { COMPRESSED } from '../headers.ts'
import { listFiles } from '../site.ts'
import { billOfMaterials } from '../supply-chain/bill.ts'
import { recordAddresses } from './addresses.ts'
import { ALL_FORMS, compressed } from './compress.ts'
import { BadContent, type PublicContent, readPublic } from './content.ts'
import { type Fault, judge, reminders } from './gate.ts'
import {
  damageIn,
  KEPT,
  liveRelease,
  type Manifest,
  namedBy,
  type Places,
  placesIn,
  prepare,
  Refusal,
  readManifest,
  releasesIn,
  settle,
  sha256Of,
} from './layout.ts'
import { locked } from './lock.ts'
import { redirectMaps } from './maps.ts'

/** What is to be released, and where. */
export interface ReleaseOptions {
  /** The folder that the site is published in. */
  to: string
  /** The folder of the content. */
  content: string
  /** The site's base path. */
  base: string
  /** The origin it is published under; undefined where that does not matter. */
  origin?: string | undefined
  /** A site that is already built; without it the site is built. */
  from?: string | undefined
  /** Told what is being done. */
  say?(words: string): void
}

/** A release that was made. */
export interface Released {
  release: string
  pages: number
  files: number
  /** Addresses that are new in the ledger of the content; undefined when the ledger could not be written. */
  recorded: number | undefined
}

/**
 * Builds, judges, stores and switches. Until the very last step nothing that is served is touched; that step is one
 * rename of a link, which happens or does not.
 * @throws Refusal with the reason; what was live is live
 */
export async function release(options: ReleaseOptions): Promise<Released> {
  const places = placesIn(resolve(options.to))
  await prepare(places)
  return locked(places.lock, RELEASING, async () => {
    await sweep(places)
    const content = await readPublic(options.content).catch((error: unknown) => {
      if (error instanceof BadContent) throw new Refusal(`${error.message}\n\n稿件里有错误，没有生成网站。`)
      throw error
    })
    const say = options.say ?? (() => undefined)
    // Only of what was built here is it known what it was built with.
    const bill = !options.from && existsSync('package-lock.json') ? billOfMaterials() : undefined
    const made = await stage({
      from: options.from,
      base: options.base,
      origin: options.origin,
      content,
      places,
      bill,
      say,
    })
    await launch(made, places)
    // What was published is published, whether or not old releases go now and this note of it can be taken.
    await prune(places).catch(() => undefined)
    const recorded = await recordAddresses(options.content, content.pages).catch(() => undefined)
    return { release: made.release, pages: made.pages, files: Object.keys(made.files).length, recorded }
  })
}

/**
 * Goes back to the release that was live before this one, or to the one named. It is read through first.
 * @returns the number of the release that is live now
 * @throws Refusal with the reason; what was live is live
 */
export async function rollback(to: string, wanted?: string): Promise<string> {
  const places = placesIn(resolve(to))
  if (!(await liveRelease(places))) throw new Refusal(`${places.root} 里还没有发布过，没有可退的。`)
  return locked(places.lock, RELEASING, async () => {
    await sweep(places)
    const live = (await liveRelease(places)) as string
    const releases = await releasesIn(places)
    const number = wanted === undefined ? await before(live, releases, places) : wanted.padStart(6, '0')
    if (!number || !releases.includes(number) || number === live) {
      const others = releases.filter((each) => each !== live)
      throw new Refusal(
        others.length > 0
          ? `${wanted === undefined ? '前一次发布已经不在了' : `没有「${wanted}」可退`}。还留着的有：${others.join('、')}；写 --release 编号。`
          : '只有线上这一次发布，没有可退的。',
      )
    }
    const broken = await damage(places, number)
    if (broken) throw new Refusal(`${number} 已经不完整了（${broken}），没有退回去。写 --release 换一个。`)
    await symlink(join('releases', number), places.nextLink)
    await point(places.nextLink, places)
    return number
  })
}

/** The release that was live before `live`, or the newest older one that is still there. */
async function before(live: string, releases: readonly string[], places: Places): Promise<string | undefined> {
  const { after } = await readManifest(places, live).catch((): { after?: string | undefined } => ({}))
  if (after && releases.includes(after)) return after
  return releases.filter((each) => Number(each) < Number(live)).at(-1)
}

/** The first file of a release that is not as its manifest says; undefined when all are. */
export const damage = async (places: Places, number: string): Promise<string | undefined> =>
  damageIn(join(places.releases, number), await readManifest(places, number))

/**
 * Removes what killed releases left behind, a release that did not become live among it: nobody can want to go back to
 * it, and its addresses were never public. Whoever makes another release live sweeps first, so that the link still tells.
 */
async function sweep({ root, releases, next, firstLink, nextLink, old }: Places): Promise<void> {
  const unseen = await namedBy(firstLink)
  // The link goes last: a sweep that is killed has to be done again.
  const remains = [next, nextLink, old, ...(unseen ? [join(releases, unseen)] : []), firstLink]
  for (const path of remains) await rm(path, { recursive: true, force: true })
  // The link's folder is kept up to date even where a kill came between two steps.
  await settle(root)
}

/** Where a build puts the site. */
const WORKSHOP = resolve('dist')

/** One for all releases from this checkout: they build in the same folder, wherever they publish. */
const WORKSHOP_LOCK = resolve('.cache/workshop.lock')

/** What the locks say of whoever holds them. */
const RELEASING = '另一次发布正在进行'
const BUILDING = '另一次发布正在用这里的 dist/ 生成网站'

const GUARD = fileURLToPath(new URL('guard.ts', import.meta.url))

/**
 * Runs the build into dist/, from nothing: a build that stops early must not be completed by the last one's pages.
 * @returns the folder
 */
async function build(say: (words: string) => void): Promise<string> {
  await rm(WORKSHOP, { recursive: true, force: true })
  say('正在生成网站……')
  const child = spawn(process.execPath, [GUARD, 'npm', 'run', '--silent', 'build'], {
    stdio: ['pipe', 'pipe', 'pipe'],
    // A group of its own, which ends with this process: see guard.ts.
    detached: process.platform !== 'win32',
    env: { ...process.env, NO_COLOR: '1', ASTRO_TELEMETRY_DISABLED: '1' },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (output += data.toString()))
  const code = await new Promise<number>((done, fail) => {
    child.on('error', fail)
    child.on('close', (status) => done(status ?? 1))
  })
  if (code !== 0) throw new Refusal(`${output.trimEnd().split('\n').slice(-60).join('\n')}\n\n网站没有生成出来。`)
  return WORKSHOP
}

/** Brings a site into a release: what lies in `from`, or what is built now. */
async function bring(from: string | undefined, site: string, say: (words: string) => void): Promise<void> {
  if (from && resolve(from) !== WORKSHOP) return takeOver(resolve(from), site)
  await mkdir(dirname(WORKSHOP_LOCK), { recursive: true })
  await locked(WORKSHOP_LOCK, BUILDING, async () => takeOver(from ? WORKSHOP : await build(say), site))
}

/** What goes into a release. */
interface Staged extends Pick<ReleaseOptions, 'from' | 'base' | 'origin'> {
  content: PublicContent
  places: Places
  /** The bill of materials, if it is known. */
  bill: string | undefined
  say(words: string): void
}

/** Builds a site or takes a built one, judges the copy, and completes it to a release. */
async function stage({ from, content, places, base, origin, bill, say }: Staged): Promise<Manifest> {
  const { next } = places
  const site = join(next, 'site')
  try {
    await mkdir(next)
    await bring(from, site, say)
    const published = await publishedAddresses(places)
    say('正在检查成品……')
    refuse(await judge({ site, content, base, origin, published }))
    for (const words of reminders(SITE.identity)) say(words)
    say('正在压缩……')
    await precompress(site)
    const beside = {
      ...redirectMaps(content.redirects, base),
      ...(bill ? { 'sbom.cdx.json': bill } : {}),
      'addresses.txt': writeLedger([...published, ...content.ledger, ...content.pages]),
    }
    for (const [file, text] of Object.entries(beside)) await writeFile(join(next, file), text)
    const manifest: Manifest = {
      release: await nextNumber(places),
      after: await liveRelease(places),
      pages: content.pages.length,
      files: await digestsOf(next),
    }
    await writeFile(join(next, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`)
    await settleAll(next)
    return manifest
  } catch (error) {
    await rm(next, { recursive: true, force: true }).catch(() => undefined)
    throw asRefusal(error)
  }
}

/** Copies the built site. @throws Refusal when there is none, or there is something in it that is no file */
async function takeOver(built: string, site: string): Promise<void> {
  const found = await lstat(built).catch(() => undefined)
  if (!found?.isDirectory()) throw new Refusal(`没有找到生成好的网站：${built}`)
  const entries = await readdir(built, { recursive: true, withFileTypes: true })
  const odd = entries.find((entry) => !entry.isFile() && !entry.isDirectory())
  if (odd) throw new Refusal(`成品里有链接或特殊文件，不能发布：${relative(built, join(odd.parentPath, odd.name))}`)
  const files = listFiles(built)
  for (const folder of new Set(files.map((file) => dirname(join(site, file))))) await mkdir(folder, { recursive: true })
  await each(files, (file) => copyFile(join(built, file), join(site, file), constants.COPYFILE_FICLONE))
}

function refuse(faults: readonly Fault[]): void {
  if (faults.length === 0) return
  const most = 40
  const shown = faults.slice(0, most).map(({ message }) => `· ${message}`)
  const more = faults.length > most ? [`……还有 ${faults.length - most} 处`] : []
  throw new Refusal([...shown, ...more, `\n成品里有 ${faults.length} 处问题，没有发布。`].join('\n'))
}

/** A full disk is no fault of the program. */
function asRefusal(error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT') return new Refusal('磁盘满了，没有写完。腾出地方，再运行一次。')
  if (code === 'EROFS' || code === 'EACCES') return new Refusal(`没有写的权限：${(error as Error).message}`)
  return error
}

/** Files worked on together: enough to keep the disk and two cores busy. */
const TOGETHER = 16

async function each(items: readonly string[], work: (item: string) => Promise<void>): Promise<void> {
  const queue = items.values()
  await Promise.all(
    Array.from({ length: TOGETHER }, async () => {
      for (const item of queue) await work(item)
    }),
  )
}

/** Writes the compressed forms of every text beside it, where they are smaller. */
async function precompress(site: string): Promise<void> {
  const texts = listFiles(site).filter((file) => COMPRESSED.test(file))
  await each(texts, async (file) => {
    const bytes = await readFile(join(site, file))
    for (const form of ALL_FORMS) {
      const packed = await compressed(bytes, form)
      if (packed.length < bytes.length) await writeFile(join(site, `${file}.${form}`), packed)
    }
  })
}

async function digestsOf(folder: string): Promise<Manifest['files']> {
  const found = new Map<string, { bytes: number; sha256: string }>()
  const files = listFiles(folder)
  await each(files, async (file) => {
    const bytes = await readFile(join(folder, file))
    found.set(file, { bytes: bytes.length, sha256: sha256Of(bytes) })
  })
  return Object.fromEntries(files.map((file) => [file, found.get(file) as { bytes: number; sha256: string }]))
}

/** Waits until every file and folder is on the disk, so that a power cut after the switch finds a whole release. */
async function settleAll(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  await each(
    entries.map(({ parentPath, name }) => join(parentPath, name)),
    settle,
  )
  await settle(folder)
}

/** Every address that earlier releases published, as the last of them noted. */
async function publishedAddresses(places: Places): Promise<string[]> {
  const lists = await Promise.all(
    (await releasesIn(places)).map((number) =>
      readFile(join(places.releases, number, 'addresses.txt'), 'utf8').catch(() => ''),
    ),
  )
  return [...new Set(lists.flatMap(readLedger))]
}

async function nextNumber(places: Places): Promise<string> {
  const last = (await releasesIn(places)).at(-1)
  return String(Number(last ?? 0) + 1).padStart(6, '0')
}

/** Puts a finished release among the others and makes it the live one, or removes it. */
async function launch({ release: number }: Manifest, places: Places): Promise<void> {
  try {
    await symlink(join('releases', number), places.firstLink)
    await settle(places.root)
    await rename(places.next, join(places.releases, number))
    await settle(places.releases)
    await point(places.firstLink, places)
  } catch (error) {
    await sweep(places).catch(() => undefined)
    throw asRefusal(error)
  }
}

/** The switch: a link that was made aside is renamed over the old one, which POSIX does in one step. */
async function point(link: string, { root, current }: Places): Promise<void> {
  await rename(link, current)
  await settle(root)
}

/** Takes away what is older than the releases that are kept; never the live one nor the one before it. */
async function prune(places: Places): Promise<void> {
  const live = (await liveRelease(places)) as string
  const releases = await releasesIn(places)
  const kept = new Set([...releases.slice(-KEPT), live, await before(live, releases, places)])
  for (const number of releases.filter((each) => !kept.has(each))) {
    // Renamed first: half a release must not look like one.
    await rename(join(places.releases, number), places.old)
    await rm(places.old, { recursive: true, force: true })
  }
}

/** What is live now, in words, for the end of every message. */
export async function liveNow(to: string): Promise<string> {
  const places = placesIn(resolve(to))
  const live = await liveRelease(places)
  if (!live) return '线上还没有发布过。'
  const { pages } = await readManifest(places, live).catch(() => ({ pages: undefined }))
  return `线上现在是 ${live}${pages === undefined ? '' : `（${pages} 页）`}：${join(places.current, 'site')}`
}
