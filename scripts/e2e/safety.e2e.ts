import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readContent } from '../../src/catalogue/read.ts'
import { validate } from '../../src/catalogue/validate.ts'
import { ATTACKS, FRONT_MATTER_ATTACKS, HARMLESS_BODIES, harmlessNumbers } from '../lib/attacks.ts'
import { mutants, SCRIPT_MARK } from '../lib/fuzz.ts'
import { findLeaks } from '../lib/leaks.ts'
import { listFiles, readPages } from '../lib/site.ts'

/** `check` and `astro build` hold one set of rules: what the unit tests try on the rules is tried here on the build. */

const folders: string[] = []
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'yifang-'))
  folders.push(made)
  return made
}

afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true, force: true })
})

function contentWith(files: ReadonlyMap<string, string>): string {
  const root = folder()
  cpSync('content', root, { recursive: true })
  for (const [file, text] of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  return root
}

function build(content: string, outDir: string) {
  // Vitest sets BASE_URL and the like for its own Vite; the build must not see them.
  const { BASE_URL, MODE, DEV, PROD, SSR, NODE_ENV, ...env } = process.env
  const result = spawnSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', outDir], {
    encoding: 'utf8',
    env: { ...env, NO_COLOR: '1', ASTRO_TELEMETRY_DISABLED: '1', CONTENT_DIR: content },
    maxBuffer: 50_000_000,
  })
  return { status: result.status, output: result.stdout + result.stderr }
}

const story = (body: string, more = '') =>
  `---\ntitle: 一篇试验稿件\nlead: 试验。\nkind: person\npublishedAt: 2026-11-22T09:00+08:00\nbrands:\n  - fumian-caifeng\n${more}---\n\n${body}\n`

describe('a build of hostile content', { timeout: 400_000 }, () => {
  it('fails, names every file, writes no page and shows no stack', () => {
    const files = new Map<string, string>()
    for (const [index, body] of ATTACKS.entries()) files.set(`stories/attack-b${index}/index.mdx`, story(body))
    for (const [index, head] of FRONT_MATTER_ATTACKS.entries())
      files.set(`stories/attack-f${index}/index.mdx`, story('正文。', `${head}\n`))
    const out = folder()
    const { status, output } = build(contentWith(files), out)
    expect(status).not.toBe(0)
    expect([...files.keys()].filter((file) => !new RegExp(`${file}:\\d+:\\d+ 错误`).test(output))).toEqual([])
    expect(existsSync(join(out, 'index.html'))).toBe(false)
    expect(listFiles(out).filter((file) => file.endsWith('.html'))).toEqual([])
    expect(output).not.toMatch(/\n\s+at \S+ \(/)
    expect(output).not.toContain('13800138000')
  })

  it('succeeds on what only looks hostile and on mutants that the check accepts; nothing leaks', async () => {
    const files = new Map<string, string>()
    for (const [index, body] of HARMLESS_BODIES.entries())
      files.set(
        `stories/harmless-${index}/index.mdx`,
        story(body.replace('source="s1"', 'source="yl-2022-54"'), harmlessNumbers('yl-2022-54')),
      )
    for (const { file, text } of mutants(700, 4711)) files.set(file, text)
    const tried = validate(await readContent(contentWith(files)))
    const refused = new Set(tried.problems.filter(({ level }) => level === 'error').map(({ file }) => file))
    for (const file of refused) files.delete(file)
    expect([...files.keys()].filter((file) => file.startsWith('stories/harmless-')).length).toBe(HARMLESS_BODIES.length)
    expect(files.size).toBeGreaterThan(HARMLESS_BODIES.length + 20)
    const out = folder()
    const { status, output } = build(contentWith(files), out)
    expect(status, output.slice(-3000)).toBe(0)
    expect(await findLeaks(out)).toEqual([])
    const marked = readPages(out).filter(({ elements }) =>
      elements.some(({ tagName, attrs, childNodes }) => {
        const code =
          tagName === 'script' && childNodes.some((child) => 'value' in child && child.value.includes(SCRIPT_MARK))
        return code || attrs.some(({ name, value }) => /^on|^href$|^src$/.test(name) && value.includes(SCRIPT_MARK))
      }),
    )
    expect(marked.map(({ path }) => path)).toEqual([])
  })
})
