import { describe, expect, it } from 'vitest'
import type { RawFile } from './read.ts'
import { validate } from './validate.ts'

const SOURCE: RawFile = {
  kind: 'source',
  id: '',
  file: 'sources.yaml',
  text: '- id: s1\n  title: 报道\n  publisher: 日报\n  kind: news\n  confidence: reputable\n',
}

const person = (id: string, name: string, body = '正文。'): RawFile => ({
  kind: 'figure',
  id,
  file: `figures/${id}/index.mdx`,
  text: `---\nname: ${name}\nroles: [master]\nsummary: 一个人。\n---\n\n${body}\n`,
})

const found = (body: string) =>
  validate([SOURCE, person('wang', '王小花'), person('aduo', '阿幼朵'), person('li', '李四光', body)]).problems.map(
    ({ file, line, level, rule }) => [file, line, level, rule],
  )

describe('a label of hardship', () => {
  it('beside what looks like a name is advice', () => {
    expect(found('脱贫户赵小妹，学刺绣。')).toEqual([['figures/li/index.mdx', 7, 'advice', 'named-hardship']])
  })

  it('beside the name of a person with a page is an error, told once', () => {
    expect(found('脱贫户王小花，学刺绣。')).toEqual([['figures/li/index.mdx', 7, 'error', 'named-hardship']])
  })

  it('beside such a name that looks like none is an error too', () => {
    expect(found('脱贫户阿幼朵学刺绣。')).toEqual([['figures/li/index.mdx', 1, 'error', 'named-hardship']])
  })

  it.each(['建档立卡贫困户，学刺绣。', '她曾是低保户。', '她家是贫困户，丈夫有残疾。', '她学得快，身患重病。'])(
    'of the person the page is about is an error: %s',
    (body) => {
      expect(found(body)).toEqual([['figures/li/index.mdx', 1, 'error', 'named-hardship']])
    },
  )

  it('in a label of a component or in the title of a link is read as the body is', () => {
    const photo = (caption: string, credit = '县人社局') =>
      `<Photo src="./a.jpg" alt="车间" caption="${caption}" credit="${credit}" licence="随稿件使用" />`
    expect(found(photo('脱贫户阿幼朵在车间'))).toContainEqual(['figures/li/index.mdx', 1, 'error', 'named-hardship'])
    expect(found(photo('车间', '低保户阿幼朵'))).toContainEqual(['figures/li/index.mdx', 1, 'error', 'named-hardship'])
    expect(found('见[报道](https://a.example/ "脱贫户阿幼朵的故事")。')).toContainEqual([
      'figures/li/index.mdx',
      1,
      'error',
      'named-hardship',
    ])
    expect(found('见[报道](https://a.example/ "她曾是低保户")。')).toContainEqual([
      'figures/li/index.mdx',
      7,
      'error',
      'named-hardship',
    ])
    expect(found(photo('阿幼朵教脱贫户学刺绣')).filter(([, , , rule]) => rule === 'named-hardship')).toEqual([])
  })

  it('of many others on that page is none', () => {
    expect(found('来学的人里，残疾人、脱贫户都有。她带动低保户、残疾人。')).toEqual([])
  })

  it('apart from every name is none', () => {
    expect(found('王小花教脱贫户学刺绣，阿幼朵也教。')).toEqual([])
  })
})
