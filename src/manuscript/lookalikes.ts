/** Characters of a paste from PDF, and the ordinary ones they look like. Those that are parts of characters have none. */
const ORDINARY = new Map(
  // NFKC gives 戶 and 靑 for two of them, which mainland fonts draw as 户 and 青; the others it does not know.
  '⼾户⾭青⺁厂⺇几⺊卜⺎兀⺓幺⺜日⺝月⺟母⺠民⺧牛⺪疋⺬示⺶羊⺷羊⺸羊⻁虎⻄西⻅见⻆角⻇角⻉贝⻋车⻑長⻒镸⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻳龟'
    .match(/../gu)
    ?.map((pair) => [...pair] as [string, string]),
)

/** Radicals that stand for themselves, and characters kept for the sake of other encodings. */
const LOOKALIKES = /[\u2e80-\u2fdf\uf900-\ufaff]+/g

const ordinary = (character: string): string => ORDINARY.get(character) ?? character.normalize('NFKC')

/** A run of such characters in a text. */
export interface Lookalike {
  start: number
  found: string
  /** What was meant; absent where that is not known. */
  meant?: string
}

/** Finds characters that look like ordinary ones and are none: no search finds them, and no check knows them. */
export function findLookalikes(text: string): Lookalike[] {
  return [...text.matchAll(LOOKALIKES)].flatMap(({ 0: found, index: start }): Lookalike[] => {
    const meant = [...found].map(ordinary).join('')
    // Twelve of the block of compatibility are characters of their own: 﨑.
    if (meant === found && /^[\uf900-\ufaff]+$/.test(found)) return []
    return [/[\u2e80-\u2fdf]/.test(meant) ? { start, found } : { start, found, meant }]
  })
}
