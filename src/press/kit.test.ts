import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { zipOf } from './kit.ts'

describe('a kit', () => {
  const files = [
    { name: '说明.txt', content: '第一行\n第二行' },
    { name: '图.jpg', content: new Uint8Array([1, 2, 3]) },
  ]

  it('is the same bytes in every time zone and at every hour', () => {
    const zone = process.env.TZ
    const made = ['Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati'].map((name) => {
      process.env.TZ = name
      return Buffer.from(zipOf(files, '2026-11-21')).toString('hex')
    })
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
    expect(new Set(made).size).toBe(1)
  })

  it('takes days known only by month or year', () => {
    expect(zipOf(files, '2026')).toEqual(zipOf(files, '2026-01-01'))
  })

  it('holds text that Windows reads, and bytes as they are', () => {
    const read = unzipSync(zipOf(files, '2026-11'))
    expect(Buffer.from(read['说明.txt'] as Uint8Array).toString()).toBe('\ufeff第一行\r\n第二行')
    expect([...(read['图.jpg'] as Uint8Array)]).toEqual([1, 2, 3])
  })
})
