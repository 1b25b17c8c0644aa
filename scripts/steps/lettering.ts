import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { digest } from '../../src/cache/cache.ts'
import { alsoChanged, notesOf, ownKept, putNotes, putOwn } from '../../src/incremental/state.ts'
import { SITE } from '../../src/site.config.ts'
import { withPolicy } from '../lib/csp.ts'
import { byUse, DisplayFont, FRAME_BUDGET, lettersOf, PAGE_BUDGET } from '../lib/display-font.ts'
import { FINISHED_PAGES, type FinishedNote, type PageNote, pagesIn, rewrite, WHOLE_PAGES } from '../lib/finishing.ts'
import { pageGroup } from '../lib/page-kinds.ts'

/**
 * Gives every page of dist/ its display lettering and then its content security policy, which names what the page holds
 * by its hash (the last step of `npm run build` that changes pages).
 *
 * Lettering is one font file that all pages of a kind share, with the characters most of them use, and a small one with the
 * glyphs that only a page's own title needs. Like pictures, both come after the page: the system's serif shows until they
 * are there, and nothing that can be read waits for them.
 */
const dist = resolve('dist')
const fonts = join(dist, 'fonts')
const base = (process.env.SITE_BASE ?? '/').replace(/\/$/, '')
const started = performance.now()

/** What this step puts into a page. */
const FACES = /(?:@font-face\{font-family:(?:Frame|Title);[^}]*\})+/

const { pages, toFinish } = pagesIn(dist)
const known = notesOf<PageNote>(dist, WHOLE_PAGES)
const before = notesOf<FinishedNote>(dist, FINISHED_PAGES)
const finished = new Map<string, FinishedNote>()
/** Font files of the last build that nobody has touched. */
const kept = ownKept(dist, FINISHED_PAGES, '') ?? new Set()
const published = new Set<string>()
const lettered: Array<{ file: string; letters: string }> = []
const changed: string[] = []
for (const file of pages) {
  const note = known.get(file)
  const letters = note ? note.letters : lettersOf(readFileSync(join(dist, file), 'utf8'))
  if (letters !== undefined) lettered.push({ file, letters })
  else if (toFinish.has(file)) finish(file, '')
  else keep(file)
}

const font = await DisplayFont.load(byUse(lettered.map(({ letters }) => letters)))
mkdirSync(fonts, { recursive: true })
let shared = 0
for (const [, group] of [...Map.groupBy(lettered, ({ file }) => pageGroup(file))]) {
  const frame = await font.fit(byUse(group.map(({ letters }) => letters)), FRAME_BUDGET, 'best')
  const frameFace = face('Frame', publish(frame.bytes))
  shared += frame.bytes.length
  const inFrame = new Set(frame.characters)
  for (const { file, letters } of group) {
    // With the same shared file a page of the last build has the lettering that it needs.
    if (!toFinish.has(file) && keep(file, frameFace)) continue
    const own = [...letters].filter((character) => !inFrame.has(character))
    // Traditional characters have more strokes: on the longest pages the last section heads fall to the system's face.
    const bytes = own.length > 0 ? await ownSubset(own, PAGE_BUDGET - frame.bytes.length) : undefined
    finish(file, frameFace + (bytes ? face('Title', publish(bytes)) : ''))
  }
}
for (const name of readdirSync(fonts))
  if (!published.has(name) && !existsSync(join('public/fonts', name))) rmSync(join(fonts, name))
putOwn(
  dist,
  FINISHED_PAGES,
  '',
  [...published].map((name) => `fonts/${name}`),
)
alsoChanged(dist, changed)
putNotes(dist, FINISHED_PAGES, finished)
console.log(
  `Lettering and policies: ${changed.length} pages, ${(shared / 1000).toFixed(0)} kB of letters shared, ` +
    `${((performance.now() - started) / 1000).toFixed(1)} s.`,
)

async function ownSubset(characters: readonly string[], room: number): Promise<Uint8Array> {
  const whole = await font.subset(characters, 'quick')
  return whole.length <= room ? whole : (await font.fit(characters, room, 'quick')).bytes
}

/** Writes a page with these rules for its lettering, and its policy. */
function finish(file: string, faces: string): void {
  const whole = rewrite(dist, file, (html) => {
    const page = faces === '' ? html : html.replace(FACES, '').replace('</style>', () => `${faces}</style>`)
    return withPolicy(page, SITE.players)
  })
  changed.push(file)
  finished.set(file, { faces, digest: digest(whole) })
}

/** Writes a font file named by its content; answers its path. */
function publish(bytes: Uint8Array): string {
  const name = `${digest(bytes).slice(0, 12)}.woff2`
  if (!published.has(name)) writeFileSync(join(fonts, name), bytes)
  published.add(name)
  return `/fonts/${name}`
}

/**
 * Leaves a page of the last build as it is; false where it cannot stay.
 * @param frameFace how its lettering must begin
 */
function keep(file: string, frameFace = ''): boolean {
  const note = before.get(file)
  if (!note?.faces.startsWith(frameFace)) return false
  const names = [...note.faces.matchAll(/\/fonts\/([\w-]+\.woff2)/g)].map((match) => match[1] as string)
  if (!names.every((name) => published.has(name) || kept.has(`fonts/${name}`))) return false
  for (const name of names) published.add(name)
  finished.set(file, note)
  return true
}

function face(family: string, path: string): string {
  return `@font-face{font-family:${family};src:url(${base}${path}) format('woff2');font-weight:700;font-display:swap}`
}
