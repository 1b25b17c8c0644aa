import type { DataPath } from '../manuscript/front-matter.ts'
import type { Problem } from '../manuscript/problem.ts'
import type { Claim } from '../schemas/claim.ts'
import type { Data } from '../schemas/index.ts'
import { chineseNumbers, englishNumbers } from '../text/numbers.ts'
import type { Located, ValidEntry } from './validate.ts'

/**
 * What is wrong with the English of brands and stories: claims that do not exist, numbers that the
 * Chinese does not have, a basis that was left behind, words that only advertisements use. What is
 * told in English must stand in the Chinese of the same entry.
 */
export function englishProblems(filed: readonly Located[]): Problem[] {
  // Of a brand whose own mistakes keep it out nobody knows whether it has English.
  const silent = new Set(
    filed.flatMap(({ entry: { id, kind, data } }) => (kind === 'brand' && !(data as Data<'brand'>).en ? id : [])),
  )
  return filed.flatMap((item) => {
    const { kind, data } = item.entry
    if (kind === 'brand') return brandProblems(item, data as Data<'brand'>)
    return kind === 'story' ? storyProblems(item, data as Data<'story'>, silent) : []
  })
}

type Report = (path: DataPath, rule: string, message: string, fix: string) => Problem

const reporter =
  ({ file, locate }: Located): Report =>
  (path, rule, message, fix) => ({ file, ...locate(['en', ...path]), rule, level: 'error', message, fix })

function brandProblems(item: Located, { en, claims }: Data<'brand'>): Problem[] {
  if (!en) return []
  const report = reporter(item)
  const years = yearsOf(item.entry)
  const free: Array<[DataPath, string]> = [
    [['name'], en.name],
    [['summary'], en.summary],
    ...en.text.map((text, at): [DataPath, string] => [['text', at], text]),
  ]
  return [
    ...free.flatMap(([path, text]) => [
      ...boasts(text, path, report),
      ...strangers(text, years).map((value) =>
        report(
          path,
          'english-figure',
          `英文里的数「${value}」没有出处：名称、摘要和段落里只能写中文稿里有的年份`,
          '把数放到下面 claims 的一条里，写明是哪条数据；或删掉',
        ),
      ),
    ]),
    ...en.claims.flatMap(({ claim: id, text, basis }, at) => {
      const claim = claims.find((candidate) => candidate.id === id)
      if (!claim) return [missingClaim(['claims', at, 'claim'], id, report)]
      const own = numbersOf(claim)
      return [
        ...strangers(text, own).map((value) => foreignNumber(['claims', at, 'text'], value, report)),
        ...strangers(basis ?? '', own).map((value) => foreignNumber(['claims', at, 'basis'], value, report)),
        ...(claim.basis && !basis
          ? [
              report(
                ['claims', at],
                'english-basis',
                `数据 ${id} 写了口径，英文没有写`,
                `加一行 basis，译出口径：${claim.basis}`,
              ),
            ]
          : []),
      ]
    }),
  ]
}

function storyProblems(item: Located, { en, claims, brands }: Data<'story'>, silent: ReadonlySet<string>): Problem[] {
  if (!en) return []
  const report = reporter(item)
  const byId = new Map(claims.map((claim) => [claim.id, claim]))
  const known = new Set(yearsOf(item.entry))
  for (const id of en.claims) for (const value of numbersOf(byId.get(id))) known.add(value)
  return [
    // A reader of English who wants to know more has nowhere else to go.
    ...(brands.some((brand) => !silent.has(brand))
      ? []
      : [
          report(
            [],
            'english-brand',
            '这一篇有英文，写到的品牌却都没有英文',
            '先给其中一个品牌写上 en；或把本篇的 en 删掉',
          ),
        ]),
    ...en.claims.flatMap((id, at) => (byId.has(id) ? [] : [missingClaim(['claims', at], id, report)])),
    ...(['title', 'summary'] as const).flatMap((field) => [
      ...boasts(en[field], [field], report),
      ...strangers(en[field], known).map((value) =>
        report(
          [field],
          'english-figure',
          `英文里的数「${value}」没有出处：en.claims 列的数据里没有它`,
          '把它出自哪条数据写进 en.claims；数写错了就改；没有出处就删掉',
        ),
      ),
    ]),
  ]
}

const missingClaim = (path: DataPath, id: string, report: Report): Problem =>
  report(path, 'dangling-claim', `本篇没有编号为「${id}」的数据`, '改成本篇 claims 里有的编号')

const foreignNumber = (path: DataPath, value: number, report: Report): Problem =>
  report(path, 'english-figure', `英文里的数「${value}」，这条数据里没有`, '对照中文改对；这条数据没有说的，删掉')

/** Numbers of `text` that `known` does not have. */
const strangers = (text: string, known: ReadonlySet<number>): number[] => [
  ...new Set(englishNumbers(text).filter((value) => !known.has(value))),
]

/** Every number that a claim tells. */
function numbersOf(claim: Claim | undefined): Set<number> {
  if (!claim) return new Set()
  const { text, basis = '', note = '', asOf = '', value } = claim
  const told = chineseNumbers([text, basis, note, asOf].join(' '))
  return value === undefined ? told : told.add(value)
}

/** Years that the entry's Chinese names: dates are no figures and may stand anywhere. */
function yearsOf({ data, body }: ValidEntry): Set<number> {
  const { en: _, ...chinese } = data as Data<'brand'>
  const years = (JSON.stringify(chinese) + (body?.text ?? '')).match(/(?<!\d)(?:1[89]|20)\d\d(?!\d)/g) ?? []
  return new Set(years.map(Number))
}

/** Superlatives and promises: 广告法 forbids them in any language. */
const BOASTS =
  /\b(?:(?:world|china|nation)[’'-]?s?[- ](?:best|finest|largest|biggest|leading|first|top|class)|number one|no\. ?1|unrivall?ed|unmatched|unparalleled|second to none|guarantee[ds]?|the (?:best|finest|top|leading|only)|top[- ]notch|first[- ]class|cures?)\b/gi

const boasts = (text: string, path: DataPath, report: Report): Problem[] =>
  [...text.matchAll(BOASTS)].map(([found]) =>
    report(
      path,
      'absolute-term',
      `英文用了绝对化或保证的话「${found}」，《广告法》不允许`,
      '改成有依据的说法；确有来源的，写进 claims 的一条里',
    ),
  )
