import { findConflicts } from './conflict.ts'
import { FILE_START, type Problem } from './problem.ts'

/** A file's bytes read as text: line ends `\n`, no byte order mark. */
export interface Decoded {
  text: string
  /** What was wrong with the encoding. */
  problems: Problem[]
  /**
   * Whether the text is what was meant; false when some of it could not be read, or two versions stand in it. Nothing
   * else is said of such a text then, nor is it repaired.
   */
  sound: boolean
}

/** What the second and third byte of a Chinese character in UTF-8 look like in Western encodings. */
const TRAIL = '[\\u0080-\\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]'

/** Chinese read as a Western language, two characters at the least; GBK read as UTF-8, saved, and read as GBK again. */
const MOJIBAKE = new RegExp(`(?:[ã-ï]${TRAIL}{2}){2,}|锟斤拷?`)

/**
 * Reads bytes as UTF-8; a file that is wholly GBK or UTF-16, as old editors save it, is read too,
 * so that its other mistakes are found in the same run.
 * @param onlyGrows whether no line of it may ever be lost
 */
export function decodeText(bytes: Uint8Array, file: string, onlyGrows = false): Decoded {
  const problems: Problem[] = []
  const report = (rule: string, level: Problem['level'], message: string, fix: string, by?: 'fix') => {
    problems.push({ file, ...FILE_START, rule, level, message, fix, ...(by && { by }) })
  }
  let text = decodeAs('utf-8', bytes)
  let sound = true
  if (text === undefined) {
    const [encoding, other] = decodeOther(bytes)
    text = other ?? new TextDecoder('utf-8').decode(bytes)
    sound = other !== undefined
    report(
      'encoding',
      'error',
      `文件编码不是 UTF-8${encoding ? `，是 ${encoding}（多半是记事本存的）` : '，有些字读不出来'}`,
      sound
        ? '运行 npm run fix 自动转换；或在记事本里：文件→另存为→编码选“UTF-8”'
        : '找到原稿，在记事本里：文件→另存为→编码选“UTF-8”',
      sound ? 'fix' : undefined,
    )
  }
  if (text.startsWith('\ufeff')) {
    text = text.slice(1)
    if (problems.length === 0)
      report('bom', 'advice', '文件开头有看不见的 BOM 标记', '不影响发布；运行 npm run fix 自动去掉', 'fix')
  }
  if (/\r/.test(text)) {
    report('crlf', 'advice', '文件用的是 Windows 换行', '不影响发布；运行 npm run fix 自动改好', 'fix')
    text = text.replace(/\r\n?/g, '\n')
  }
  const garbled = MOJIBAKE.exec(text)
  if (garbled) {
    const line = text.slice(0, garbled.index).split('\n')
    const at = { line: line.length, column: (line.at(-1) as string).length + 1 }
    const message = `「${garbled[0].slice(0, 6)}」是乱码：文件用错了编码打开，又存过一次`
    const fix = '乱码改不回来：找到原稿，重新复制过来，存的时候编码选“UTF-8”'
    return { text, problems: [{ file, ...at, rule: 'mojibake', level: 'error', message, fix }], sound: false }
  }
  const conflicts = findConflicts(text, file, onlyGrows)
  return conflicts.length > 0 ? { text, problems: conflicts, sound: false } : { text, problems, sound }
}

function decodeAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function decodeOther(bytes: Uint8Array): [name: string, text: string] | [name: '', text: undefined] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    const text = decodeAs('utf-16le', bytes)
    if (text) return ['UTF-16', text]
  }
  if (isWhollyGbk(bytes)) {
    const text = decodeAs('gbk', bytes)
    if (text) return ['GBK（ANSI）', text]
  }
  return ['', undefined]
}

/**
 * Whether every character beyond ASCII is a pair of the common GB 2312 plane. Broken UTF-8 hardly ever
 * is: its trailing bytes lie below that plane as often as not.
 */
function isWhollyGbk(bytes: Uint8Array): boolean {
  let pairs = 0
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] as number
    if (lead === 0) return false
    if (lead < 0x80) continue
    const trail = bytes[++at] ?? 0
    // Beyond GB 2312 only rare characters of names; they are read when their lead byte is right.
    if (lead < 0x81 || lead === 0xff || trail < 0x40 || trail === 0x7f || trail === 0xff) return false
    if (lead < 0xa1 || lead > 0xf7 || trail < 0xa1) pairs -= 20
    else pairs++
  }
  return pairs > 0
}
