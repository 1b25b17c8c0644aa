import type { Table } from 'mdast'
import { plainText } from '../render.ts'
import type { Report } from './report.ts'

/** What of a person is nobody else's business: money, ways to reach them, their troubles. */
const OWN_MATTER =
  /补[贴助]|金额|工[资钱]|薪(?!火)|电话|手机|联系方式|微信|身份证|证件|卡号|账号|住址|家庭地址|出生(?!地)|年龄|困难|贫困|残疾|低保|脱贫/

/** Reports rosters of people, and cells beyond the columns of the head: those are left out of the page. */
export function checkTable({ children, align }: Table, report: Report): void {
  const columns = align?.length ?? 0
  const heads = (children[0]?.children ?? []).map((cell) => plainText(cell).trim())
  const name = heads.find((head) => /姓\s*名$|^名字$|^户主$/.test(head))
  const own = heads.find((head) => OWN_MATTER.test(head))
  if (name && own && children[0])
    report(
      children[0],
      'roster',
      `这张表把「${name}」和「${own}」列在一起，是花名册`,
      '只写多少人、一共多少，不列名单；公布的获奖名单，写姓名和奖项就够了',
    )
  for (const { children: cells } of children) {
    const excess = cells.slice(columns).find((cell) => cell.children.length > 0)
    if (!excess) continue
    report(
      excess,
      'table-cells',
      `这一行有${cells.length}格，表头只有${columns}格：多出来的不会显示`,
      '给表头和第二行（| --- |）补上一格，或把这一行并成一样多；竖线本身写成 \\|',
    )
  }
}
