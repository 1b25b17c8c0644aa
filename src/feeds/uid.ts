/** Namespace of our identifiers, drawn once by chance. Changing it would make every item new to every reader. */
const NAMESPACE = '6f1c5b0e-3d52-4c1f-9a37-0b8e2d5a94c1'

/**
 * A name-based UUID (RFC 9562, version 5): the same for the same name in every build and on every
 * host, so that a feed item or calendar entry stays the same thing when the site moves.
 * @param name such as `story/moller-eight-years`
 */
export async function uuidOf(name: string): Promise<string> {
  const namespace = Uint8Array.from(NAMESPACE.replaceAll('-', '').match(/../g) ?? [], (byte) =>
    Number.parseInt(byte, 16),
  )
  const bytes = new Uint8Array([...namespace, ...new TextEncoder().encode(name)])
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-1', bytes)).slice(0, 16)
  hash[6] = ((hash[6] as number) & 0x0f) | 0x50
  hash[8] = ((hash[8] as number) & 0x3f) | 0x80
  const hex = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
