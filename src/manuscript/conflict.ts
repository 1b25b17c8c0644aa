import type { Problem } from './problem.ts'

/** The lines that git puts where two people changed the same: ours, the common ancestor, the middle, theirs. */
const MARKERS: readonly RegExp[] = [/^<{7}(?: .*)?$/, /^\|{7} [^|]*$/, /^={7}$/, /^>{7}(?: .*)?$/]
const ANY_MARKER = /^(?:<{7}|\|{7} |={7}$|>{7})/m

/**
 * Places where two people changed the same and git could not join them, each at its first line. What stands between the
 * markers is two texts at once: nothing else in it can be judged.
 * @param onlyGrows whether both sides are wanted: nothing may be lost from the ledger of addresses
 */
export function findConflicts(text: string, file: string, onlyGrows: boolean): Problem[] {
  if (!ANY_MARKER.test(text)) return []
  const problems: Problem[] = []
  let last = MARKERS.length
  for (const [index, line] of text.split('\n').entries()) {
    const marker = MARKERS.findIndex((each) => each.test(line.trimEnd()))
    if (marker < 0) continue
    // Markers of one conflict come in their order; one that does not begins another.
    if (marker <= last) {
      problems.push({
        file,
        line: index + 1,
        column: 1,
        rule: 'merge-conflict',
        level: 'error',
        ...told(marker, onlyGrows, file.endsWith('.yaml')),
      })
    }
    last = marker === MARKERS.length - 1 ? MARKERS.length : marker
  }
  return problems
}

function told(first: number, onlyGrows: boolean, isTable: boolean): Pick<Problem, 'message' | 'fix'> {
  if (first > 0) {
    return {
      message: '这一行是两个人的改动合到一起时留下的记号',
      fix: '删掉这一行和别的 <<<<<<<、=======、>>>>>>> 行；上下有两份差不多的，只留要的一份',
    }
  }
  return {
    message: '两个人改了同一处，还没有合好',
    fix: onlyGrows
      ? '两份都留下，只删掉 <<<<<<<、=======、>>>>>>> 这几行'
      : isTable
        ? '两个人各加了一条的，两条都留下，每条从“- id:”起各写完整（两份共用的行在下面，只有一份）；改的是同一条的，留一份；再删掉 <<<<<<<、=======、>>>>>>> 这几行'
        : '留下要的一份，删掉另一份和 <<<<<<<、=======、>>>>>>> 这几行',
  }
}
