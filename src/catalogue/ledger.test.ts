import { describe, expect, it } from 'vitest'
import { pageAddresses } from './addresses.ts'
import { lostAddresses, readLedger, writeLedger } from './ledger.ts'
import type { RawFile } from './read.ts'
import { readRedirects, resolveRedirects, withCompanions } from './redirects.ts'
import { validate } from './validate.ts'

const TABLES: Array<[string, RawFile['kind'], string]> = [
  [
    'sources.yaml',
    'source',
    '- { id: s1, title: 报道, publisher: 某日报, kind: news, confidence: reputable, date: 2025-03-01 }\n',
  ],
  ['trades.yaml', 'trade', '- { id: bricklayer, name: 砌筑工, summary: 砌墙的人。 }\n'],
  [
    'regions.yaml',
    'region',
    '- { id: gx, name: 广西壮族自治区, shortName: 广西, level: province }\n' +
      '- { id: fm, name: 福绵区, shortName: 福绵, level: county, parent: gx }\n' +
      '- { id: empty, name: 空区, shortName: 空, level: county, parent: gx }\n',
  ],
]

const tables: RawFile[] = TABLES.map(([file, kind, text]) => ({ kind, id: '', file, text, beside: [] }))

const brand = (id: string, more = ''): RawFile => ({
  kind: 'brand',
  id,
  file: `brands/${id}/index.mdx`,
  text: `---\nname: 临桐建筑\nsummary: 在外砌墙的一群人。\nregion: fm\ncheckedOn: 2026-11-21\n${more}---\n\n正文。\n`,
  beside: [],
})

const figure = (id: string, more = ''): RawFile => ({
  kind: 'figure',
  id,
  file: `figures/${id}/index.mdx`,
  text: `---\nname: 已撤下\nroles: [founder]\nsummary: 已撤下\nwithdrawnOn: 2026-11-20\n${more}---\n`,
  beside: [],
})

/** What `check` says about a content with these files, this ledger and these redirects. */
function check(files: RawFile[], ledger: string[] = [], redirects = '') {
  const { problems, entries } = validate({
    files: [...tables, ...files],
    problems: [],
    ledger: writeLedger(ledger),
    redirects,
  })
  return {
    problems: problems.map(({ file, line, rule, message, fix }) => ({ file, line, rule, message, fix })),
    entries,
  }
}

describe('the addresses of a content', () => {
  it('are those of its pages: nothing for a region without content, nothing that travels of a person taken down', () => {
    const { entries } = check([brand('lintong'), figure('gone')])
    const pages = pageAddresses(entries)
    expect(pages).toEqual(
      expect.arrayContaining([
        '/',
        '/brands/',
        '/brands/lintong/',
        '/posters/brands/lintong/',
        '/posters/brands/lintong/a4/',
        '/embed/brands/lintong/',
        '/press/lintong/',
        '/zh-hant/brands/lintong/',
        '/zh-hant/brands/',
        '/regions/fm/',
        '/regions/gx/',
        '/figures/gone/',
      ]),
    )
    for (const absent of ['/regions/empty/', '/posters/figures/gone/', '/training/'])
      expect(pages).not.toContain(absent)
  })
})

describe('a ledger', () => {
  it('is read as it was written, sorted, each address once', () => {
    expect(readLedger(writeLedger(['/b/', '/a/', '/b/']))).toEqual(['/a/', '/b/'])
  })

  it('is at peace with content that keeps every address', () => {
    const { entries, problems } = check([brand('lintong')])
    expect(problems).toEqual([])
    expect(check([brand('lintong')], pageAddresses(entries)).problems).toEqual([])
  })

  it('names a lost page once, at its line, with the likely new name as cure', () => {
    const ledger = pageAddresses(check([brand('lintong-jianzhu')]).entries)
    const { problems } = check([brand('lintong-jiangong')], ledger)
    expect(problems).toEqual([
      {
        file: 'addresses.txt',
        line: 2 + ledger.indexOf('/brands/lintong-jianzhu/'),
        rule: 'lost-address',
        message: '发布过的地址 /brands/lintong-jianzhu/ 打不开了：别人收藏、转发、印出来的都是它',
        fix: expect.stringContaining('是不是改名成了 lintong-jiangong？在它开头写 formerIds: [lintong-jianzhu]'),
      },
    ])
  })

  it.each<[former: string, added: string, guess: string | undefined]>([
    ['lintong-jianzhu', 'lintong-jianzu', 'lintong-jianzu'],
    ['lintong-jianzhu', 'gaoling-gongjiang-lintong', 'gaoling-gongjiang-lintong'],
    ['lintong-jianzhu', 'fumian-caifeng', undefined],
    ['guitar-gathering-2024', 'guitar-gathering-2025', undefined],
  ])('guesses a new name only from one that looks like it: %s, %s', (former, added, guess) => {
    const lost = lostAddresses([`/brands/${former}/`], new Set([`/brands/${added}/`]))
    expect(/改名成了 ([a-z0-9-]+)/.exec(lost[0]?.fix ?? '')?.[1]).toBe(guess)
  })

  it('is satisfied by formerIds, which take posters, card and press kit along', () => {
    const ledger = pageAddresses(check([brand('lintong-jianzhu')]).entries)
    const { problems, entries } = check([brand('new-name', 'formerIds: [lintong-jianzhu]\n')], ledger)
    expect(problems).toEqual([])
    for (const place of ['/posters/brands/ID/a4/', '/zh-hant/brands/ID/']) {
      const [from, to] = [place.replace('ID', 'lintong-jianzhu'), place.replace('ID', 'new-name')]
      expect(resolveRedirects(entries, []).moved).toContainEqual({ from, to })
    }
  })

  it('is satisfied by a row of redirects.yaml, and by one that says the content was taken down', () => {
    const row = (address: string) => `- from: ${address}\n  withdrawnOn: 2026-12-01\n`
    const ledger = ['/events/old/', '/regions/fm/', '/brands/lintong/']
    const redirects = `- from: /brands/lintong/\n  to: /brands/\n${row('/events/old/')}${row('/regions/fm/')}`
    expect(check([], ledger, redirects).problems).toEqual([])
  })

  it('lets what travels of an entry share the fate of its page, unless a row of its own says otherwise', () => {
    const ledger = pageAddresses(check([brand('lintong')]).entries).filter((page) => page.includes('/lintong/'))
    expect(ledger.length).toBeGreaterThan(5)
    const taken = '- from: /brands/lintong/\n  withdrawnOn: 2026-12-01\n'
    expect(check([], ledger, taken).problems).toEqual([])
    const own = `${taken}- from: /press/lintong/\n  to: /media/\n`
    expect(check([], ledger, own).problems).toEqual([])
    const resolved = resolveRedirects([], withCompanions(readRedirects(own).rows, ledger))
    expect(resolved.moved).toEqual([{ from: '/press/lintong/', to: '/media/' }])
    expect(resolved.gone).toContain('/posters/brands/lintong/a4/')
    // A poster that is taken down takes nothing with it.
    const [, poster] = withCompanions(readRedirects('- from: /posters/brands/lintong/\n  to: /brands/\n').rows, ledger)
    expect(poster).toBeUndefined()
  })

  it('keeps the addresses of a person taken down, former ones too, and what travelled', () => {
    const ledger = [
      '/figures/li/',
      '/figures/li-si/',
      '/posters/figures/li/',
      '/embed/figures/li-si/',
      '/zh-hant/figures/li/',
    ]
    const { problems, entries } = check([figure('li', 'formerIds: [li-si]\n')], ledger)
    expect(problems).toEqual([])
    // Nothing that leads on says who it was.
    expect(resolveRedirects(entries, [])).toMatchObject({ moved: [] })
    expect(resolveRedirects(entries, []).gone).toContain('/figures/li-si/')
  })

  it('does not take an entry with a mistake for one that is gone', () => {
    const ledger = pageAddresses(check([brand('lintong')]).entries)
    expect(check([brand('lintong', 'nonsense: 1\n')], ledger).problems.map(({ rule }) => rule)).toEqual([
      'unknown-field',
    ])
  })

  it('loses a page that becomes a draft, not one that waits for its time', () => {
    const ledger = pageAddresses(check([brand('lintong')]).entries)
    expect(check([brand('lintong', 'draft: true\n')], ledger).problems.map(({ rule }) => rule)).toContain(
      'lost-address',
    )
    expect(check([brand('lintong', 'publishAt: 2030-01-01T09:00+08:00\n')], ledger).problems).toEqual([])
  })

  it('takes lines that are no addresses for what they are', () => {
    expect(check([], ['hello']).problems).toMatchObject([{ file: 'addresses.txt', line: 2, rule: 'ledger' }])
  })

  it('says of a lost page that belongs to no entry how to write a redirect', () => {
    expect(lostAddresses(['/old-list/'], new Set(['/']))[0]?.fix).toContain('content/redirects.yaml')
  })
})

describe('redirects.yaml', () => {
  const messages = (redirects: string, files: RawFile[] = [brand('lintong')]) =>
    check(files, [], redirects).problems.map(({ file, line, message }) => `${file}:${line} ${message}`)

  it('is empty without a file, and with remarks only', () => {
    expect(readRedirects('')).toEqual({ rows: [], problems: [] })
    expect(readRedirects('# 还没有\n\n')).toEqual({ rows: [], problems: [] })
  })

  it('follows chains to their end', () => {
    const { rows } = readRedirects(
      '- { from: /a/, to: /b/ }\n- { from: /b/, to: /brands/lintong/ }\n- { from: /c/, to: /d/ }\n- { from: /d/, withdrawnOn: 2026-12-01 }\n',
    )
    expect(resolveRedirects([], rows)).toEqual({
      moved: [
        { from: '/a/', to: '/brands/lintong/' },
        { from: '/b/', to: '/brands/lintong/' },
      ],
      gone: ['/c/', '/d/'],
    })
  })

  it('follows addresses with an anchor too, and takes the last anchor of the way along', () => {
    const { rows } = readRedirects(
      [
        '- { from: /a/, to: "/b/#x" }',
        '- { from: /b/, to: /brands/ }',
        '- { from: /c/, to: "/d/#x" }',
        '- { from: /d/, to: "/brands/#y" }',
        '- { from: /e/, to: "/f/#x" }',
        '- { from: /f/, withdrawnOn: 2026-12-01 }',
      ].join('\n'),
    )
    expect(resolveRedirects([], rows)).toEqual({
      moved: [
        { from: '/a/', to: '/brands/#x' },
        { from: '/b/', to: '/brands/' },
        { from: '/c/', to: '/brands/#y' },
        { from: '/d/', to: '/brands/#y' },
      ],
      gone: ['/e/', '/f/'],
    })
  })

  it('follows an anchor on the address of an entry that was renamed', () => {
    const { entries } = check([brand('new-name', 'formerIds: [lintong]\n')])
    const { rows } = readRedirects('- { from: /a/, to: "/brands/lintong/#x" }')
    expect(resolveRedirects(entries, rows).moved).toContainEqual({ from: '/a/', to: '/brands/new-name/#x' })
  })

  it.each([
    ['- { from: /a/, to: /nowhere/ }', 'redirects.yaml:1 站内没有 /nowhere/ 这一页'],
    ['- { from: /brands/lintong/, to: /brands/ }', 'redirects.yaml:1 /brands/lintong/ 现在还有这一页'],
    ['- { from: /a/, to: /brands/ }\n- { from: /a/, to: /stories/ }', 'redirects.yaml:2 旧地址 /a/ 写了两次'],
    ['- { from: /a/, to: /b/ }\n- { from: /b/, to: /a/ }', 'redirects.yaml:1 /a/ 转来转去又回到自己'],
    ['- { from: /a/, to: "/b/#x" }\n- { from: /b/, to: /a/ }', 'redirects.yaml:2 /b/ 转来转去又回到自己'],
    ['- { from: /a/, to: "/a/#x" }', 'redirects.yaml:1 /a/ 转来转去又回到自己'],
    ['- hello', 'redirects.yaml:1 这里是一行文字，不是一栏一栏的内容'],
    ['- { from: /a/, to: /brands/ }\n- 123', 'redirects.yaml:2 这里是一个数字，不是一栏一栏的内容'],
    ['- [/a/, /brands/]', 'redirects.yaml:1 这里是一个列表，不是一栏一栏的内容'],
    ['- ', 'redirects.yaml:1 这里空着'],
    ['- { from: 123, to: /brands/ }', 'redirects.yaml:1 「旧地址」（from）会被读成数字或真假，不是文字'],
    ['- { from: , to: /brands/ }', 'redirects.yaml:1 「旧地址」（from）空着'],
    ['- { to: /brands/ }', 'redirects.yaml:1 少了「旧地址」（from）这一栏'],
    [
      '- { from: a, to: /brands/ }',
      'redirects.yaml:1 「旧地址」（from）：旧地址写成 /stories/jiu-bianhao/ 这样，前后都有斜线',
    ],
    [
      '- { from: /a/ }',
      'redirects.yaml:1 「旧地址」（from）：to（新地址）和 withdrawnOn（撤下日期）要写一个，只写一个',
    ],
    [
      '- { from: /a/, to: "https://elsewhere.example/" }',
      'redirects.yaml:1 「新地址」（to）：新地址写成 /stories/xin-bianhao/ 这样，只能是本站的',
    ],
    ['- { form: /a/, to: /brands/ }', 'redirects.yaml:1 没有「form」这一栏'],
    ['from: /a/', 'redirects.yaml:1 这个表不是列表'],
  ])('%s is refused with its line', (text, expected) => {
    expect(messages(text)).toContain(expected)
  })

  it('is refused where formerIds lead already', () => {
    const files = [brand('new-name', 'formerIds: [lintong]\n')]
    expect(messages('- { from: /brands/lintong/, to: /brands/ }', files)).toEqual([
      'redirects.yaml:1 /brands/lintong/ 已经由 formerIds 转走了',
    ])
  })
})
