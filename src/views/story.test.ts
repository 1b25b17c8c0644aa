import { expect, it } from 'vitest'
import { Catalogue } from '../catalogue/catalogue.ts'
import type { RawFile } from '../catalogue/read.ts'
import { validate } from '../catalogue/validate.ts'
import { storyPage } from './story.ts'

const files: RawFile[] = [
  {
    kind: 'source',
    id: '',
    file: 'sources.yaml',
    text: '- { id: s1, title: 报道, publisher: 日报, kind: news, confidence: reputable, date: 2025-01-01 }\n',
  },
  {
    kind: 'region',
    id: '',
    file: 'regions.yaml',
    text: '- { id: za, name: 正安县, shortName: 正安, level: county }\n',
  },
  {
    kind: 'brand',
    id: 'za-guitar',
    file: 'brands/za-guitar/index.mdx',
    text: `---
name: 正安吉他工匠
summary: 做吉他的人。
region: za
checkedOn: 2026-11-21
claims:
  - { id: jobs, text: 有1.4万人。, label: 从业, value: 14000, unit: 人, basis: 直接就业, asOf: 2024, source: s1, locator: 第2段 }
---
`,
  },
  {
    kind: 'story',
    id: 'one',
    file: 'stories/one/index.mdx',
    text: `---
title: 做吉他的人
lead: 讲吉他。
kind: deed
publishedAt: 2026-11-22T09:00+08:00
brands: [za-guitar]
claims:
  - { id: bare, text: 年产226万把。, label: 年产量, value: 2260000, unit: 把, source: s1, locator: 第1段 }
  - { id: old, text: 窑炉19条。, label: 窑炉, value: 19, unit: 条, source: s1, locator: 第2段, note: 2011年的旧数 }
  - { id: plan, text: 到2025年培训1万人次。, label: 培训, value: 10000, unit: 人次, kind: target, basis: 全县, asOf: 2025, note: 没有查到结果。, source: s1, locator: 第2段 }
---

<Claim id="bare" />，<Claim id="old" />，<Claim id="plan" />，<Claim id="za-guitar/jobs" />，又是<Claim id="plan" />。
`,
  },
]

it('a story tells in its notes on which basis its figures stand, and what limits them, each once', () => {
  const { entries, problems } = validate(files)
  expect(problems).toEqual([])
  const catalogue = new Catalogue(entries)
  const { notes } = storyPage(catalogue.get('story', 'one'), catalogue, '/')
  expect(notes.map(({ remarks }) => remarks)).toEqual([
    [],
    ['窑炉：2011年的旧数。', '培训算的是：全县，到2025年。没有查到结果。', '从业算的是：直接就业，2024年的数。'],
  ])
})
