import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { writeFiles } from './corpus-files.ts'
import { countPages, demandEqual, sizeOfAll, UnequalWork } from './equal.ts'
import { answering, type PeerSite, paddingFor, paddingText, peerSite } from './peers/peer.ts'

const roots: string[] = []
afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true, force: true })
})

function site(pages: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'yifang-equal-'))
  roots.push(root)
  writeFiles(root, Object.entries(pages))
  return root
}

const IDS = new Set(['x-00001', 'x-00002'])
const page = (bytes: number, text = '') => `<html>${text}${'.'.repeat(bytes - 6 - text.length)}`

describe('counting a site', () => {
  it('tells pages, their makes and what they link to, and leaves redirects out', () => {
    const counted = countPages(
      site({
        'index.html': page(100, '<a href="/brands/x-00002/">'),
        'brands/x-00001/index.html': page(200),
        'embed/brands/x-00001/index.html': page(50),
        'old/index.html': '<meta http-equiv="refresh" content="0; url=/new/">',
        'feed.xml': 'no page',
      }),
      IDS,
    )
    expect(counted).toEqual([
      { path: '/brands/x-00001/', make: '/brands/*/', bytes: 200, links: [], entry: 'x-00001' },
      { path: '/embed/brands/x-00001/', make: '/embed/brands/*/', bytes: 50, links: [], entry: 'x-00001' },
      { path: '/', make: '/', bytes: 100, links: ['x-00002'], entry: undefined },
    ])
    expect(sizeOfAll(counted)).toEqual({ pages: 3, bytes: 350 })
  })

  it('takes many pages of one folder for one make', () => {
    const names = [...'abcdefgh']
    const counted = countPages(
      site(Object.fromEntries(names.map((name) => [`regions/${name}/index.html`, page(20)]))),
      IDS,
    )
    expect(new Set(counted.map(({ make }) => make))).toEqual(new Set(['/regions/*/']))
  })
})

describe('equal work', () => {
  const ours = { pages: 1000, bytes: 50_000_000 }

  it('is as many pages within 2 % and as many bytes within 5 %', () => {
    expect(() => demandEqual(ours, { pages: 1019, bytes: 52_400_000 }, 'Hugo')).not.toThrow()
    expect(() => demandEqual(ours, { pages: 981, bytes: 47_600_000 }, 'Hugo')).not.toThrow()
  })

  it.each([
    ['fewer pages', { pages: 979, bytes: 50_000_000 }],
    ['more pages', { pages: 1021, bytes: 50_000_000 }],
    ['smaller pages', { pages: 1000, bytes: 47_400_000 }],
    ['larger pages', { pages: 1000, bytes: 52_600_000 }],
    ['nothing at all', { pages: 0, bytes: 0 }],
  ])('is refused: %s', (_, theirs) => {
    expect(() => demandEqual(ours, theirs, 'Hugo')).toThrow(UnequalWork)
  })

  it('comes about by padding each make of page up to ours', () => {
    const counted = [
      { path: '/brands/x-00001/', make: '/brands/*/', bytes: 500, links: [], entry: 'x-00001' },
      { path: '/press/x-00001/', make: '/press/*/', bytes: 300, links: [], entry: 'x-00001' },
      { path: '/about/', make: '/about/', bytes: 100, links: ['x-00001'], entry: undefined },
    ]
    const entries = [{ id: 'x-00001', section: 'brands' as const, data: {}, body: '' }]
    const plan: PeerSite = peerSite({ entries, sources: [] }, { regions: [], trades: [] }, counted)
    expect(plan.lists).toEqual([{ path: '/about/', make: '/about/', title: '/about/', members: ['x-00001'] }])
    expect(plan.sheets).toEqual([{ make: '/press/*/', section: 'brands' }])
    const theirs = [
      { path: '/brands/x-00001/', make: '', bytes: 400, links: [], entry: 'x-00001' },
      { path: '/sheets/0/brands/x-00001/', make: '', bytes: 50, links: [], entry: 'x-00001' },
      { path: '/about/', make: '', bytes: 120, links: [], entry: undefined },
    ]
    expect(answering(theirs[1] as (typeof theirs)[number], plan, new Map())).toBe('/press/*/')
    const padding = paddingFor(plan, counted, theirs)
    expect([...padding]).toEqual([
      ['/brands/*/', 100],
      ['/press/*/', 250],
      ['/about/', 0],
    ])
    expect([100, 250, 0].map((bytes) => paddingText(bytes).length)).toEqual([100, 250, 0])
  })
})
