import { WRITER_COMPONENTS } from '../components.ts'
import type { Slip } from '../problem.ts'

/**
 * Puts right what can only have been meant one way in the prose of a body: outside fences, code, tags and comments.
 * @param lines the whole text; its lines are replaced
 * @param from index of the body's first line
 * @param slips what was found is added to it
 */
export function repairBody(lines: string[], from: number, slips: Slip[]): void {
  let fence = ''
  let inside = ''
  for (let index = from; index < lines.length; index++) {
    const line = lines[index] as string
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1]
    if (fence) {
      if (mark?.startsWith(fence)) fence = ''
      continue
    }
    if (mark && !inside) {
      fence = mark
      continue
    }
    const result = repairProse(inside ? line : repairHead(line, index + 1, slips), index + 1, inside, slips)
    lines[index] = result.line
    inside = result.inside
  }
}

/** Full-width spaces at the head of a line, and behind the sign of a heading or an item; the only ones with one cure. */
const SPACED_HEAD = /^([ \t]*)(?:(\u3000[\u3000 ]*)|(#{2,6}|-|\d{1,2}\.)( *\u3000[\u3000 ]*)(?=\S))/

/** The line without full-width spaces at its head. Where lines are joined they would be taken for spaces between words. */
function repairHead(line: string, number: number, slips: Slip[]): string {
  const [whole, lead = '', indent, sign = ''] = SPACED_HEAD.exec(line) ?? []
  if (whole === undefined) return line
  slips.push({
    line: number,
    column: lead.length + sign.length + 1,
    rule: 'spaced-indent',
    level: 'error',
    message: indent ? '行首有全角空格' : `「${sign}」后面是全角空格`,
    fix: indent ? '删掉；段首不用空格，版面自己会排' : '换成一个半角空格',
    by: 'fix',
  })
  const rest = line.slice(whole.length)
  return indent ? repairHead(lead + rest, number, []) : `${lead}${sign} ${rest}`
}

/** A component whose attributes stand in the quotes of Chinese text. */
const CURLY_TAG = new RegExp(`^<(?:${Object.keys(WRITER_COMPONENTS).join('|')})\\s[^<>]*=\\s*[“”][^<>]*>`)

/** What writers say to each other. */
const NOTE = /待[核补查定改]|再[核查补]|备注|核实|补充|请(?:问|核|补)/

/** What of a line is read as one: how long it is, what stands in its place, what is open after it, what was wrong. */
interface Piece {
  length: number
  text?: string
  open?: string
  slip?: { rule: string; message: string; fix: string; offset?: number }
}

/**
 * @param inside what is still open from the line before: a comment (`*`), a tag (`<`), nothing
 */
function repairProse(line: string, number: number, inside: string, slips: Slip[]): { line: string; inside: string } {
  let out = ''
  let open = inside
  for (let at = 0; at < line.length; ) {
    const { slip, ...piece } = pieceOf(line.slice(at), open)
    if (slip) {
      const { offset = 0, ...told } = slip
      slips.push({ line: number, column: at + offset + 1, level: 'error', by: 'fix', ...told })
    }
    out += piece.text ?? line.slice(at, at + piece.length)
    open = piece.open ?? open
    at += piece.length
  }
  return { line: out, inside: open }
}

/** The first piece of what is left of a line. */
function pieceOf(rest: string, open: string): Piece {
  if (open === '*') return closing(rest, /^.*?\*\/\}/s)
  if (open === '<') return closing(rest, /^(?:"[^"]*"|'[^']*'|[^>"'])*>/)
  if (rest.startsWith('\\')) return { length: 2 }
  if (rest.startsWith('{/*')) return { length: 3, open: '*' }
  if (rest.startsWith('{')) return bracesOf(rest)
  if (rest.startsWith('<')) return angleOf(rest)
  if (rest.startsWith('`')) {
    const ticks = /^`+/.exec(rest)?.[0] as string
    const end = rest.indexOf(ticks, ticks.length)
    return { length: end < 0 ? ticks.length : end + ticks.length }
  }
  const plain = rest.search(/[\\{<`]/)
  return { length: plain < 0 ? rest.length : plain }
}

/** What closes what is open; the rest of the line where nothing does. */
function closing(rest: string, end: RegExp): Piece {
  const [found] = end.exec(rest) ?? []
  return found === undefined ? { length: rest.length } : { length: found.length, open: '' }
}

function angleOf(rest: string): Piece {
  const [tag] = CURLY_TAG.exec(rest) ?? []
  if (tag) {
    return {
      length: tag.length,
      text: tag.replace(/=\s*[“”"]([^“”"<>]*)[“”"]/g, '="$1"'),
      slip: {
        rule: 'curly-quotes',
        message: '标签里用了中文引号',
        fix: '换成英文引号 " "',
        offset: tag.search(/[“”]/),
      },
    }
  }
  if (/^<[A-Za-z/!>$_]/.test(rest)) return { length: 1, open: '<' }
  if (!/^<[\d\p{Script=Han}“”，。、（%￥.+-]/u.test(rest)) return { length: 1 }
  return {
    length: 1,
    text: '＜',
    slip: {
      rule: 'markdown-syntax',
      message: '「<」后面不能直接跟这个字',
      fix: '想写“小于”，用全角＜，或写成 &lt;',
    },
  }
}

/**
 * Only what is plainly prose is put right: anything that could be a program is left for a person, and a note to colleagues
 * is not for print: who wrote it must say so.
 */
function bracesOf(rest: string): Piece {
  const [whole, words = ''] = /^\{([^{}<>`\\*=;()]*)\}/.exec(rest) ?? []
  if (!whole || !/^[\p{Script=Han}\d\s\p{P}]+$/u.test(words) || NOTE.test(words)) return { length: 1 }
  return {
    length: whole.length,
    text: `｛${words}｝`,
    slip: {
      rule: 'no-expression',
      message: '正文里有花括号 { }，它会被当成程序代码',
      fix: '花括号换成全角｛｝，或在前面加反斜杠 \\{',
    },
  }
}
