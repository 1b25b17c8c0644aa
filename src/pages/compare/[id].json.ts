import type { APIRoute, GetStaticPaths } from 'astro'
import { loadCatalogue } from '../../catalogue/load.ts'
import { compareBrand } from '../../views/compare.ts'

export const getStaticPaths = (async () => {
  const catalogue = await loadCatalogue()
  return catalogue.list('brand').map((brand) => ({
    params: { id: brand.id },
    props: { brand: compareBrand(brand, catalogue) },
  }))
}) satisfies GetStaticPaths

/** A brand as the comparison shows it. */
export const GET: APIRoute = ({ props }) => Response.json(props.brand)
