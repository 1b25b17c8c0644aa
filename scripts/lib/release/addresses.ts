import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { LEDGER_FILE, readLedger, writeLedger } from '../../../src/catalogue/ledger.ts'
import { ifMissing } from '../../../src/catalogue/read.ts'

/**
 * Adds addresses to the ledger of a content folder; takes none away.
 * @returns how many were new
 */
export async function recordAddresses(root: string, addresses: readonly string[]): Promise<number> {
  const file = join(root, LEDGER_FILE)
  // One that cannot be read must not be replaced by what is known today.
  const known = readLedger(await readFile(file, 'utf8').catch(ifMissing('')))
  const all = new Set([...known, ...addresses])
  const added = all.size - new Set(known).size
  if (added === 0) return 0
  // Written aside: half a ledger would be half forgotten.
  await writeFile(`${file}.new`, writeLedger(all))
  await rename(`${file}.new`, file)
  return added
}
