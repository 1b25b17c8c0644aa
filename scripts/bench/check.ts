import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import sharp from 'sharp'
import { KINDS } from '../../src/schemas/index.ts'
import { spreadOf } from './statistics.ts'
import { measureCommand } from './usage.ts'

/**
 * `npm run bench -- check`: how long the check of 1,000 manuscripts and 900 pictures takes and how much memory it
 * needs. The manuscripts are those of `content/`, again and again under other names.
 */
const MANUSCRIPTS = 1000
const PICTURES = 900
const RUNS = 5
const TARGET = { seconds: 5, bytes: 300e6 } as const

/** @returns the targets that were missed */
export async function run(): Promise<string[]> {
  const root = mkdtempSync(join(tmpdir(), 'yifang-bench-'))
  try {
    const characters = await writeContent(root)
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { check: string } }
    const usages = []
    for (let index = 0; index < RUNS; index++) {
      usages.push(
        await measureCommand({
          shell: scripts.check,
          cwd: resolve('.'),
          env: { CONTENT_DIR: root, PATH: `${resolve('node_modules/.bin')}:${process.env.PATH}` },
          timeout: 120_000,
          log: `${root}.log`,
        }),
      )
    }
    const wall = spreadOf(usages.map((usage) => usage.wall))
    const user = spreadOf(usages.map((usage) => usage.user))
    const peaks = usages.flatMap(({ peak }) => peak ?? [])
    const peak = peaks.length > 0 ? spreadOf(peaks) : undefined
    const load = spreadOf(usages.map((usage) => usage.load))
    console.log(
      [
        `${MANUSCRIPTS} manuscripts, ${(characters / 1e6).toFixed(1)} million characters; ${PICTURES} pictures; ${RUNS} runs on ${cpus().length} × ${cpus()[0]?.model.trim()}, load ${load.least.toFixed(1)}–${load.most.toFixed(1)}`,
        `clock: ${wall.median.toFixed(1)} s (${wall.least.toFixed(1)}–${wall.most.toFixed(1)}), at most ${TARGET.seconds}`,
        `processor, user: ${user.median.toFixed(1)} s (${user.least.toFixed(1)}–${user.most.toFixed(1)})`,
        peak
          ? `memory: ${mb(peak.median)} MB (${mb(peak.least)}–${mb(peak.most)}), at most ${mb(TARGET.bytes)}`
          : 'memory: not measured, there is no GNU time here',
      ].join('\n'),
    )
    return [
      ...(wall.median > TARGET.seconds ? [`check: ${wall.median.toFixed(1)} s, at most ${TARGET.seconds}`] : []),
      ...(peak && peak.median > TARGET.bytes ? [`check: ${mb(peak.median)} MB, at most ${mb(TARGET.bytes)}`] : []),
    ]
  } finally {
    for (const path of [root, `${root}.log`, `${root}.log.usage`]) rmSync(path, { recursive: true, force: true })
  }
}

const mb = (bytes: number): string => (bytes / 1e6).toFixed(0)

/** Writes the manuscripts, with a cover beside most, and the tables. Says how many characters they have. */
async function writeContent(root: string): Promise<number> {
  for (const name of readdirSync('content')) if (name.endsWith('.yaml')) cpSync(join('content', name), join(root, name))
  const folders = Object.values(KINDS).flatMap((place) => ('folder' in place ? place.folder : []))
  const originals = folders.flatMap((folder) => list(join('content', folder)).map((id) => ({ folder, id })))
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const
  const cover = await sharp({ create: { width: 1600, height: 1067, channels: 3, background: '#888', noise } })
    .jpeg({ quality: 40 })
    .toBuffer()
  let characters = 0
  for (let written = 0; written < MANUSCRIPTS; written++) {
    const { folder, id } = originals[written % originals.length] as (typeof originals)[number]
    const round = Math.floor(written / originals.length)
    const path = join(root, folder, round > 0 ? `${id.slice(0, 50)}-${round}` : id)
    mkdirSync(path, { recursive: true })
    const text = readFileSync(join('content', folder, id, 'index.mdx'), 'utf8')
    characters += text.length
    writeFileSync(join(path, 'index.mdx'), text)
    if (written < PICTURES) writeFileSync(join(path, 'cover.jpg'), cover)
  }
  return characters
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
