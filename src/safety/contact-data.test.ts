import { describe, expect, it } from 'vitest'
import { type ContactKind, findContactData } from './contact-data.ts'

/** Numbers and addresses as people write them, and in the disguises in which personal data is found. */
const CONTACTS: Array<[kind: ContactKind, text: string]> = [
  ['phone', '王小花家的电话0775-2823456'],
  ['phone', '咨询电话400-800-1234'],
  ['phone', '４００－８００－１２３４'],
  ['phone', '800-820-1234'],
  ['phone', '4008001234'],
  ['phone', '（0775）2823456'],
  ['phone', '0775 2823456'],
  ['phone', '0775—2823456'],
  ['phone', '07752823456'],
  ['phone', '+86-775-2823456'],
  ['phone', '010-65001234'],
  ['phone', '077**5**-2823456'],
  ['phone', '0775&#45;2823456'],
  ['phone', '零七七五二八二三四五六'],
  ['phone', '电话：2823456'],
  ['phone', 'Tel0775-2823456'],
  ['street', '地址：玉林市福绵区福绵大道88号3楼302室'],
  ['street', '福绵大道八十八号三楼'],
  ['street', '人民中路12-3号2幢5层'],
  ['street', '地址：福绵大道88号'],
]

/** What only looks like it. */
const HARMLESS = [
  '2020-2024',
  '1978—2018年共100家',
  '6-05-01-03',
  '玉政办函〔2022〕54号',
  'ISBN 978-7-04-012345-6',
  '2024年1月5日',
  '09:00—17:00',
  '2026-11-22T09:00+08:00',
  '热线12333、12345、95588',
  '热线接听2345678人次',
  '电话2010-2020年',
  '400-4500元',
  '400-1000000元',
  '4000000000元',
  '13,800,138,000元',
  '证书编号07752823456',
  '91450900MA5L1234XY',
  '桂ICP备12345678号',
  '粤B2-20090059',
  'GB/T 0775-2017',
  'https://www.example.cn/0775-2823456.htm',
  '福绵大道88号',
  '轨道交通3号线2层',
  '1号厂房2楼',
  '街道3个社区2栋楼',
  '网络地址第3号',
  '第五号文件二层意思',
]

describe('telephones and addresses', () => {
  it.each(CONTACTS)('%s: %s', (kind, text) => {
    const source = `他说，${text}，就这样。`
    const found = findContactData(source)
    expect(found.map((find) => find.kind)).toEqual([kind])
    expect(found[0]?.start).toBeGreaterThanOrEqual(3)
    expect(found[0]?.end).toBeLessThanOrEqual(source.length - 4)
    expect(found[0]?.masked).toMatch(/^.{1,3}\*{4}$/)
  })

  it.each(HARMLESS)('lets pass: %s', (text) => {
    expect(findContactData(`他说，${text}，就这样。`)).toEqual([])
  })

  it('leaves to the search for personal data what is personal anyway', () => {
    expect(findContactData('家住福绵大道88号3楼302室')).toEqual([])
  })

  it('takes no longer than a moment on texts made to be slow', { timeout: 60_000 }, () => {
    for (const piece of ['0775', '路1号', '地址1', '电话1', '一', '4 0', '路1号一', '1-', '86 (']) {
      const started = performance.now()
      findContactData(piece.repeat(Math.floor(200_000 / piece.length)))
      expect(performance.now() - started, piece).toBeLessThan(8000)
    }
  })
})
