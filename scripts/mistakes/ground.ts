import sharp from 'sharp'
import { expect } from 'vitest'
import { readContent } from '../../src/catalogue/read.ts'
import { validate } from '../../src/catalogue/validate.ts'
import { type Problem, sortProblems } from '../../src/manuscript/problem.ts'
import { idNumber, SAMPLE, type Tree, writeTree } from '../lib/sample-content.ts'

/** Mistakes of staff are each made in a sound sample: here are the sample and the ways to change and to check it. */

export const STORY = 'stories/li-jie/index.mdx'
export const BRAND = 'brands/lintong-jianzhu/index.mdx'
export const COVER = 'stories/li-jie/cover.jpg'

const picture = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#8a6' } })

export const cover: Uint8Array = await picture(1600, 1067).jpeg().toBuffer()
/** A picture that says where it was taken. */
export const located: Uint8Array = await picture(800, 600)
  .jpeg()
  .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '22/1 38/1 0/1' } })
  .toBuffer()
export const huge: Uint8Array = await picture(6000, 4500).jpeg().toBuffer()

export const sample = (): Tree => ({ ...SAMPLE, [COVER]: cover })

/** The last day that can have come when the mistakes are made. */
export const LATEST = '2026-11-29'
/** Everything was handed in on the day of the sample story. */
const HISTORY = { addedOn: () => '2026-11-22' }

export async function check(tree: Tree): Promise<Problem[]> {
  const { root, remove } = writeTree(tree)
  try {
    return sortProblems(validate(await readContent(root), undefined, { latest: LATEST, history: HISTORY }).problems)
  } finally {
    remove()
  }
}

/** The sample with a text of one file changed; the text must be there. */
export function edit(file: string, ...changes: Array<[from: string | RegExp, to: string]>): Tree {
  let text = SAMPLE[file] as string
  for (const [from, to] of changes) {
    const next = text.replace(from, to)
    expect(next).not.toBe(text)
    text = next
  }
  return { ...sample(), [file]: text }
}

/** Text as GBK bytes: the table is made by reading every pair of bytes. */
export function toGbk(text: string): Uint8Array {
  const decoder = new TextDecoder('gbk')
  const table = new Map<string, [number, number]>()
  for (let lead = 0xa1; lead <= 0xf7; lead++) {
    for (let trail = 0xa1; trail <= 0xfe; trail++)
      table.set(decoder.decode(new Uint8Array([lead, trail])), [lead, trail])
  }
  return new Uint8Array([...text].flatMap((character) => table.get(character) ?? [character.charCodeAt(0)]))
}

export const ID = idNumber('11010519491231008')

export interface Mistake {
  name: string
  tree(): Tree
  /** Everything that is reported: `line:column rule`, with the file before it unless it is the story. */
  places: string[]
  message: RegExp
  cure: RegExp
  level?: 'advice'
  /** What the repairable ones are repaired by. */
  by?: 'fix' | 'photos'
}

export const place = ({ file, line, column, rule }: Problem) =>
  `${file === STORY ? '' : `${file} `}${line}:${column} ${rule}`
