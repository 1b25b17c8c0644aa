import { lstatSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { recordAddresses } from './addresses.ts'

let root: string
let ledger: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'yifang-ledger-'))
  ledger = join(root, 'addresses.txt')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

describe('the ledger of addresses', () => {
  it('is begun where there is none, and only added to where there is one', async () => {
    expect(await recordAddresses(root, ['/b/', '/a/'])).toBe(2)
    expect(await recordAddresses(root, ['/b/', '/c/'])).toBe(1)
    expect(readFileSync(ledger, 'utf8')).toMatch(/\n\/a\/\n\/b\/\n\/c\/\n$/)
  })

  it('is left alone where it cannot be read: what it holds is known nowhere else', async () => {
    // A link to itself cannot be read, not even by root, but another file could take its place.
    symlinkSync('addresses.txt', ledger)
    await expect(recordAddresses(root, ['/a/'])).rejects.toThrow('ELOOP')
    expect(lstatSync(ledger).isSymbolicLink()).toBe(true)
  })

  it('is not touched where nothing is new', async () => {
    writeFileSync(ledger, '/a/\n')
    expect(await recordAddresses(root, ['/a/'])).toBe(0)
    expect(readFileSync(ledger, 'utf8')).toBe('/a/\n')
  })
})
