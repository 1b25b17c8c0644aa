import type { Reason } from './found.ts'

/** A piece of a sentence; `strong` marks the words that matched. */
export interface ReasonPart {
  text: string
  strong?: boolean
}

const said = (text: string): ReasonPart => ({ text })
const word = (text: string): ReasonPart => ({ text, strong: true })

/** How the match was made, where it was not letter by letter. */
const HOW: Readonly<Record<Reason['how'], string>> = {
  exact: '',
  part: '',
  sound: '（按读音）',
  pinyin: '（按拼音）',
  initials: '（按拼音首字母）',
}

/**
 * Says in one sentence why a brand was found.
 * @param code of the occupation that the reason names, if it has one
 */
export function reasonSentence({ of, word: own, how, owner, main }: Reason, code?: string): ReasonPart[] {
  const match = [word(`“${own}”`), said(HOW[how])]
  const trade = [word(owner), said(code ? `（${code}）` : '')]
  const end = main ? [said('；它的主业是'), word(main), said('。')] : [said('。')]
  switch (of) {
    case 'name':
      return how === 'exact' ? [word(`“${own}”`), said('就是它的名字。')] : [said('名字接近：'), ...match, said('。')]
    case 'alias':
      return [...match, said('写在它的资料里，是别名、产品或手艺。')]
    case 'trade': {
      if (how === 'part')
        return [
          said('和'),
          ...(own === owner ? trade : [...match, said('（'), word(owner), said('）')]),
          said('对上一部分'),
          ...end,
        ]
      return own === owner
        ? [said('工种正是'), ...trade, said(HOW[how]), ...end]
        : [...match, said('是平常的叫法，正式工种是'), ...trade, ...end]
    }
    case 'family':
      return own === owner
        ? [said('属于'), word(owner), said(HOW[how]), said('这一类。')]
        : [...match, said('属于'), word(owner), said('这一类。')]
    case 'broader':
      return [...match, said('的活，'), ...trade, said('也做。')]
    case 'term':
      return [...match, said('是它的检索词。')]
    case 'cue':
      return [said('说到'), ...match, said('，多半是找'), ...trade, ...end]
    case 'region':
      return [said('在'), word(owner), said('。')]
  }
}
