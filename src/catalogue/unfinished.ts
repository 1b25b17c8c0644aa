import { brokenFiles, FILE_START, type Problem } from '../manuscript/problem.ts'
import type { Claim } from '../schemas/claim.ts'
import type { Data } from '../schemas/index.ts'
import { amountsOf, fieldAmounts } from './amounts.ts'
import type { Located } from './validate.ts'

/**
 * Stories that have a title and nothing below it. What is not written yet can wait as a draft.
 * @param known what else is wrong: a body with mistakes counts as empty
 */
export function emptyStories(located: readonly Located[], known: readonly Problem[]): Problem[] {
  const broken = brokenFiles(known)
  return located.flatMap(({ entry: { kind, data, body }, file }): Problem[] => {
    if (kind !== 'story' || (data as Data<'story'>).draft || body?.text.trim() || broken.has(file)) return []
    return [
      {
        file,
        ...FILE_START,
        rule: 'empty-story',
        level: 'error',
        message: '这篇故事只有标题和导语，没有正文',
        fix: '正文写在第二个 --- 下面；还没写好的，在开头加一行 draft: true，先不发',
      },
    ]
  })
}

/**
 * Stories that rest on nothing: no claim of their own, none of others in the text, no quotation. What is told here was
 * read somewhere, and readers must be able to read it there.
 * @param known what else is wrong: what a body with mistakes takes is not known
 */
export function uncitedStories(located: readonly Located[], known: readonly Problem[]): Problem[] {
  const broken = brokenFiles(known)
  return located.flatMap(({ entry: { kind, data, body }, file }): Problem[] => {
    if (kind !== 'story' || !body?.text.trim() || broken.has(file)) return []
    const { draft, claims } = data as Data<'story'>
    const cites = body.segments.some((segment) => typeof segment !== 'string' && segment.slot !== 'photo')
    if (draft || claims.length > 0 || cites) return []
    return [
      {
        file,
        ...FILE_START,
        rule: 'uncited-story',
        level: 'error',
        message: '这篇故事没有写一处出处，读者不知道事情是哪里说的',
        fix: '照着哪份报道、文件写的，把其中的一件事写进 claims（写明 source），正文用 <Claim id="编号">…</Claim> 取用；还没有找齐的，在开头加一行 draft: true，先不发',
      },
    ]
  })
}

/**
 * Figures of stories that no reader is shown: the page of a story has no list of its claims, only those that its text
 * takes. A number that the text or a field tells by itself is one that its claim answers for.
 * @param known what else is wrong: what a body with mistakes takes is not known
 */
export function unusedFigures(located: readonly Located[], known: readonly Problem[]): Problem[] {
  const broken = brokenFiles(known)
  // A claim of one story may stand in the text of another, under the name of its own.
  const taken = new Set(
    located.flatMap(({ entry: { id, body } }) =>
      (body?.segments ?? []).flatMap((segment) =>
        typeof segment !== 'string' && segment.slot === 'claim' ? `${segment.entry || id}/${segment.id}` : [],
      ),
    ),
  )
  return located.flatMap(({ entry, file, locate }): Problem[] => {
    const { claims = [], draft, en } = entry.data as Partial<Data<'story'>>
    // Without a text nothing can be taken, which is told of the story.
    if (entry.kind !== 'story' || draft || !entry.body?.text.trim() || broken.has(file)) return []
    const told = new Set([...fieldAmounts(entry), ...entry.body.amounts].map(({ value }) => value))
    const isUsed = (claim: Claim): boolean =>
      claim.value === undefined ||
      taken.has(`${entry.id}/${claim.id}`) ||
      (en?.claims.includes(claim.id) ?? false) ||
      claim.conflict !== undefined ||
      claims.some(({ resultOf }) => resultOf === claim.id) ||
      !told.isDisjointFrom(amountsOf(claim))
    return claims.flatMap((claim, index) =>
      isUsed(claim)
        ? []
        : {
            file,
            ...locate(['claims', index, 'id']),
            rule: 'unused-figure',
            level: 'error' as const,
            message: `数据「${claim.id}」正文没有取用，读者看不到它`,
            fix: `正文说到它的地方写 <Claim id="${claim.id}" />；用不上的，把这一条删掉`,
          },
    )
  })
}

/**
 * Claims that are said to disagree with others where no other says so: readers would be shown one account as the only
 * one. A story may take up the question of its brand, so all entries are asked.
 */
export function loneAccounts(located: readonly Located[]): Problem[] {
  const accounts = new Map<string, Array<() => Problem>>()
  for (const { entry, file, locate } of located) {
    if (!('claims' in entry.data)) continue
    entry.data.claims.forEach(({ conflict }, index) => {
      if (!conflict) return
      const problem = (): Problem => ({
        file,
        ...locate(['claims', index, 'conflict']),
        rule: 'lone-account',
        level: 'error',
        message: `说法不一的编号「${conflict}」只有这一条数据用`,
        fix: '与它不一致的那一条也写上同一个编号；编号写错了就改成一样；只有一种说法就删掉这一行',
      })
      accounts.set(conflict, [...(accounts.get(conflict) ?? []), problem])
    })
  }
  return [...accounts.values()].flatMap((problems) => (problems.length === 1 ? problems.map((tell) => tell()) : []))
}
