import { describe, expect, it } from 'vitest'
import { backdatedProblems } from './backdated.ts'

const FILE = 'stories/one/index.mdx'

function days(publishedAt: string, added: Record<string, string>, more: object = {}): number {
  const data = { publishedAt, formerIds: [], draft: false, ...more } as never
  const entry = { kind: 'story' as const, id: 'one', data }
  return backdatedProblems([{ entry, file: FILE, locate: () => ({ line: 5, column: 1 }) }], {
    addedOn: (file) => added[file],
  }).length
}

describe('stories dated before they were handed in', () => {
  it('may be so by a week, no more', () => {
    expect(days('2026-11-15T09:00+08:00', { [FILE]: '2026-11-22' })).toBe(0)
    expect(days('2026-11-14T09:00+08:00', { [FILE]: '2026-11-22' })).toBe(1)
  })

  it('may be dated later, and of any day where nobody knows when they came, or with a reason', () => {
    expect(days('2026-12-01T09:00+08:00', { [FILE]: '2026-11-22' })).toBe(0)
    expect(days('2020-01-01T09:00+08:00', {})).toBe(0)
    expect(days('2020-01-01T09:00+08:00', { [FILE]: '2026-11-22' }, { backdateReason: '旧文补登' })).toBe(0)
    expect(days('2020-01-01T09:00+08:00', { [FILE]: '2026-11-22' }, { draft: true })).toBe(0)
  })

  it('came on the day of their first name', () => {
    const added = { [FILE]: '2026-11-22', 'stories/old/index.mdx': '2026-01-02' }
    expect(days('2026-01-01T09:00+08:00', added)).toBe(1)
    expect(days('2026-01-01T09:00+08:00', added, { formerIds: ['old'] })).toBe(0)
    // Of this name history knows no day.
    expect(days('2020-01-01T09:00+08:00', added, { formerIds: ['older'] })).toBe(0)
  })
})
