import type { Catalogue, Entry } from '../catalogue/catalogue.ts'
import { type FigureBrief, leadFigure } from './claims.ts'
import { linkView } from './links.ts'
import type { LinkView } from './page.ts'
import { type TileView, tileOf } from './tiles.ts'

/** A brand on a card. */
export interface BrandCardView extends LinkView {
  tile: TileView
  figure: FigureBrief | undefined
  /** On whose word it stands in this list. */
  basis?: string
}

/** The card of a brand. */
export const brandCard = (brand: Entry<'brand'>, catalogue: Catalogue): BrandCardView => ({
  ...linkView(brand, catalogue),
  tile: tileOf(brand),
  figure: leadFigure(brand.data.claims, catalogue),
})
