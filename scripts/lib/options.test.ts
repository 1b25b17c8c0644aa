import { afterEach, expect, it, vi } from 'vitest'
import { optionsOr } from './options.ts'

const { argv } = process

afterEach(() => {
  process.argv = argv
  vi.restoreAllMocks()
})

/** What a command makes of these arguments: its options, or the words it ends with. */
function given(...args: string[]): unknown {
  process.argv = ['node', 'command.ts', ...args]
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  vi.spyOn(process, 'exit').mockImplementation(() => {
    throw new Error(String(said.mock.calls[0]?.[0]))
  })
  return { ...optionsOr('用法：…', { to: { type: 'string' }, release: { type: 'string' }, help: { type: 'boolean' } }) }
}

it('answers what was given', () => {
  expect(given('--to', 'www', '--help')).toEqual({ to: 'www', help: true })
  expect(given()).toEqual({})
})

it.each([
  ['a slip', ['--to', 'www', '--relase', '000012'], '没有「--relase」这个选项。'],
  ['an option without its value', ['--to'], '「--to <value>」后面要写值，或者多写了值。'],
  ['a word too many', ['www'], '看不懂「www」：选项要以 -- 开头。'],
])('ends the command on %s, and says how it is used', (_, args, words) => {
  expect(() => given(...args)).toThrow(`${words}\n用法：…`)
})
