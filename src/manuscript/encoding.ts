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

/** What files of other programs begin with; staff give them the name of a manuscript. */
const PROGRAMS: ReadonlyArray<[name: string, head: readonly number[]]> = [
  ['Word 或 Excel', [0x50, 0x4b, 0x03, 0x04]],
  ['Word 或 Excel', [0xd0, 0xcf, 0x11, 0xe0]],
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
]

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
  const program = PROGRAMS.find(([, head]) => head.every((byte, index) => bytes[index] === byte))
  if (program) {
    const [name] = program
    report(
      'not-a-text',
      'error',
      `这是 ${name} 文件，不是文字稿：改了名字也还是 ${name}`,
      file.endsWith('.mdx')
        ? '把这个文件夹移到仓库外面，用 npm run new 建一篇，再打开它，把字复制过去'
        : `把它移到仓库外面，用 git checkout 取回原来的 ${file}`,
    )
    return { text: '', problems, sound: false }
  }
  const wide = decodeWide(bytes)
  let text = wide === undefined ? decodeAs('utf-8', bytes) : undefined
  let sound = true
  if (text === undefined) {
    const [encoding, other] = wide === undefined ? decodeOther(bytes) : (['UTF-16', wide] as const)
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

/**
 * A text of two bytes to the character, in either order and with or without a mark that says which; undefined for any
 * other. Without the mark the right order is the one that gives line ends and Latin letters.
 */
function decodeWide(bytes: Uint8Array): string | undefined {
  const marked = { fffe: 'utf-16le', feff: 'utf-16be' }[Buffer.from(bytes.subarray(0, 2)).toString('hex')]
  if (marked) return decodeAs(marked, bytes)
  if (bytes.length % 2 > 0 || !bytes.includes(0)) return undefined
  return ['utf-16le', 'utf-16be']
    .map((encoding) => decodeAs(encoding, bytes))
    .find((text) => {
      const plain = text?.match(/[\n\r -~]/g)?.length ?? 0
      return text?.includes('\n') && !text.includes('\0') && plain > text.length / 10
    })
}

function decodeOther(bytes: Uint8Array): [name: string, text: string] | [name: '', text: undefined] {
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
