import postcss, { type AtRule, type ChildNode, type Declaration, type Root, type Rule } from 'postcss'
import { type Structure, structureOf } from './page-structure.ts'

/** What a page can make a rule apply to. */
export interface Used {
  /** Classes its elements have and its scripts may add. */
  classes: ReadonlySet<string>
  /** Beginnings of classes that its scripts put together: `kind-${kind}`. */
  beginnings: readonly string[]
  /** Elements it has and its scripts may make. */
  elements: ReadonlySet<string>
  /** Custom properties that it names outside its stylesheet. */
  properties: ReadonlySet<string>
  /** How its elements stand to each other, where that cannot change: on pages whose scripts make no elements. */
  structure?: Structure | undefined
}

/** A part of a stylesheet: what stays of it for a page, as text. */
type Part = (used: Used, properties: ReadonlySet<string>) => string

/** A selector and what must be on the page for it to match anything. */
interface Demand {
  selector: string
  classes: readonly string[]
  elements: readonly string[]
  /** What of a page's structure it takes for granted. */
  facts: readonly string[]
}

interface Value {
  text: string
  /** The custom property it sets, if it sets one. */
  sets: string | undefined
  /** The custom properties it reads, and the named page it asks for. */
  reads: readonly string[]
}

/** A rule's selectors and values, remembered so that custom properties can be followed through the sheet. */
interface StyleRule {
  demands: readonly Demand[]
  values: readonly Value[]
}

/**
 * Reads a stylesheet once and gives a function that writes, for a page, only the rules and custom
 * properties that the page can use. Rules that ask for a state or an attribute stay: what a reader
 * or a script changes later must still find its rule. Pure: equal pages get equal styles.
 * @param css a whole stylesheet, without nesting
 * @throws where a rule stands inside another one: it would be lost
 */
export function usableCss(css: string): (used: Used) => string {
  const sheet = postcss.parse(css)
  sheet.walkRules(({ selector, parent }) => {
    if (parent?.type === 'rule') throw new Error(`styles: write "${selector}" flat; it stands inside another rule`)
  })
  dropFallbacks(sheet)
  dropOverridden(sheet)
  const rules: StyleRule[] = []
  const parts = sheet.nodes.map((node) => partOf(node, rules))
  return (used) => {
    const read = propertiesRead(rules, used)
    return parts.map((part) => part(used, read)).join('')
  }
}

/** A custom property that the root always sets needs no value to fall back on: long lists of fonts, mostly. */
function dropFallbacks(sheet: Root): void {
  const set = new Set<string>()
  sheet.walkRules(/^:root\b/, ({ parent, nodes }) => {
    const always = parent?.type === 'root' || (parent?.type === 'atrule' && (parent as AtRule).name === 'layer')
    for (const node of always ? nodes : []) if (node.type === 'decl') set.add(node.prop)
  })
  sheet.walkDecls((node) => {
    node.value = node.value.replace(/var\((--[\w-]+),[^()]*\)/g, (whole, name) =>
      set.has(name) ? `var(${name})` : whole,
    )
  })
}

/** What a later rule for the same selectors in the same place sets again: a library's defaults, mostly. */
function dropOverridden(container: Root | AtRule): void {
  const later = new Map<string, Set<string>>()
  for (const node of (container.nodes ?? []).toReversed()) {
    if (node.type === 'atrule') dropOverridden(node)
    if (node.type !== 'rule') continue
    const sets = node.selectors.map((selector) => later.get(selector) ?? new Set<string>())
    for (const child of [...node.nodes]) {
      if (child.type !== 'decl' || child.important) continue
      if (sets.every((set) => set.has(child.prop))) child.remove()
    }
    for (const [at, selector] of node.selectors.entries()) {
      const set = sets[at] as Set<string>
      for (const child of node.nodes) if (child.type === 'decl' && !child.important) set.add(child.prop)
      later.set(selector, set)
    }
  }
}

function partOf(node: ChildNode, rules: StyleRule[]): Part {
  if (node.type === 'rule') return rulePart(node, rules)
  if (node.type === 'atrule') return atRulePart(node, rules)
  // A comment: Tailwind's banner, over what it makes of our own classes; none of its source is in the sheet.
  return () => ''
}

function rulePart(node: Rule, rules: StyleRule[]): Part {
  const rule: StyleRule = {
    // A page is no shadow tree, so `:host` matches nothing.
    demands: node.selectors.filter((selector) => selector !== ':host').map(demandOf),
    values: uniqueByText(node.nodes.flatMap((child) => (child.type === 'decl' ? [settingOf(child)] : []))),
  }
  rules.push(rule)
  return (used, properties) => {
    const selectors = rule.demands.filter((demand) => isMet(demand, used)).map(({ selector }) => selector)
    const values = rule.values.filter(({ sets }) => sets === undefined || properties.has(sets))
    return selectors.length > 0 && values.length > 0
      ? `${selectors.join(',')}{${values.map(({ text }) => text).join(';')}}`
      : ''
  }
}

function atRulePart(node: AtRule, rules: StyleRule[]): Part {
  const head = `@${node.name} ${node.params}`.trim()
  if (!node.nodes) return () => `${head};`
  if (node.name === 'property') {
    const text = node.toString()
    return (_, properties) => (properties.has(node.params) ? text : '')
  }
  // `@page wide` is for those who ask for it by `page: wide`.
  if (node.name === 'page' && /^\w/.test(node.params)) {
    const text = node.toString()
    return (_, properties) => (properties.has(pageName(node.params)) ? text : '')
  }
  if (node.nodes.every((child) => child.type === 'decl')) {
    const text = node.toString()
    return () => text
  }
  const parts = node.nodes.map((child) => partOf(child, rules))
  return (used, properties) => {
    const inner = parts.map((part) => part(used, properties)).join('')
    return inner && `${head}{${inner}}`
  }
}

const settingOf = (node: Declaration): Value => ({
  text: `${node.prop}:${node.value}${node.important ? '!important' : ''}`,
  sets: node.prop.startsWith('--') ? node.prop : undefined,
  reads: [
    ...[...node.value.matchAll(/var\(\s*(--[\w-]+)/g)].map((match) => match[1] as string),
    ...(node.prop === 'page' ? [pageName(node.value)] : []),
  ],
})

/** A named page among custom properties, whose names never hold a space. */
const pageName = (name: string): string => `page ${name}`

/** Sheets that were made smaller repeat some values word for word. */
const uniqueByText = (values: readonly Value[]): Value[] => [
  ...new Map(values.map((value) => [value.text, value])).values(),
]

/** Custom properties that matter: what the page names, what its rules read, and what those are made of. */
function propertiesRead(rules: readonly StyleRule[], used: Used): Set<string> {
  const values = rules
    .filter(({ demands }) => demands.some((demand) => isMet(demand, used)))
    .flatMap((rule) => rule.values)
  const read = new Set(used.properties)
  for (const { sets, reads } of values) if (sets === undefined) for (const name of reads) read.add(name)
  for (let before = -1; before < read.size; ) {
    before = read.size
    for (const { sets, reads } of values) if (sets && read.has(sets)) for (const name of reads) read.add(name)
  }
  return read
}

const isMet = ({ classes, elements, facts }: Demand, used: Used): boolean =>
  classes.every((name) => used.classes.has(name) || used.beginnings.some((begun) => name.startsWith(begun))) &&
  elements.every((name) => used.elements.has(name)) &&
  (used.structure === undefined || facts.every((fact) => used.structure?.has(fact)))

/** Parts of controls and dialogs that browsers draw: they ask for the element that has them. */
const INSIDE: ReadonlyArray<[pattern: RegExp, element: string]> = [
  [/::?-(?:webkit|moz)-(?:search|date|datetime|calendar|inner|outer|ui)-[\w-]+/, 'input'],
  [/::(?:file-selector-button|placeholder)/, 'input'],
  [/::backdrop/, 'dialog'],
]

/** Alternatives and negations ask for nothing; everything else in a selector does, and what `:has` must find. */
function demandOf(selector: string): Demand {
  const isInside = (at: number) => selector.slice(0, at).split('(').length !== selector.slice(0, at).split(')').length
  let plain = selector.replace(/:has\(([^(),]*)\)/g, (whole, found: string, at: number) =>
    isInside(at) ? whole : ` ${found}`,
  )
  for (let before = ''; before !== plain; ) {
    before = plain
    plain = plain.replace(/:(?:is|where|not|has)\([^()]*\)/g, '')
  }
  const inside = INSIDE.filter(([pattern]) => pattern.test(plain)).map(([, element]) => element)
  const classes = [...plain.matchAll(/\.((?:\\.|[\w-])+)/g)].map((match) => (match[1] as string).replaceAll('\\', ''))
  const bare = plain.replace(/\[[^\]]*\]|::?[\w-]+(?:\([^()]*\))?|#[\w-]+|\*/g, '')
  const named = bare.replace(/\.(?:\\.|[\w-])+/g, ' ')
  return { selector, classes, elements: [...(named.match(/[a-z][\w-]*/gi) ?? []), ...inside], facts: factsOf(bare) }
}

/** What a selector says of elements on their own and inside each other; that they are neighbours is not followed. */
function factsOf(bare: string): string[] {
  const parts = bare.split(/\s*([\s>+~])\s*/)
  const compounds = parts.filter((_, at) => at % 2 === 0).map(namesOf)
  return compounds.flatMap((names, at) => {
    const outer = [' ', '>'].includes(parts[at * 2 - 1] ?? '') ? (compounds[at - 1] ?? []) : []
    return [
      ...names.slice(1).map((name) => `${names[0]}&${name}`),
      ...outer.flatMap((around) => names.map((name) => `${around}>${name}`)),
    ]
  })
}

const namesOf = (compound: string): string[] =>
  (compound.match(/\.?(?:\\.|[\w-])+/g) ?? []).map((name) => name.replaceAll('\\', ''))

/** How scripts put elements into pages; those that only change texts, attributes and states do not. */
const MAKES_ELEMENTS =
  /createElement|innerHTML|outerHTML|insertAdjacent|append|replaceChildren|replaceWith|DOMParser|classList|className/

/** How they put classes on what is there; `classList` and `className` stand above. */
const SETS_ATTRIBUTES = /setAttribute|toggleAttribute/

/** What a script might add to a page. */
export interface ScriptUse {
  /** Whatever could be a class: all its words. */
  words: readonly string[]
  beginnings: readonly string[]
  /** Whatever could be an element it makes: strings of one word. */
  quoted: readonly string[]
  properties: readonly string[]
  makesElements: boolean
  setsAttributes: boolean
}

/** What a script might add to a page. */
export const useOf = (script: string): ScriptUse => ({
  words: [...new Set(wordsIn(script))],
  beginnings: [...new Set(beginningsIn(script))],
  quoted: [...new Set(quotedIn(script))],
  properties: [...new Set(propertiesIn(script))],
  makesElements: MAKES_ELEMENTS.test(script),
  setsAttributes: SETS_ATTRIBUTES.test(script),
})

/**
 * What a page uses: its own elements, and whatever its scripts might add.
 * @param page its HTML without styles and scripts
 */
export function usedBy(page: string, scripts: readonly ScriptUse[]): Used {
  // One script may hold the words, and another that it calls the means; where none has them, words are only words.
  const adding = scripts.some((script) => script.makesElements || script.setsAttributes) ? scripts : []
  return {
    classes: new Set([...classesIn(page), ...adding.flatMap(({ words }) => words)]),
    beginnings: [...new Set(adding.flatMap(({ beginnings }) => beginnings))],
    elements: new Set(['html', 'body', ...elementsIn(page), ...adding.flatMap(({ quoted }) => quoted)]),
    properties: new Set([...propertiesIn(page), ...scripts.flatMap(({ properties }) => properties)]),
    structure: scripts.some(({ makesElements }) => makesElements) ? undefined : structureOf(page),
  }
}

/**
 * The page with short names for its custom properties: they are written out hundreds of times, and
 * nobody reads them there. Names that a script knows stay.
 */
export function shortenProperties(html: string, scripts: readonly ScriptUse[]): string {
  const kept = new Set(scripts.flatMap(({ properties }) => properties))
  const names = new Map<string, string>()
  const short = (name: string): string => {
    if (kept.has(name)) return name
    const known = names.get(name) ?? `--_${names.size.toString(36)}`
    names.set(name, known)
    return known
  }
  return html.replace(/<style>[\s\S]*?<\/style>|\bvar\(--[\w-]+/g, (part) => part.replace(/--[a-z][\w-]*/g, short))
}

/** Every custom property that a text names. */
export const propertiesIn = (text: string): string[] => text.match(/--[\w-]+/g) ?? []

const classesIn = (html: string): string[] =>
  [...html.matchAll(/\sclass="([^"]*)"/g)].flatMap((match) => (match[1] as string).split(/\s+/))

const elementsIn = (html: string): string[] => [...html.matchAll(/<([a-z][\w-]*)/g)].map((match) => match[1] as string)

const wordsIn = (script: string): string[] => script.match(/[A-Za-z][\w-]*/g) ?? []

const beginningsIn = (script: string): string[] =>
  [...script.matchAll(/([A-Za-z][\w-]*-)\$\{/g)].map((match) => match[1] as string)

const quotedIn = (script: string): string[] =>
  [...script.matchAll(/(["'`])([a-z][\w-]*)\1/g)].map((match) => match[2] as string)
