import { describe, expect, it } from 'vitest'
import { contentSource, SITE, type SiteIdentity } from '../site.config.ts'
import { breadcrumb, jsonLd } from './json-ld.ts'
import { securityTxt } from './security.ts'
import { CARD_TITLE, cardTitle, shareLinks } from './share.ts'
import { metaTags, type TagFacts } from './tags.ts'

const facts: TagFacts = {
  site: SITE,
  cardTitle: '一个瑞典人在正安住了八年',
  description: '说明',
  page: 'https://site.example/stories/x/',
  picture: 'https://site.example/tiles/x.jpg',
  pictureSize: 600,
  column: { name: '故事' },
  article: { title: '一个瑞典人在正安住了八年', published: '2026-11-22T09:05+08:00', source: '一方匠人' },
}

const hosted: SiteIdentity = {
  mode: 'hosted',
  sponsor: '某市人力资源和社会保障局',
  siteIdCode: '0000000000',
  icp: '',
  policeFiling: '',
  contact: '',
  errorReport: '',
  securityContact: '',
  securityExpires: '',
}

const named = (changes: Partial<TagFacts> = {}) =>
  Object.fromEntries(metaTags({ ...facts, ...changes }).flatMap((tag) => (tag.name ? [[tag.name, tag.content]] : [])))

describe('tags', () => {
  it('give the minute of publication the way government readers expect it', () => {
    expect(named()).toMatchObject({
      SiteName: '一方匠人',
      SiteDomain: 'site.example',
      ColumnName: '故事',
      ArticleTitle: '一个瑞典人在正安住了八年',
      PubDate: '2026-11-22 09:05',
      ContentSource: '一方匠人',
    })
  })

  it('are absent where a value is unknown', () => {
    const tags = named({ column: undefined, article: undefined })
    for (const name of ['SiteIDCode', 'ColumnName', 'ColumnType', 'ArticleTitle', 'PubDate', 'ContentSource', 'Url']) {
      expect(tags, name).not.toHaveProperty(name)
    }
    expect(metaTags(facts).filter((tag) => tag.content === '')).toEqual([])
  })

  it('show the code that an authority issued only on a hosted site', () => {
    expect(named({ site: { ...SITE, identity: hosted } })).toHaveProperty('SiteIDCode', '0000000000')
    expect(named({ site: { ...SITE, identity: { ...hosted, mode: 'independent' } } })).not.toHaveProperty('SiteIDCode')
    expect(contentSource(hosted)).toBe('某市人力资源和社会保障局')
    expect(contentSource({ sponsor: '' })).toBe('一方匠人')
  })
})

describe('cards', () => {
  it('take the first title that fits, and cut only when none does', () => {
    expect(cardTitle('甲'.repeat(27), '乙')).toBe('乙')
    const cut = cardTitle('甲'.repeat(40), '乙'.repeat(40))
    expect([...cut]).toHaveLength(CARD_TITLE)
    expect(cut.endsWith('…')).toBe(true)
  })

  it('are sent by links that hold the address whole', () => {
    const page = 'https://site.example/stories/x/?a=1&b=2'
    for (const { href } of shareLinks({ title: '甲 & 乙', page, picture: facts.picture })) {
      expect(new URL(href).searchParams.get('url')).toBe(page)
      expect(new URL(href).searchParams.get('title')).toBe('甲 & 乙')
    }
  })
})

describe('structured data', () => {
  const write = (text: string) =>
    jsonLd(
      [{ '@type': 'Brand', '@id': '/brands/x/#it', name: text, url: '/brands/x/' }],
      (path) => `https://s.example/t${path}`,
    )

  it('makes addresses of ours absolute, and no other text', () => {
    expect(JSON.parse(write('/甲/'))['@graph'][0]).toEqual({
      '@type': 'Brand',
      '@id': 'https://s.example/t/brands/x/#it',
      name: '/甲/',
      url: 'https://s.example/t/brands/x/',
    })
  })

  it('cannot end its script element', () => {
    expect(write('</script><script>alert(1)</script>')).not.toContain('<')
    expect(JSON.parse(write('</script>'))['@graph'][0].name).toBe('</script>')
  })

  it('numbers the breadcrumb from one; the last step has no address', () => {
    expect(breadcrumb([{ name: '首页', path: '/' }, { name: '甲' }]).itemListElement).toEqual([
      { '@type': 'ListItem', position: 1, name: '首页', item: '/' },
      { '@type': 'ListItem', position: 2, name: '甲' },
    ])
  })
})

describe('security.txt', () => {
  const address = 'https://site.example/.well-known/security.txt'

  it('is not there until somebody says where to write and until when', () => {
    expect(securityTxt(SITE.identity, address)).toBeUndefined()
    expect(securityTxt({ securityContact: 'mailto:a@site.example', securityExpires: '' }, address)).toBeUndefined()
  })

  it('has the two fields that RFC 9116 demands', () => {
    const text = securityTxt(
      { securityContact: 'mailto:a@site.example', securityExpires: '2027-11-22T00:00:00+08:00' },
      address,
    )
    expect(text).toMatch(/^Contact: mailto:a@site\.example$/m)
    expect(text).toMatch(/^Expires: 2027-11-22T00:00:00\+08:00$/m)
  })
})
