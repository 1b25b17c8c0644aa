import type { Problem } from '../manuscript/problem.ts'
import type { Data } from '../schemas/index.ts'
import { dayOf, longDate } from '../text/dates.ts'
import type { Located } from './validate.ts'

/** What the history of the content knows of its files. */
export interface History {
  /** Day on which a file was first handed in, by its name below the content folder; undefined where that is not known. */
  addedOn(file: string): string | undefined
}

/** How many days earlier a story may be dated than it was handed in. */
const GRACE = 7
const DAY = 24 * 3_600_000

/** Stories dated long before anybody handed them in, without a reason: news that is made up afterwards. */
export function backdatedProblems(located: readonly Located[], history: History): Problem[] {
  return located.flatMap(({ entry, file, locate }): Problem[] => {
    if (entry.kind !== 'story') return []
    const { publishedAt, backdateReason, formerIds, draft } = entry.data as Data<'story'>
    if (draft || backdateReason) return []
    const names = [entry.id, ...formerIds].map((id) => file.replace(`/${entry.id}/`, `/${id}/`))
    const days = names.map((name) => history.addedOn(name))
    const [added] = days.toSorted()
    // Whoever knows nothing of one of its names does not know when it came.
    if (!added || days.includes(undefined)) return []
    const early = Math.round((Date.parse(added) - Date.parse(dayOf(publishedAt))) / DAY)
    if (early <= GRACE) return []
    return [
      {
        file,
        ...locate(['publishedAt']),
        rule: 'backdated',
        level: 'error',
        message: `「发布时间」（publishedAt）写的是${longDate(dayOf(publishedAt))}，这篇稿件${longDate(added)}才提交，早了${early}天`,
        fix: '改成真正发布的时间；早先在别处发过、现在补登的，加一行 backdateReason 写明，例如“2025年3月已登在县政府网站”',
      },
    ]
  })
}
