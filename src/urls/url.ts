import { withBase } from './base.ts'

/** The site's base path as this build has it. */
export const BASE: string = import.meta.env?.BASE_URL ?? '/'

/** An address of ours as this build serves it, with the base path in front. */
export const url = (path: string): string => withBase(path, BASE)

/** Sections that the navigation has no word of its own for, by that of its words under which people look for them. */
const UNDER: Readonly<Record<string, string>> = {
  regions: 'brands',
  organisations: 'brands',
  compare: 'brands',
  series: 'brands',
  events: 'places',
  figures: 'stories',
}

/** What a link of the navigation is to a page, for `aria-current`: the page itself, the section it lies in, or neither. */
export function currentFor(link: string, page: string): 'page' | 'true' | undefined {
  if (page === link) return 'page'
  const [, section = ''] = page.split('/')
  return page.startsWith(link) || link === `/${UNDER[section]}/` ? 'true' : undefined
}

/**
 * The absolute address of one of our pages or files.
 * @param site the public origin, as Astro's `site` gives it
 */
export function absolute(path: string, site: URL | undefined): string {
  if (!site) throw new Error('astro.config.mjs must name the public origin as `site`')
  return new URL(url(path), site).href
}

/** The absolute address of the site's root, without a slash at its end: every path of ours follows it. */
export const origin = (site: URL | undefined): string => absolute('/', site).replace(/\/$/, '')

const here = import.meta.env?.SITE ? new URL(import.meta.env.SITE) : undefined

/** `absolute` with the public origin of this build. */
export const absoluteHere = (path: string): string => absolute(path, here)
