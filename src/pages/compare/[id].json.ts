import type { APIRoute, GetStaticPaths } from 'astro'
import { loadCatalogue } from '../../catalogue/load.ts'
import { pathOf } from '../../incremental/pages.ts'
import { compareBrand } from '../../views/compare.ts'

export const getStaticPaths = (async () => {
  const catalogue = await loadCatalogue()
  return catalogue.list('brand').map((brand) => pathOf({ id: brand.id }, () => compareBrand(brand, catalogue)))
}) satisfies GetStaticPaths

/** A brand as the comparison shows it. */
export const GET: APIRoute = ({ props: { view } }) => Response.json(view())
