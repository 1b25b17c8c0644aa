import type { Brand, Organization, PostalAddress } from 'schema-dts'
import { type Catalogue, type Entry, isKind } from '../catalogue/catalogue.ts'
import type { Contact } from '../schemas/contact.ts'
import type { Structured } from '../seo/json-ld.ts'
import type { LinkView } from './page.ts'

/** So many everyday names a trade's page tells, and engines with it; the finder knows them all. */
export const MOST_ALIASES = 10

/**
 * What a page is about, for search engines. Everything said here is also written on the page itself
 * (a test compares the two): no figure, no judgement, nothing that only machines would read.
 */
export function subjectOf(entry: Entry, catalogue: Catalogue): Structured | undefined {
  const about = { '@id': `${entry.path}#it`, url: entry.path, mainEntityOfPage: entry.path }
  const { data } = entry
  const plain = {
    ...about,
    name: entry.name,
    ...('summary' in data ? { description: data.summary } : {}),
    ...('aliases' in data && data.aliases.length > 0
      ? { alternateName: isKind(entry, 'trade') ? data.aliases.slice(0, MOST_ALIASES) : data.aliases }
      : {}),
  }
  const address = addressOf('region' in data ? data.region : undefined, catalogue)
  if (isKind(entry, 'brand')) return { '@type': 'Brand', ...plain }
  if (isKind(entry, 'figure')) {
    const { title } = entry.data
    const organisations = catalogue.related(entry, 'organisation').map(organisationRef)
    return {
      '@type': 'Person',
      ...plain,
      ...(title ? { jobTitle: title } : {}),
      ...(organisations.length > 0 ? { affiliation: organisations } : {}),
    }
  }
  if (isKind(entry, 'event')) {
    const { start, end, venue } = entry.data
    return {
      '@type': 'Event',
      ...plain,
      ...(start ? { startDate: start } : {}),
      ...(end ? { endDate: end } : {}),
      ...(venue || address ? { location: { '@type': 'Place', ...(venue ? { name: venue } : {}), ...address } } : {}),
    }
  }
  if (isKind(entry, 'story')) {
    return {
      '@type': 'Article',
      ...about,
      headline: entry.name,
      description: entry.data.lead,
      datePublished: entry.data.publishedAt,
      about: catalogue.related(entry, 'brand').map(brandRef),
    }
  }
  if (isKind(entry, 'place')) return { '@type': 'Place', ...plain, ...address }
  if (isKind(entry, 'organisation')) {
    return { '@type': 'Organization', ...plain, ...address, ...contactOf(entry.data.contact) }
  }
  if (isKind(entry, 'policy')) {
    const { title, issuer, documentNumber, date } = entry.data
    return {
      '@type': 'Article',
      ...about,
      headline: entry.name,
      description: entry.data.summary,
      about: {
        '@type': 'CreativeWork',
        name: title,
        publisher: { '@type': 'Organization', name: issuer },
        ...(documentNumber ? { identifier: documentNumber } : {}),
        ...(date ? { datePublished: date } : {}),
      },
    }
  }
  if (isKind(entry, 'trade')) {
    const { code } = entry.data
    return { '@type': 'Occupation', ...plain, ...(code ? { occupationalCategory: code } : {}) }
  }
  if (isKind(entry, 'region')) {
    const { code, parent } = entry.data
    return {
      '@type': 'AdministrativeArea',
      ...plain,
      ...(code ? { identifier: code } : {}),
      ...(parent
        ? { containedInPlace: { '@type': 'AdministrativeArea', name: catalogue.get('region', parent).data.shortName } }
        : {}),
    }
  }
  return undefined
}

/** A list, in the order in which the page shows it. */
export const listThing = (name: string, items: ReadonlyArray<Pick<LinkView, 'name' | 'path'>>): Structured => ({
  '@type': 'ItemList',
  name,
  numberOfItems: items.length,
  itemListElement: items.map(({ name, path }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name,
    url: path,
  })),
})

const brandRef = ({ name, path }: Entry): Brand => ({ '@type': 'Brand', '@id': `${path}#it`, name, url: path })

const organisationRef = ({ name, path }: Entry): Organization => ({
  '@type': 'Organization',
  '@id': `${path}#it`,
  name,
  url: path,
})

/** Province and county, in the short names that the page shows. */
function addressOf(region: string | undefined, catalogue: Catalogue): { address: PostalAddress } | undefined {
  const chain = catalogue.regionChain(region)
  const [nearest] = chain
  const province = chain.at(-1)
  if (!nearest || !province) return undefined
  return {
    address: {
      '@type': 'PostalAddress',
      addressRegion: province.data.shortName,
      ...(nearest === province ? {} : { addressLocality: nearest.data.shortName }),
    },
  }
}

const contactOf = (contact: Contact | undefined) => (contact?.phone ? { telephone: contact.phone } : {})
