import { FILE_START, type Problem } from '../manuscript/problem.ts'
import type { Data } from '../schemas/index.ts'
import type { ValidEntry } from './validate.ts'

/** An entry with the file it was read from. */
interface Filed {
  entry: ValidEntry
  file: string
}

/** What staff write for the name of a person taken down, when they erase it from the manuscript too. */
const ERASED = '已撤下'

const isGone = ({ entry }: Filed): boolean =>
  entry.kind === 'figure' && (entry.data as Data<'figure'>).withdrawnOn !== undefined

/** What is wrong about people, across all manuscripts. */
export const peopleProblems = (filed: readonly Filed[]): Problem[] => [...stillNamed(filed), ...withoutConsent(filed)]

/** A person's page that shows a photograph needs the record of the person's consent. */
function withoutConsent(filed: readonly Filed[]): Problem[] {
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
 */
function stillNamed(filed: readonly Filed[]): Problem[] {
  const gone = filed.filter(isGone)
  return gone.flatMap(({ entry: person, file: own }) => {
    const { name } = person.data as Data<'figure'>
    return filed
      .filter((other) => other.file !== own && !isGone(other))
      .filter(({ entry }) => (name !== ERASED && mentions(entry, name)) || uses(entry, person.id))
      .map(
        ({ file }): Problem => ({
          file,
          ...FILE_START,
          rule: 'withdrawn-person',
          level: 'error',
          message: `人物 ${person.id} 已经撤下，这里还写着他的名字，或还用着他那一篇的数据`,
          fix: '把提到这个人的句子删掉或改写，不留姓名',
        }),
      )
  })
}

const mentions = ({ data, body }: ValidEntry, name: string): boolean =>
  JSON.stringify(data).includes(name) || (body?.text.includes(name) ?? false)

/** Whether the body shows a claim of the person's own entry. */
const uses = ({ body }: ValidEntry, id: string): boolean =>
  (body?.segments ?? []).some(
    (segment) => typeof segment !== 'string' && segment.slot === 'claim' && segment.entry === id,
  )
