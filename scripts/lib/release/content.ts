import { pageAddresses } from '../../../src/catalogue/addresses.ts'
import { LEDGER_FILE, readLedger } from '../../../src/catalogue/ledger.ts'
import { publicAt, publishNow } from '../../../src/catalogue/publication.ts'
import { readContent, readTop } from '../../../src/catalogue/read.ts'
import {
  REDIRECTS_FILE,
  type Redirects,
  readRedirects,
  resolveRedirects,
  withCompanions,
} from '../../../src/catalogue/redirects.ts'
import type { ValidEntry } from '../../../src/catalogue/validate.ts'
import { formatProblems } from '../../../src/manuscript/problem.ts'
import { judgeContent } from '../check-content.ts'

/** What a build of the content publishes, reckoned without building. */
export interface PublicContent {
  entries: ValidEntry[]
  /** Addresses of all pages, without base path. */
  pages: string[]
  redirects: Redirects
  /** The ledger of the content folder. */
  ledger: string[]
}

/** Thrown when the content has errors; the message is the report for its writers. */
export class BadContent extends Error {}

/**
 * Reads and checks the content as `npm run check` does.
 * @throws BadContent with its report
 */
export async function readPublic(root: string): Promise<PublicContent> {
  const { entries: all, problems, wrongClock } = judgeContent(root, await readContent(root), () => new Date())
  const errors = problems.filter(({ level }) => level === 'error')
  if (errors.length > 0) throw new BadContent(formatProblems(errors))
  // By a clock that is behind, no day of the content can be judged, and nothing that waits for its time would come.
  if (wrongClock) throw new BadContent(`${wrongClock}。先把电脑的钟（或 PUBLISH_NOW）调准。`)
  const entries = publicAt(all, publishNow(process.env.PUBLISH_NOW))
  const { rows } = readRedirects(await readTop(root, REDIRECTS_FILE))
  const ledger = readLedger(await readTop(root, LEDGER_FILE))
  return {
    entries,
    pages: pageAddresses(entries),
    redirects: resolveRedirects(entries, withCompanions(rows, ledger)),
    ledger,
  }
}

/** Every address that opens: pages, redirects, and pages that say something was taken down. */
export const answeredBy = ({ pages, redirects }: Pick<PublicContent, 'pages' | 'redirects'>): Set<string> =>
  new Set([...pages, ...redirects.moved.map(({ from }) => from), ...redirects.gone])
