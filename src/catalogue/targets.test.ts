import { describe, expect, it } from 'vitest'
import { targetProblems } from './targets.ts'

const check = (text: string, value?: number, kind = 'actual') =>
  targetProblems([
    {
      entry: { kind: 'brand', id: 'a', data: { claims: [{ id: 'a', kind, text, value }] } as never },
      file: 'x',
      locate: () => ({ line: 1, column: 1 }),
    },
  ])

describe('targets written as results', () => {
  it.each<[text: string, value?: number]>([
    ['玉林力争到2025年培训1万人次。', 10000],
    ['力争到2025年培训1万人次。'],
    ['目标是带动就业1.5万人。', 15000],
    ['玉林计划到2025年培训6000人。', 6000],
    ['到2025年末将培训2万人次。', 20000],
    ['到2025年将达5万人。', 50000],
    ['拟建3个培训基地。', 3],
    ['力争建成三个基地。', 3],
    ['全年预计培训3000人。', 3000],
    ['产值有望突破5亿元。', 500000000],
    ['二期将于2027年建成，用工800人。', 800],
    ['去年培训1万人，今年计划到2万人。', 20000],
    ['全县明年将培训裁缝5000人。', 5000],
    ['全县争取三年培训裁缝5000人。', 5000],
    ['全县确保培训裁缝5000人以上。', 5000],
    ['预期新增就业800人。', 800],
  ])('%s', (text, value) => {
    expect(check(text, value)).toMatchObject([{ rule: 'target-as-result', level: 'error' }])
    expect(check(text, value, 'target')).toEqual([])
    expect(check(text, value, 'estimate')).toEqual([])
  })

  it.each<[text: string, value?: number]>([
    ['基地有500亩，计划扩到2000亩。', 500],
    ['基地有500亩，计划扩到2000亩。'],
    ['订单超出预计，做了300套。', 300],
    ['“锦绣计划”五年培训6.5万人次。', 65000],
    ['锦绣计划培训6.5万人次。', 65000],
    ['超额完成目标，培训1.2万人。', 12000],
    ['计划培训1万人，已培训1.2万人。', 12000],
    ['以就业为目标，培训300人。', 300],
    ['被列为广西力争打造的劳务品牌。'],
    ['到2025年11月全国劳务品牌近2500个。', 2500],
    ['建有虚拟仿真基地3个。', 3],
    ['公共实训基地争取建设资金2500万元。', 2500],
    ['争取到订单300套。', 300],
    ['确保了5000人的工钱。', 5000],
    ['预期寿命78岁。', 78],
    ['2023年培训3万2024年6000人，计划到2025年培训10万人。', 30000],
  ])('lets pass: %s', (text, value) => {
    expect(check(text, value)).toEqual([])
  })
})
