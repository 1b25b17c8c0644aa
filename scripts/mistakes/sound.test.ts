import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readContent } from '../../src/catalogue/read.ts'
import { validate } from '../../src/catalogue/validate.ts'
import { repairFile } from '../../src/manuscript/fix.ts'
import { SAMPLE } from '../lib/sample-content.ts'
import { BRAND, check, edit, STORY } from './ground.ts'

describe('thirty good manuscripts', { timeout: 60_000 }, () => {
  const good = readdirSync('content', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: folder }) =>
      readdirSync(join('content', folder))
        .slice(0, 8)
        .map((id) => `${folder}/${id}/index.mdx`),
    )

  it('are not blamed for a table that cannot be read: its own mistake is the only one', async () => {
    const content = await readContent('content')
    const files = content.files.map((file) =>
      file.file === 'sources.yaml' ? { ...file, text: `${file.text}- id: x\n  title: "没有收尾\n` } : file,
    )
    const { problems } = validate({ ...content, files })
    expect(new Set(problems.map(({ file }) => file))).toEqual(new Set(['sources.yaml']))
  })

  it('give no false alarm, and npm run fix leaves them alone', async () => {
    expect(good.length).toBeGreaterThanOrEqual(30)
    const { problems } = validate(await readContent('content'))
    expect(problems).toEqual([])
    for (const file of good) {
      const bytes = readFileSync(join('content', file))
      expect(repairFile(bytes, file)).toEqual({ text: bytes.toString('utf8'), done: [] })
    }
  })
})

describe('what is no mistake', () => {
  it('an optional field of the template begun and left empty; a required one is', async () => {
    const empty = 'column:\nfigures:\n  -\nmedia:\nen:\n  title:\n  lead:\nnote:\n'
    expect(await check(edit(STORY, ['brands:', `${empty}brands:`]))).toEqual([])
    const [missing, ...more] = await check(edit(STORY, ['brands:', `${empty}brands:`], ['kind: person', 'kind:']))
    expect(missing).toMatchObject({ line: 4, rule: 'unknown-value' })
    expect(more).toEqual([])
  })

  it('Chinese in the address of a link, a size of clothes, a dash in a sentence', async () => {
    const words = '见[正安](https://example.cn/正安)，有XXXL码，她说——慢。\n\n她说得慢'
    expect(await check(edit(STORY, ['她说得慢', words]))).toEqual([])
  })

  it.each<[name: string, changes: Array<[from: string | RegExp, to: string]>]>([
    ['that the lead tells', [['李姐学了三个月', '李姐办班6期']]],
    ['that the text tells in its own words', [['她说得慢', '她办班6期']]],
    ['of a draft', [['kind: person', 'kind: person\ndraft: true']]],
    ['without a number', [[/ {4}(?:label|value|unit): .*\n/g, '']]],
  ])('a claim %s, taken nowhere', async (_name, changes) => {
    expect(await check(edit(STORY, ['，<Claim id="class-2025">办班6期</Claim>', ''], ...changes))).toEqual([])
  })

  it('a claim of a story that another text takes', async () => {
    const text = SAMPLE[BRAND]?.replace('师傅先教', '<Claim id="li-jie/class-2025" />师傅先教') as string
    expect(await check({ ...edit(STORY, ['，<Claim id="class-2025">办班6期</Claim>', '']), [BRAND]: text })).toEqual([])
  })

  it('an absolute term in the words of a claim that says so', async () => {
    const praise = edit(
      STORY,
      ['2025年办班6期。', '2025年办班6期，规模全国第一。'],
      ['>办班6期<', '>办班6期，规模全国第一<'],
    )
    expect(await check(praise)).toEqual([])
  })

  it('one account in a brand and the other in a story of it', async () => {
    const account = (file: string, unit: string) =>
      edit(file, [`    unit: ${unit}\n`, `    unit: ${unit}\n    conflict: jige\n`])
    expect(await check({ ...account(STORY, '期'), [BRAND]: account(BRAND, '人')[BRAND] as string })).toEqual([])
  })
})
