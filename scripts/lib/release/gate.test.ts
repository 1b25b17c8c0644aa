import { expect, it } from 'vitest'
import { reminders } from './gate.ts'

it('reminds whoever publishes that readers have nobody to write to, while they have nobody', () => {
  expect(reminders({ contact: '' })).toEqual([expect.stringContaining('contact 空着')])
  expect(reminders({ contact: 'jiucuo@example.cn' })).toEqual([])
})
