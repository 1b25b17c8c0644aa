/**
 * The components a writer may use, and nothing else: a manuscript is read, never run.
 * Attributes are plain text; `required` ones must be there.
 */
export interface WriterComponent {
  attributes: Record<string, 'required' | 'optional'>
  /** Whether it stands in a line of text or on lines of its own. */
  place: 'text' | 'block'
  /** Component it must stand in. */
  parent?: string
  /** An example for messages and the handbook. */
  example: string
}

export const WRITER_COMPONENTS: Readonly<Record<string, WriterComponent>> = {
  Claim: {
    attributes: { id: 'required' },
    place: 'text',
    example: '<Claim id="output-2024" />',
  },
  Quote: {
    attributes: { source: 'required', by: 'required' },
    place: 'block',
    example: '<Quote source="xinhua-20250714" by="车间标语">打工何必去远方，家乡就是好地方。</Quote>',
  },
  Steps: { attributes: {}, place: 'block', example: '<Steps>' },
  Step: {
    attributes: { title: 'required' },
    place: 'block',
    parent: 'Steps',
    example: '<Step title="选材">挑选板材。</Step>',
  },
  Photo: {
    attributes: { src: 'required', alt: 'required', credit: 'required', licence: 'required', caption: 'optional' },
    place: 'block',
    example:
      '<Photo src="./chejian.jpg" alt="女工在缝纫机前车裤脚" credit="福绵区融媒体中心" licence="授权本站使用" />',
  },
  Note: { attributes: {}, place: 'block', example: '<Note>两个数的口径不同。</Note>' },
}

/** The definition of `name`, looked up as an own key so that `constructor` is not a component. */
export function writerComponent(name: string | null | undefined): WriterComponent | undefined {
  return name && Object.hasOwn(WRITER_COMPONENTS, name) ? WRITER_COMPONENTS[name] : undefined
}
