import type { DataPath } from '../manuscript/front-matter.ts'
import { FILE_START, type Position, type Problem } from '../manuscript/problem.ts'
import type { Data } from '../schemas/index.ts'
import type { Located, ValidEntry } from './validate.ts'

/** What staff write for the name of a person taken down, when they erase it from the manuscript too. */
const ERASED = '已撤下'

const isGone = ({ entry }: Located): boolean =>
  entry.kind === 'figure' && (entry.data as Data<'figure'>).withdrawnOn !== undefined

/** What is wrong about people, across all manuscripts. */
export const peopleProblems = (filed: readonly Located[]): Problem[] => [...stillNamed(filed), ...withoutConsent(filed)]

/** A photograph on a person's page, or with a person's name beside it, needs the record of the person's consent. */
function withoutConsent(filed: readonly Located[]): Problem[] {
  return [...withoutOwnConsent(filed), ...withoutOthersConsent(filed)]
}

function withoutOthersConsent(filed: readonly Located[]): Problem[] {
  const figures = filed.flatMap(({ entry }) =>
    entry.kind === 'figure' ? { ...entry, data: entry.data as Data<'figure'> } : [],
  )
  const silent = figures
    .filter(({ data }) => !data.consent || data.consent.withdrawnOn)
    .map((figure) => ({ ...figure, isNamedBy: naming(figure, figures) }))
  return filed.flatMap(({ entry, file }) =>
    (entry.body?.segments ?? []).flatMap((segment): Problem[] => {
      if (typeof segment === 'string' || segment.slot !== 'photo') return []
      const words = `${segment.alt}\n${segment.caption}`
      const person = silent.find(({ id, isNamedBy }) => id !== entry.id && isNamedBy(words))
      if (!person) return []
      return [
        {
          file,
          ...segment.at,
          rule: 'missing-consent',
          level: 'error',
          message: `照片旁边写着「${person.data.name}」，他那一篇没有写照片授权，或者授权已经撤回`,
          fix: `照片里是他：取得书面同意，在 figures/${person.id} 那一篇写 consent 一栏；没有就换一张，或删掉`,
        },
      ]
    }),
  )
}

/** What names a person: their name, their other names. */
interface Person {
  data: Pick<Data<'figure'>, 'name' | 'aliases'>
}

/**
 * Tells whether a text names a person, and not another one of a longer name.
 * @param people all of whom there is a page
 */
export function naming({ data }: Person, people: readonly Person[]): (text: string) => boolean {
  const names = (person: Person['data']) => [person.name, ...person.aliases]
  const longer = people.flatMap((other) => (other.data === data ? [] : names(other.data)))
  return namedBy(names(data), longer)
}

/** Tells whether a text has one of these names, at a place that belongs to none of the longer ones. */
function namedBy(all: readonly string[], longer: readonly string[]): (text: string) => boolean {
  const names = all.filter((name) => name !== ERASED && name.length >= SHORTEST_NAME)
  return (text) => names.some((name) => isNamedIn(joined(text), name, longer))
}

function withoutOwnConsent(filed: readonly Located[]): Problem[] {
  return filed.flatMap(({ entry, file }) => {
    if (entry.kind !== 'figure' || (entry.data as Data<'figure'>).consent) return []
    const photo = (entry.body?.segments ?? []).find(
      (segment) => typeof segment !== 'string' && segment.slot === 'photo',
    )
    if (!photo || typeof photo === 'string') return []
    return {
      file,
      ...('at' in photo ? photo.at : FILE_START),
      rule: 'missing-consent',
      level: 'error' as const,
      message: '人物页放了照片，但没有写授权',
      fix: '取得本人书面同意后写 consent 一栏：同意什么、哪天签、有效到哪天、存在哪个单位；没有就删掉照片',
    }
  })
}

/**
 * A person who asked to be taken down must be gone everywhere: their page shows nothing, so every
 * other manuscript that still names them, or uses their claims, is an error.
 *
 * Names are looked for as written, aliases too, from two characters on. Found are all places but those inside a longer
 * name of another person or of a region, or inside a longer Latin word. Not found is what no name says: 李师傅, a name
 * with other characters. Chinese does not part words, so an ordinary word that is also the name (高峰 in 高峰期), and
 * another person of the same name, are found as well; the cure says what to do then, for a name left out is worse.
 */
function stillNamed(filed: readonly Located[]): Problem[] {
  // The table of regions names places only.
  const shown = filed.filter((each) => each.entry.kind !== 'region' && !isGone(each))
  return filed.filter(isGone).flatMap(({ entry: person, file: own }) => {
    const longer = filed.flatMap(({ entry, file }) => (file === own ? [] : namesOf(entry)))
    const isNaming = namedBy(namesOf(person), longer)
    return shown.flatMap(({ entry, file, locate }): Problem[] => {
      const problem = (at: Position, what: string, fix: string): Problem => ({
        file,
        ...at,
        rule: 'withdrawn-person',
        level: 'error',
        message: `人物 ${person.id} 已经撤下，${what}`,
        fix,
      })
      const fields = textsIn(entry.data, []).filter(({ text }) => isNaming(text))
      return [
        ...fields.map(({ path }) => problem(locate(path), '这一栏还写着他的名字', UNNAME)),
        ...(isNaming(entry.body?.text ?? '') ? [problem(FILE_START, '正文里还写着他的名字', UNNAME)] : []),
        ...(entry.body?.labels ?? [])
          .filter(({ text }) => isNaming(text))
          .map(({ at }) => problem(at, '这里的说明或署名还写着他的名字', UNNAME)),
        ...usesOf(entry, person.id).map(({ at }) =>
          problem(at, '这里还用着他那一篇的数据', '把这条 <Claim> 和说它的句子删掉或改写'),
        ),
      ]
    })
  })
}

const UNNAME =
  '把提到这个人的句子删掉或改写，不留姓名；说的不是他，只是同名或碰巧同字，就把撤下那一篇的 name 改成“已撤下”，aliases 里也删掉'

/** A text without the blanks that set two characters wide: 李 梅. */
const joined = (text: string) => text.replace(/(?<=\p{Script=Han})[ \u3000]+(?=\p{Script=Han})/gu, '')

/** One character is in too many words. */
const SHORTEST_NAME = 2

/** Names that a shorter one may be a part of: those of people, and of regions. */
function namesOf({ kind, data }: ValidEntry): string[] {
  if (kind === 'region') return [(data as Data<'region'>).name]
  if (kind !== 'figure') return []
  const { name, aliases } = data as Data<'figure'>
  return [name, ...aliases]
}

/** Letters that make a Latin name a part of something else, such as an id. */
const LATIN = /[\p{Script=Latin}\d_-]/u

const joins = (one = '', other = ''): boolean => LATIN.test(one) && LATIN.test(other)

/** Whether the text has the name at a place that belongs to none of the longer names and to no longer Latin word. */
function isNamedIn(text: string, name: string, longer: readonly string[]): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (joins(text[at - 1], name[0]) || joins(name.at(-1), text[at + name.length])) continue
    if (!longer.some((other) => isPartOf(other, name, text, at))) return true
  }
  return false
}

/** Whether the name at that place of the text is a part of the other, longer one. */
function isPartOf(other: string, name: string, text: string, at: number): boolean {
  if (other.length <= name.length) return false
  for (let within = other.indexOf(name); within >= 0; within = other.indexOf(name, within + 1)) {
    if (within <= at && text.startsWith(other, at - within)) return true
  }
  return false
}

/** Every text in an entry's data, with the way to it. */
function textsIn(value: unknown, path: DataPath): Array<{ path: DataPath; text: string }> {
  if (typeof value === 'string') return [{ path, text: value }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    textsIn(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  )
}

/** Where the body shows claims of the person's own entry. */
const usesOf = ({ body }: ValidEntry, id: string) =>
  (body?.segments ?? []).flatMap((segment) =>
    typeof segment !== 'string' && segment.slot === 'claim' && segment.entry === id ? segment : [],
  )
