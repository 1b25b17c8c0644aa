import { parentPort } from 'node:worker_threads'
import type { RawFile } from '../../src/catalogue/read.ts'
import { readFile } from '../../src/catalogue/reading.ts'

/** The other thread of `readAll`: files come in batches, what they say goes back. */
parentPort?.on('message', (batch: RawFile[]) => parentPort?.postMessage(batch.map(readFile)))
