import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import sharp from 'sharp'
import { readContent } from '../src/catalogue/read.ts'
import { validate } from '../src/catalogue/validate.ts'
import { mistakesPage } from '../src/preview/banner.ts'
import { launchBrowser } from './lib/browser.ts'

/**
 * `npm run handbook`: takes the pictures of the handbook from the real tools, working on a small copy
 * of the content. Run it again when the tools speak differently.
 */

/** As narrow as a telephone, so that the words can be read there, and sharp enough for one. */
const WIDTH = 400
const SHARPNESS = 1.5
const HANDBOOK = 'content/README.md'
const BRANDS = ['fumian-caifeng', 'beiliu-ceramic-craftsman', 'zhengan-guitar-craftsman']
const ANSWERS = ['1', '洗牛仔裤的水', '24家水洗厂搬进一个园区的经过。', '2', '福绵', '']

const to = resolve('public/handbook')
const root = mkdtempSync(join(tmpdir(), 'yifang-handbook-'))
const browser = await launchBrowser()
try {
  for (const table of ['regions', 'sources', 'trades']) cpSync(`content/${table}.yaml`, join(root, `${table}.yaml`))
  for (const brand of BRANDS) cpSync(`content/brands/${brand}`, join(root, 'brands', brand), { recursive: true })
  mkdirSync(to, { recursive: true })

  await picture('new', terminal('npm run new', withAnswers(run('new', ANSWERS.join('\n').concat('\n')))))
  const story = join(root, 'stories/xi-niu-zai-ku-de-shui/index.mdx')
  writeFileSync(
    story,
    readFileSync(story, 'utf8')
      .replace('title:', 'titel:')
      .replace(/^kind: .*/m, 'kind: 典型事迹'),
  )
  // Only what is wrong with the story: the small copy lacks what the brands refer to.
  const problems = validate(await readContent(root)).problems.filter(({ file }) => file.startsWith('stories/'))
  const checked = run('check')
    .split('\n\n')
    .filter((part) => part.startsWith('content/stories/'))
    .concat(`共 ${problems.length} 处错误。`)
  await picture('check', terminal('npm run check', checked.join('\n\n')))
  await picture('preview', mistakesPage(problems, ''))
} finally {
  await browser.close()
  rmSync(root, { recursive: true, force: true })
}

function run(script: string, typed = ''): string {
  const { stdout, stderr } = spawnSync(process.execPath, [`scripts/${script}.ts`], {
    input: typed,
    encoding: 'utf8',
    env: { ...process.env, CONTENT_DIR: root },
  })
  return stdout + stderr
}

/** What a terminal shows besides the tool's own words: what was typed after each prompt. */
function withAnswers(output: string): string {
  let at = 0
  return output.replace(/^> /gm, (prompt) => `${prompt}${ANSWERS[at++] ?? ''}\n`)
}

function terminal(command: string, output: string): string {
  const text = `$ ${command}\n${output}`.replace(/[&<]/g, (character) => `&#${character.charCodeAt(0)};`)
  return `<meta charset="utf-8"><style>body{margin:0;padding:16px;background:#1f2421;color:#efe9db;font:15px/1.45 ui-monospace,monospace}pre{margin:0;font:inherit;white-space:pre-wrap;overflow-wrap:anywhere}</style><pre>${text}</pre>`
}

/** Takes the picture, as high as it needs to be, and tells the handbook its size. */
async function picture(name: string, html: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: WIDTH, height: 100 }, deviceScaleFactor: SHARPNESS })
  await page.setContent(html)
  const png = await page.screenshot({ fullPage: true })
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.close()
  await sharp(png)
    .webp({ quality: 45, smartSubsample: true, effort: 6 })
    .toFile(join(to, `${name}.webp`))
  const text = readFileSync(HANDBOOK, 'utf8')
  writeFileSync(HANDBOOK, text.replace(new RegExp(`(/${name}\\.webp ")[^"]*`), `$1${WIDTH}×${height}`))
}
