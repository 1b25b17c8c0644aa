import { describe, expect, it } from 'vitest'
import { maskProblem } from './scan.ts'

const said = (words: string) => {
  const { message, fix } = maskProblem({
    file: 'stories/a/index.mdx',
    line: 1,
    column: 1,
    rule: 'x',
    level: 'error',
    message: words,
    fix: words,
  })
  expect(message).toBe(fix)
  return message
}

describe('what a report says', () => {
  it.each([
    ['残疾证号45090219850305122X43', '残疾证号45****3'],
    ['手机138001380001', '手机13****'],
    ['信用社账户80012345678901', '信用社账户80****1'],
    ['证号45090219850305122Y43', '证号45****Y43'],
    ['１３８００１３８０００１', '１３****'],
    ['生日19850305', '生日19****'],
    ['正文里的数「2823456」没有出处', '正文里的数「28****」没有出处'],
  ])('shows no number that is nearly somebody’s: %s', (words, expected) => {
    expect(said(words)).toBe(expected)
  })

  it.each([
    '「核实于」写的是 2062-11-21T09:00+08:00，这一天还没有到',
    '站内写 /brands/fumian-caifeng/ 这样',
    '写成了「20261122」，看不出几点几分',
    '见〔2022〕54号，2025年11月，150000元，3,000,000人',
  ])('is legible otherwise: %s', (words) => {
    expect(said(words)).toBe(words)
  })
})
