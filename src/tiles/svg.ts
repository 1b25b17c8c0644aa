/** Small helpers for writing SVG by hand. Attributes only; nothing here knows about crafts. */

/** A number with at most one decimal, without a trailing zero: what a 480-unit picture needs. */
export const n = (value: number): string => String(Math.round(value * 10) / 10)

type Attributes = Record<string, string | number | undefined>

/** One element. Numbers are rounded; undefined attributes are left out. */
export function el(name: string, attributes: Attributes = {}, ...children: string[]): string {
  const text = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? n(value) : value}"`)
    .join('')
  return children.length > 0 ? `<${name}${text}>${children.join('')}</${name}>` : `<${name}${text}/>`
}

/** A group. */
export const g = (attributes: Attributes, ...children: string[]): string => el('g', attributes, ...children)

/** A path: `path('M0 0L9 9', { stroke: '#000' })`. */
export const path = (d: string, attributes: Attributes = {}): string => el('path', { d, ...attributes })

/** A rectangle. */
export const rect = (x: number, y: number, width: number, height: number, attributes: Attributes = {}): string =>
  el('rect', { x, y, width, height, ...attributes })

/** A circle. */
export const circle = (cx: number, cy: number, r: number, attributes: Attributes = {}): string =>
  el('circle', { cx, cy, r, ...attributes })

/** An ellipse. */
export const ellipse = (cx: number, cy: number, rx: number, ry: number, attributes: Attributes = {}): string =>
  el('ellipse', { cx, cy, rx, ry, ...attributes })

type Stop = [offset: number, color: string, opacity?: number]

const stops = (list: Stop[]) =>
  list.map(([offset, color, opacity]) => el('stop', { offset, 'stop-color': color, 'stop-opacity': opacity })).join('')

/** A linear gradient along a line in object units (0–1). */
export const linear = (id: string, [x1, y1, x2, y2]: [number, number, number, number], ...list: Stop[]): string =>
  `<linearGradient id="${id}" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${stops(list)}</linearGradient>`

/** A radial gradient. */
export const radial = (id: string, attributes: Attributes, ...list: Stop[]): string =>
  el('radialGradient', { id, ...attributes }, stops(list))

/** A tile of `width` × `height` user units, repeated. */
export const pattern = (
  id: string,
  width: number,
  height: number,
  transform: string | undefined,
  ...children: string[]
): string =>
  el('pattern', { id, width, height, patternUnits: 'userSpaceOnUse', patternTransform: transform }, ...children)

/** What a stamp covers about its origin: left, top, width, height. What lies outside is cut off. */
export type Box = readonly [x: number, y: number, width: number, height: number]

const place = ([x, y, width, height]: Box) => ({ x, y, width, height })

/**
 * A drawing that is put into the picture many times, with `stamped`.
 *
 * `use` gives the browser every element of the drawing again each time, with style and layout of their own: 110 stars of anise were
 * 6,961 elements, and a phone's page stood still for 0.16 s. A pattern is kept once, and each place is one rectangle.
 */
export const stamp = (id: string, box: Box, ...children: string[]): string =>
  el('pattern', { id, ...place(box), viewBox: box.join(' '), patternUnits: 'userSpaceOnUse' }, ...children)

/** The stamp `id` at a place. */
export const stamped = (id: string, box: Box, transform?: string, attributes: Attributes = {}): string =>
  el('rect', { ...place(box), fill: `url(#${id})`, transform, ...attributes })
