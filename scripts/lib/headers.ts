/**
 * What a server says beside the files: content types, how long they keep, and what browsers may do with them. The
 * one list that the local server sends, the configurations in scripts/deploy/ are written from and `npm run upload`
 * stores. Addresses here are paths of the site without base path: `/brands/fumian-caifeng/`.
 */

/** Types by extension. Text says its encoding; nothing is left to guessing. */
export const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  ndjson: 'application/x-ndjson; charset=utf-8',
  webmanifest: 'application/manifest+json; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  avif: 'image/avif',
  mp4: 'video/mp4',
  woff2: 'font/woff2',
  wasm: 'application/wasm',
  zip: 'application/zip',
  pdf: 'application/pdf',
}

/** The full-text index: compressed by its maker, of no type that anybody else knows. */
export const BYTES = 'application/octet-stream'

/** The type of a file. Feeds are named as what they are. */
export function typeOf(path: string): string {
  if (/^\/?feeds\/.*\.xml$/.test(path)) return FEED_TYPES.xml
  if (/^\/?feeds\/.*\.json$/.test(path)) return FEED_TYPES.json
  return TYPES[/\.(\w+)$/.exec(path)?.[1] ?? ''] ?? BYTES
}

/** Types of files below /feeds/. */
export const FEED_TYPES = {
  xml: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
} as const

/** Which files get precompressed copies: text that is worth it. */
export const COMPRESSED = /\.(?:html|css|js|json|ndjson|webmanifest|svg|xml|txt|csv|ics|wasm)$/

/** A rule that holds for the paths it matches; the first that matches counts. Written so that nginx reads it, too. */
export interface PathRule {
  pattern: string
  value: string
}

/**
 * How long browsers and caches keep a file without asking. Files with their digest in the name never change.
 * Pictures that keep their name may be an hour old. Everything else is asked for each time, which costs no bytes
 * (304) where nothing has changed: a page and the data it loads are then always of one release.
 */
export const CACHING: readonly PathRule[] = [
  {
    pattern: '^/(?:_astro/|fonts/[0-9a-f]+\\.woff2|photos/|pagefind/(?:[^/]+/)?(?:fragment|index|filter)/)',
    value: 'public, max-age=31536000, immutable',
  },
  { pattern: '\\.(?:svg|png|jpg|webp|avif|zip|mp4)$', value: 'public, max-age=3600' },
  { pattern: '', value: 'no-cache' },
]

/** Data that other sites' scripts may read. */
export const SHARED_DATA = '^/(?:open|feeds|calendar)/'

/** What the configuration of the site decides about headers. */
export interface HeaderOptions {
  /** Hosts whose film players a visitor may ask for. */
  players?: readonly string[]
}

/** Browser features that no page uses. */
const UNUSED_FEATURES = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
]

/** Headers of every answer, whatever the address. */
export const COMMON_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': UNUSED_FEATURES.map((feature) => `${feature}=()`).join(', '),
}

/** Sent over https only, and only where the site has a host of its own: it speaks for the whole host. */
export const HSTS = 'max-age=31536000'

/**
 * The part of the policy that only a header can say (who may put a page into a frame), and a floor under pages that
 * have lost theirs. Neither scripts nor styles: those stand in each page (csp.ts), and two policies that both name
 * them would have to agree to the byte at every instant of a release.
 */
const floor = (frames: readonly string[], ancestors: string): string =>
  [
    `frame-ancestors ${ancestors}`,
    `frame-src ${["'self'", ...frames].join(' ')}`,
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ')

/** Policies by address. The editor has the whole of its own inside its page. */
export function policyRules({ players = [] }: HeaderOptions = {}): readonly PathRule[] {
  return [
    { pattern: '^/embed/', value: floor([], '*') },
    { pattern: '^/admin/', value: "frame-ancestors 'none'; object-src 'none'; base-uri 'none'" },
    {
      pattern: '',
      value: floor(
        players.map((host) => `https://${host}`),
        "'self'",
      ),
    },
  ]
}

/** Whether a page may be scripted by the window that opened it. The editor signs in through a window of its own. */
export const OPENER_RULES: readonly PathRule[] = [
  { pattern: '^/admin/', value: 'same-origin-allow-popups' },
  { pattern: '', value: 'same-origin' },
]

/** The value of the first rule that matches. */
export const valueFor = (rules: readonly PathRule[], path: string): string =>
  rules.find(({ pattern }) => new RegExp(pattern).test(path))?.value ?? ''

/**
 * All headers of an answer but type, length and validators.
 * @param path without base path, with the file's name where the address has one
 */
export function headersFor(path: string, options: HeaderOptions = {}): Record<string, string> {
  return {
    ...COMMON_HEADERS,
    'content-security-policy': valueFor(policyRules(options), path),
    'cross-origin-opener-policy': valueFor(OPENER_RULES, path),
    'cache-control': valueFor(CACHING, path),
    ...(new RegExp(SHARED_DATA).test(path) ? { 'access-control-allow-origin': '*' } : {}),
  }
}
