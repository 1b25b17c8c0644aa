import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'

type Node = DefaultTreeAdapterTypes.Node
export type Element = DefaultTreeAdapterTypes.Element

/** A page of the built site, read for checking. */
export interface BuiltPage {
  /** Address as served, without base path: `/brands/fumian-caifeng/`. */
  path: string
  html: string
  elements: Element[]
  /** The words a reader sees, scripts and styles left out. */
  text: string
}

/** All files below `dist`, relative, with forward slashes. */
export function listFiles(dist: string): string[] {
  return readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dist, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
}

/** Every HTML page of the built site. */
export function readPages(dist: string): BuiltPage[] {
  return listFiles(dist)
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const html = readFileSync(join(dist, file), 'utf8')
      const document = parse(html)
      return {
        path: `/${file.replace(/(^|\/)index\.html$/, '$1')}`,
        html,
        elements: elementsOf(document),
        text: textOf(document),
      }
    })
}

/** All elements below a node, in the order of the document. */
export function elementsOf(node: Node): Element[] {
  const children = 'childNodes' in node ? node.childNodes.flatMap(elementsOf) : []
  return 'tagName' in node ? [node, ...children] : children
}

function textOf(node: Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value
  if (node.nodeName === 'script' || node.nodeName === 'style') return ''
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}

/** The value of an attribute, or undefined. */
export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((candidate) => candidate.name === name)?.value

/** The words inside an element. */
export const innerText = (element: Element): string => textOf(element)
