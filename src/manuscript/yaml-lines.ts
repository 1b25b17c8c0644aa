/** A line of YAML that is not prose of a block scalar (`text: |`), whatever that looks like. */
export interface YamlLine {
  index: number
  /** A further line of a text in quotes. */
  inQuote: boolean
  /** Column of an opening quote that nothing closes before the next field; absent where there is none. */
  openQuote?: number
}

/** Indent, dashes and field of a line, the field's colon also as people slip. */
const HEAD = `^(\\s*)((?:- +)*)([^\\s#"'\\-:：][^:："']*[:：]\\s*)?`

/** A line that begins a block scalar, with its sign, its figure for the indent and a note, if any: `text: |2- # 备注`. */
const BLOCK_SCALAR = new RegExp(`${HEAD}[|>][-+\\d]*(?:\\s+#.*)?\\s*$`)

/** A value whose opening quote is not closed on its line. */
const OPEN_QUOTE = new RegExp(`${HEAD}(?:(")(?:[^"\\\\]|\\\\.)*\\\\?|'(?:[^']|'')*)$`)

/** The indent that the further lines of such a value exceed: that of its field or, without one, of its dash. */
const depthOf = ([, indent = '', dash = '', field]: RegExpExecArray): number =>
  field ? indent.length + dash.length : indent.length - (dash ? 0 : 1)

/**
 * Index of the line that closes a quote; -1 when it is not closed before the next field: then it was forgotten.
 * @param open what `OPEN_QUOTE` found in the line at `index`
 */
function quoteEnd(lines: readonly string[], index: number, end: number, open: RegExpExecArray): number {
  const close = open[4] ? /^(?:[^"\\]|\\.)*"/ : /^(?:[^']|'')*'/
  for (let at = index + 1; at < end; at++) {
    const line = lines[at] as string
    if (line.trim() && line.search(/\S/) <= depthOf(open)) return -1
    if (close.test(line)) return at
  }
  return -1
}

/**
 * Lines `from` to `end` of a YAML text, one by one. A line may be mended before the next is asked for.
 * @param lines the text; read as it goes
 */
export function* yamlLines(lines: readonly string[], from: number, end: number): Generator<YamlLine> {
  let block: number | undefined
  let quotedTo = -1
  for (let index = from; index < end; index++) {
    const line = lines[index] as string
    const indent = /^\s*/.exec(line)?.[0].length ?? 0
    if (block !== undefined && (indent > block || !line.trim())) continue
    block = undefined
    if (index <= quotedTo) {
      yield { index, inQuote: true }
      continue
    }
    const scalar = BLOCK_SCALAR.exec(line)
    if (scalar) block = depthOf(scalar)
    const open = OPEN_QUOTE.exec(line)
    quotedTo = open ? quoteEnd(lines, index, end, open) : -1
    if (open && quotedTo < 0) yield { index, inQuote: false, openQuote: open.slice(1, 4).join('').length + 1 }
    else yield { index, inQuote: false }
  }
}
