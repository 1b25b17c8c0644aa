import { describe, expect, it } from 'vitest'
import { knownPart } from './posters.ts'

describe('the sentence of a poster', () => {
  it.each([
    ['“贵州技工”系列里的焊工；以此为名的人数，没有查到公开资料。', '“贵州技工”系列里的焊工。'],
    ['做吉他的人，有流水线工人，也有手工制琴师。', '做吉他的人，有流水线工人，也有手工制琴师。'],
    ['做吉他；卖吉他。', '做吉他；卖吉他。'],
    // Where nothing else is said it stays.
    ['做什么没有查到。', '做什么没有查到。'],
  ])('%s', (summary, sentence) => {
    expect(knownPart(summary)).toBe(sentence)
  })
})
