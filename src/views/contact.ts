import type { Catalogue, Entry } from '../catalogue/catalogue.ts'
import type { Contact } from '../schemas/contact.ts'
import type { RecordRow } from './brand.ts'
import type { Notes } from './notes.ts'

/** How to reach a brand: its own channels, and those of its organisations. */
export function contactRows(brand: Entry<'brand'>, catalogue: Catalogue, notes: Notes): RecordRow[] {
  const organisations = catalogue.related(brand, 'organisation')
  return [
    ...rowsOf(brand.data.contact, notes),
    ...organisations.flatMap((organisation) =>
      rowsOf(organisation.data.contact, notes).map((row) => ({ ...row, name: `${organisation.name} ${row.name}` })),
    ),
  ]
}

/** The rows of one contact; none where nothing is published. */
export function rowsOf(contact: Contact | undefined, notes: Notes): RecordRow[] {
  if (!contact) return []
  const marks = [notes.mark(contact)]
  const { phone, address, web, platform } = contact
  return [
    ...(phone ? [{ name: '办公电话', value: phone, href: `tel:${phone.replaceAll('-', '')}`, marks }] : []),
    ...(address ? [{ name: '办公地址', value: address, marks }] : []),
    ...(web ? [{ name: '网页', value: web, href: web, marks }] : []),
    ...(platform ? [{ name: '平台', value: platform.name, href: platform.url, marks }] : []),
  ]
}
