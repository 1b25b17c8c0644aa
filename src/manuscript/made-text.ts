/** What stands in a source for another character: a reference of Markdown, an escape of YAML. */
const CODED =
  /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][\dA-Za-z]{1,30});|\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|\w)/y

/** Marks that a parser takes away: backslashes, line ends, and what stands at the head of a line. */
const MARK = /[^\p{L}\p{N}]/u

/**
 * Where a text that a parser made stands in what was written, so that what is wrong with it can be shown there.
 * @param made the text as its reader reads it
 * @param written the part of the source it was made from
 * @returns for each UTF-16 unit of `made` its offset in `written`; -1 where that is not known
 */
export function placesOf(made: string, written: string): number[] {
  const whole = written.indexOf(made)
  if (whole >= 0) return Array.from({ length: made.length }, (_, index) => whole + index)
  let at = 0
  return Array.from({ length: made.length }, (_, index) => {
    for (; at < written.length; at++) {
      CODED.lastIndex = at
      const code = CODED.exec(written)?.[0]
      if (code && !made.startsWith(code, index)) {
        at += code.length
        return at - code.length
      }
      if (written[at] === made[index]) return at++
      if (!MARK.test(written[at] as string)) break
    }
    return -1
  })
}
