import { describe, expect, it } from 'vitest'
import { lettersOf } from './display-font.ts'
import { pageGroup } from './page-kinds.ts'

const page = (language: string) =>
  `<html lang="${language}"><style>a{font-family:Frame, Title}</style><h1>一方，一方。</h1><h1 class="long-title">长</h1>` +
  '<h2 class="display">手<wbr>艺&amp;</h2><p>正文</p>'

describe('characters in the display face', () => {
  it('are those of titles and section heads, not of long titles and texts', () => {
    expect(lettersOf(page('zh-CN'))).toBe([...'一方，。手艺&'].sort().join(''))
  })

  it('leave marks to the faces of the edition in traditional characters, which set them in the middle', () => {
    expect(lettersOf(page('zh-Hant'))).toBe([...'一方手艺&'].sort().join(''))
  })

  it('are none of pages in English or without our styles', () => {
    expect(lettersOf(page('en'))).toBeUndefined()
    expect(lettersOf('<html lang="zh-CN"><h1>卡片</h1>')).toBeUndefined()
  })
})

describe('pages that share lettering', () => {
  it.each([
    ['index.html', ''],
    ['brands/index.html', ''],
    ['brands/a/index.html', 'brands'],
    ['zh-hant/index.html', 'zh-hant'],
    ['zh-hant/brands/index.html', 'zh-hant'],
    ['zh-hant/brands/a/index.html', 'zh-hant/brands'],
  ])('%s: “%s”', (file, group) => {
    expect(pageGroup(file)).toBe(group)
  })
})
