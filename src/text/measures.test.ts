import { describe, expect, it } from 'vitest'
import { isInDate, measureOf } from './measures.ts'

describe('what the word behind a number says that it counts', () => {
  it.each([
    ['人次。', '人次', '人次'],
    ['余名妇女', '人', '余名'],
    ['多位师傅', '人', '多位'],
    [' 人', '人', ' 人'],
    ['美元', '美元', '美元'],
    ['元', '元', '元'],
    ['个百分点', '百分点', '个百分点'],
    ['个月', '个月', '个月'],
  ])('%s: %s', (after, name, written) => {
    expect(measureOf(after)).toEqual({ name, written })
  })

  it.each(['人均', '户外', '米粉', '女工', '天然', '', '家'])('nothing we know: %s', (after) => {
    expect(measureOf(after)?.name).toBeUndefined()
  })
})

describe('numbers in dates', () => {
  it.each([
    [2024, '', '年'],
    [12, '2024年', '月'],
    [5, '12月', '日'],
    [3, '第', '届'],
  ])('%d between “%s” and “%s” is one', (value, before, after) => {
    expect(isInDate(value, before, after)).toBe(true)
  })

  it.each([
    [30, '做了', '年'],
    [2000, '有', '年历史'],
    [15, '', '日内'],
    [100, '历时', '日'],
    [3, '', '届'],
  ])('%d between “%s” and “%s” is none', (value, before, after) => {
    expect(isInDate(value, before, after)).toBe(false)
  })
})
