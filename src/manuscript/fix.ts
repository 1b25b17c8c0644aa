import { fieldNames } from '../schemas/references.ts'
import { decodeText } from './encoding.ts'
import { readYaml } from './front-matter.ts'
import { checkYaml, MAX_LENGTH, readManuscript } from './manuscript.ts'
import type { Problem } from './problem.ts'
import { repair } from './repair.ts'
import { Lines, maskProblem, scanText } from './scan.ts'

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
 */
export function repairFile(bytes: Uint8Array, file: string, isTable: boolean): Fixed {
  const decoded = decodeText(bytes, file)
  if (!decoded.sound || decoded.text.length > MAX_LENGTH * 5 || decoded.text.includes('\0')) return { done: [] }
  const done = decoded.problems.map(({ message }) => `${message} → 已改好`)
  let text = decoded.text
  for (let round = 0; round < ROUNDS; round++) {
    const repaired = repair(text, fieldNames(), isTable)
    done.push(...repaired.slips.map((slip) => describe({ file, ...slip })))
    const edits = findEdits(repaired.text, file, isTable)
    done.push(...edits.map(describe))
    const next = applyEdits(repaired.text, edits)
    if (next === text) break
    text = next
  }
  return { text, done }
}

function describe(problem: Problem): string {
  const { line, message, fix } = maskProblem(problem)
  return `第${line}行：${message} → ${fix}`
}

function findEdits(text: string, file: string, isTable: boolean): Problem[] {
  if (!isTable) return readManuscript(text, file).problems.filter((problem) => problem.edit)
  const yaml = readYaml(text, file, 1)
  return [...scanText(text, file), ...(file === 'sources.yaml' ? [] : checkYaml(yaml, file, true, []))].filter(
    (problem) => problem.edit,
  )
}

/** Applies edits from the last to the first, so that places stay right; of overlapping ones the first counts. */
function applyEdits(text: string, edits: readonly Problem[]): string {
  const lines = new Lines(text)
  const placed = edits
    .map((problem) => ({ at: lines.offset(problem), ...(problem.edit as { length: number; replacement: string }) }))
    .sort((a, b) => a.at - b.at)
  let out = ''
  let from = 0
  for (const { at, length, replacement } of placed) {
    if (at < from) continue
    out += text.slice(from, at) + replacement
    from = at + length
  }
  return out + text.slice(from)
}
