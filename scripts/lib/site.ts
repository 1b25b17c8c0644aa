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

/** Address of a built page, without base path. */
export const pathOfFile = (file: string): string => `/${file.replace(/(^|\/)index\.html$/, '$1')}`

/** Twins in traditional characters that are checked like other pages; the rest differ from their pages in words only. */
const SAMPLED = new Set([
  '',
  'about/',
  'brands/',
  'stories/',
  'events/',
  'regions/',
  'brands/fumian-caifeng/',
  'brands/zhengan-guitar-craftsman/',
  'stories/six-characters-on-the-steamer/',
  'events/fumian-guinness-jeans-2024/',
  'figures/zhang-ziquan/',
  'places/zhengan-guitar-park/',
  'trades/sewing-worker/',
])

/** Pages one test looks at: all Chinese and English ones, and some in traditional characters. */
export const sampled = (path: string): boolean =>
  !path.startsWith('/zh-hant/') || SAMPLED.has(path.slice('/zh-hant/'.length))

/** Pages in Chinese as they are written: the editions left out. */
export const original = (path: string): boolean => !/^\/(?:en|zh-hant)\//.test(path)

/**
 * HTML pages of the built site.
 * @param wanted which of them, by address; all unless named
 */
export function readPages(dist: string, wanted: (path: string) => boolean = () => true): BuiltPage[] {
  return listFiles(dist)
    .filter((file) => file.endsWith('.html') && wanted(pathOfFile(file)))
    .map((file) => {
      const html = readFileSync(join(dist, file), 'utf8')
      const document = parse(html)
      return {
        path: pathOfFile(file),
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
