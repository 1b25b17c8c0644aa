import { describe, expect, it } from 'vitest'
import { applyEdits } from './fix.ts'
import type { Problem } from './problem.ts'

const at = (line: number, column: number, written: string, replacement: string): Problem => ({
  file: 'x',
  line,
  column,
  rule: 'r',
  level: 'error',
  message: '',
  fix: '',
  edit: { written, replacement },
})

describe('edits', () => {
  it('are made from the first to the last, whatever their order', () => {
    const [comma, dots] = [at(1, 2, ',', '，'), at(2, 2, '...', '……')]
    expect(applyEdits('甲,乙\n丙...', [dots, comma])).toEqual({ text: '甲，乙\n丙……', applied: [comma, dots] })
  })

  it('are left where something else stands than was found: a place that is one line off overwrites nothing', () => {
    expect(applyEdits('甲,乙\n丙丁戊', [at(2, 2, ',', '，')])).toEqual({ text: '甲,乙\n丙丁戊', applied: [] })
  })

  it('of one place are made once, and the other is not said to be', () => {
    const [first, second] = [at(1, 1, '甲,', '甲，'), at(1, 2, ',', '，')]
    expect(applyEdits('甲,乙', [first, second])).toEqual({ text: '甲，乙', applied: [first] })
  })
})
