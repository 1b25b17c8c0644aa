import postcss, { type AtRule, type Rule } from 'postcss'

/**
 * The stylesheet without the rules that ask for a class which nobody has. Rules that ask for none,
 * only for elements, attributes or states, always stay: what a reader or a script changes later must
 * still find its rule.
 * @param css a whole stylesheet
 * @param names every class that the pages have and their scripts may add
 */
export function usedCss(css: string, names: ReadonlySet<string>): string {
  const root = postcss.parse(css)
  root.walkRules((rule: Rule) => {
    const kept = rule.selectors.filter((selector) => classesOf(selector).every((name) => names.has(name)))
    if (kept.length === 0) rule.remove()
    else if (kept.length < rule.selectors.length) rule.selectors = kept
  })
  root.walkAtRules((rule: AtRule) => {
    if (rule.nodes?.length === 0) rule.remove()
  })
  return root.toString()
}

/** Classes that an element must have for the selector to match; alternatives and negations ask for none. */
function classesOf(selector: string): string[] {
  let plain = selector
  for (let before = ''; before !== plain; ) {
    before = plain
    plain = plain.replace(/:(?:is|where|not|has)\([^()]*\)/g, '')
  }
  return [...plain.matchAll(/\.((?:\\.|[\w-])+)/g)].map((match) => (match[1] as string).replaceAll('\\', ''))
}

/** The classes of a page's elements. */
export const classesIn = (html: string): string[] =>
  [...html.matchAll(/\sclass="([^"]*)"/g)].flatMap((match) => (match[1] as string).split(/\s+/))

/** Whatever in a script could be a class: the words of its strings. */
export const wordsIn = (script: string): string[] => script.match(/[A-Za-z][\w-]*/g) ?? []
