import type { Problem } from '../manuscript/problem.ts'
import { nearest } from '../schemas/explain.ts'
import { KINDS } from '../schemas/index.ts'
import { PAGE_ADDRESS } from '../schemas/redirect.ts'
import { entryPath } from '../urls/paths.ts'
import { ownerOf } from './addresses.ts'

/** The ledger: every page address ever published, one a line, sorted. It only grows. */
export const LEDGER_FILE = 'addresses.txt'

const HEAD = '# 发布过的网址，一行一个。npm run addresses 和 npm run release 往里添；只增不减，不要手改。\n'

/** The addresses in a ledger's text. */
export const readLedger = (text: string): string[] =>
  text.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'))

/** The text of a ledger that holds all of `addresses`, each once. */
export const writeLedger = (addresses: Iterable<string>): string =>
  `${HEAD}${[...new Set(addresses)].sort().join('\n')}\n`

/** Why an address that was published does not open any more, and what to do. */
export interface LostAddress {
  address: string
  message: string
  fix: string
}

/**
 * Published addresses that nothing answers any more. Posters, card, press kit and other editions go unmentioned when the page of
 * their entry is lost too: one cure is for all.
 * @param ledger every address ever published
 * @param answered what opens: pages, redirects, pages that say something was taken down
 */
export function lostAddresses(ledger: readonly string[], answered: ReadonlySet<string>): LostAddress[] {
  const published = new Set(ledger)
  const lost = new Set(ledger.filter((address) => !answered.has(address)))
  return [...lost].flatMap((address): LostAddress[] => {
    const owner = ownerOf(address)
    const own = owner && entryPath(owner.kind, owner.id)
    if (own && own !== address && lost.has(own)) return []
    const message = `发布过的地址 ${address} 打不开了：别人收藏、转发、印出来的都是它`
    const byHand =
      '在 content/redirects.yaml 里写：“- from: 这个地址”，下一行“  to: 新地址”；内容撤下了，写“  withdrawnOn: 日期”'
    if (!owner || own !== address) return [{ address, message, fix: byHand }]
    // A page nobody knows yet, of the same kind, is likely to be the old one under a new name.
    const fresh = [...answered].filter((page) => !published.has(page) && ownerOf(page)?.kind === owner.kind)
    const ids = fresh.flatMap((page) =>
      page === entryPath(owner.kind, ownerOf(page)?.id ?? '') ? ownerOf(page)?.id : [],
    )
    const near = likelyName(
      owner.id,
      ids.filter((id) => id !== undefined),
    )
    const { label } = KINDS[owner.kind]
    const byName = 'folder' in KINDS[owner.kind]
    const renaming = near && byName ? `是不是改名成了 ${near}？在它开头写 formerIds: [${owner.id}]。` : ''
    const otherwise = byName && !near ? `${label}改了名，在新的那一篇开头写 formerIds: [${owner.id}]。` : ''
    return [{ address, message, fix: `${renaming}${otherwise}不是改名，就${byHand}` }]
  })
}

const WORD = /[a-z]{3,}/g

/**
 * The new id that looks like a former one: nearly the same letters, or the only new one, if they share a word. Ids that differ
 * by a number alone are another year's event, and not its new name.
 */
function likelyName(former: string, ids: readonly string[]): string | undefined {
  const unnumbered = (id: string) => id.replace(/\d+/g, '')
  const candidates = ids.filter((id) => unnumbered(id) !== unnumbered(former))
  const near = nearest(former, candidates)
  if (near || candidates.length !== 1) return near
  const words = new Set(former.match(WORD))
  return candidates.find((id) => id.match(WORD)?.some((word) => words.has(word)))
}

/** What is wrong with a ledger's own lines, and what of it is lost, for `npm run check`. */
export function checkLedger(text: string, answered: ReadonlySet<string>): Problem[] {
  const lines = text.split(/\r?\n/)
  const problem = (address: string, rule: string, message: string, fix: string): Problem => ({
    file: LEDGER_FILE,
    line: lines.indexOf(address) + 1,
    column: 1,
    rule,
    level: 'error',
    message,
    fix,
  })
  const addresses = readLedger(text)
  const isSound = (address: string) => address === '/' || PAGE_ADDRESS.test(address)
  return [
    ...addresses
      .filter((address) => !isSound(address))
      .map((address) =>
        problem(address, 'ledger', '这一行不是地址', '这个文件不要手改：删掉这一行，或用 git checkout 取回原样'),
      ),
    ...lostAddresses(addresses.filter(isSound), answered).map(({ address, message, fix }) =>
      problem(address, 'lost-address', message, fix),
    ),
  ]
}
