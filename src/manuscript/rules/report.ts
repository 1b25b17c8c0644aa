import type { Nodes } from 'mdast'
import type { Node } from 'unist'

/** Says what is wrong with a node, and the cure. */
export type Report = (node: Node, rule: string, message: string, fix: string) => void

/** Whether a reader is shown nothing of a node. */
export function isEmpty(node: Nodes): boolean {
  if (node.type === 'text') return node.value.trim() === ''
  if (node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement') return false
  return 'children' in node ? node.children.every(isEmpty) : !['image', 'imageReference'].includes(node.type)
}
