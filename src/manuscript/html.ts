import { WRITER_COMPONENTS } from './components.ts'

const WORDS = '删掉标签，留下里面的字；另起一段的，两段之间空一行'
const BOLD = '删掉标签，留下里面的字；要加粗的写成 **重点**'
const LIST = '删掉标签，每一条写成一行，开头写“- ”或“1. ”（后面有空格），列表前后各空一行'
const TABLE = '删掉整张表的标签，每行写成 | 一格 | 一格 |，第二行写 | --- | --- |，表格前后各空一行'
const HEADING = '删掉标签，小标题单独写一行，开头写“## ”（后面有空格），前后各空一行'
const PICTURE = `整个删掉，照片用 <Photo>：${WRITER_COMPONENTS.Photo?.example}`
const FILM = '整个删掉；影像在 content/media/ 里另建一篇，这里用链接：[片名](/media/编号/)'
const PROGRAM = '连同里面的字一起删掉'

/** What to write instead of the elements that come with a paste from a page or from Word. */
const CURES: ReadonlyMap<string, string> = new Map(
  (
    [
      ['br', '删掉它；要另起一段的，两段之间空一行'],
      ['hr', '删掉它；要分隔线的，单独写一行 ---，前后各空一行'],
      ['a', '写成 [文字](地址)'],
      ['sup sub', '删掉标签；平方、立方写成 ²、³，或写“平方米”'],
      ['b strong', BOLD],
      ['ul ol li dl dt dd', LIST],
      ['table thead tbody tfoot tr td th col colgroup caption', TABLE],
      ['h1 h2 h3 h4 h5 h6', HEADING],
      ['img picture figure figcaption', PICTURE],
      ['iframe video audio embed object', FILM],
      ['script style', PROGRAM],
      ['p div span font center i em u s del ins strike small big mark section article blockquote pre code tt', WORDS],
    ] as const
  ).flatMap(([names, cure]) => names.split(' ').map((name): [string, string] => [name, cure])),
)

/** The cure of an element of HTML, in any case of letters; `o:p` and its like are Word's. */
export function htmlCure(name: string | null | undefined): string | undefined {
  if (!name) return undefined
  return /^[ovw]:/i.test(name) ? WORDS : CURES.get(name.toLowerCase())
}
