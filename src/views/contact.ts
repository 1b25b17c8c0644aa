import type { Catalogue, Entry } from '../catalogue/catalogue.ts'
import type { Contact } from '../schemas/contact.ts'
import type { RecordRow } from './brand.ts'
import type { Notes } from './notes.ts'

/** The official channels of an office, row by row; only what is published. */
export function contactRows({ phone, address, web, platform, ...cite }: Contact, notes: Notes): RecordRow[] {
  // Asked for anew in each row: only the first mark of a note carries the anchor of the way back.
  const marks = () => [notes.mark(cite)]
  return [
    ...(phone ? [{ name: '办公电话', value: phone, href: telephoneLink(phone), marks: marks() }] : []),
    ...(address ? [{ name: '办公地址', value: address, marks: marks() }] : []),
    ...(web ? [{ name: '单位网页', value: new URL(web).host, href: web, marks: marks() }] : []),
    ...(platform ? [{ name: '官方平台', value: platform.name, href: platform.url, marks: marks() }] : []),
  ]
}

/** The link that dials an office number: an extension is not part of the number (RFC 3966). */
function telephoneLink(phone: string): string {
  const [, line, extension] = /^(0\d+-\d+)-(\d+)$/.exec(phone) ?? []
  return `tel:${(line ?? phone).replaceAll('-', '')}${extension ? `;ext=${extension}` : ''}`
}

/** What can be asked, and by its name is one place: not 大赛组委会, not 各县人社局. */
const OFFICE = /^(?!各).*(?:局|厅|政府|妇联|总工会|协会|中心|学校|学院)$/

/** At most so many are named. */
const ASKED = 2

/** Who is asked where nobody is named. */
const ANYWHERE = '当地人力资源社会保障局'

/**
 * Offices that may know where no contact is published: the one that the documents make responsible, else those that are
 * named beside what is still unknown, most often named first; there is always one.
 */
export function officesToAsk({ data }: Entry<'brand'>): string[] {
  if (data.steward) return [data.steward.name]
  const named = data.missing.flatMap(({ who = '' }) => who.split('、')).filter((who) => OFFICE.test(who))
  if (named.length === 0) return [ANYWHERE]
  return [...Map.groupBy(named, (who) => who)]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .slice(0, ASKED)
    .map(([who]) => who)
}

/** How to reach a brand: its own channels, and those of its organisations. */
export function brandContact(brand: Entry<'brand'>, catalogue: Catalogue, notes: Notes): RecordRow[] {
  const rows = (contact: Contact | undefined) => (contact ? contactRows(contact, notes) : [])
  return [
    ...rows(brand.data.contact),
    ...catalogue
      .related(brand, 'organisation')
      .flatMap(({ name, data }) => rows(data.contact).map((row) => ({ ...row, name: `${name} ${row.name}` }))),
  ]
}

/** Whether anything is published through which a brand can be reached, by itself or by one of its organisations. */
export function hasChannels(brand: Entry<'brand'>, catalogue: Catalogue): boolean {
  return [brand, ...catalogue.related(brand, 'organisation')].some(({ data }) => data.contact !== undefined)
}
