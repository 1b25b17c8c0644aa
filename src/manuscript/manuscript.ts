import { isVerbatim, type Kind } from '../schemas/index.ts'
import { fieldNames } from '../schemas/references.ts'
import { type Locators, locatorsOf, readYaml, splitManuscript, type YamlSource } from './front-matter.ts'
import { findExcess } from './limits.ts'
import { joinedLines } from './lines.ts'
import { isEcho, parseMarkdown } from './markdown.ts'
import { FILE_START, type Position, type Problem, type Slip } from './problem.ts'
import { checkFields, readProse } from './prose.ts'
import { type Body, checkable, EMPTY_BODY, renderBody } from './render.ts'
import { repair } from './repair/repair.ts'
import { checkBody } from './rules/body.ts'
import { ADDRESS_FIELDS, joinApart, scanContactFields, scanContacts, scanMade, scanText } from './scan.ts'

/** A manuscript read but not yet checked against its schema. */
export interface Manuscript extends Locators {
  data: unknown
  body: Body
  problems: Problem[]
}

const NOWHERE: Locators = { locate: () => FILE_START, locateKey: () => FILE_START }

/** Longest manuscript, in characters; a long story has 20,000. */
export const MAX_LENGTH = 200_000

/**
 * Reads one `index.mdx`: front matter and body, each with its own problems, so that a mistake in
 * one never hides a mistake in the other. Slips are reported and read over, for the same reason.
 * @param verbatim whether the texts of its fields are those of a document
 */
export function readManuscript(text: string, file: string, verbatim = false): Manuscript {
  if (text.length > MAX_LENGTH) return refused(tooLong(file))
  const { text: repaired, slips } = repair(text, fieldNames())
  const problems: Problem[] = [...slips.map((slip) => ({ file, ...slip })), ...scanText(text, file)]
  const parts = splitManuscript(repaired, file)
  // Blank lines stand in for the front matter.
  problems.push(...parts.problems, ...scanContacts(text, file, parts.body.search(/[^\n]|$/)))
  const yaml = parts.frontMatter === undefined ? undefined : readYaml(parts.frontMatter, file, parts.firstLine)
  if (yaml) problems.push(...withoutEchoes(yaml.problems, slips), ...checkYaml(yaml, file, verbatim, problems))
  const body = readBody(parts.body, file, problems)
  return {
    data: yaml?.data,
    // A slip in the body is a problem of the body.
    body: slips.some(({ line }) => parts.body.split('\n')[line - 1]?.trim()) ? EMPTY_BODY : body,
    problems,
    locate: yaml?.locate ?? NOWHERE.locate,
    locateKey: yaml?.locateKey ?? NOWHERE.locateKey,
  }
}

/** Places in the front matter of a manuscript that was read before, from its text. */
export function locatorsIn(text: string, file: string): Locators {
  if (text.length > MAX_LENGTH) return NOWHERE
  const { frontMatter, firstLine } = splitManuscript(repair(text, fieldNames()).text, file)
  return frontMatter === undefined ? NOWHERE : locatorsOf(frontMatter, firstLine)
}

/** One mistake in YAML makes the parser complain of its neighbours too; the first complaint of a place is enough. */
export function withoutEchoes(problems: readonly Problem[], slips: readonly Slip[]): Problem[] {
  const lines = slips.map(({ line }) => line)
  return problems.filter(({ line, rule }) => {
    if (!rule.startsWith('yaml-') || rule === 'yaml-reference') return true
    if (lines.some((other) => Math.abs(other - line) <= 1)) return false
    lines.push(line)
    return true
  })
}

/** Problems in the texts of a table. Titles and remarks of sources are copied as they stand. */
export const checkTable = (
  yaml: YamlSource,
  file: string,
  kind: Kind | undefined,
  known: readonly Problem[],
): Problem[] => (kind === 'source' ? [] : checkYaml(yaml, file, kind !== undefined && isVerbatim(kind), known))

/** Problems in the texts of front matter or a table: wording, and what the parser put together. */
function checkYaml(yaml: YamlSource, file: string, verbatim: boolean, known: readonly Problem[]): Problem[] {
  const values: Values = { own: [], official: [] }
  collectValues(yaml.data, values.own, values)
  const at = yaml.locate([])
  return [
    ...checkFields(yaml, file, verbatim),
    ...scanContactFields(yaml, file),
    ...scanMade(joinApart(values.own), file, at, known),
    ...scanMade(joinApart(values.official), file, at, known, true),
  ]
}

/** Values of front matter or a table; those of fields for addresses of offices stand apart. */
interface Values {
  own: string[]
  official: string[]
}

/** Addresses of offices in the data of an entry: they may be shown, although they look like somebody's home. */
export function officialAddresses(data: unknown): string[] {
  const values: Values = { own: [], official: [] }
  collectValues(data, values.own, values)
  return values.official
}

function collectValues(data: unknown, into: string[], values: Values): void {
  if (typeof data === 'string') into.push(data)
  else if (typeof data === 'number') into.push(String(data))
  else if (data && typeof data === 'object') {
    for (const [name, value] of Object.entries(data)) {
      collectValues(value, ADDRESS_FIELDS.has(name) ? values.official : into, values)
    }
  }
}

function readBody(source: string, file: string, problems: Problem[]): Body {
  const excess = findExcess(source, file)
  if (excess) {
    problems.push(excess)
    return EMPTY_BODY
  }
  try {
    const { tree, problems: syntax } = parseMarkdown(source, file)
    problems.push(...syntax)
    if (!tree) return EMPTY_BODY
    // Where the parser stumbled over a bracket it reads on with a full-width one: that is not the writer's, and what stands
    // inside what is not known.
    const ours = syntax.length > 0 ? ['unread-component', 'unread-note', 'misplaced-component'] : []
    const unsafe = checkBody(tree, file, source).filter(
      (problem) => !ours.includes(problem.rule) && !syntax.some((other) => isEcho(problem, other)),
    )
    unsafe.push(...joinedLines(tree, source, file))
    const prose = readProse(tree, source, file)
    problems.push(...unsafe, ...prose.problems)
    // Only what was parsed without a stumble says what its writer meant.
    if (syntax.length > 0) return EMPTY_BODY
    const body = renderBody(tree, prose.amounts)
    if (unsafe.length > 0) return checkable(body, unsafe, source)
    const html = body.segments.map((segment) => (typeof segment === 'string' ? segment : ''))
    const at = positionOfFirst(source)
    problems.push(...scanMade(html.join(''), file, at, problems))
    return body
  } catch (error) {
    // Thousands of nested quotations or lists: the parser runs out of stack.
    if (!(error instanceof RangeError)) throw error
    problems.push({
      file,
      ...FILE_START,
      rule: 'too-deep',
      level: 'error',
      message: '正文里引用、列表或标签套了太多层，读不了',
      fix: '拆开来写：列表最多套两层',
    })
    return EMPTY_BODY
  }
}

function positionOfFirst(source: string): Position {
  const line = source.split('\n').findIndex((text) => text.trim() !== '')
  return line < 0 ? FILE_START : { line: line + 1, column: 1 }
}

function refused(problem: Problem): Manuscript {
  return {
    data: undefined,
    body: EMPTY_BODY,
    problems: [problem],
    ...NOWHERE,
  }
}

/** The problem of a manuscript that is too long to be one. */
export function tooLong(file: string): Problem {
  return {
    file,
    ...FILE_START,
    rule: 'too-long',
    level: 'error',
    message: '稿件太长，超过 20 万字符',
    fix: '多半是把别的文件贴了进来；长稿拆成几篇，图片单独放在文件夹里',
  }
}
