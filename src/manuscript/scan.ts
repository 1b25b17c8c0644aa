import { CONTACT_FIELDS, CONTACT_KINDS, findContactData } from '../safety/contact-data.ts'
import { findHidden } from '../safety/hidden.ts'
import { BREAK } from '../safety/legible.ts'
import { findPersonalData, maskPersonalData, PERSONAL_KINDS, type PersonalData } from '../safety/personal-data.ts'
import type { WordingProblem } from '../safety/told.ts'
import type { YamlSource } from './front-matter.ts'
import { placesOf } from './made-text.ts'
import { Lines, type Position, type Problem } from './problem.ts'

// For names of files, which are no manuscripts.
export { findPersonalData, PERSONAL_KINDS } from '../safety/personal-data.ts'

/**
 * A problem of wording at its place in a file.
 * @param text the text in which it was found
 */
export function wordingProblem(found: WordingProblem, text: string, file: string, at: Position): Problem {
  const { rule, level, message, fix, replacement, start, end } = found
  const edit =
    replacement === undefined ? {} : { by: 'fix' as const, edit: { written: text.slice(start, end), replacement } }
  return { file, ...at, rule, level, message, fix, ...edit }
}

/** Fields of front matter in which an official address may stand. */
export const ADDRESS_FIELDS = CONTACT_FIELDS.street

const ADDRESS_LINE = new RegExp(`^\\s*(?:- )?(?:${[...ADDRESS_FIELDS].join('|')}):`)

/**
 * What can be seen in a text without understanding it: personal data and hidden characters. Runs
 * on the text as it stands, so that a syntax error hides nothing.
 */
export function scanText(text: string, file: string): Problem[] {
  const lines = new Lines(text)
  const personal = findPersonalData(text)
    .filter(({ kind, start }) => kind !== 'address' || !ADDRESS_LINE.test(lineAt(text, start)))
    .map((find) => personalProblem(find, file, lines.at(find.start)))
  return [...personal, ...findHidden(text).map((found) => wordingProblem(found, text, file, lines.at(found.start)))]
}

function lineAt(text: string, offset: number): string {
  const end = text.indexOf('\n', offset)
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, end < 0 ? undefined : end)
}

/**
 * Personal data in texts made from the file (parsed values, rendered HTML) that the scan of the file
 * itself did not see, because it was put together only by the parser.
 * @param known problems that are reported already
 * @param official whether the texts may be addresses of offices
 */
export function scanMade(
  text: string,
  file: string,
  at: Position,
  known: readonly Problem[],
  official = false,
): Problem[] {
  return findPersonalData(text)
    .filter(({ kind }) => !official || kind !== 'address')
    .map((find) => personalProblem(find, file, at))
    .filter(({ message }) => !known.some((other) => other.message === message))
}

/** What of a line of YAML is a note to colleagues, up to a place in it. */
const NOTE_HEAD = /^\s*#|^[^"'#]*(?:"[^"]*"|'[^']*')?[^"'#]*\s#/

/**
 * Telephones and street addresses in a body: even those of offices stand in fields only, with a source. Notes to
 * colleagues are on no page, but manuscripts are public as they are.
 * @param text the whole file: it was just searched for personal data, and need not be read again
 * @param above how many lines stand above the body: all, of a table
 */
export function scanContacts(text: string, file: string, above: number): Problem[] {
  const lines = new Lines(text)
  return findContactData(text).flatMap((find) => {
    const at = lines.at(find.start)
    const isNote = () => NOTE_HEAD.test(lineAt(text, find.start).slice(0, at.column - 1))
    return at.line > above || isNote() ? contactProblem(find, file, at) : []
  })
}

/** The same in front matter or a table, outside the fields that are for them. */
export function scanContactFields({ scalars }: YamlSource, file: string): Problem[] {
  return scalars.flatMap(({ path, text, value, at }) => {
    const field = String(path.findLast((part) => typeof part === 'string') ?? '')
    return findContactData(value)
      .filter(({ kind }) => !CONTACT_FIELDS[kind].has(field))
      .map((find) => contactProblem(find, file, at(Math.max(placesOf(value, text)[find.start] ?? 0, 0))))
  })
}

function contactProblem(
  { kind, masked }: { kind: keyof typeof CONTACT_KINDS; masked: string },
  file: string,
  at: Position,
): Problem {
  const { name, field, rule } = CONTACT_KINDS[kind]
  return {
    file,
    ...at,
    rule,
    level: 'error',
    message: `这里写了${name}「${masked}」`,
    fix: `个人、家里的删掉；单位的写进这个单位 contact 里的 ${field} 一栏，写明来源，页面会显示`,
  }
}

/** Joins texts so that nothing is read across their ends. */
export const joinApart = (texts: readonly string[]): string => texts.join(`\n${BREAK}\n`)

function personalProblem({ kind, masked }: PersonalData, file: string, at: Position): Problem {
  return {
    file,
    ...at,
    rule: `personal-${kind}`,
    level: 'error',
    message: `出现了${PERSONAL_KINDS[kind]}「${masked}」`,
    fix: '个人信息不能上网：整段删掉；联系方式只在 contact 里写单位的办公电话、办公地址',
  }
}

/**
 * Digits that go on for longer than any date: a number with a digit too many is still somebody's, and no finder of
 * sound numbers knows it.
 */
const LONG_NUMBER = /\p{Nd}{7,}/gu

/** A day of this century without its hyphens, which staff must see to mend it. */
const RECENT_DAY = /^20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/

const maskNumbers = (text: string): string =>
  text.replace(LONG_NUMBER, (digits) => (RECENT_DAY.test(digits) ? digits : `${digits.slice(0, 2)}****`))

/** The problem with everything personal, and every long number, in its own words masked: reports are public too. */
export function maskProblem(problem: Problem): Problem {
  const [message, fix] = [problem.message, problem.fix].map((text) => maskNumbers(maskPersonalData(text))) as [
    string,
    string,
  ]
  return { ...problem, file: maskPersonalData(problem.file), message, fix }
}
