import { type ParseArgsConfig, parseArgs } from 'node:util'

type Options = NonNullable<ParseArgsConfig['options']>

/**
 * The options that a command was given. One that it does not know, or without its value, ends it before it does anything:
 * a slip in `--release` must not bring back another release than was meant.
 * @param usage how the command is used, in Chinese, printed then
 */
export function optionsOr<O extends Options>(
  usage: string,
  options: O,
): ReturnType<typeof parseArgs<{ options: O }>>['values'] {
  try {
    return parseArgs({ options }).values
  } catch (error) {
    console.error(`${saying(error as NodeJS.ErrnoException)}\n${usage}`)
    process.exit(1)
  }
}

function saying({ code, message }: NodeJS.ErrnoException): string {
  const named = /'([^']+)'/.exec(message)?.[1] ?? ''
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `没有「${named}」这个选项。`
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return `「${named}」后面要写值，或者多写了值。`
  return `看不懂「${named}」：选项要以 -- 开头。`
}
