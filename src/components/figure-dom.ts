import type { FigureText } from '../text/figure.ts'
import { element } from './dom.ts'

/** A number with its unit, as `Figure.astro` draws it. */
export const figureElement = ({ before, number, scale, unit, after }: FigureText): HTMLElement =>
  element(
    'span',
    { class: 'value' },
    element('span', { class: 'number' }, before + number + scale),
    element('span', { class: 'unit' }, unit + after),
  )

/** 实绩, 目标 or 估计, as `Kind.astro` draws it. */
export const kindElement = (kind: string, word: string): HTMLElement =>
  element('span', { class: `kind kind-${kind}` }, word)
