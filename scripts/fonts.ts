import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { digest } from '../src/cache/cache.ts'
import { alsoChanged } from '../src/incremental/state.ts'
import { byUse, DisplayFont, displayCharacters, FRAME_BUDGET, PAGE_BUDGET } from './lib/display-font.ts'
import { pageGroup } from './lib/page-kinds.ts'
import { listFiles } from './lib/site.ts'

/**
 * Gives every page of dist/ its display lettering (a step of `npm run build`): one font file that
 * all pages of a kind share, with the characters most of them use, and a small one with the glyphs
 * that only its own title needs. Like pictures, both come after the page: the system's serif shows
 * until they are there, and nothing that can be read waits for them.
 */
const dist = resolve('dist')
const base = (process.env.SITE_BASE ?? '/').replace(/\/$/, '')
const started = performance.now()

/** What this step puts into a page. */
const FACES = /(?:@font-face\{font-family:(?:Frame|Title);[^}]*\})+/

/** A page and its lettering; the page itself is read again where it must be written, for thousands do not fit into memory. */
interface Lettered {
  file: string
  characters: Set<string>
  /** The lettering it has from the last build. */
  faces: string | undefined
}

const pages: Lettered[] = []
for (const file of listFiles(dist).filter((name) => name.endsWith('.html'))) {
  const html = await readFile(join(dist, file), 'utf8')
  // Cards and sheets that do without our styles have no use for our lettering; English is set in the system's.
  if (!html.includes('Frame, Title') || html.includes('<html lang="en"')) continue
  pages.push({ file, characters: displayCharacters(html), faces: FACES.exec(html)?.[0] })
}
const font = await DisplayFont.load(byUse(pages.map((page) => page.characters)))
await mkdir(join(dist, 'fonts'), { recursive: true })

const changed: string[] = []
const published = new Set<string>()
let largest = 0
let shared = 0
for (const [, group] of [...Map.groupBy(pages, ({ file }) => pageGroup(file))]) {
  const frame = await font.fit(byUse(group.map((page) => page.characters)), FRAME_BUDGET)
  const framePath = await publish(frame.bytes)
  shared += frame.bytes.length
  const inFrame = new Set(frame.characters)
  for (const { file, characters, faces } of group) {
    const own = [...characters].filter((character) => !inFrame.has(character))
    const whole = own.length > 0 ? await font.subset(own) : undefined
    // Traditional characters have more strokes: on the longest pages the last section heads fall to the system's face.
    const room = PAGE_BUDGET - frame.bytes.length
    const bytes = whole && whole.length > room ? (await font.fit(own, room)).bytes : whole
    largest = Math.max(largest, frame.bytes.length + (bytes?.length ?? 0))
    const wanted = [
      face('Frame', `url(${base}${framePath})`),
      bytes ? face('Title', `url(${base}${await publish(bytes)})`) : '',
    ].join('')
    // Pages of the last build have their lettering; they need it anew when their kind's shared file has changed.
    if (wanted === faces) continue
    const html = await readFile(join(dist, file), 'utf8')
    await writeFile(
      join(dist, file),
      html.replace(FACES, '').replace('</style>', () => `${wanted}</style>`),
    )
    changed.push(file)
  }
}
for (const name of await readdir(join(dist, 'fonts')))
  if (!published.has(name) && !existsSync(join('public/fonts', name))) await rm(join(dist, 'fonts', name))
alsoChanged(dist, changed)
console.log(
  `Display font: ${(shared / 1000).toFixed(0)} kB in frames, at most ${(largest / 1000).toFixed(1)} kB a page, ` +
    `${((performance.now() - started) / 1000).toFixed(1)} s.`,
)

/** Writes a font file named by its content; answers its path. */
async function publish(bytes: Uint8Array): Promise<string> {
  const name = `${digest(bytes).slice(0, 12)}.woff2`
  if (!published.has(name)) await writeFile(join(dist, 'fonts', name), bytes)
  published.add(name)
  return `/fonts/${name}`
}

function face(family: string, source: string): string {
  return `@font-face{font-family:${family};src:${source} format('woff2');font-weight:700;font-display:swap}`
}
