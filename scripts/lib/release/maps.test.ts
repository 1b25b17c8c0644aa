import { describe, expect, it } from 'vitest'
import { redirectMaps } from './maps.ts'

/** Where the maps lead an old address that moved to `to`. */
function targets(to: string): string[] {
  const maps = redirectMaps({ moved: [{ from: '/a/', to }], gone: [] }, '/')
  return Object.values(maps).map((text) => /"\/a\/" "([^"]*)"/.exec(text)?.[1] ?? '')
}

describe('the anchors of moved addresses', () => {
  it.each([
    ['written out', '/b/#砖', '/b/#%E7%A0%96'],
    ['copied from an address bar, encoded already', '/b/#%E7%A0%96', '/b/#%E7%A0%96'],
    ['half of each, with a mark that is part of a name', '/b/#砖%23%e7', '/b/#%E7%A0%96%23%e7'],
    ['with a percent sign that encodes nothing', '/b/#100%的', '/b/#100%25%E7%9A%84'],
    ['with what nginx would take for a variable', '/b/#a$b', '/b/#a%24b'],
  ])('are encoded once: %s', (_, to, expected) => {
    expect(targets(to)).toEqual([expected, expected])
  })
})
