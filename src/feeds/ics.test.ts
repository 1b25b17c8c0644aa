import { describe, expect, it } from 'vitest'
import { type CalendarEvent, calendar, fold } from './ics.ts'

const event: CalendarEvent = {
  uid: 'u',
  title: '玉林, 香料; 博览\\会',
  description: '第一行\n第二行',
  location: '',
  page: 'https://site.example/events/x/',
  category: '展会',
  start: '2024-11-21',
  end: '2024-11-23',
  changed: '2026-11-21',
}

const linesOf = (...events: CalendarEvent[]) => calendar('活动', events).split('\r\n')
const bytes = (text: string) => new TextEncoder().encode(text).length

describe('a calendar file', () => {
  it('ends a span of days on the day after its last', () => {
    expect(linesOf(event)).toEqual(
      expect.arrayContaining(['DTSTART;VALUE=DATE:20241121', 'DTEND;VALUE=DATE:20241124', 'DTSTAMP:20261121T000000Z']),
    )
  })

  it.each([
    ['2024-02-29', undefined, '20240301'],
    ['2024-12-31', '2024-12-31', '20250101'],
    ['2024-12-30', '2025-01-02', '20250103'],
    ['2024-12-30', '2025-01-02T17:00+08:00', '20250103'],
  ])('counts days over the ends of months and years: %s to %s', (start, end, expected) => {
    expect(linesOf({ ...event, start, end })).toContain(`DTEND;VALUE=DATE:${expected}`)
  })

  it('keeps minutes in Beijing time, whatever zone the machine is in', () => {
    const lines = linesOf({ ...event, start: '2026-12-01T09:00+08:00', end: '2026-12-01T11:30+08:00' })
    expect(lines).toContain('DTSTART;TZID=Asia/Shanghai:20261201T090000')
    expect(lines).toContain('DTEND;TZID=Asia/Shanghai:20261201T113000')
    expect(lines).toContain('TZID:Asia/Shanghai')
  })

  it('leaves out an end that is not known as precisely as the beginning', () => {
    const lines = linesOf({ ...event, start: '2026-12-01T09:00+08:00', end: '2026-12-02' })
    expect(lines.filter((line) => line.startsWith('DTEND'))).toEqual([])
  })

  it('escapes text and names nobody', () => {
    const lines = linesOf(event)
    expect(lines).toContain('SUMMARY:玉林\\, 香料\\; 博览\\\\会')
    expect(lines).toContain('DESCRIPTION:第一行\\n第二行')
    expect(lines.join()).not.toMatch(/ORGANIZER|ATTENDEE|LOCATION:/)
  })
})

describe('folding', () => {
  it.each(['a'.repeat(75), 'a'.repeat(76), '字'.repeat(25), '字'.repeat(80), `${'a'.repeat(74)}字`, '👩'.repeat(40)])(
    'keeps every line within 75 octets and every character whole: %s',
    (text) => {
      const folded = fold(text)
      expect(
        folded
          .split('\r\n')
          .map(bytes)
          .filter((size) => size > 75),
      ).toEqual([])
      expect(folded.replaceAll('\r\n ', '')).toBe(text)
    },
  )

  it('uses the room there is', () => {
    expect(fold('a'.repeat(75))).toBe('a'.repeat(75))
    expect(fold('字'.repeat(26)).split('\r\n ')).toEqual(['字'.repeat(25), '字'])
  })
})
