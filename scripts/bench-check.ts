import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'

/**
 * `node scripts/bench-check.ts`: how long the check of 1,000 manuscripts and 900 pictures takes and how
 * much memory it needs. The manuscripts are those of `content/`, again and again under other names.
 */
const MANUSCRIPTS = 1000
const PICTURES = 900
const BUDGET = { seconds: 5, megabytes: 300 }

const root = mkdtempSync(join(tmpdir(), 'yifang-bench-'))
try {
  for (const table of ['sources.yaml', 'trades.yaml', 'regions.yaml'])
    writeFileSync(join(root, table), readFileSync(join('content', table)))
  const originals = readdirSync('content', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: folder }) => readdirSync(join('content', folder)).map((id) => ({ folder, id })))
  const noise = await sharp({
    create: {
      width: 1600,
      height: 1067,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  })
    .jpeg({ quality: 40 })
    .toBuffer()
  let [written, pictures, characters] = [0, 0, 0]
  for (let round = 0; written < MANUSCRIPTS; round++) {
    for (const { folder, id } of originals) {
      if (written >= MANUSCRIPTS) break
      const path = join(root, folder, round ? `${id.slice(0, 50)}-${round}` : id)
      mkdirSync(path, { recursive: true })
      const text = readFileSync(join('content', folder, id, 'index.mdx'), 'utf8')
      characters += text.length
      writeFileSync(join(path, 'index.mdx'), text)
      written++
      if (pictures < PICTURES) {
        writeFileSync(join(path, 'cover.jpg'), noise)
        pictures++
      }
    }
  }
  const program = `
    process.on('exit', () => {
      const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
      console.error('usage', maxRSS, userCPUTime + systemCPUTime)
    })
    await import('./scripts/check.ts')`
  const started = performance.now()
  const { stderr, status } = spawnSync(
    process.execPath,
    ['--max-semi-space-size=8', '--input-type=module', '--eval', program],
    {
      encoding: 'utf8',
      env: { ...process.env, CONTENT_DIR: root },
    },
  )
  const seconds = (performance.now() - started) / 1000
  const [memory = 0, processor = 0] = (/usage (\d+) (\d+)/.exec(stderr) ?? []).slice(1).map(Number)
  console.log(
    `${written} manuscripts, ${(characters / 1e6).toFixed(1)} million characters; ${pictures} pictures of ${(noise.length / 1e6).toFixed(1)} MB`,
  )
  console.log(
    `check: ${seconds.toFixed(1)} s (budget ${BUDGET.seconds}), ${(processor / 1e6).toFixed(1)} s of processor, ${(memory / 1024).toFixed(0)} MB (budget ${BUDGET.megabytes}), exit ${status}`,
  )
} finally {
  rmSync(root, { recursive: true, force: true })
}
