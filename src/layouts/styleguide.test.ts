import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'

/** Components that the style guide cannot show by themselves, and where they are seen. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'Asked.astro': '/find/ and /compare/, where an address asks',
  'Blocks.astro': 'pages of people, places and organisations',
  'EnglishCards.astro': '/en/',
  'EnglishLines.astro': '/en/',
  'EnglishMark.astro': '/en/',
  'EnglishNotes.astro': '/en/',
  'Family.astro': '/series/',
  'Grid.astro': '/brands/table/',
  'GuitarHero.astro': 'the page of its only brand: its thread would stand here twice',
  'Player.astro': '/media/, where films are',
  'PrintFoot.astro': 'on paper',
}

/** A file with everything that it imports, of ours. */
function reached(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file) || !existsSync(file)) return found
  found.add(file)
  for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(/from '(\.[^']+\.astro)'/g))
    reached(join(dirname(file), name), found)
  return found
}

it('the style guide shows every component, or says where it is seen', () => {
  const shown = reached('src/layouts/Styleguide.astro')
  const missing = readdirSync('src/components')
    .filter((name) => name.endsWith('.astro'))
    .filter((name) => !shown.has(join('src/components', name)))
  expect(missing.sort()).toEqual(Object.keys(ELSEWHERE).sort())
})
