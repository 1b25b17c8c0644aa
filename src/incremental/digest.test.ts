import { describe, expect, it } from 'vitest'
import { digestOf } from './digest.ts'

describe('digestOf', () => {
  it('is the same for the same data', () => {
    expect(digestOf({ a: [1, 'x', null], m: new Map([['k', 1]]) })).toBe(
      digestOf({ a: [1, 'x', null], m: new Map([['k', 1]]) }),
    )
  })

  it.each([
    ['a value', { a: 1 }, { a: 2 }],
    ['the order of a list', [1, 2], [2, 1]],
    ['text and number', '1', 1],
    ['what is there and undefined', { a: undefined }, {}],
    ['in a map', new Map([['k', 1]]), new Map([['k', 2]])],
    ['in a set', new Set(['a']), new Set(['b'])],
    ['a map and nothing', { a: new Map([['k', 1]]) }, { a: {} }],
    ['numbers JSON has no word for', Number.NaN, null],
    ['bytes', new Uint8Array([1]), new Uint8Array([2])],
  ])('tells apart %s', (_, one, other) => {
    expect(digestOf(one)).not.toBe(digestOf(other))
  })

  it.each([
    ['functions', { f: () => 1 }],
    ['objects of classes', { d: new (class Thing {})() }],
    ['dates', { d: new Date(0) }],
  ])('refuses %s', (_, view) => {
    expect(() => digestOf(view)).toThrow()
  })
})
