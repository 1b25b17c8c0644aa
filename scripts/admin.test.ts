import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { KINDS } from '../src/schemas/index.ts'
import { inputSchema } from '../src/schemas/references.ts'
import { cmsConfig } from './lib/cms-config.ts'

it('the browser editor is configured as the schemas say (else: npm run admin -- --config-only)', () => {
  expect(JSON.parse(readFileSync('scripts/admin/config.json', 'utf8'))).toEqual(JSON.parse(JSON.stringify(cmsConfig())))
})

it('every field of a kind has its form, with a Chinese name', () => {
  for (const collection of cmsConfig().collections ?? []) {
    if (!('folder' in collection) || !('fields' in collection)) continue
    const kind = collection.name as keyof typeof KINDS
    const names = (collection.fields ?? []).map((field) => field.name)
    expect(names).toEqual([...Object.keys(inputSchema(kind).properties ?? {}), 'body'])
    for (const field of collection.fields ?? []) expect(field.label, field.name).toMatch(/\p{Script=Han}/u)
  }
})
