import { describe, expect, it } from 'vitest'
import { toCsv } from '../text/csv.ts'
import { type CompareBrand, type CompareItem, cautions, cellFacts, codeRemark } from './compare.ts'
import { compareTable } from './csv.ts'

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

describe('a cell', () => {
  const fact = (id: number, conflict?: string) => ({ id, conflict })

  it('takes the first facts in their order', () => {
    expect(cellFacts([fact(1), fact(2), fact(3), fact(4)], 3).map(({ id }) => id)).toEqual([1, 2, 3])
    expect(cellFacts([], 3)).toEqual([])
  })

  it('never shows some of those that disagree without the others, and keeps them side by side', () => {
    const jobs = [fact(1), fact(2, 'jobs'), fact(3), fact(4, 'jobs'), fact(5, 'jobs'), fact(6, 'firms')]
    expect(cellFacts(jobs, 2).map(({ id }) => id)).toEqual([1, 2, 4, 5])
    expect(cellFacts(jobs, 3).map(({ id }) => id)).toEqual([1, 2, 4, 5])
    expect(cellFacts(jobs, 1).map(({ id }) => id)).toEqual([1])
  })

  it('says once how sure its codes are', () => {
    const trade = { text: '缝纫工（6-05-01-03）', notes: [], codeNote: '据公示稿' }
    expect(codeRemark([trade, { ...trade, text: '裁剪工' }])).toBe('编码据公示稿')
    expect(codeRemark([{ text: '收银员', notes: [] }])).toBe('')
  })
})

describe('the table for spreadsheets', () => {
  it('opens as UTF-8, with quotes doubled and lines kept in their cell', () => {
    expect(toCsv([['甲', '说“好”,"对"\n换行']])).toBe('\uFEFF甲,"说“好”,""对""\n换行"\r\n')
  })

  it.each(['=1+1', '+86', '-1', '@SUM(A1)', '\t=1', '  =cmd', '＝1'])('does not let %j run as a formula', (text) => {
    expect(toCsv([[text]])).toMatch(/^\uFEFF"?'/)
  })

  it('writes 暂无公开资料 where nothing is, and the source beside every figure', () => {
    const brand = {
      name: '福绵裁缝',
      rows: { workforce: [workers()] },
      sources: [
        {
          publisher: '国际在线',
          title: '一条牛仔裤',
          date: '2024-09-29',
          locator: '第4段',
          url: 'https://example.org/',
        },
      ],
    } as unknown as CompareBrand
    const rows = new Proxy(brand.rows, { get: (target, name) => Reflect.get(target, name) ?? [] })
    const table = compareTable([{ ...brand, rows, ask: ['福绵区人社局'] }])
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
        '国际在线《一条牛仔裤》',
        '2024-09-29',
        '第4段',
        'https://example.org/',
        '',
      ].map((cell) => (cell === '实绩' ? '' : cell)),
    )
    expect(table.find(([, row]) => row === '市场份额')?.[2]).toBe('暂无公开资料')
    expect(table.find(([, row]) => row === '怎么联系')?.[2]).toBe('暂无公开资料，可以问：福绵区人社局')
    for (const row of table) expect(row).toHaveLength(13)
  })

  it('says beside a figure that sources disagree, and beside a code how sure it is', () => {
    const said = {
      workforce: [workers({ conflict: 'jobs' })],
      trades: [{ text: '缝纫工（6-05-01-03）', notes: [], codeNote: '据公示稿' }],
    }
    const rows = new Proxy(said, { get: (target, name) => Reflect.get(target, name) ?? [] })
    const table = compareTable([{ name: '甲', rows, ask: ['乙局'], sources: [] } as unknown as CompareBrand])
    expect(table.find(([, row]) => row === '从业规模')?.at(-1)).toBe('几家说法不一')
    expect(table.find(([, row]) => row === '工种与职业编码')?.at(-1)).toBe('编码据公示稿')
  })
})
