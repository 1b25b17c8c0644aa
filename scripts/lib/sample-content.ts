import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/**
 * A small sound `content/` for tests: three tables, one brand, one story with every component.
 * Values are invented and named so; nothing of it is published.
 */
export const SAMPLE: Readonly<Record<string, string>> = {
  'sources.yaml': `- id: s1
  title: 县里的报道
  publisher: 某日报
  kind: news
  confidence: reputable
  date: 2025-03-01
  url: https://www.example.gov.cn/2025/0301/c1234567890123456.html
`,
  'trades.yaml': `- id: bricklayer
  name: 砌筑工
  summary: 砌墙的人。
`,
  'regions.yaml': `- id: gx
  name: 广西壮族自治区
  shortName: 广西
  level: province
- id: fm
  name: 福绵区
  shortName: 福绵
  level: county
  parent: gx
`,
  'brands/lintong-jianzhu/index.mdx': `---
name: 临桐建筑
summary: 在外砌墙、扎钢筋的一群人。
region: fm
checkedOn: 2026-11-21
trades:
  - trade: bricklayer
    source: s1
claims:
  - id: jobs
    text: 临桐有3000名建筑工。
    label: 从业
    value: 3000
    unit: 人
    asOf: 2025-03
    source: s1
---

临桐人出门砌墙，<Claim id="jobs">有3000人</Claim>。

## 从一块砖开始

师傅先教拉线。
`,
  'stories/li-jie/index.mdx': `---
title: 李姐从山沟到月嫂
lead: 李姐学了三个月，回到县城教别人。
kind: person
publishedAt: 2026-11-22T09:00+08:00
brands:
  - lintong-jianzhu
claims:
  - id: class-2025
    text: 2025年办班6期。
    label: 培训班
    value: 6
    unit: 期
    source: s1
    locator: 第3段
---

## 学手艺

李姐是县里[临桐建筑](/brands/lintong-jianzhu/#从一块砖开始)的家属，<Claim id="class-2025">办班6期</Claim>。

<Photo src="./cover.jpg" alt="李姐在教室里给学员示范换尿布" credit="县融媒体中心" licence="授权本站使用" />

<Quote source="s1" by="李姐">手艺是饭碗。</Quote>

她说得慢。
`,
}

/** A content tree in a folder of its own. Names map to text, bytes, or `{ link }` for a symbolic link. */
export type Tree = Record<string, string | Uint8Array | { link: string }>

/** Writes a tree into a new temporary folder; `remove` takes it away again. */
export function writeTree(tree: Tree): { root: string; remove(): void } {
  const root = mkdtempSync(join(tmpdir(), 'yifang-content-'))
  for (const [name, value] of Object.entries(tree)) {
    const path = join(root, name)
    mkdirSync(dirname(path), { recursive: true })
    if (typeof value === 'object' && 'link' in value) symlinkSync(value.link, path)
    else writeFileSync(path, value)
  }
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) }
}

/** Check character of the first 17 digits of an ID number, to make numbers that nobody has. */
export function idNumber(first17: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, index) => total + weight * Number(first17[index]), 0)
  return first17 + '10X98765432'[sum % 11]
}
