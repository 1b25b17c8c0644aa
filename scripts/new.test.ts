import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readContent } from '../src/catalogue/read.ts'
import { validate } from '../src/catalogue/validate.ts'
import { readManuscript } from '../src/manuscript/manuscript.ts'
import { NEW_KINDS, renderManuscript } from './lib/new-entry.ts'

// These start whole programs; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 })

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'yifang-new-'))
  writeFileSync(join(root, 'regions.yaml'), '- id: gx\n  name: 广西壮族自治区\n  shortName: 广西\n  level: province')
  writeFileSync(
    join(root, 'sources.yaml'),
    '- id: s1\n  title: 报道\n  publisher: 日报\n  kind: news\n  confidence: reputable\n',
  )
  writeFileSync(join(root, 'trades.yaml'), '# 表头的话\n- id: t1\n  name: 缝纫工\n  summary: 做衣服。\n')
  for (const [id, name] of [
    ['fumian-caifeng', '福绵裁缝'],
    ['fumian-xishui', '福绵洗水工'],
  ]) {
    mkdirSync(join(root, 'brands', id as string), { recursive: true })
    writeFileSync(
      join(root, 'brands', id as string, 'index.mdx'),
      `---\nname: ${name}\nsummary: 做衣服的人。\nregion: gx\ncheckedOn: 2026-11-21\n---\n\n正文。\n`,
    )
  }
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function run(options: string[], typed = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/new.ts', ...options], {
    input: typed,
    encoding: 'utf8',
    env: { ...process.env, CONTENT_DIR: root },
  })
  return { status, stdout, stderr }
}

const files = () => readdirSync(root, { recursive: true, encoding: 'utf8' }).sort()
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const state = () => files().map((file) => [file, /\.(?:mdx|yaml)$/.test(file) ? read(file) : ''])
const problems = async () => validate(await readContent(root)).problems

const STORY = [
  '--kind',
  'story',
  '--title',
  '水：后来流到哪里',
  '--lead',
  '一句话。',
  '--kind-of',
  'deed',
  '--brands',
  '福绵裁缝',
]

describe('npm run new with options', () => {
  const ENTRIES: Record<(typeof NEW_KINDS)[number], [options: string[], file: string]> = {
    story: [STORY.slice(2), 'stories/shui-hou-lai-liu-dao-na-li/index.mdx'],
    figure: [
      ['--name', '张三丰', '--roles', '传承人、leader', '--summary', '一个人。'],
      'figures/zhang-san-feng/index.mdx',
    ],
    event: [
      ['--name', '裁缝大赛', '--type', '大赛', '--summary', '比做衣服。', '--start', '2026年5月1日'],
      'events/cai-feng-da-sai/index.mdx',
    ],
    brand: [['--name', '某某师傅', '--summary', '做事的人。', '--region', '广西'], 'brands/mou-mou-shi-fu/index.mdx'],
    place: [
      ['--name', '某园区', '--kind-of', '1', '--region', 'gx', '--summary', '一个园区。'],
      'places/mou-yuan-qu/index.mdx',
    ],
    organisation: [
      ['--name', '某协会', '--kind-of', '1', '--region', 'gx', '--summary', '一个协会。'],
      'organisations/mou-xie-hui/index.mdx',
    ],
    source: [
      ['--title', '某报道', '--publisher', '日报', '--kind-of', '新闻报道', '--confidence', '可靠报道'],
      'sources.yaml',
    ],
    trade: [['--name', '洗水工', '--summary', '洗裤子。'], 'trades.yaml'],
    region: [['--name', '玉林市', '--shortName', '玉林', '--level', '市级'], 'regions.yaml'],
  }

  it.each(NEW_KINDS)('begins a valid %s', async (kind) => {
    const [options, file] = ENTRIES[kind]
    const { status, stdout, stderr } = run(['--kind', kind, ...options])
    expect(stderr).toBe('')
    expect(status).toBe(0)
    expect(stdout).toMatch(/建好了草稿|末尾加了一条/)
    expect(files()).toContain(file)
    expect(await problems()).toEqual([])
    if (file.endsWith('.mdx')) {
      expect(read(file)).toContain('\ndraft: true\n')
      expect(read(file)).toMatch(/# ## .*\p{Script=Han}/u)
    }
  })

  it('explains a field above it: what is typed at the end of its line, its mark taken away, is kept', () => {
    const template = renderManuscript('story', { title: '一', lead: '二' })
    const typed = (line: string) => ({ '  - id:': ' jobs', '    text:': ' 有3人。', 'claims:': '' })[line]
    const filled = template
      .split('\n')
      .map((line) => {
        const field = line.replace(/^# /, '')
        const words = line.startsWith('#') ? typed(field) : undefined
        return words === undefined ? line : field + words
      })
      .join('\n')
    expect(readManuscript(filled, 'index.mdx').data).toMatchObject({ claims: [{ id: 'jobs', text: '有3人。' }] })
  })

  it('keeps what a table says, comments included', async () => {
    const before = read('trades.yaml')
    run(['--kind', 'trade', '--name', '洗水工', '--summary', '洗裤子。'])
    expect(read('trades.yaml')).toBe(`${before}- id: xi-shui-gong\n  name: 洗水工\n  summary: 洗裤子。\n`)
    expect(await problems()).toEqual([])
  })

  it('gives a second entry of the same name another folder, and never writes over one', () => {
    run(STORY)
    const first = read('stories/shui-hou-lai-liu-dao-na-li/index.mdx')
    expect(run(STORY).status).toBe(0)
    expect(readdirSync(join(root, 'stories')).sort()).toEqual([
      'shui-hou-lai-liu-dao-na-li',
      'shui-hou-lai-liu-dao-na-li-2',
    ])
    const { status, stderr } = run([...STORY, '--id', 'shui-hou-lai-liu-dao-na-li'])
    expect([status, stderr]).toEqual([1, '--id：编号 shui-hou-lai-liu-dao-na-li 已经有人用，没有动它。换一个\n'])
    expect(read('stories/shui-hou-lai-liu-dao-na-li/index.mdx')).toBe(first)
  })

  it.each([
    ['too short a title', [...STORY.slice(0, 3), '短', ...STORY.slice(4)], '--title：标题至少 4 个字'],
    ['a brand that does not exist', [...STORY.slice(0, -1), '没有的'], '--brands：没有「没有的」'],
    ['a brand that could be two', [...STORY.slice(0, -1), '福绵'], '--brands：「福绵」有好几个：福绵裁缝、福绵洗水工'],
    ['an id that is no address', [...STORY, '--id', '福绵'], '--id：编号只能用小写拼音'],
    ['an option that does not exist', [...STORY, '--titel', 'x'], '没看懂这些选项'],
    ['a photograph that is not there', [...STORY, '--photo', '/nowhere/a.jpg'], '找不到照片 a.jpg，什么也没有建'],
  ])('refuses %s in Chinese and writes nothing', (_, options, words) => {
    const before = state()
    const { status, stderr } = run(options)
    expect(status).toBe(1)
    expect(stderr).toContain(words)
    expect(stderr).not.toMatch(/ {4}at /)
    expect(state()).toEqual(before)
  })

  it('takes a photograph along, made fit', async () => {
    const photo = join(root, '..', `李姐 ${process.pid}.JPG`)
    const big = sharp({ create: { width: 3000, height: 2000, channels: 3, background: '#a3301f' } })
    await big.jpeg().withMetadata({ orientation: 6 }).toFile(photo)
    const before = readFileSync(photo)
    const { status, stderr } = run([
      ...STORY,
      '--photo',
      photo,
      '--alt',
      '女工在缝纫机前车裤脚',
      '--credit',
      '某中心',
      '--licence',
      '授权"本站"使用',
    ])
    expect([stderr, status]).toEqual(['', 0])
    const name = `li-jie-${process.pid}.jpg`
    expect(readdirSync(join(root, 'stories/shui-hou-lai-liu-dao-na-li')).sort()).toEqual(['index.mdx', name].sort())
    expect(await sharp(join(root, 'stories/shui-hou-lai-liu-dao-na-li', name)).metadata()).toMatchObject({
      width: 1707,
      height: 2560,
    })
    expect(read('stories/shui-hou-lai-liu-dao-na-li/index.mdx')).toContain(
      `<Photo src="./${name}" alt="女工在缝纫机前车裤脚"`,
    )
    expect(await problems()).toEqual([])
    expect(readFileSync(photo).equals(before)).toBe(true)
    rmSync(photo)
  })
})

describe('npm run new, asked', () => {
  it('asks again on the spot and takes numbers, names and parts of names', async () => {
    const { status, stdout } = run([], '故事\n短\n福绵的水以后\n一句话。\n2\n福绵\n裁缝、2\n\n')
    expect(status).toBe(0)
    expect(stdout).toContain('标题至少 4 个字')
    expect(stdout).toContain('「福绵」有好几个')
    const text = read('stories/fu-mian-de-shui-yi-hou/index.mdx')
    expect(text).toContain('kind: deed')
    expect(text).toContain('brands:\n  - fumian-caifeng\n  - fumian-xishui\n')
    expect(await problems()).toEqual([])
  })

  it('writes nothing when it is left half way', () => {
    const before = state()
    const { status, stderr } = run([], '1\n福绵的水以后\n')
    expect(status).toBe(1)
    expect(stderr).toContain('没有写完，什么也没有建')
    expect(state()).toEqual(before)
  })
})
