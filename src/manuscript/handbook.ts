import type { Image, Root } from 'mdast'
import { visitParents } from 'unist-util-visit-parents'
import { parseMarkdown } from './markdown.ts'
import { formatProblems } from './problem.ts'
import { BASE_MARK, type Body, renderBody } from './render.ts'
import { checkBody } from './rules/body.ts'

/** Pictures of the handbook lie here, seen from it; the site publishes the folder. */
const PICTURES = '../public/handbook/'

/**
 * Renders `content/README.md` as a page: one text for the repository and for the site. It is read by the
 * same rules as manuscripts; only its own pictures, and what is to be typed as it stands, are allowed besides.
 * @throws in Chinese when it breaks a rule
 */
export function renderHandbook(text: string): Body {
  // The page has a heading of its own.
  const source = text.replace(/^# .*$/m, '')
  const parsed = parseMarkdown(source, 'README.md')
  if (!parsed.tree) throw new Error(formatProblems(parsed.problems))
  const pictures = ownPictures(parsed.tree)
  const problems = checkBody(parsed.tree, 'README.md', source).filter(
    ({ rule, line, column }) => rule !== 'no-code' && (rule !== 'no-image' || !pictures.has(`${line}:${column}`)),
  )
  if (problems.length > 0) throw new Error(formatProblems(problems))
  return renderBody(parsed.tree)
}

/** Points the handbook's own pictures at the site. @returns where they stand */
function ownPictures(tree: Root): Set<string> {
  const places = new Set<string>()
  visitParents(tree, 'image', (image: Image) => {
    const { start } = image.position ?? {}
    if (!start || !/^[a-z-]+\.webp$/.test(image.url.replace(PICTURES, '')) || !image.url.startsWith(PICTURES)) return
    places.add(`${start.line}:${start.column}`)
    // The title says the size, so that the page does not jump when the picture arrives.
    const [width, height] = (image.title ?? '').split('×')
    const src = `${BASE_MARK}/handbook/${image.url.slice(PICTURES.length)}`
    image.title = null
    image.data = { ...image.data, hProperties: { src, width, height, loading: 'lazy', decoding: 'async' } }
  })
  return places
}
