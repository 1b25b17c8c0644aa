import { describe, expect, it } from 'vitest'
import { WordList } from './words.ts'

const owner = { kind: 'trade', at: 0 } as const

/** A list of words in which 乐 is read as in 音乐, but for 快乐. */
function listOf(...texts: string[]): WordList {
  const list = new WordList()
  for (const text of texts) list.add(text, owner)
  list.read({
    syllableOf: new Map([...'裁缝福绵音乐器快修'].map((character, at) => [character, SYLLABLES[at] as string])),
    ofWord: (text) => (text === '快乐' ? 'kuai le' : undefined),
  })
  return list
}
const SYLLABLES = 'cai feng fu mian yin yue qi kuai xiu'.split(' ')

const texts = (words: ReadonlyArray<{ text: string }>) => words.map(({ text }) => text)

describe('words in one text', () => {
  it('finds those that hold a piece, each once, in their order', () => {
    const list = listOf('裁缝', '福绵裁缝', '缝缝缝', 'tig焊')
    expect(texts(list.holding('裁缝'))).toEqual(['裁缝', '福绵裁缝'])
    expect(texts(list.holding('缝'))).toEqual(['裁缝', '福绵裁缝', '缝缝缝'])
    expect(texts(list.holdingAny(['焊', '裁', '焊']))).toEqual(['裁缝', '福绵裁缝', 'tig焊'])
    expect(list.holding('绵裁缝缝')).toEqual([])
    expect([list.has('绵裁'), list.has('缝缝缝缝')]).toEqual([true, false])
  })

  it('takes a line end in the piece for an end of the word', () => {
    const list = listOf('裁缝', '福绵裁缝', '裁缝福')
    expect(texts(list.holding('\n裁缝'))).toEqual(['裁缝', '裁缝福'])
    expect(texts(list.holding('\n裁缝\n'))).toEqual(['裁缝'])
  })

  it('gives the same object for the same word, also after more words have come', () => {
    const list = listOf('裁缝')
    const [before] = list.holding('裁')
    list.add('裁缝福', owner)
    expect(list.holding('裁')[0]).toBe(before)
    expect(texts(list.holding('福'))).toEqual(['裁缝福'])
  })

  it('knows how words sound: a whole word its own way, what is no syllable as it is', () => {
    const list = listOf('音乐', '快乐', '修b级')
    expect(list.holding('乐').map((word) => list.syllables(word))).toEqual([
      ['yin', 'yue'],
      ['kuai', 'le'],
    ])
    expect(list.syllables(list.holding('级')[0] as never)).toEqual(['xiu', 'b', '级'])
    expect(texts(list.soundingLike('yin', 'yue', 'exact'))).toEqual(['音乐'])
    expect(texts(list.soundingLike('yin', 'yu', 'exact'))).toEqual([])
    expect(texts(list.soundingLike('xiu', 'b', 'exact')), 'not Chinese alone').toEqual([])
  })

  it('merges what southern speakers merge only where asked to', () => {
    const list = listOf('裁缝')
    expect(texts(list.soundingLike('cai', 'fen', 'exact'))).toEqual([])
    expect(texts(list.soundingLike('cai', 'fen', 'folded'))).toEqual(['裁缝'])
  })

  it('finds syllables in turn, and letters, only where syllables begin and end', () => {
    const list = listOf('福绵裁缝', '乐器', '裁缝')
    expect(texts(list.sounding(['cai', 'feng']))).toEqual(['福绵裁缝', '裁缝'])
    expect(texts(list.sounding(['ai', 'feng']))).toEqual([])
    expect(texts(list.speltFrom('ca'))).toEqual(['裁缝'])
    expect(texts(list.spelt('caifeng')), 'holds all, or begins with the first').toEqual(['福绵裁缝', '裁缝'])
  })

  it('reads anew what has been learnt since', () => {
    const list = listOf('快乐')
    list.add('音', owner)
    list.read({ syllableOf: new Map([['音', 'in']]), ofWord: () => undefined })
    expect(list.syllables(list.holding('音')[0] as never)).toEqual(['in'])
    expect(list.syllables(list.holding('快')[0] as never)).toEqual(['快', '乐'])
  })
})
