import { describe, expect, it } from 'vitest'
import { Catalogue } from '../catalogue/catalogue.ts'
import type { RawFile } from '../catalogue/read.ts'
import { validate } from '../catalogue/validate.ts'
import { mapEntries } from './map.ts'
import { photoFiles } from './photos.ts'

const ORIGIN = 'https://site.example'
const TABLES: RawFile[] = [
  {
    kind: 'source',
    id: '',
    file: 'sources.yaml',
    text: '- { id: s, title: 公告, publisher: 人社局, kind: government, confidence: primary }\n',
  },
  { kind: 'trade', id: '', file: 'trades.yaml', text: '- { id: t, name: 缝纫工, summary: 做衣服。 }\n' },
  { kind: 'region', id: '', file: 'regions.yaml', text: '- { id: r, name: 甲县, shortName: 甲, level: county }\n' },
]
const PHOTO = '<Photo src="./a.jpg" alt="一个人在缝纫机前做衣服" credit="某" licence="某" />'
const MEASURED = { digest: 'd'.repeat(16), width: 1600, height: 1200 }

/** A person with a photograph, as the site map and the published files know them on a day. */
function picturesOn(day: string, more = '') {
  const consent = `consent: { scope: 照片, givenOn: 2026-01-01, expiresOn: 2026-12-31, keptBy: 人社局${more} }`
  const person: RawFile = {
    kind: 'figure',
    id: 'zhang',
    file: 'figures/zhang/index.mdx',
    text: `---\nname: 张三丰\nroles: [leader]\nsummary: 人。\n${consent}\n---\n\n${PHOTO}\n`,
    beside: ['a.jpg'],
  }
  const { entries, problems } = validate([...TABLES, person])
  expect(problems).toEqual([])
  const catalogue = new Catalogue(
    entries.map((entry) => (entry.kind === 'figure' ? { ...entry, photos: { './a.jpg': MEASURED } } : entry)),
    day,
  )
  const page = mapEntries(catalogue, ORIGIN).find(({ page }) => page === `${ORIGIN}/figures/zhang/`)
  return { images: page?.images, files: photoFiles(catalogue).map(({ variant }) => `${ORIGIN}/photos/${variant.name}`) }
}

describe('the pictures of a person in the site map', () => {
  it('are files that are published, while the consent lasts', () => {
    const { images, files } = picturesOn('2026-06-01')
    expect(images).toHaveLength(1)
    expect(files).toEqual(expect.arrayContaining(images ?? []))
  })

  it.each([
    ['the consent has run out', '2027-01-01', ''],
    ['it is not given yet', '2025-12-31', ''],
    ['it was taken back', '2026-06-01', ', withdrawnOn: 2026-03-01'],
  ])('are left out where %s, and the page stays', (_, day, more) => {
    expect(picturesOn(day, more)).toEqual({ images: [], files: [] })
  })
})
