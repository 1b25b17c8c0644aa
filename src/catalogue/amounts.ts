import type { DataPath } from '../manuscript/front-matter.ts'
import type { Problem } from '../manuscript/problem.ts'
import { HEADLINES } from '../manuscript/prose.ts'
import type { Claim } from '../schemas/claim.ts'
import type { Kind } from '../schemas/index.ts'
import { fieldHelp } from '../schemas/references.ts'
import { amountsIn, amountsTold, hanAmountsIn } from '../text/amounts.ts'
import { countsOtherwise, unlikeWords, wordsOf } from './figures.ts'
import type { Located, ValidEntry } from './validate.ts'

const FIELD_CURE = '在 claims 里加一条，写明来源；数写错了就改对；没有出处就删掉'
const BODY_CURE =
  '在 claims 里加一条写明来源，正文用 <Claim id="编号" /> 取用；由几个数算出来的，用 <Claim id="编号">…</Claim> 把这几个字包进去，在那条数据的 note 里写明怎么算；没有出处就删掉'
const ATTRIBUTE_CURE =
  '在 claims 里加一条写明来源，正文里用 <Claim id="编号" /> 取用，这里的数就可以留；数写错了就改对；没有出处就删掉'

/** A claim by the ids of its entry and its own, if it can be read. */
export type FindClaim = (entry: string, id: string) => Claim | undefined

/** Rules on telephones, cards and addresses: what their numbers are is no amount. */
const FORBIDDEN = /^(?:personal|contact)-/

const lineOf = ({ file, line }: Problem) => `${file}:${line}`

/**
 * Amounts that nobody answers for: told in a title, a lead, a lesson, a proof or the body, but by no claim of the
 * entry, nor by one that its body takes from elsewhere. Policies and sources have no claims: what they tell is their document's.
 * @param find looks up a claim of another entry
 * @param known what else is wrong: a number that may not be told at all needs no source
 */
export function amountProblems(
  located: readonly Located[],
  find: FindClaim,
  known: readonly Problem[] = [],
): Problem[] {
  const forbidden = new Set(known.filter(({ rule }) => FORBIDDEN.test(rule)).map(lineOf))
  return located.flatMap((place) => {
    const { entry, file, locate } = place
    if (!('claims' in entry.data)) return []
    const fields = fieldAmounts(entry).map(({ path, value, written }) => ({
      value,
      written,
      at: () => locate(path),
      where: `「${titleOf(entry.kind, path)}」`,
      fix: FIELD_CURE,
    }))
    const body = (entry.body?.amounts ?? []).map(({ value, written, at, attribute }) => ({
      value,
      written,
      at: () => at,
      where: attribute ? ` ${attribute} ` : '正文',
      fix: attribute ? ATTRIBUTE_CURE : BODY_CURE,
    }))
    const amounts = [...fields, ...body]
    const unlike = [...figureProblems(place, entry.data.claims), ...problemsInside(entry, file, find)]
    // Most entries say no number of their own: their claims need not be read.
    const told = amounts.length > 0 ? amountsKnown(entry.data.claims, entry.body, find) : undefined
    return amounts
      .filter(({ value }) => told && !told.has(value))
      .map(
        ({ written, at, where, fix }): Problem => ({
          file,
          ...at(),
          rule: 'amount-without-source',
          level: 'error',
          message: `${where}里的数「${written}」没有出处：本篇的数据（claims）里没有它`,
          fix,
        }),
      )
      .concat(unlike)
      .filter((problem) => !forbidden.has(lineOf(problem)))
  })
}

/** Figures that say something else than the words of their claims. */
function figureProblems({ file, locate }: Located, claims: readonly Claim[]): Problem[] {
  return claims.flatMap((claim, index) => {
    const unlike = unlikeWords(claim)
    if (!unlike) return []
    const { field, ...rest } = unlike
    return { file, ...locate(['claims', index, field]), level: 'error', ...rest }
  })
}

/** Amounts in the words of a claim that the claim itself does not tell: readers who tap them would find another number. */
function problemsInside({ body, data }: ValidEntry, file: string, find: FindClaim): Problem[] {
  const own = 'claims' in data ? data.claims : []
  return (body?.segments ?? []).flatMap((segment) => {
    if (typeof segment === 'string' || segment.slot !== 'claim' || !segment.text) return []
    const { entry, id, text, at } = segment
    const amounts = amountsIn(text)
    if (amounts.length === 0) return []
    const claim = entry ? find(entry, id) : own.find((claim) => claim.id === id)
    // Reported where it is: it does not exist, or its own manuscript has mistakes.
    if (!claim) return []
    const told = amountsOf(claim)
    const others = amounts.flatMap((amount): Problem[] => {
      const other = countsOtherwise(amount, text, claim)
      if (!other) return []
      return [
        {
          file,
          ...at,
          rule: 'unit-not-in-claim',
          level: 'error',
          message: `<Claim id="${entry ? `${entry}/` : ''}${id}"> 里写的是“${other}”，这条数据说的是“${claim.value}${claim.unit}”`,
          fix: '换成说这件事的那一条数据；没有，就在 claims 里另加一条，写明来源；由它推出来的，在这条数据的 note 里写明',
        },
      ]
    })
    return amounts
      .filter(({ value }) => !told.has(value))
      .map(
        ({ written }): Problem => ({
          file,
          ...at,
          rule: 'amount-not-in-claim',
          level: 'error',
          message: `<Claim id="${entry ? `${entry}/` : ''}${id}"> 里的数「${written}」，这条数据没有说`,
          fix: '改成和数据一样；是由它算出来的，就在这条数据的 note 里写明怎么算、得多少；说的是另一条数据，就换成那一条的编号',
        }),
      )
      .concat(others)
  })
}

interface OwnText {
  path: DataPath
  text: string
  isHeadline: boolean
}

/** The field a text stands in, as its writers know it: a lesson is one of 可借鉴的做法, a proof has its name. */
const titleOf = (kind: Kind, path: DataPath) => fieldHelp(kind, path.slice(0, path.length - 1 || 1)).title

/** Texts of an entry that are its writers' own and name no source of their own. */
function ownTexts({ data }: ValidEntry): OwnText[] {
  const headlines = Object.entries(data).flatMap(([field, text]): OwnText[] =>
    HEADLINES.has(field) && typeof text === 'string' ? [{ path: [field], text, isHeadline: true }] : [],
  )
  const lessons = 'lessons' in data ? data.lessons : []
  const proofs = 'proofs' in data ? Object.entries(data.proofs) : []
  return [
    ...headlines,
    ...lessons.map((text, at) => ({ path: ['lessons', at], text, isHeadline: false })),
    ...proofs.map(([name, proof]) => ({
      path: ['proofs', name, 'text'],
      text: proof?.text ?? '',
      isHeadline: false,
    })),
  ]
}

/** The amounts that the fields of an entry tell by themselves. */
export const fieldAmounts = (entry: ValidEntry) =>
  ownTexts(entry).flatMap(({ path, text, isHeadline }) =>
    [...amountsIn(text), ...(isHeadline ? hanAmountsIn(text) : [])].map(({ value, written }) => ({
      path,
      value,
      written,
    })),
  )

/** Every amount that the claims of an entry and those its body takes from elsewhere tell; undefined where one cannot be read. */
function amountsKnown(claims: readonly Claim[], body: ValidEntry['body'], find: FindClaim): Set<number> | undefined {
  const used = [...claims]
  for (const segment of body?.segments ?? []) {
    if (typeof segment === 'string' || segment.slot !== 'claim' || !segment.entry) continue
    const claim = find(segment.entry, segment.id)
    // Reported where it is: it does not exist, or its own manuscript has mistakes.
    if (!claim) return undefined
    used.push(claim)
  }
  return new Set(used.flatMap((claim) => [...amountsOf(claim)]))
}

/** The amounts a claim answers for: its value, and what its sentence, basis and note tell. */
export const amountsOf = (claim: Claim): Set<number> =>
  amountsTold(wordsOf(claim)).union(new Set(claim.value === undefined ? [] : [claim.value]))
