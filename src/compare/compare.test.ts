import { describe, expect, it } from 'vitest'
import { type CompareBrand, type CompareItem, cautions } from './compare.ts'
import { compareTable, toCsv } from './csv.ts'

const figure = { before: '', number: '5', scale: '万', unit: '人', after: '' }
const workers = (change: Partial<CompareItem> = {}): CompareItem => ({
  text: '有5万人。',
  figure,
  unit: '人',
  label: '从业人数',
  basis: '全区',
  asOf: '2024-09',
  kind: 'actual',
  notes: [1],
  ...change,
})

describe('cautions', () => {
  it('says nothing about figures that count the same', () => {
    expect(cautions([[workers()], [workers({ asOf: '2024-01' })]])).toEqual([])
  })

  it.each([
    [{ basis: '全县' }, 'basis'],
    [{ asOf: '2022' }, 'date'],
    [{ unit: '户' }, 'unit'],
    [{ label: '培训人数' }, 'label'],
    [{ kind: 'target' }, 'kind'],
  ] as const)('flags %o', (change, caution) => {
    expect(cautions([[workers()], [workers(change)]])).toEqual([caution])
  })

  it('takes a basis that only one of them states as a difference', () => {
    const { basis, ...silent } = workers()
    expect(basis).toBeDefined()
    expect(cautions([[workers()], [silent]])).toEqual(['basis'])
  })

  it('has nothing to hold against each other where one figure stands alone', () => {
    expect(cautions([[workers()], [], [{ text: '没有数字的一句话', notes: [] }]])).toEqual([])
  })
})

describe('the table for spreadsheets', () => {
  it('opens as UTF-8, with quotes doubled and lines kept in their cell', () => {
    expect(toCsv([['甲', '说“好”,"对"\n换行']])).toBe('\uFEFF甲,"说“好”,""对""\n换行"\r\n')
  })

  it.each(['=1+1', '+86', '-1', '@SUM(A1)', '\t=1', '  =cmd', '＝1'])('does not let %j run as a formula', (text) => {
    expect(toCsv([[text]])).toMatch(/^\uFEFF"?'/)
  })

  it('writes 未公布 where nothing is, and the source beside every figure', () => {
    const brand = {
      name: '福绵裁缝',
      rows: { workforce: [workers()] },
      sources: [
        { publisher: '国际在线', title: '报道', date: '2024-09-29', locator: '第4段', url: 'https://example.org/' },
      ],
    } as unknown as CompareBrand
    const rows = new Proxy(brand.rows, { get: (target, name) => Reflect.get(target, name) ?? [] })
    const table = compareTable([{ ...brand, rows }])
    expect(table.find(([, row]) => row === '从业规模')).toEqual(
      [
        '福绵裁缝',
        '从业规模',
        '有5万人。',
        '从业人数',
        '5万人',
        '实绩',
        '全区',
        '2024-09',
        '国际在线《报道》',
        '2024-09-29',
        '第4段',
        'https://example.org/',
      ].map((cell) => (cell === '实绩' ? '' : cell)),
    )
    expect(table.find(([, row]) => row === '市场份额')?.[2]).toBe('未公布')
    for (const row of table) expect(row).toHaveLength(12)
  })
})
