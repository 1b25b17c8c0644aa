import { createHash } from 'node:crypto'
import { attribute, type BuiltPage, innerText } from './site.ts'

/**
 * The content security policy of a built page. It travels inside the page, as a `<meta>`, and allows exactly the
 * styles and scripts that the page was built with. Hashes stand nowhere else: a header that held them would have
 * to change in the same instant as the files, which no server does. What a `<meta>` cannot say is in headers.ts.
 */

/** Script elements that hold data; browsers run the others or act upon them (`speculationrules`). */
const DATA_BLOCK = /\btype="?application\/(?:ld\+)?json"?/
const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/g
const STYLE = /<style\b[^>]*>([\s\S]*?)<\/style>/g
const CHARSET = /<meta charset="?utf-8"?\s*\/?>/i
const POLICY = /<meta http-equiv="Content-Security-Policy" content="[^"]*">/

/** `'sha256-…'` of an inline script or style, as policies name it. */
export const hashSource = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/**
 * The policy of a page.
 * @param html the finished page
 * @param players hosts whose film players a visitor may ask for
 */
export function pagePolicy(html: string, players: readonly string[]): string {
  const scripts = [...html.matchAll(SCRIPT)].filter(([, attributes = '']) => !DATA_BLOCK.test(attributes))
  const inline = scripts.filter(([, attributes = '']) => !/\ssrc=/.test(attributes))
  const hashes = (texts: Iterable<string | undefined>) => [...new Set([...texts].map((text = '') => hashSource(text)))]
  const scriptSources = [
    ...(scripts.length > 0 ? ["'self'"] : []),
    // The full-text engine is WebAssembly, and only the search page loads it.
    ...(/\sdata-find[\s>]/.test(html) ? ["'wasm-unsafe-eval'"] : []),
    ...hashes(inline.map((match) => match[2])),
  ]
  const styleSources = [
    ...(/<link\b[^>]*\brel="?stylesheet/.test(html) ? ["'self'"] : []),
    ...hashes([...html.matchAll(STYLE)].map((match) => match[1])),
  ]
  const frames = html.includes(' data-player=') ? players.map((host) => `https://${host}`) : []
  return [
    ['default-src', "'self'"],
    ['script-src', ...orNone(scriptSources)],
    ['style-src', ...orNone(styleSources)],
    // The icon of cards travels inside them, and so do the pictures of the design system.
    ['img-src', "'self'", 'data:'],
    ['frame-src', ...orNone(frames)],
    ['object-src', "'none'"],
    ['base-uri', "'none'"],
    ['form-action', "'self'"],
  ]
    .map((directive) => directive.join(' '))
    .join(';')
}

const orNone = (sources: readonly string[]): readonly string[] => (sources.length > 0 ? sources : ["'none'"])

/**
 * The page with its policy right behind `<meta charset>`: it holds only for what follows it.
 * @throws where a page has no such line, because a page without a policy must not be published
 */
export function withPolicy(html: string, players: readonly string[]): string {
  const bare = html.replace(POLICY, '')
  if (!CHARSET.test(bare)) throw new Error('no <meta charset="utf-8">: there is no place for the policy')
  const meta = `<meta http-equiv="Content-Security-Policy" content="${pagePolicy(bare, players)}">`
  return bare.replace(CHARSET, (charset) => charset + meta)
}

/** What built pages have against a strict policy, `/page/: fault`. Reads the parsed page, not the text as above. */
export function policyFaults(pages: readonly BuiltPage[]): string[] {
  return pages.flatMap((page) => faultsOf(page).map((fault) => `${page.path}: ${fault}`))
}

function faultsOf({ elements }: BuiltPage): string[] {
  const faults: string[] = []
  const isPolicy = (element: BuiltPage['elements'][number]) =>
    attribute(element, 'http-equiv')?.toLowerCase() === 'content-security-policy'
  const metas = elements.filter(isPolicy)
  const policy = (metas[0] && attribute(metas[0], 'content')) ?? ''
  if (metas.length !== 1) faults.push(`${metas.length} policies instead of one`)
  if (/unsafe-(?:inline|eval|hashes)/.test(policy.replace("'wasm-unsafe-eval'", ''))) faults.push('unsafe-…')
  if (/(?:^|[\s;])(?:\*|https?:|data:)(?:[\s;]|$)/.test(policy.replace(/img-src[^;]*/g, '')))
    faults.push('whole schemes allowed')
  const allowed = new Set(policy.split(/[\s;]+/))
  const first = elements.findIndex(({ tagName }) => ['script', 'style', 'link'].includes(tagName))
  if (first >= 0 && first < elements.findIndex(isPolicy)) faults.push('the policy comes after what it should govern')
  for (const element of elements) {
    for (const { name, value } of element.attrs) {
      if (name === 'style' || /^on/.test(name)) faults.push(`<${element.tagName} ${name}>`)
      if (/^(?:href|src|action)$/.test(name) && /^\s*javascript:/i.test(value)) faults.push(`javascript: in ${name}`)
    }
    const isData = /json/.test(attribute(element, 'type') ?? '')
    const governed = element.tagName === 'style' || (element.tagName === 'script' && !isData)
    if (governed && attribute(element, 'src') === undefined && !allowed.has(hashSource(rawText(element))))
      faults.push(`<${element.tagName}> not in the policy: ${rawText(element).slice(0, 40)}`)
  }
  return faults
}

/** The source of a script or style element, which `innerText` leaves out. */
function rawText(element: BuiltPage['elements'][number]): string {
  return element.childNodes.map((node) => ('value' in node ? node.value : innerText(element))).join('')
}
