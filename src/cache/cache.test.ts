import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { cached, digest, ROOT } from './cache.ts'

const folder = `test-${randomUUID()}`
afterEach(() => rmSync(join(ROOT, folder), { recursive: true, force: true }))

/** A result that takes a while, and how often it was made. */
function slow(text: string) {
  let times = 0
  const make = async () => {
    times++
    await new Promise((done) => setTimeout(done, 20))
    return Buffer.from(text)
  }
  return { make, times: () => times }
}

it('makes once what many ask for at the same time', async () => {
  const tile = slow('一块图案')
  const asked = await Promise.all(Array.from({ length: 8 }, () => cached(folder, digest('a'), tile.make)))
  expect(asked.map(String)).toEqual(Array.from({ length: 8 }, () => '一块图案'))
  expect(tile.times()).toBe(1)
  expect(String(await cached(folder, digest('a'), tile.make))).toBe('一块图案')
  expect(tile.times()).toBe(1)
  expect(readdirSync(join(ROOT, folder))).toEqual([digest('a')])
})

it('is not in its own way where it is loaded twice, as in a build', async () => {
  vi.resetModules()
  const other = await import('./cache.ts')
  expect(other.cached).not.toBe(cached)
  const big = 'x'.repeat(2_000_000)
  const both = [cached, other.cached].map((ask) => ask(folder, digest('b'), slow(big).make))
  for (const bytes of await Promise.all(both)) expect(bytes.length).toBe(big.length)
  expect(readFileSync(join(ROOT, folder, digest('b'))).length).toBe(big.length)
  expect(readdirSync(join(ROOT, folder))).toEqual([digest('b')])
})

it('tells all who asked when it cannot be made, and tries again when asked again', async () => {
  const fail = async () => {
    throw new Error('no ink')
  }
  const asked = await Promise.allSettled([cached(folder, digest('c'), fail), cached(folder, digest('c'), fail)])
  expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(String(await cached(folder, digest('c'), slow('好了').make))).toBe('好了')
})
