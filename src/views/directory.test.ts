import { describe, expect, it } from 'vitest'
import { claims } from '../schemas/claim.ts'
import { claimFor } from './directory.ts'

type Written = { id: string } & Record<string, unknown>

/** The claim that the column of a topic shows of these; a label goes without saying. */
const shown = (topic: 'market' | 'benefit' | 'distribution', ...list: Written[]) =>
  claimFor(
    topic,
    claims.parse(
      list.map((each) => ({ text: `一句话${each.value ?? ''}。`, label: '数', source: 's', topic, ...each })),
    ),
  )?.id

describe('a column of the directory', () => {
  it('shows a share as 市场份额, in percent or in words, and nothing else', () => {
    const countries = { id: 'countries', value: 14, unit: '个', asOf: '2017-04', headline: true }
    const share = { id: 'share', value: 90, unit: '%', asOf: '2016' }
    const words = { id: 'words', text: '广西米粉产量占全国一半以上。' }
    expect(shown('market', countries, share)).toBe('share')
    expect(shown('market', countries, words)).toBe('words')
    expect(shown('market', countries)).toBeUndefined()
  })

  it('shows money as 经济效益, never what was produced', () => {
    const clothes = { id: 'clothes', value: 1_200_000_000, unit: '件（套）', headline: true, asOf: '2024-09' }
    const money = { id: 'money', value: 300, unit: '亿元', asOf: '2022' }
    expect(shown('benefit', clothes, money)).toBe('money')
    expect(shown('benefit', clothes)).toBeUndefined()
  })

  it('shows what uses its own word before what is newer', () => {
    const output = { id: 'output', label: '年产值', value: 29.15, unit: '亿元', asOf: '2024-11', headline: true }
    const benefit = { id: 'benefit', label: '品牌经济效益', value: 4.5, unit: '亿元', asOf: '2022' }
    expect(shown('benefit', output, benefit)).toBe('benefit')
  })

  it('shows a result before a target, and the newest of equals', () => {
    const firms = { id: 'old', value: 54, unit: '家', asOf: '2011' }
    const target = { ...firms, id: 'target', asOf: '2026', kind: 'target', headline: true }
    expect(shown('distribution', target, firms, { ...firms, id: 'new', asOf: '2017' })).toBe('new')
  })
})
