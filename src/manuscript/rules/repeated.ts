import type { Paragraph, Root } from 'mdast'
import { visitParents } from 'unist-util-visit-parents'
import type { Report } from './report.ts'

/** Shorter ones are refrains: 她说得慢。 */
const SHORTEST = 20

/**
 * Reports paragraphs that were pasted twice.
 * @param source what the tree was made from: paragraphs are compared as their writer wrote them, tags and all
 */
export function checkRepeated(tree: Root, source: string, report: Report): void {
  const seen = new Map<string, number>()
  visitParents(tree, 'paragraph', (node: Paragraph) => {
    const { start, end } = node.position ?? {}
    if (!start || !end) return
    const written = source.slice(start.offset, end.offset).replace(/\s+/g, '')
    if (written.length < SHORTEST) return
    const first = seen.get(written)
    if (first === undefined) seen.set(written, start.line)
    else
      report(node, 'repeated-paragraph', `这一段和第${first}行那一段一字不差`, '多半是粘贴了两次：留一段，删掉另一段')
  })
}
