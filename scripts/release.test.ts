import { spawn, spawnSync } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { writeLedger } from '../src/catalogue/ledger.ts'
import { BUDGETS } from './lib/budgets.ts'
import { randomOf } from './lib/random.ts'
import { type PublicContent, readPublic } from './lib/release/content.ts'
import { type Candidate, type Fault, judge } from './lib/release/gate.ts'
import { placesIn } from './lib/release/layout.ts'
import { redirectMaps } from './lib/release/maps.ts'
import { damage } from './lib/release/release.ts'
import { SMALL_CONTENT, writeSampleSite } from './lib/release/sample-site.ts'
import { withoutVitest } from './lib/run.ts'
import { type Tree, writeTree } from './lib/sample-content.ts'
import { listFiles } from './lib/site.ts'

// These start whole programs; a busy machine takes its time.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })

let base: string
let content: string
let known: PublicContent
const folder = (name: string) => join(base, name)
/** The origin that sample sites name. */
const SITE_URL = 'https://site.example'

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'yifang-release-'))
  content = contentOf(SMALL_CONTENT, 'content')
  known = await readPublic(content)
  for (const words of ['甲', '乙']) writeSampleSite(folder(words), known, words)
})
afterAll(() => rmSync(base, { recursive: true, force: true }))

function contentOf(tree: Tree, name: string): string {
  const { root, remove } = writeTree(tree)
  cpSync(root, folder(name), { recursive: true })
  remove()
  return folder(name)
}

interface Run {
  status: number | null
  output: string
}

/** Runs a verb of ours as a program of its own. */
function run(verb: string, args: string[], { fault = '', cwd = resolve('.'), env = {} } = {}): Run {
  const faults = fault ? ['--import', resolve('scripts/lib/release/faults.ts')] : []
  const { status, stdout, stderr } = spawnSync(process.execPath, [...faults, `scripts/${verb}.ts`, ...args], {
    cwd,
    encoding: 'utf8',
    env: {
      ...withoutVitest(process.env),
      CONTENT_DIR: content,
      SITE_URL,
      FAULT: fault,
      ...env,
    },
  })
  return { status, output: stdout + stderr }
}

const publish = (to: string, words: string, fault = '') =>
  run('release', ['--to', to, '--from', folder(words)], { fault })

/**
 * What a visitor gets: the words of the site that is live, after every file of it was held against its manifest.
 * @throws when it is not whole
 */
async function live(to: string): Promise<string> {
  const number = readlinkSync(join(to, 'current')).slice('releases/'.length)
  const broken = await damage(placesIn(to), number)
  if (broken) throw new Error(`${number} is not whole: ${broken}`)
  const root = realpathSync(join(to, 'current'))
  const listed = Object.keys(JSON.parse(readFileSync(join(root, 'manifest.json'), 'utf8')).files)
  if (listed.length + 1 !== listFiles(root).length) throw new Error(`${number} has files nobody knows`)
  const words = new Set(
    listFiles(root)
      .filter((file) => file.endsWith('index.html'))
      .map((file) => /<h1 id="top">(.)</.exec(readFileSync(join(root, file), 'utf8'))?.[1]),
  )
  if (words.size !== 1) throw new Error(`pages of several sites: ${[...words]}`)
  return [...words][0] as string
}

/** What there is below a published folder, releases by number. */
const inside = (to: string) => [readdirSync(to).sort(), readdirSync(join(to, 'releases')).sort()]

describe('a release', () => {
  it('publishes, says what is live, and lets a release go back', async () => {
    const to = folder('site')
    const first = publish(to, '甲')
    expect(first.output).toContain('发布好了：000001')
    expect(first.output).toContain(`线上现在是 000001（${known.pages.length} 页）`)
    expect(first.status).toBe(0)
    expect(await live(to)).toBe('甲')
    expect(publish(to, '乙').status).toBe(0)
    expect(await live(to)).toBe('乙')
    expect(inside(to)).toEqual([
      ['.lock', 'current', 'releases'],
      ['000001', '000002'],
    ])
    expect(run('rollback', ['--to', to]).output).toContain('退回去了：000001。\n线上现在是 000001')
    expect(await live(to)).toBe('甲')
    // The next one does not take the number of the one that was withdrawn, and goes back to what was live before it.
    publish(to, '乙')
    expect(run('rollback', ['--to', to]).output).toContain('退回去了：000001。')
    expect(run('rollback', ['--to', to, '--release', '3']).status).toBe(0)
    expect(await live(to)).toBe('乙')
  })

  it('does not go back to a release that has lost a byte', async () => {
    const to = folder('damaged')
    publish(to, '甲')
    publish(to, '乙')
    appendFileSync(join(to, 'releases/000001/site/index.html'), ' ')
    const { status, output } = run('rollback', ['--to', to])
    expect(status).toBe(1)
    expect(output).toContain('000001 已经不完整了（site/index.html）')
    expect(output).toContain('线上现在是 000002')
    expect(await live(to)).toBe('乙')
  })

  it('keeps five, and compressed copies that say the same, made the same way each time', async () => {
    const to = folder('five')
    for (let count = 0; count < 6; count++) publish(to, count % 2 ? '乙' : '甲')
    expect(inside(to)[1]).toEqual(['000002', '000003', '000004', '000005', '000006'])
    const site = join(to, 'releases/000006/site')
    const packed = listFiles(site).filter((file) => /\.(?:br|gz|zst)$/.test(file))
    expect(packed.length).toBeGreaterThan(30)
    for (const file of packed) {
      const open = { br: brotliDecompressSync, gz: gunzipSync, zst: zstdDecompressSync }[file.split('.').at(-1) as 'br']
      expect(open(readFileSync(join(site, file))), file).toEqual(readFileSync(join(site, file.replace(/\.\w+$/, ''))))
      expect(readFileSync(join(site, file))).toEqual(readFileSync(join(to, 'releases/000004/site', file)))
    }
  })

  it('remembers addresses in the ledger of the content, and from one release to the next', () => {
    const own = contentOf({ ...SMALL_CONTENT, 'addresses.txt': writeLedger(['/']) }, 'ledger')
    const to = folder('remembering')
    const { output } = run('release', ['--to', to, '--from', folder('甲')], { env: { CONTENT_DIR: own } })
    expect(output).toContain(`添了 ${known.pages.length - 1} 个新网址，请提交这个文件`)
    expect(readFileSync(join(own, 'addresses.txt'), 'utf8')).toBe(writeLedger(known.pages))
    // A clone that has forgotten: the releases have not.
    rmSync(join(own, 'addresses.txt'))
    renameBrand(own, 'lintong-jianzhu', 'other-name')
    const again = run('release', ['--to', to, '--from', folder('甲')], { env: { CONTENT_DIR: own } })
    expect(again.status).toBe(1)
    expect(again.output).toContain('少了一页：/brands/other-name/')
  })

  it('replaces nothing that is not its own', () => {
    const to = folder('occupied')
    mkdirSync(join(to, 'current'), { recursive: true })
    const { status, output } = publish(to, '甲')
    expect(status).toBe(1)
    expect(output).toContain('不是发布命令建的链接，没有动它')
  })
})

function renameBrand(root: string, from: string, to: string): void {
  cpSync(join(root, 'brands', from), join(root, 'brands', to), { recursive: true })
  rmSync(join(root, 'brands', from), { recursive: true })
}

describe('a release that is killed', () => {
  it('at 20 seeded points and all of the last steps leaves the old site or the new one, whole', async () => {
    const to = folder('killed')
    publish(to, '甲')
    publish(to, '乙')
    const counted = folder('count')
    publish(to, '甲', `count:${counted}`)
    const changes = Number(readFileSync(counted, 'utf8'))
    expect(changes).toBeGreaterThan(100)
    const next = randomOf(20_261_127)
    // The switch itself is among the last steps; chance alone would hardly meet it.
    const last = Array.from({ length: 8 }, (_, index) => changes - index)
    const points = [...Array.from({ length: 20 }, () => 1 + Math.floor(next() * changes)), ...last]
    let before = '甲'
    const seen = { old: 0, new: 0 }
    for (const [index, point] of points.entries()) {
      const words = before === '甲' ? '乙' : '甲'
      const { status } = publish(to, words, `${index % 2 ? 'after' : 'kill'}:${point}`)
      const now = await live(to)
      expect([before, words], `point ${point}`).toContain(now)
      // Whoever sees the number of another has a release that did not end as told.
      expect(status === null || status === 0, `point ${point}`).toBe(true)
      seen[now === before ? 'old' : 'new'] += 1
      before = now
    }
    expect(seen.old).toBeGreaterThan(10)
    expect(seen.new).toBeGreaterThan(0)
    expect(publish(to, '甲').status).toBe(0)
    expect(await live(to)).toBe('甲')
    expect(inside(to)[0]).toEqual(['.lock', 'current', 'releases'])
    expect(inside(to)[1]?.length).toBeLessThanOrEqual(6)
  })

  it('before the switch is none: it is not kept, and no address of it has to open', async () => {
    const to = folder('unseen')
    const counted = folder('count-unseen')
    publish(to, '甲')
    publish(to, '乙', `count:${counted}`)
    const changes = Number(readFileSync(counted, 'utf8'))
    const number = () => readlinkSync(join(to, 'current')).slice('releases/'.length)
    const seen = new Set(['000001', number()])
    // From before it is put among the others to where it is live; removing what the one before left is one change more.
    for (let point = changes - 5; point <= changes + 1; point++) {
      expect(publish(to, point % 2 ? '甲' : '乙', `kill:${point}`).status, String(point)).toBe(null)
      seen.add(number())
    }
    // Does nothing but tidy up, as each one above did after the one before.
    expect(run('rollback', ['--to', to, '--release', '999']).status).toBe(1)
    expect(inside(to)).toEqual([['.lock', 'current', 'releases'], [...seen].sort()])
    // One of them was live before it was killed, and may be wanted again.
    expect(seen.size).toBe(3)
  })

  it('never takes a release along that was live, when it was a step back', async () => {
    const to = folder('back')
    const counted = folder('count-back')
    publish(to, '甲')
    publish(to, '乙')
    publish(to, '甲')
    run('rollback', ['--to', to], { fault: `count:${counted}` })
    const changes = Number(readFileSync(counted, 'utf8'))
    expect(run('rollback', ['--to', to, '--release', '3']).status).toBe(0)
    // From before the link is made to behind the switch; each tidies up after the one before.
    for (let point = changes - 2; point <= changes; point++)
      expect(run('rollback', ['--to', to], { fault: `kill:${point}` }).status, String(point)).toBe(null)
    expect(run('rollback', ['--to', to, '--release', '999']).status).toBe(1)
    expect(inside(to)[1]).toEqual(['000001', '000002', '000003'])
  })

  it('is seen by nobody who reads all the while', async () => {
    const to = folder('read')
    publish(to, '甲')
    const child = spawn(process.execPath, ['scripts/release.ts', '--to', to, '--from', folder('乙')], {
      env: { ...withoutVitest(process.env), CONTENT_DIR: content, SITE_URL },
      stdio: 'ignore',
    })
    const ended = new Promise((done) => child.on('close', done))
    let running = true
    ended.then(() => (running = false))
    const seen = new Map<string, number>()
    while (running) {
      const words = await live(to)
      seen.set(words, (seen.get(words) ?? 0) + 1)
      await new Promise((done) => setTimeout(done, 1))
    }
    expect(await live(to)).toBe('乙')
    expect(seen.get('甲')).toBeGreaterThan(3)
  })
})

describe('a full disk', () => {
  it('at four points, from the first write to the link, leaves the old site and says so', async () => {
    const to = folder('full')
    publish(to, '乙')
    publish(to, '甲')
    const counted = folder('count-full')
    publish(to, '甲', `count:${counted}`)
    const changes = Number(readFileSync(counted, 'utf8'))
    for (const part of [0.02, 0.2, 0.4, 0.6]) {
      const { status, output } = publish(to, '乙', `full:${Math.floor(part * changes)}`)
      expect(output, String(part)).toContain('磁盘满了，没有写完')
      expect(output).toContain('线上现在是 000003')
      expect(status).toBe(1)
      expect(await live(to)).toBe('甲')
      expect(inside(to)[0]).toEqual(['.lock', 'current', 'releases'])
    }
    expect(publish(to, '乙').status).toBe(0)
  })

  it('at the last link leaves no release that nobody saw', async () => {
    const to = folder('full-link')
    const counted = folder('count-link')
    publish(to, '甲')
    publish(to, '乙', `count:${counted}`)
    // Behind it there are only renames and waits.
    const { output } = publish(to, '甲', `full:${Number(readFileSync(counted, 'utf8')) - 5}`)
    expect(output).toContain('磁盘满了，没有写完')
    expect(inside(to)).toEqual([
      ['.lock', 'current', 'releases'],
      ['000001', '000002'],
    ])
  })

  it('that is a real one, where this machine lets us make one', async (context) => {
    const to = folder('tmpfs')
    mkdirSync(to)
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', to]).status === 0
    if (!mounted) return context.skip()
    try {
      publish(to, '甲')
      expect(await live(to)).toBe('甲')
      for (let count = 0; count < 8; count++) {
        const before = await live(to)
        const { status, output } = publish(to, count % 2 ? '甲' : '乙')
        expect(await live(to)).toBe(status === 0 ? (count % 2 ? '甲' : '乙') : before)
        if (status !== 0) {
          expect(output).toContain('磁盘满了')
          return
        }
      }
      throw new Error('the disk never filled')
    } finally {
      spawnSync('umount', [to])
    }
  })
})

describe('a build that goes wrong', () => {
  let engine: string
  const to = () => folder('engine-site')

  beforeAll(() => {
    engine = folder('engine')
    mkdirSync(engine)
    for (const part of ['src', 'scripts', 'package.json']) cpSync(part, join(engine, part), { recursive: true })
    symlinkSync(resolve('node_modules'), join(engine, 'node_modules'))
    cpSync(content, join(engine, 'content'), { recursive: true })
  })

  /** The real build is tested elsewhere; here it is a command that ends as told. */
  function release(build: string, more: Record<string, string> = {}): Run {
    const packages = JSON.parse(readFileSync('package.json', 'utf8'))
    packages.scripts.build = build
    writeFileSync(join(engine, 'package.json'), JSON.stringify(packages))
    return run('release', ['--to', to()], { cwd: engine, env: { CONTENT_DIR: 'content', ...more } })
  }

  it('is published when it goes right', async () => {
    const { status, output } = release(`cp -R ${folder('甲')} dist`)
    expect([status, output]).toEqual([0, expect.stringContaining('发布好了：000001')])
    expect(await live(to())).toBe('甲')
  })

  it.each([
    ['fails', 'echo "Build broke"; exit 1', /Build broke[\s\S]*网站没有生成出来/],
    ['says that all went well and has made nothing', 'exit 0', /没有找到生成好的网站/],
    [
      'stops half way and says that all went well',
      'cp -R SITE dist && rm -r dist/brands dist/404.html && exit 0',
      /少了 404\.html[\s\S]*少了一页：\/brands\/lintong-jianzhu\//,
    ],
    [
      'leaves a page half written',
      'cp -R SITE dist && truncate -s 90 dist/about/index.html',
      /这一页没有写完：\/about\//,
    ],
    [
      'puts a link into the site',
      'cp -R SITE dist && ln -s /etc/passwd dist/notes.txt',
      /成品里有链接或特殊文件，不能发布：notes\.txt/,
    ],
  ])('that %s leaves the old site', async (_, command, words) => {
    const { status, output } = release(command.replace('SITE', folder('乙')))
    expect(output).toMatch(words)
    expect(output).toContain('线上现在是 000001')
    expect(status).toBe(1)
    expect(await live(to())).toBe('甲')
    expect(inside(to())).toEqual([['.lock', 'current', 'releases'], ['000001']])
  })

  it('is not even begun while a manuscript holds code', async () => {
    const manuscript = join(engine, 'content/brands/lintong-jianzhu/index.mdx')
    const before = readFileSync(manuscript, 'utf8')
    writeFileSync(manuscript, `${before}\n{process.exit(0)}\n`)
    const { status, output } = release('touch begun')
    writeFileSync(manuscript, before)
    expect(output).toMatch(
      /brands\/lintong-jianzhu\/index\.mdx:\d+:1 错误 正文里有花括号[\s\S]*稿件里有错误，没有生成网站/,
    )
    expect(output).toContain('线上现在是 000001')
    expect([status, existsSync(join(engine, 'begun'))]).toEqual([1, false])
    expect(await live(to())).toBe('甲')
  })

  it('nor while a day is told that has not come: the whole site would take it for today', async () => {
    const manuscript = join(engine, 'content/brands/lintong-jianzhu/index.mdx')
    const before = readFileSync(manuscript, 'utf8')
    writeFileSync(manuscript, before.replace(/^checkedOn: .*$/m, 'checkedOn: 2062-11-28'))
    const { status, output } = release('touch begun')
    writeFileSync(manuscript, before)
    expect(output).toMatch(/2062-11-28，这一天还没有到[\s\S]*稿件里有错误，没有生成网站/)
    expect([status, existsSync(join(engine, 'begun'))]).toEqual([1, false])
  })

  it('shares its folder with no other, wherever that is published', async () => {
    const elsewhere = folder('elsewhere')
    const packages = JSON.parse(readFileSync('package.json', 'utf8'))
    packages.scripts.build = `touch ${folder('building')} && sleep 600`
    writeFileSync(join(engine, 'package.json'), JSON.stringify(packages))
    const child = spawn(process.execPath, ['scripts/release.ts', '--to', to()], {
      cwd: engine,
      stdio: 'ignore',
      env: { ...withoutVitest(process.env), CONTENT_DIR: 'content', SITE_URL },
    })
    await vi.waitFor(() => expect(existsSync(folder('building'))).toBe(true), { timeout: 60_000, interval: 50 })
    // Neither to build there nor to publish what another is building; what lies elsewhere is free.
    for (const from of [[], ['--from', 'dist']]) {
      const { status, output } = run('release', ['--to', elsewhere, ...from], {
        cwd: engine,
        env: { CONTENT_DIR: 'content' },
      })
      expect(output).toContain('另一次发布正在用这里的 dist/ 生成网站。等它做完，再运行一次。')
      expect([status, existsSync(join(elsewhere, '.next'))]).toEqual([1, false])
    }
    const args = ['--to', elsewhere, '--from', folder('甲')]
    expect(run('release', args, { cwd: engine, env: { CONTENT_DIR: 'content' } }).status).toBe(0)
    child.kill('SIGKILL')
  })

  it('goes on no longer than the release that asked for it, and lets no other one in meanwhile', async () => {
    const beat = folder('beat')
    const packages = JSON.parse(readFileSync('package.json', 'utf8'))
    packages.scripts.build = `node -e "setInterval(() => fs.appendFileSync('${beat}', '.'), 20)"`
    writeFileSync(join(engine, 'package.json'), JSON.stringify(packages))
    const child = spawn(process.execPath, ['scripts/release.ts', '--to', to()], {
      cwd: engine,
      stdio: 'ignore',
      env: { ...withoutVitest(process.env), CONTENT_DIR: 'content', SITE_URL },
    })
    const beats = () => (existsSync(beat) ? readFileSync(beat).length : 0)
    await vi.waitFor(() => expect(beats()).toBeGreaterThan(2), { timeout: 60_000, interval: 50 })
    expect(publish(to(), '乙').output).toContain('另一次发布正在进行')
    child.kill('SIGKILL')
    await vi.waitFor(
      async () => {
        const before = beats()
        await new Promise((done) => setTimeout(done, 300))
        expect(beats()).toBe(before)
      },
      { timeout: 30_000 },
    )
    // Nothing has to be cleaned up by hand before the next one.
    expect(publish(to(), '乙').status).toBe(0)
    expect(await live(to())).toBe('乙')
  })
})

/** Text that no compression makes much smaller. */
function noise(length: number): string {
  const next = randomOf(1)
  return Array.from({ length }, () => String.fromCharCode(97 + Math.floor(next() * 26))).join('')
}

describe('the gate', () => {
  /** Faults of a sample site after something was done to it. */
  async function faults(change: (site: string) => void, more: Partial<Candidate> = {}): Promise<Fault[]> {
    const site = mkdtempSync(join(base, 'gate-'))
    writeSampleSite(site, known, '甲', more.base)
    change(site)
    return judge({ site, content: known, base: '/', published: [], ...more })
  }
  const edit = (file: string, from: string | RegExp, to: string) => (site: string) => {
    const before = readFileSync(join(site, file), 'utf8')
    expect(before.replace(from, to)).not.toBe(before)
    writeFileSync(join(site, file), before.replace(from, to))
  }

  it('has nothing against a sound site, below a base path too', async () => {
    expect(await faults(() => undefined)).toEqual([])
    expect(await faults(() => undefined, { base: '/topic' })).toEqual([])
    expect(await faults(() => undefined, { origin: SITE_URL })).toEqual([])
  })

  it('refuses a site that was built for another origin, and names both', async () => {
    const found = await faults(() => undefined, { origin: 'https://rs.yulin.example' })
    expect(found).toEqual([
      {
        check: 'map',
        message: expect.stringMatching(/https:\/\/site\.example 的，不是 SITE_URL 给的 https:\/\/rs\.yulin/),
      },
    ])
  })

  it.each<[string, Fault['check'], RegExp, (site: string) => void]>([
    [
      'a page that is missing',
      'pages',
      /少了一页：\/brands\/lintong-jianzhu\//,
      (site) => rmSync(join(site, 'brands/lintong-jianzhu/index.html')),
    ],
    [
      'a redirect that is missing',
      'pages',
      /少了一页：\/brands\/lintong\//,
      (site) => rmSync(join(site, 'brands/lintong/index.html')),
    ],
    [
      'a page without an entry',
      'pages',
      /多了一页，稿件里没有它：\/brands\/stray\//,
      (site) => cpSync(join(site, 'about'), join(site, 'brands/stray'), { recursive: true }),
    ],
    ['a feed that is missing', 'files', /少了 feeds\/all\.xml/, (site) => rmSync(join(site, 'feeds/all.xml'))],
    [
      'an empty feed',
      'files',
      /少了 feeds\/all\.json，或它是空的/,
      (site) => writeFileSync(join(site, 'feeds/all.json'), ''),
    ],
    ['a dead link', 'links', /\/about\/ → \/nowhere\//, edit('about/index.html', 'href="/#top"', 'href="/nowhere/"')],
    ['a dead anchor', 'links', /\/about\/ → \/#nowhere/, edit('about/index.html', '#top', '#nowhere')],
    [
      'a link to a folder without a page',
      'links',
      /\/about\/ → \/feeds\//,
      edit('about/index.html', '/#top', '/feeds/'),
    ],
    ['a site map with a page that is none', 'map', /\/gone\/ 打不开/, edit('sitemap.xml', '/about/', '/gone/')],
    [
      'a full-text index with a piece missing',
      'search',
      /索引不全：写着 1 页，只有 0 页/,
      (site) => rmSync(join(site, 'pagefind/fragment'), { recursive: true }),
    ],
    ['a telephone number', 'leak', /手机/, edit('about/index.html', '首页', '首页 13800138000')],
    ['an event handler', 'policy', /<a onclick>/, edit('about/index.html', '<a ', '<a onclick="x()" ')],
    [
      'a script the policy does not know',
      'policy',
      /<script> not in the policy/,
      edit('about/index.html', '<a ', '<script>x()</script><a '),
    ],
    [
      'a picture from elsewhere',
      'policy',
      /向别的网站取东西：\/about\/ → https:\/\/elsewhere\.example\/x\.png/,
      edit('about/index.html', '<a ', '<img src="https://elsewhere.example/x.png" alt=""><a '),
    ],
    [
      'styles over their budget',
      'budget',
      new RegExp(`/about/ 的样式有 \\d+ 字节，最多 ${BUDGETS.styles}`),
      edit(
        'about/index.html',
        '</head>',
        `<style>${[...Array(9000).keys()].map((n) => `.x${(n * 7919) % 99991}{top:${(n * 104729) % 99991}px}`).join('')}</style></head>`,
      ),
    ],
    [
      'a page over its budget',
      'budget',
      /\/about\/ 压缩后有 \d+ 字节，最多 \d+/,
      edit('about/index.html', '</body>', `<!--${noise(40_000)}--></body>`),
    ],
  ])('refuses %s', async (_, check, words, change) => {
    const found = await faults(change)
    expect(
      found
        .filter((fault) => fault.check === check)
        .map(({ message }) => message)
        .join('\n'),
    ).toMatch(words)
  })

  it('refuses to lose an address that any earlier release had', async () => {
    const found = await faults(() => undefined, { published: ['/', '/stories/old-one/'] })
    expect(found).toEqual([
      {
        check: 'ledger',
        message: expect.stringMatching(/发布过的地址 \/stories\/old-one\/ 打不开了[\s\S]*content\/redirects\.yaml/),
      },
    ])
  })
})

describe('the origin', () => {
  const args = (to: string, ...more: string[]) => ['--to', to, '--from', folder('甲'), ...more]

  it('has to be said, and to be the one that the site was built for', () => {
    const to = folder('origin')
    const unsaid = run('release', args(to), { env: { SITE_URL: '' } })
    expect([unsaid.status, unsaid.output]).toEqual([1, expect.stringContaining('没有给 SITE_URL')])
    const other = run('release', args(to), { env: { SITE_URL: 'https://other.example' } })
    expect([other.status, other.output]).toEqual([
      1,
      expect.stringContaining(`成品里写的网址是 ${SITE_URL} 的，不是 SITE_URL 给的 https://other.example`),
    ])
    expect(other.output).toContain('线上还没有发布过')
  })

  it('need not be said for a trial on this machine', () => {
    expect(run('release', args(folder('trial'), '--local'), { env: { SITE_URL: '' } }).status).toBe(0)
  })
})

describe('the maps for web servers', () => {
  it('hold every address that leads on, with the base path, and anchors as headers can carry them', () => {
    const redirects = {
      moved: [
        { from: '/a/', to: '/brands/b/' },
        { from: '/c/', to: '/brands/b/#从一块砖开始' },
      ],
      gone: ['/d/'],
    }
    expect(redirectMaps(redirects, '/topic/')).toEqual({
      'redirects.nginx.map':
        '"/topic/a/" "/topic/brands/b/";\n"/topic/c/" "/topic/brands/b/#%E4%BB%8E%E4%B8%80%E5%9D%97%E7%A0%96%E5%BC%80%E5%A7%8B";\n',
      'redirects.caddy':
        'redir "/topic/a/" "/topic/brands/b/" permanent\nredir "/topic/c/" "/topic/brands/b/#%E4%BB%8E%E4%B8%80%E5%9D%97%E7%A0%96%E5%BC%80%E5%A7%8B" permanent\n',
    })
  })
})
