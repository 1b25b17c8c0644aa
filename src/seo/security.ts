import type { SiteIdentity } from '../site.config.ts'

/**
 * security.txt (RFC 9116), or undefined while nobody has said where to write and until when.
 * @param address absolute address of the file itself
 */
export function securityTxt(
  { securityContact, securityExpires }: Pick<SiteIdentity, 'securityContact' | 'securityExpires'>,
  address: string,
): string | undefined {
  if (!securityContact || !securityExpires) return undefined
  return [
    `Contact: ${securityContact}`,
    `Expires: ${securityExpires}`,
    'Preferred-Languages: zh, en',
    `Canonical: ${address}`,
    '',
  ].join('\n')
}
