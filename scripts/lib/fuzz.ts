import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RawFile } from '../../src/catalogue/read.ts'
import { decodeText } from '../../src/manuscript/encoding.ts'
import type { Problem } from '../../src/manuscript/problem.ts'
import { KINDS, type Kind } from '../../src/schemas/index.ts'
import { ATTACKS, FRONT_MATTER_ATTACKS } from './attacks.ts'
import { randomOf } from './random.ts'

/** Stands in every script that is planted, to look for in what comes out. */
export const SCRIPT_MARK = 'zhongzi4711'

/** The number that is planted in disguises; nobody's. */
export const PHONE_MARK = '13800138000'

const PLANTS: readonly string[] = [
  `<script>${SCRIPT_MARK}()</script>`,
  `[x](javascript:${SCRIPT_MARK}())`,
  `<img src="x" onerror="${SCRIPT_MARK}()" />`,
  `<Note onclick="${SCRIPT_MARK}()">提醒</Note>`,
  `{${SCRIPT_MARK}()}`,
  `import x from "${SCRIPT_MARK}"`,
  `"><script>${SCRIPT_MARK}()</script>`,
  `<Quote source="s" by='"><script>${SCRIPT_MARK}()</script>'>引</Quote>`,
  '电话13800138000',
  '138 0013 8000',
  '138**0013**8000',
  '１３８００１３８０００',
  '138\u200b00138000',
  '1380013800&#48;',
  '一三八零零一三八零零零',
  '138<b>0013</b>8000',
  '138\n00138000',
]

const NOISE = [
  '\t',
  '：',
  '“',
  '"',
  "'",
  '<',
  '>',
  '{',
  '}',
  '`',
  '```',
  '---',
  '\n---\n',
  '- ',
  '#',
  '# ',
  '## ',
  '|',
  '[',
  '](',
  ')',
  '!',
  '*',
  '**',
  '_',
  '~~',
  '\\',
  '&',
  '&#x',
  '<!--',
  '-->',
  '{/*',
  '*/}',
  '</',
  '/>',
  '<Claim',
  '</Claim>',
  '<Note>',
  '</Note>',
  '<Steps>',
  '<Step title="',
  '\u0000',
  '\ufeff',
  '\r',
  '\r\n',
  '\u202e',
  '\u2028',
  '\ud83d',
  '😀',
  '\ufffd',
  '\u3000',
  '  ',
  '\n\n\n',
  ': ',
  ' #',
  '|\n',
  '>\n',
  '&a ',
  '*a',
  '!!',
  '%',
  '@',
  '2026年2月30日',
  '2026-13-45',
  '0x10',
  '1e999',
  'null',
  'true',
  '~',
  '[^1]',
  'http://',
  '最佳',
  '...',
]

/** One mutated manuscript. */
export interface Mutant extends RawFile {
  /** What reading its bytes already complained of. */
  found: Problem[]
}

/** Manuscripts of `content/` that mutants are made from: short ones, so that many can be tried. */
function seeds(): Array<{ kind: Kind; id: string; text: string }> {
  return (Object.keys(KINDS) as Kind[]).flatMap((kind) => {
    const place = KINDS[kind]
    if (!('folder' in place)) return []
    // A kind that has no entry yet has no folder either.
    if (!existsSync(join('content', place.folder))) return []
    return readdirSync(join('content', place.folder))
      .map((id) => ({ kind, id, text: readFileSync(join('content', place.folder, id, 'index.mdx'), 'utf8') }))
      .filter(({ text }) => text.length < 4000)
  })
}

/** `count` mutants, the same for the same seed. */
export function* mutants(count: number, seed: number): Generator<Mutant> {
  const random = randomOf(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T
  const originals = seeds()
  for (let number = 0; number < count; number++) {
    const { kind, text } = pick(originals)
    let mutated = text
    for (let step = below(4); step >= 0; step--) mutated = mutate(mutated, below, pick)
    let bytes: Uint8Array = new TextEncoder().encode(mutated)
    if (random() < 0.05) {
      bytes = bytes.slice()
      for (let hits = 1 + below(3); hits > 0; hits--) bytes[below(bytes.length)] = below(256)
    }
    const id = `mutant-${String(number).padStart(4, '0')}`
    const file = `${(KINDS[kind] as { folder: string }).folder}/${id}/index.mdx`
    const decoded = decodeText(bytes, file)
    yield { kind, id, file, beside: [], text: decoded.text, found: decoded.problems }
  }
}

function mutate(text: string, below: (limit: number) => number, pick: <T>(list: readonly T[]) => T): string {
  const at = below(text.length + 1)
  const lines = text.split('\n')
  const line = below(lines.length)
  const joined = () => lines.join('\n')
  switch (below(12)) {
    case 0:
      return text.slice(0, at) + pick(NOISE) + text.slice(at)
    case 1:
      return text.slice(0, at) + text.slice(at + 1 + below(20))
    case 2:
      lines.splice(line, 1)
      return joined()
    case 3:
      lines.splice(line, 0, lines[below(lines.length)] as string)
      return joined()
    case 4:
      return `${text.slice(0, at)}${pick(PLANTS)}${text.slice(at)}`
    case 5:
      return `${text}\n\n${pick(PLANTS)}\n`
    case 6:
      return `${text}\n\n${pick(ATTACKS)}\n`
    case 7:
      lines.splice(1, 0, pick(FRONT_MATTER_ATTACKS))
      return joined()
    case 8:
      return text.slice(0, at)
    case 9:
      lines[line] = (lines[line] as string) + pick(NOISE)
      return joined()
    case 10:
      return text.replaceAll(text[at] ?? 'a', pick(NOISE))
    default: {
      const other = below(text.length)
      return text.slice(0, at) + text.slice(other, other + below(200)) + text.slice(at)
    }
  }
}
