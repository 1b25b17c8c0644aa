import { describe, expect, it } from 'vitest'
import { measureOf } from './measures.ts'

describe('what the word behind a number says that it counts', () => {
  it.each([
    ['人次。', '人次', '人次'],
    ['余名妇女', '人', '余名'],
    ['多位师傅', '人', '多位'],
    [' 余人', '人', ' 余人'],
    ['人民币', '元', '人民币'],
    ['美元', '美元', '美元'],
    ['个百分点', '百分点', '个百分点'],
    ['个月', '月', '个月'],
    ['千克', '公斤', '千克'],
    ['平方公里', '平方公里', '平方公里'],
  ])('%s: %s', (after, name, written) => {
    expect(measureOf(after)).toEqual({ name, written })
  })

  it.each(['人均', '人口', '户外', '户籍', '米粉', '米线', '女工', '天然', '名农户', '周年', '', '家'])(
    'nothing we know: %s',
    (after) => {
      expect(measureOf(after)).toBeUndefined()
    },
  )
})
