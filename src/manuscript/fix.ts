import { isVerbatim, kindOfFile } from '../schemas/index.ts'
import { fieldNames } from '../schemas/references.ts'
import { decodeText } from './encoding.ts'
import { readYaml } from './front-matter.ts'
import { checkTable, MAX_LENGTH, readManuscript } from './manuscript.ts'
import { Lines, type Problem } from './problem.ts'
import { repair } from './repair/repair.ts'
import { maskProblem, scanText } from './scan.ts'

/** A file after repair. */
export interface Fixed {
  /** The new text; absent when the file could not be read and stays as it is. */
  text?: string
  /** What was done, one line each, in Chinese. */
  done: string[]
}

/** A repair can uncover another (a tab hid a date); more rounds than this are never needed. */
const ROUNDS = 4

/**
 * Repairs one file: encoding, line ends, slips of the pen, punctuation. It does exactly what the checker
 * reports as repairable, so the two cannot disagree.
 * @param file path below `content/`
 */
export function repairFile(bytes: Uint8Array, file: string): Fixed {
  const decoded = decodeText(bytes, file)
  if (!decoded.sound || decoded.text.length > MAX_LENGTH * 5 || decoded.text.includes('\0')) return { done: [] }
  const done = decoded.problems.map(({ message }) => `${message} → 已改好`)
  let text = decoded.text
  for (let round = 0; round < ROUNDS; round++) {
    const repaired = repair(text, fieldNames(), isTable(file))
    done.push(...repaired.slips.map((slip) => describe({ file, ...slip })))
    const edited = applyEdits(repaired.text, findEdits(repaired.text, file))
    done.push(...edited.applied.map(describe))
    if (edited.text === text) break
    text = edited.text
  }
  return { text, done }
}

function describe(problem: Problem): string {
  const { line, message, fix } = maskProblem(problem)
  return `第${line}行：${message} → ${fix}`
}

const isTable = (file: string) => file.endsWith('.yaml')

function findEdits(text: string, file: string): Problem[] {
  const kind = kindOfFile(file)
  const problems = isTable(file)
    ? [...scanText(text, file), ...checkTable(readYaml(text, file, 1), file, kind, [])]
    : readManuscript(text, file, kind !== undefined && isVerbatim(kind)).problems
  return problems.filter((problem) => problem.edit)
}

/**
 * Applies the edits of problems in their order; of overlapping ones the first counts, and none where something else
 * stands than was found.
 * @returns the new text, and the problems that are mended in it
 */
export function applyEdits(text: string, problems: readonly Problem[]): { text: string; applied: Problem[] } {
  const lines = new Lines(text)
  const placed = problems
    .flatMap((problem) => (problem.edit ? [{ problem, at: lines.offset(problem), ...problem.edit }] : []))
    .sort((a, b) => a.at - b.at)
  const applied: Problem[] = []
  let out = ''
  let from = 0
  for (const { problem, at, written, replacement } of placed) {
    if (at < from || !text.startsWith(written, at)) continue
    out += text.slice(from, at) + replacement
    from = at + written.length
    applied.push(problem)
  }
  return { text: out + text.slice(from), applied }
}
