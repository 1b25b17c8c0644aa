import { beforeAll, describe, expect, it } from 'vitest'
import { Catalogue } from '../../catalogue/catalogue.ts'
import { readContent } from '../../catalogue/read.ts'
import { contentRoot } from '../../catalogue/root.ts'
import { validate } from '../../catalogue/validate.ts'
import { cuesOf, finderData, finderFiles } from '../../views/finder.ts'
import { bucketOf, keysOfWord, type PackedBucket, pairKeys } from './buckets.ts'
import { publish } from './build.ts'
import { FinderClient } from './client.ts'
import * as conditions from './conditions.ts'
import { type FinderData, unpackIndex, unpackWords } from './data.ts'
import { Facets } from './facets.ts'
import { Finder } from './finder.ts'
import * as letters from './letters.ts'
import { reasonSentence } from './reasons.ts'
import { isAsking, readView, type Selection, toggled, writeView } from './view.ts'

let data: FinderData
/** Knows all that is published. */
let finder: Finder
/** Knows what the index brings. */
let plain: Finder
let facets: Facets
let published: ReturnType<typeof finderFiles>
let cuesHere: () => string[][]

beforeAll(async () => {
  const catalogue = new Catalogue(validate(await readContent(contentRoot())).entries)
  data = finderData(catalogue)
  published = finderFiles(catalogue)
  cuesHere = () => cuesOf(catalogue)
  const { sounds, traditional, buckets } = published
  finder = new Finder(indexOf())
  finder.learn({ sounds, traditional, conditions, letters, buckets: [...buckets.entries()] })
  plain = new Finder(indexOf())
  facets = new Facets(indexOf())
})

/** The index through the wire format, as a browser gets it. */
const indexOf = () => unpackIndex(JSON.parse(JSON.stringify(published.index)))
const rowOf = ({ brand }: { brand: { at: number } }) => data.brands[brand.at] as FinderData['brands'][number]
const names = (query: string) => finder.find(query).matches.map((match) => rowOf(match).name)
const first = (query: string) => names(query)[0]

describe('the index on the wire', () => {
  it('comes back as it was', () => {
    const { brands, trades, regions, words } = indexOf()
    expect(trades.map(({ aliases, ...trade }) => trade)).toEqual(data.trades.map(({ aliases, ...trade }) => trade))
    const aliases = words.flatMap(({ kind, texts, at }) =>
      kind === 'trade' ? texts.split('\n').map((text) => `${at} ${text}`) : [],
    )
    expect(aliases).toEqual(
      data.trades.flatMap(({ name, aliases }, at) =>
        [...new Set(aliases)].filter((alias) => alias !== name).map((alias) => `${at} ${alias}`),
      ),
    )
    // Regions without brands are left out, so places in the list differ.
    const chain = (list: FinderData['regions'], from: number): string[] => {
      const names: string[] = []
      for (let at = from; at >= 0; at = list[at]?.parent ?? -1)
        names.push(`${list[at]?.id} ${list[at]?.name} ${list[at]?.short}`)
      return names
    }
    expect(brands.map(({ region }) => chain(regions, region))).toEqual(
      data.brands.map(({ region }) => chain(data.regions, region)),
    )
    expect(brands.map(({ at, words: _, region, ...brand }) => brand)).toEqual(
      data.brands.map(({ trades, parent, facets }) => ({ trades, parent, facets })),
    )
    expect(indexOf().ids).toEqual(data.brands.map(({ id }) => id))
  })

  it('puts every other word where a query for it looks', () => {
    const { buckets, index } = published
    expect(index.complete).toBe(true)
    const cues = new Set(cuesHere().flat())
    expect(
      new Set(
        buckets
          .flatMap(({ words }) => unpackWords(words))
          .flatMap(({ texts, kind }) => (kind === 'region' ? [] : texts.split('\n'))),
      ),
    ).toEqual(new Set([...cues].filter((cue) => keysOfWord({ text: cue, kind: 'cue', at: 0 }, []).length > 0)))
    for (const cue of cues) {
      const keys = pairKeys(
        cue,
        [...cue].map(() => true),
      ).filter((key) => key.length > 1)
      const found = keys.some((key) =>
        unpackWords((buckets[bucketOf(key, buckets.length)] as PackedBucket).words).some(({ texts }) =>
          texts.split('\n').includes(cue),
        ),
      )
      const inIndex = unpackWords(index.words).some(
        ({ texts, kind }) => kind === 'cue' && texts.split('\n').includes(cue),
      )
      expect(found || inIndex, cue).toBe(true)
    }
  })
})

describe('the finder', () => {
  it.each([
    ['做衣服的', '福绵裁缝', 'everyday words'],
    ['泥水匠', '八桂建工', 'an old name of a trade'],
    ['贴砖', '八桂建工', 'a verb with its object'],
    ['caifeng', '福绵裁缝', 'pinyin'],
    ['fmcf', '福绵裁缝', 'initials'],
    ['gzxiuniang', '贵州绣娘', 'initials and pinyin mixed'],
    ['福棉裁缝', '福绵裁缝', 'a homophone'],
    ['福绵裁逢', '福绵裁缝', 'a typo'],
    ['裁縫', '福绵裁缝', 'traditional characters'],
    ['玉林 裁缝', '福绵裁缝', 'place and trade'],
    ['玉林裁缝', '福绵裁缝', 'place and trade run together'],
    ['哪里能找到会做吉他的工人', '正安吉他工匠', 'a whole question'],
    ['安吉他', '正安吉他工匠', 'a piece across word boundaries'],
    ['6-05-01-03', '福绵裁缝', 'an occupation code'],
    ['6050103', '福绵裁缝', 'a code without hyphens'],
    ['ＦＵＭＩＡＮ', '福绵裁缝', 'full-width letters'],
    ['车衫嘅', '福绵裁缝', 'Cantonese'],
  ])('understands %s: %s first (%s)', (query, expected) => {
    expect(first(query)).toBe(expected)
  })

  it.each(['量子计算', '修手机', '律师', 'asdfgh', '今天天气', '', '   ', '的', '？？？', '<script>', '\u200b'])(
    'brings no brand for %j',
    (query) => {
      expect(names(query)).toEqual([])
    },
  )

  it.each([
    '吉他老师',
    '吉他培训班',
    '教吉他',
    '卖吉他',
    '买吉他',
    '吉他店',
    '茶叶店',
    '买白酒',
    '卖瓷砖',
    '茶叶销售',
    'teacher',
    '工人',
    '找工作',
    '找个工作',
  ])('does not take %s for who makes it', (query) => {
    expect(names(query)).toEqual([])
  })

  it.each([
    ['裁缝店', '福绵裁缝', 'people, though a shop'],
    ['电工老师', '贵州电工', 'how a master is called in the south-west'],
    ['家政培训', '贵州家政', 'training that a brand is known for'],
    ['请工人', '贵州家政', 'how Cantonese says it of help in the house'],
    ['粉店招师傅', '八桂米粉师傅', 'a shop that hires'],
    ['帮屋企买菜煮饭', '贵州家政', 'shopping as part of the work'],
    ['tailor', '福绵裁缝', 'English'],
    ['looking for bamboo weavers', '赤水竹艺师', 'English, in a sentence'],
  ])('still takes %s for %s (%s)', (query, expected) => {
    expect(names(query)).toContain(expected)
  })

  it('learns more only for what it cannot explain, and else answers the same as if it had', () => {
    for (const query of ['裁缝', '做衣服的', '玉林裁缝', '月嫂', '贴砖', '牛仔裤', '6-05-01-03']) {
      expect(plain.wants(query), query).toBeUndefined()
      expect(
        plain.find(query).matches.map(({ brand }) => brand.at),
        query,
      ).toEqual(finder.find(query).matches.map(({ brand }) => brand.at))
    }
    expect(plain.wants('cf')?.part).toBe('letters')
    expect(plain.wants('不要贵州的裁缝')?.part).toBe('conditions')
    plain.learn({ letters, conditions })
    expect(plain.wants('cf')?.part).toBe('sounds')
    expect(plain.wants('裁縫')?.part).toBe('traditional')
    for (const query of ['插座', '跳闸', '福棉裁缝']) expect(plain.wants(query)?.part, query).toBe('buckets')
    expect(finder.wants('量子计算')).toBeUndefined()
  })

  it('keeps to the region that was named, and says what there is elsewhere', () => {
    const here = finder.find('贵州 刺绣')
    expect(here.regions.map(({ short }) => short)).toEqual(['贵州'])
    expect(here.matches.length).toBeGreaterThan(0)
    const guizhou = data.regions.findIndex(({ short }) => short === '贵州')
    for (const match of here.matches) {
      const brand = rowOf(match)
      let at = brand.region
      while (at >= 0 && at !== guizhou) at = data.regions[at]?.parent ?? -1
      expect(at, brand.name).toBe(guizhou)
    }
    const nowhere = finder.find('遵义 裁缝')
    expect(nowhere.matches).toEqual([])
    const unknown = finder.find('瓮安 裁缝')
    expect(unknown.regions.map(({ short }) => short)).toEqual(['瓮安'])
    expect(unknown.matches).toEqual([])
    expect(nowhere.elsewhere.map((match) => rowOf(match).name)).toContain('福绵裁缝')
  })

  it.each([
    ['不要贵州的月嫂', ['贵州'], [], '八桂家政'],
    ['非贵州 家政', ['贵州'], [], '八桂家政'],
    ['贵州以外的家政', ['贵州'], [], '八桂家政'],
    ['除了贵州和云南以外，哪里有家政', ['贵州', '云南'], [], '八桂家政'],
    ['贵州月嫂，不要遵义的', ['遵义'], ['贵州'], '黔灵女家政'],
    ['是不是贵州的月嫂', [], ['贵州'], '汇川就业帮'],
    ['不要贵州的', ['贵州'], [], '八桂家政'],
    ['贵州和云南以外的家政', ['贵州', '云南'], [], '八桂家政'],
    ['贵州省外的家政', ['贵州'], [], '八桂家政'],
    ['贵州的家政不要', ['贵州'], [], '八桂家政'],
    ['除了贵州，广西有家政吗', ['贵州'], ['广西'], '八桂家政'],
    ['招不招贵州的绣娘', [], ['贵州'], '贵州绣娘'],
  ])('keeps out of the region that %s excludes', (query, without, regions, expected) => {
    const found = finder.find(query)
    expect([found.without?.map(({ short }) => short), found.regions.map(({ short }) => short)]).toEqual([
      without,
      regions,
    ])
    expect(found.unread).toEqual([])
    expect(found.matches.map((match) => rowOf(match).name)).toContain(expected)
    if (without.includes('贵州')) {
      const there = new Set(finder.find('贵州').matches.map(({ brand }) => brand.at))
      expect(found.matches.filter(({ brand }) => there.has(brand.at))).toEqual([])
    }
  })

  it.each([
    ['月嫂 5000一个月', '月嫂', ['5000一个月']],
    ['招20个缝纫工', '招缝纫工', ['20个']],
    ['有证的月嫂', '月嫂', ['有证的']],
    ['焊工 包吃住', '焊工', ['包吃住']],
    ['便宜的保姆', '保姆', ['便宜的']],
    ['电工资格证', '电工资格证', []],
    ['5000月嫂', '5000月嫂', []],
    ['月嫂13800138000', '月嫂13800138000', []],
    ['月薪8千的厨师', '的厨师', ['月薪8千']],
    ['带6个月宝宝的保姆', '带6个月宝宝的保姆', []],
    ['没有证的焊工', '没有证的焊工', []],
    ['80岁老人要人照顾', '80岁老人要人照顾', []],
    ['包装工', '包装工', []],
  ])('reads in %s no more than %s, and says what it left', (query, plainly, wishes) => {
    const found = finder.find(query)
    expect(found.wishes).toEqual(wishes)
    expect(found.matches.map(({ brand }) => brand.at)).toEqual(
      finder.find(plainly).matches.map(({ brand }) => brand.at),
    )
    expect(found.matches).not.toEqual([])
  })

  it('calls near who does the work beside another craft, and says which', () => {
    const [guitars] = finder.find('木工').matches
    expect([guitars?.tier, guitars?.reasons[0]?.main]).toEqual(['near', '提琴吉他制作工'])
    const told = (query: string, name: string) => {
      const match = finder.find(query).matches.find((each) => rowOf(each).name === name)
      return (
        match &&
        reasonSentence(match.reasons[0] as (typeof match.reasons)[number])
          .map(({ text }) => text)
          .join('')
      )
    }
    expect(told('木工', '正安吉他工匠')).toBe('“木工”是平常的叫法，正式工种是手工木工；它的主业是提琴吉他制作工。')
    // Nobody has typed 绣衣服.
    expect(told('做衣服的', '贵州绣娘')).toBe('和“绣衣服”（抽纱刺绣工）对上一部分。')
    expect(first('吊脚楼木工')).toBe('八桂建工')
    // A brand made of several crafts has no main one.
    expect(finder.find('焊工').matches.every(({ tier }) => tier === 'best')).toBe(true)
  })

  it('takes a word away only where the rest leads somewhere', () => {
    for (const query of ['酒店服务员', '不要中介']) expect(finder.find(query).aside?.rest).toBe('')
    expect(finder.find('酒店').matches).toEqual([])
    expect(finder.find('酒店').aside).toBeUndefined()
    expect(finder.find('吉他培训班').aside).toEqual({ words: '培训班', rest: '吉他' })
  })

  it('knows cities that the catalogue does not have, so that they are not passed over', () => {
    const { matches, elsewhere, regions } = finder.find('东莞 电工')
    expect([matches, regions.map(({ short }) => short)]).toEqual([[], ['东莞']])
    expect(rowOf(elsewhere[0] as (typeof elsewhere)[number]).name).toBe('贵州电工')
    // 中山装 is a thing.
    expect(finder.find('中山装').regions).toEqual([])
  })

  it.each([
    ['电工 外包', '家政'],
    ['机修工', '绣娘'],
    ['汽修', '吉他'],
    ['夫妻工', '吉他'],
  ])('does not hear %s as something else', (query, brand) => {
    expect(names(query).filter((name) => name.includes(brand))).toEqual([])
  })

  it('says which words ask for something else than people', () => {
    expect(finder.find('陶瓷 批发').aside).toEqual({ words: '批发', rest: '陶瓷' })
    expect(finder.find('卖吉他').aside).toEqual({ words: '卖', rest: '吉他' })
    expect(finder.find('陶瓷').aside).toBeUndefined()
  })

  it.each([
    ['酒厂招门卫', ['门卫']],
    ['能出差的焊工', ['出差']],
    ['除了男的，别的焊工都行', ['除了', '都行']],
    ['不要男的保姆', ['不要']],
    ['月嫂是不是上门', []],
    ['给孩子做饭的保姆', []],
    ['贵州挖掘机', ['挖掘机']],
    ['福绵裁缝', []],
  ])('says which words of %s led nowhere', (query, words) => {
    expect(finder.find(query).unread).toEqual(words)
  })

  it('puts who does just this before who has to do with it', () => {
    const { matches } = finder.find('做衣服的')
    expect(matches.filter(({ tier }) => tier === 'best').map((match) => rowOf(match).name)).toEqual(['福绵裁缝'])
    for (const query of ['做衣服的', '月嫂', '家政', '师傅', '贵州', '木工']) {
      const tiers = finder.find(query).matches.map(({ tier }) => tier)
      expect(tiers, query).toEqual([...tiers].sort())
    }
  })

  it('says of whoever does it only as a part of a wider trade that they are near, as long as somebody does just this', () => {
    const wider = finder.find('月嫂').matches.filter(({ reasons }) => reasons[0]?.of === 'broader')
    expect(wider.length).toBeGreaterThan(0)
    expect(new Set(wider.map(({ tier }) => tier))).toEqual(new Set(['near']))
  })

  it('gives every result a reason in words', () => {
    for (const query of ['月嫂', 'caifeng', '福棉裁缝', '插座', '玉林', '牛仔裤', '安吉他']) {
      const { matches } = finder.find(query)
      expect(matches.length, query).toBeGreaterThan(0)
      for (const match of matches) {
        const { reasons } = match
        const brand = rowOf(match)
        expect(reasons.length, `${query}: ${brand.name}`).toBeGreaterThan(0)
        for (const reason of reasons) {
          const sentence = reasonSentence(reason)
            .map(({ text }) => text)
            .join('')
          expect(sentence, `${query}: ${brand.name}`).toMatch(/^.{3,80}。$/)
          expect(sentence).not.toContain('undefined')
        }
      }
    }
    const [reason] = finder.find('月嫂').matches[0]?.reasons ?? []
    expect(reason && reasonSentence(reason, '4-10-01-02').map(({ text }) => text)).toEqual([
      '“月嫂”',
      '',
      '是平常的叫法，正式工种是',
      '母婴护理员',
      '（4-10-01-02）',
      '。',
    ])
  })

  it('is not thrown off by any short string', () => {
    const alphabet = [...'裁缝吉他玉林做的a1-　<"\\%😀縫']
    let seed = 7
    const next = () => {
      seed = (seed * 1103515245 + 12345) % 2147483648
      return seed / 2147483648
    }
    for (let round = 0; round < 400; round++) {
      const length = 1 + Math.floor(next() * 12)
      const query = Array.from({ length }, () => alphabet[Math.floor(next() * alphabet.length)]).join('')
      expect(() => finder.find(query), query).not.toThrow()
    }
  })
})

describe('words run together in pinyin', () => {
  /** A finder of so many brands that all have the same three words. */
  function alike(count: number): Finder {
    const [brand] = data.brands as [FinderData['brands'][number]]
    const brands = Array.from({ length: count }, (_, at) => ({
      ...brand,
      id: `brand-${at}`,
      name: `甲${at}`,
      words: ['保洁', '月嫂', '家政'],
      terms: [],
    }))
    const { index, sounds, traditional, buckets } = publish({ ...data, brands }, cuesHere())
    const made = new Finder(unpackIndex(JSON.parse(JSON.stringify(index))))
    made.learn({ letters, sounds, traditional, buckets: [...buckets.entries()] })
    return made
  }

  it('are read in steps that grow with the words, not with the ways to choose one at every place', () => {
    const query = 'baojieyuesaojiazheng'
    /** Every word that fits is looked up in a map at least once: how often that is done for one answer. */
    const steps = (count: number) => {
      const made = alike(count)
      // The sounds of all words are read for the first answer.
      made.find('jiazheng')
      const get = Map.prototype.get
      let calls = 0
      Map.prototype.get = function (key) {
        calls++
        return get.call(this, key)
      }
      try {
        const { matches } = made.find(query)
        expect(matches.map(({ brand }) => brand.at)).toEqual([...Array(count).keys()])
      } finally {
        Map.prototype.get = get
      }
      return calls
    }
    expect(steps(40) / steps(20)).toBeLessThan(2.5)
  })
})

describe('a large catalogue', () => {
  /** So many copies of the catalogue that its words no longer travel with the index, under other names. */
  const copies = 40

  it('gives the same answers from the few files that a query asks for', async () => {
    const brands = Array.from({ length: copies }, (_, copy) =>
      data.brands.map((brand) =>
        copy === 0
          ? brand
          : {
              ...brand,
              id: `${brand.id}-${copy}`,
              name: `${copy}`,
              words: [],
              terms: brand.terms.map((_, at) => `${copy}.${at}`),
              trades: [],
            },
      ),
    ).flat()
    const { index, buckets, sounds, traditional } = publish({ ...data, brands }, cuesHere())
    expect(index.complete).toBe(false)
    expect(index.ids).toBe('')
    const fetched: string[] = []
    const load = async (path: string) => {
      fetched.push(path)
      const [, part, number] = path.replace('.json', '').split('/')
      return part === 'words' ? buckets[Number(number)] : { sounds, traditional }[part as 'sounds']
    }
    for (const query of [
      '裁缝',
      '做衣服的',
      '泥水匠',
      'caifeng',
      'fmcf',
      'gzxiuniang',
      '福棉裁缝',
      '裁縫',
      '玉林裁缝',
      '安吉他',
      '跳闸',
      '粉',
      '福绵栽缝',
      '量子计算',
    ]) {
      fetched.length = 0
      const client = new FinderClient(JSON.parse(JSON.stringify(index)), load as never)
      const found = await client.find(query)
      expect(
        found?.matches.map(({ brand }) => brand.at),
        query,
      ).toEqual(finder.find(query).matches.map(({ brand }) => brand.at))
      expect(fetched.length, query).toBeLessThan(20)
      expect(fetched.length, query).toBeLessThan(buckets.length / 4)
    }
  })

  it('answers from what it knows when a file does not come, and says so when that is nothing', async () => {
    const client = new FinderClient(published.index, () => Promise.reject(new Error('offline')))
    expect((await client.find('福棉裁缝'))?.matches.map((match) => rowOf(match).name)).toContain('福绵裁缝')
    await expect(client.find('caifeng')).rejects.toThrow('offline')
  })
})

describe('facets', () => {
  const counted = (selection: Selection) => indexOf().brands.filter((brand) => facets.passes(brand, selection)).length

  it('count what choosing them would leave', () => {
    for (const facet of ['trade', 'region', 'field', 'industry', 'series', 'scale'] as const) {
      const choices = facets.choices(facet, indexOf().brands, {})
      expect(choices.length, facet).toBeGreaterThan(1)
      for (const { value, count } of choices) {
        expect(counted({ [facet]: [value] }), `${facet} ${value}`).toBe(count)
        expect(count).toBeGreaterThan(0)
      }
    }
  })

  it('count under the other facets, and never offer what leaves nothing', () => {
    const selection: Selection = { region: ['guizhou'] }
    for (const { value, count } of facets.choices('scale', indexOf().brands, selection)) {
      expect(counted({ ...selection, scale: [value] })).toBe(count)
      expect(count).toBeGreaterThan(0)
    }
  })

  it('join several values of one facet by or, and different facets by and', () => {
    const [a, b] = facets.choices('scale', indexOf().brands, {})
    if (!a || !b) throw new Error('two bands expected')
    // A brand on whose number sources disagree is in both bands; it counts once.
    const either = indexOf().brands.filter((brand) =>
      [a, b].some(({ value }) => facets.passes(brand, { scale: [value] })),
    )
    expect(counted({ scale: [a.value, b.value] })).toBe(either.length)
    expect(counted({ scale: [a.value], region: ['yulin'] })).toBeLessThanOrEqual(a.count)
  })

  it('let go of the whole when a part is chosen, and the other way round', () => {
    const part = facets.toggle('region', 'fumian', { region: ['yulin', 'guizhou'] })
    expect(part.region).toEqual(['guizhou', 'fumian'])
    expect(facets.toggle('region', 'yulin', part).region).toEqual(['guizhou', 'yulin'])
    expect(facets.toggle('region', 'guizhou', part).region).toEqual(['fumian'])
  })

  it('keep a chosen value on offer even when nothing is left of it', () => {
    const choices = facets.choices('region', [], { region: ['yulin'] })
    expect(choices).toEqual([expect.objectContaining({ value: 'yulin', count: 0, chosen: true })])
  })
})

describe('the address of a view', () => {
  it('comes back as it was', () => {
    const address = '?q=%E8%A3%81%E7%BC%9D&trade=a&trade=b&region=yulin&full=1&kind=%E4%BA%BA%E7%89%A9&b=x-1,y'
    const view = readView(new URLSearchParams(address))
    expect(view).toMatchObject({
      query: '裁缝',
      chosen: { trade: ['a', 'b'], region: ['yulin'] },
      full: true,
      kinds: ['人物'],
      shortlist: ['x-1', 'y'],
    })
    expect(writeView(view)).toBe(address)
  })

  it('is empty for the page as it opens', () => {
    const view = readView(new URLSearchParams('?utm=1&q=%20'))
    expect(isAsking(view)).toBe(false)
    expect(writeView(view)).toBe('')
  })

  it('takes no more than it should from an address', () => {
    const view = readView(new URLSearchParams(`?q=${'长'.repeat(500)}&b=a,a,b,c,d,e,../x,<b>`))
    expect(view.query).toHaveLength(100)
    expect(view.shortlist).toEqual(['a', 'b', 'c', 'd'])
  })

  it('puts one more brand on the shortlist that was kept; an address with a shortlist shows that and nothing else', () => {
    const listed = (address: string, kept: string[]) => readView(new URLSearchParams(address), kept).shortlist
    expect(listed('?all=1&add=c', ['a', 'b'])).toEqual(['a', 'b', 'c'])
    expect(listed('?all=1&add=a', ['a', 'b'])).toEqual(['b', 'a'])
    expect(listed('?add=e', ['a', 'b', 'c', 'd']), 'the first makes room').toEqual(['b', 'c', 'd', 'e'])
    expect(listed('?q=x', ['a', '', '<b>'])).toEqual(['a'])
    expect(listed('?b=x,y', ['a', 'b'])).toEqual(['x', 'y'])
    expect(writeView(readView(new URLSearchParams('?all=1&add=c'), ['a']))).toBe('?all=1&b=a,c')
  })

  it('picks and drops, four at most', () => {
    expect(toggled(['a'], 'b')).toEqual(['a', 'b'])
    expect(toggled(['a', 'b'], 'a')).toEqual(['b'])
    expect(toggled(['a', 'b', 'c', 'd'], 'e')).toEqual(['a', 'b', 'c', 'd'])
  })
})

describe('places', () => {
  const inPlace = (place: string) => {
    const within = data.regions.findIndex(({ short }) => short === place)
    const liesThere = (at: number): boolean => at >= 0 && (at === within || liesThere(data.regions[at]?.parent ?? -1))
    return data.brands.filter(({ region }) => liesThere(region)).map(({ name }) => name)
  }

  it.each([
    ['玉林', '玉林'],
    ['贵州', '贵州'],
    ['广西', '广西'],
    ['广西玉林', '玉林'],
    ['贵州遵义正安', '正安'],
    ['黔南州', '黔南'],
    ['玉林劳务品牌', '玉林'],
    ['广西特色劳务品牌有哪些', '广西'],
  ])('%s asks for every brand of %s and says that they are there', (query, place) => {
    const { matches } = finder.find(query)
    expect(matches.map((match) => rowOf(match).name).sort()).toEqual(inPlace(place).sort())
    expect(matches.every(({ tier, reasons }) => tier === 'best' && reasons[0]?.of === 'region')).toBe(true)
  })

  it('are places beside a trade, also where somebody searched for the two together', () => {
    expect(first('遵义月嫂')).toBe('汇川就业帮')
    expect(names('贵州保姆')).not.toContain('八桂家政')
    expect(names('玉林家政')).toEqual(['八桂家政'])
  })

  it('do not make a scrap the answer: the trade itself is elsewhere', () => {
    for (const query of ['玉林电工', '玉林 电工']) {
      const { matches, elsewhere } = finder.find(query)
      expect(matches, query).toEqual([])
      expect(elsewhere.map((match) => rowOf(match).name)[0], query).toBe('贵州电工')
    }
  })
})

describe('words that only look like ours', () => {
  it.each(['调酒师', '伐木工', '奶茶师', '啤酒酿造师', '修洗衣机', '宠物保姆'])('%s is another trade', (query) => {
    expect(names(query)).toEqual([])
  })

  it.each(['找师傅帮忙整冰箱', '请个师傅来修水管', '招几个女工', '电子厂普工'])(
    '%s is not answered for a word that names have by chance',
    (query) => expect(names(query)).toEqual([]),
  )

  it('leave what does name us', () => {
    expect(first('做护士服的厂')).toBe('福绵裁缝')
    expect(first('酒店装修')).toBe('八桂建工')
    expect(first('电动缝纫机操作工')).toBe('福绵裁缝')
  })
})

it('takes a seller who looks for workers for one who hires, and one who buys for one who buys', () => {
  expect(first('卖牛仔裤的想找加工厂')).toBe('福绵裁缝')
  expect(names('卖米粉的店招人')).toContain('八桂米粉师傅')
  expect(names('买茶叶找谁')).toEqual([])
})

it('prefers the longer trade that was named, and the trade of a brand to one that only includes it', () => {
  expect(names('遵义养老护理员')).not.toContain('汇川就业帮')
  expect(first('整理收纳师')).toBe('八桂家政')
  expect(first('螺蛳粉师傅')).toBe('八桂米粉师傅')
})
