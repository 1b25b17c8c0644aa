import { availableParallelism } from 'node:os'
import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { RawFile } from '../../src/catalogue/read.ts'
import { type Reading, readFile } from '../../src/catalogue/reading.ts'

/** Fewer files than this are read before a second thread has loaded its code. */
const WORTHWHILE = 300
/** Files that go to the other thread together, and how many such batches it has waiting. */
const BATCH = 8
const AHEAD = 2

/**
 * What every file says, read on two cores where there are two: reading is what takes the time of a check,
 * and one file says nothing about another.
 */
export async function readAll(files: readonly RawFile[]): Promise<Map<RawFile, Reading>> {
  const readings = new Map<RawFile, Reading>()
  const queue = files.values()
  const take = () => queue.take(BATCH).toArray()
  if (process.env.ONE || files.length < WORTHWHILE || availableParallelism() < 2) {
    for (const file of queue) readings.set(file, readFile(file))
    return readings
  }
  const worker = new Worker(new URL('read-worker.ts', import.meta.url), {
    // As much stack as here: what nests too deep for one thread must do so for the other.
    resourceLimits: { stackSizeMb: 1, maxYoungGenerationSizeMb: 16 },
  })
  const away: RawFile[][] = []
  const give = () => {
    const batch = take()
    if (batch.length === 0) return
    away.push(batch)
    worker.postMessage(batch)
  }
  const done = new Promise<void>((finish, fail) => {
    worker.on('error', fail)
    worker.on('message', (read: Reading[]) => {
      const batch = away.shift() as RawFile[]
      for (const [index, file] of batch.entries()) readings.set(file, read[index] as Reading)
      give()
      if (away.length === 0) finish()
    })
  })
  try {
    for (let batch = 0; batch < AHEAD; batch++) give()
    for (let batch = take(); batch.length > 0; batch = take()) {
      for (const file of batch) readings.set(file, readFile(file))
      await Promise.race([setImmediate(), done])
    }
    await done
  } finally {
    await worker.terminate()
  }
  return readings
}
