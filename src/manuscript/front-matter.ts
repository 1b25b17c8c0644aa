import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml'
import { FILE_START, type Position, type Problem } from './problem.ts'

/** A path into front matter, as zod reports it. */
export type DataPath = readonly PropertyKey[]

/** YAML read with positions, so that a complaint about a field can point at its line. */
export interface YamlSource {
  data: unknown
  problems: Problem[]
  /** Where the value at `path` is, or the nearest parent that exists. */
  locate(path: DataPath): Position
  /** Where the key `key` of the mapping at `path` is. */
  locateKey(path: DataPath, key: string): Position
}

const YAML_CURES: Record<string, [message: string, fix: string]> = {
  TAB_AS_INDENT: ['行首用了 Tab 键缩进', '删掉 Tab，改成两个空格'],
  DUPLICATE_KEY: ['同一栏写了两次', '只留一处，把另一处删掉'],
  MISSING_CHAR: ['引号没有成对', '检查这一行前后的引号，补上缺的那一个'],
  BAD_INDENT: ['缩进不齐', '同一层的行首空格数要一样，下一层多两个空格'],
  MULTILINE_IMPLICIT_KEY: ['这一行少了冒号，或上一行没有写完', '写成“栏目: 内容”，冒号用半角，后面空一格'],
  BLOCK_AS_IMPLICIT_KEY: ['这一行少了冒号，或缩进不对', '写成“栏目: 内容”，冒号用半角，后面空一格'],
}

/**
 * Reads a YAML text.
 * @param text the YAML
 * @param file name for problems
 * @param firstLine line of the file on which `text` starts (1 for a table, 2 for front matter)
 */
export function readYaml(text: string, file: string, firstLine: number): YamlSource {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter, uniqueKeys: true, prettyErrors: false })
  const at = (offset: number): Position => {
    const { line, col } = lineCounter.linePos(offset)
    return { line: line + firstLine - 1, column: col }
  }
  const problems = document.errors.map((error): Problem => {
    const [message, fix] = YAML_CURES[error.code] ?? [
      '这里的格式看不懂',
      '对照写稿手册里的样子检查这一行：冒号用半角、后面空一格，缩进用空格',
    ]
    return { file, ...at(error.pos[0]), rule: `yaml-${error.code.toLowerCase()}`, level: 'error', message, fix }
  })
  return {
    data: document.errors.length === 0 ? document.toJS() : undefined,
    problems,
    locate: (path) => locate(document, path, at),
    locateKey: (path, key) => locateKey(document, path, key, at) ?? locate(document, path, at),
  }
}

function locate(document: Document, path: DataPath, at: (offset: number) => Position): Position {
  for (let length = path.length; length >= 0; length--) {
    const inside = path.slice(0, length)
    const last = inside.at(-1)
    const key = typeof last === 'string' ? locateKey(document, inside.slice(0, -1), last, at) : undefined
    if (key) return key
    const node = length === 0 ? document.contents : document.getIn(inside, true)
    if (isNode(node) && node.range) return at(node.range[0])
  }
  return FILE_START
}

function locateKey(
  document: Document,
  path: DataPath,
  key: string,
  at: (offset: number) => Position,
): Position | undefined {
  const map = path.length === 0 ? document.contents : document.getIn(path, true)
  if (!isMap(map)) return undefined
  const pair = map.items.find((item) => isScalar(item.key) && item.key.value === key)
  return pair && isScalar(pair.key) && pair.key.range ? at(pair.key.range[0]) : undefined
}

const FENCE = /^---[ \t]*$/

/** A manuscript cut at its fences. `body` keeps the line numbers of the file: blank lines stand in. */
export interface Parts {
  frontMatter: string
  body: string
}

/**
 * Cuts front matter from the body.
 * @returns the two parts, or the problem that keeps them from being told apart
 */
export function splitManuscript(text: string, file: string): Parts | Problem {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  const problem = (line: number, message: string): Problem => ({
    file,
    line,
    column: 1,
    rule: 'front-matter',
    level: 'error',
    message,
    fix: '文件第一行写三个减号 ---，下面写各栏，写完再来一行 ---，然后才是正文',
  })
  if (!FENCE.test(lines[0] ?? '')) return problem(1, '文件开头没有 ---')
  const end = lines.findIndex((line, index) => index > 0 && FENCE.test(line))
  if (end < 0) return problem(1, '开头的 --- 没有与之成对的结尾 ---')
  return {
    frontMatter: lines.slice(1, end).join('\n'),
    body: '\n'.repeat(end + 1) + lines.slice(end + 1).join('\n'),
  }
}
