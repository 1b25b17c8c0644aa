import { DatabaseSync } from 'node:sqlite'
import { Refusal } from './layout.ts'

/**
 * Runs `work` while no other process can hold the same lock. It is an operating system's lock on a file, by way of
 * SQLite, whose locking is proven on every system Node runs on. The system lets go of it when the process ends,
 * however it ends: nothing is left to be cleaned up, and no age or process number has to be guessed at.
 * @param file stays behind, empty
 * @param busy what another process does while it holds the lock, in Chinese
 * @throws Refusal while another process holds it
 */
export async function locked<T>(file: string, busy: string, work: () => Promise<T>): Promise<T> {
  const database = new DatabaseSync(file)
  try {
    try {
      // No journal on the disk: nothing is ever written, and a killed process leaves none behind.
      database.exec('PRAGMA journal_mode = MEMORY; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
    } catch (error) {
      if (!/locked/.test((error as Error).message)) throw error
      throw new Refusal(`${busy}。等它做完，再运行一次。`)
    }
    return await work()
  } finally {
    database.close()
  }
}
