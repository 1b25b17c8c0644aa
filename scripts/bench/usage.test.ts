import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ratiosOf, spreadOf } from './statistics.ts'
import { measureCommand, parseUsage } from './usage.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yifang-usage-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const command = (shell: string, timeout = 20_000) => ({ shell, cwd: folder, timeout, log: join(folder, 'log') })

describe('measuring a command', () => {
  it('counts the processor time of its children', async () => {
    const busy = `'${process.execPath}' -e 'const end = process.cpuUsage().user + 400000; while (process.cpuUsage().user < end);'`
    const { user, wall } = await measureCommand(command(`true && ${busy}`))
    expect(user).toBeGreaterThan(0.3)
    expect(wall).toBeGreaterThan(0)
  })

  it('fails where the command fails, with the end of its output', async () => {
    await expect(measureCommand(command('echo what went wrong; false; echo not reached'))).rejects.toThrow(
      'what went wrong',
    )
    await expect(measureCommand(command('false; true'))).rejects.toThrow()
  })

  it('ends what takes too long', async () => {
    await expect(measureCommand(command('sleep 30', 300))).rejects.toThrow('was ended')
  })

  it('reads GNU time and the times of a shell', () => {
    expect(parseUsage('1.50 0.25 2048\n')).toEqual({ user: 1.5, system: 0.25, peak: 2_097_152 })
    expect(parseUsage('0m0.00s 0m0.01s\n1m2.50s 0m0.40s\n')).toEqual({ user: 62.5, system: 0.4, peak: undefined })
    expect(() => parseUsage('nonsense')).toThrow()
  })
})

describe('spread', () => {
  it('is the middle and the range', () => {
    expect(spreadOf([3, 1, 2])).toEqual({ median: 2, least: 1, most: 3, count: 3 })
    expect(spreadOf([4, 1])).toEqual({ median: 2.5, least: 1, most: 4, count: 2 })
    expect(() => spreadOf([])).toThrow(RangeError)
  })

  it('of ratios is taken pair by pair', () => {
    expect(ratiosOf([2, 9, 5], [1, 3])).toEqual([2, 3])
  })
})
