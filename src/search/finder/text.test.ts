import { describe, expect, it } from 'vitest'
import { normalise, otherIntent } from './text.ts'

describe('a query before it is read', () => {
  it.each([
    ['Wǎ gōng', 'wa gong'],
    ['nǚ gōng', 'nv gong'],
    ['ＣＡＤ制版', 'cad制版'],
    ['縫紉', '缝纫'],
  ])('%s is read as %s', (typed, read) => {
    expect(
      normalise(
        typed,
        new Map([
          ['縫', '缝'],
          ['紉', '纫'],
        ]),
      ),
    ).toBe(read)
  })
})

describe('a query that asks for something else than people who make', () => {
  it.each(['吉他培训班', '吉他老师', '卖吉他', '茶叶店', '买吉他', '出租吉他'])('%s does', (query) => {
    expect(otherIntent(query)).toBeDefined()
  })

  it.each(['照顾老人白班', '烧窑夜班', '托班请老师', '刚买的房子想装修', '出租房翻新', '装修店面'])(
    '%s does not',
    (query) => {
      expect(otherIntent(query)).toBeUndefined()
    },
  )
})
