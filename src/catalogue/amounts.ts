import type { DataPath } from '../manuscript/front-matter.ts'
import type { Problem } from '../manuscript/problem.ts'
import { HEADLINES } from '../manuscript/prose.ts'
import type { Claim } from '../schemas/claim.ts'
import type { Kind } from '../schemas/index.ts'
import { fieldHelp } from '../schemas/references.ts'
import { amountsIn, amountsTold, hanAmountsIn } from '../text/amounts.ts'
import { isInDate, measureOf } from '../text/measures.ts'
import { type DigitNumber, digitNumbers, halfWidth, numbersIn } from '../text/numbers.ts'
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
    const unlike = [...valueProblems(place, entry.data.claims), ...problemsInside(entry, file, find)]
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

const SCALES: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 }

/** Figures of claims that say something else than their sentences; readers see both. A sum may be told in basis or note. */
function valueProblems({ file, locate }: Located, claims: readonly Claim[]): Problem[] {
  return claims.flatMap((claim, index) => {
    const unlike = unlikeText(claim)
    if (!unlike) return []
    const { field, rule = 'value-unlike-text', message, fix } = unlike
    return { file, ...locate(['claims', index, field]), rule, level: 'error', message, fix }
  })
}

/** What is wrong about a figure, and the field that has to change. */
interface Unlike {
  field: 'value' | 'unit'
  rule?: string
  message: string
  fix: string
}

function unlikeText(claim: Claim): Unlike | undefined {
  const { value, unit = '' } = claim
  if (value === undefined) return undefined
  const [word = ''] = unit
  const scale = SCALES[word] ?? 1
  const counted = scale > 1 ? unit.slice(1) : unit
  if (scale > 1 && Math.abs(value) >= 1e4) {
    return {
      field: 'unit',
      message: `数值 ${value} 已经写全了，单位「${unit}」又带“${word}”`,
      fix: `单位改成「${counted}」，或者数值不写到个位`,
    }
  }
  const isValue = (told: number) =>
    [value, value * scale].some((number) => Math.abs(told - number) <= 1e-9 * Math.abs(number))
  const words = halfWidth(wordsOf(claim))
  const found = digitNumbers(words).filter((number) => isValue(number.value))
  // In digits it stands in most; this runs for every figure of every build.
  if (found.length === 0 && !numbersIn(words).values().some(isValue)) {
    return {
      field: 'value',
      message: `数值 ${value} 在「完整的一句话」里找不到`,
      fix: '改成一样；是几个数合起来的，就在口径（basis）或说明（note）里写出得数，例如“合计7期”',
    }
  }
  return otherUnit(found, words, unit, counted) ?? withoutQualifier(claim, found)
}

/** A figure whose sentence counts something else, wherever it has the number in digits. */
function otherUnit(found: readonly DigitNumber[], words: string, unit: string, counted: string): Unlike | undefined {
  const others = found.map((number) => otherMeaning(number, words, counted))
  const [other] = others
  if (!other || !others.every(Boolean)) return undefined
  if (!other.isDate) {
    return {
      field: 'unit',
      rule: 'unit-unlike-text',
      message: `单位是「${unit}」，「完整的一句话」里写的却是“${other.written}”`,
      fix: '照原文改成一样：人和人次、元和美元、% 和百分点，说的不是一回事',
    }
  }
  // 12月12日，十二名师傅
  if (found.some(({ value }) => amountsTold(words).has(value))) return undefined
  return {
    field: 'value',
    message: `数值在「完整的一句话」里只是日期或序号：“${other.written}”`,
    fix: '数值改成句子里说的那个数；句子里没有数，就删掉 value、label 和 unit',
  }
}

/** A figure that its sentence only rounds. */
function withoutQualifier({ text, qualifier }: Claim, found: readonly DigitNumber[]): Unlike | undefined {
  if (qualifier) return undefined
  const inText = found.filter(({ start }) => start < text.length)
  const [written, word] = roundedIn(text, inText) ?? []
  if (!written || !word) return undefined
  return {
    field: 'value',
    message: `「完整的一句话」里写的是“${written}”，数值后面却没有约数词，页面上会少了“${word}”`,
    fix: `在 value 下面加一行 qualifier: ${word}`,
  }
}

/** Words for what nobody would shorten to a unit that we do not know. */
const NEVER_MEANT = new Set(['%', '百分点', '人次'])

/**
 * What a number of a sentence counts where that is something else than the unit of its claim, as it is written; undefined
 * where both are the same, or where we do not know.
 * @param words the sentence, with half-width digits
 * @param unit without 万 and 亿
 */
function otherMeaning(
  { written, start }: DigitNumber,
  words: string,
  unit: string,
): { written: string; isDate: boolean } | undefined {
  const [before, after] = [words.slice(0, start), words.slice(start + written.length)]
  const [told, meant] = [measureOf(after), measureOf(unit)]
  const between = /^[多余来]? ?个?/.exec(after)?.[0].length ?? 0
  const isSame = told && meant ? told.name === meant.name : [0, between].some((at) => after.startsWith(unit, at))
  if (isSame) return undefined
  if (isInDate(Number(written), before, after)) {
    return { written: `${/第 ?$/.exec(before)?.[0] ?? ''}${written}${after.charAt(0)}`, isDate: true }
  }
  if (!told || !(meant || NEVER_MEANT.has(told.name))) return undefined
  return { written: written + told.written, isDate: false }
}

const BEFORE = /(?:约|近|超过|超|逾|不少于|至少)$/
const AFTER = /^(?:[多余]|[^\d，。；、（）]{0,4}(?:以上|左右))/
/** How a word is written as a qualifier, where that is another. */
const AS_QUALIFIER: Readonly<Record<string, string>> = { 超过: '超', 逾: '超' }

/**
 * How a text writes a number that it has only rounded, 近6 or 5000余, and the qualifier for it.
 * @param found the number wherever the text has it
 */
function roundedIn(text: string, found: readonly DigitNumber[]): [written: string, qualifier: string] | undefined {
  const rounded = found.flatMap(({ written, start }): Array<[string, string]> => {
    const [before = ''] = BEFORE.exec(text.slice(0, start)) ?? []
    const [after = ''] = AFTER.exec(text.slice(start + written.length)) ?? []
    const word = before || /[多余]/.exec(written + after)?.[0] || /(?:以上|左右)$/.exec(after)?.[0]
    return word ? [[before + written + after, AS_QUALIFIER[word] ?? word]] : []
  })
  // Told once without such a word, it is what it says.
  return rounded.length === found.length ? rounded[0] : undefined
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

const wordsOf = ({ text, basis = '', note = '' }: Claim) => [text, basis, note].join('\n')

/** The amounts a claim answers for: its value, and what its sentence, basis and note tell. */
export const amountsOf = (claim: Claim): Set<number> =>
  amountsTold(wordsOf(claim)).union(new Set(claim.value === undefined ? [] : [claim.value]))
