const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text for XML, in elements and in double-quoted attributes; characters that XML 1.0 forbids go. */
export const escapeXml = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must go
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (mark) => ESCAPES[mark] as string)

const MARKS: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' }

/** Text of HTML as the site's own pages write it: the four names and codes of characters. */
export const unescapeHtml = (text: string): string =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|(lt|gt|quot|amp));/gi, (_, hex?: string, code?: string, name = '') =>
    hex || code
      ? String.fromCodePoint(Number.parseInt(hex ?? (code as string), hex ? 16 : 10))
      : (MARKS[name.toLowerCase()] as string),
  )
