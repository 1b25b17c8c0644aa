import type { APIRoute, GetStaticPaths } from 'astro'
import { loadCatalogue } from '../../catalogue/load.ts'
import { pathOf } from '../../incremental/pages.ts'
import { tilePng } from '../../posters/picture.ts'
import { posterFile } from '../../posters/studio.ts'
import { zipOf } from '../../press/kit.ts'
import { absoluteHere, BASE } from '../../urls/url.ts'
import { posterContent, pressBrands } from '../../views/posters.ts'
import { pressFacts, pressPage, pressReadme, pressTextFiles } from '../../views/press.ts'
import { tileSvg } from '../../views/tiles.ts'

export const getStaticPaths = (async () => {
  const catalogue = await loadCatalogue()
  return pressBrands(catalogue).map((brand) =>
    pathOf({ id: brand.id }, () => ({
      page: pressPage(brand, catalogue, BASE, absoluteHere),
      content: posterContent(brand, catalogue, absoluteHere(brand.path)),
      tile: tileSvg(brand, catalogue),
    })),
  )
}) satisfies GetStaticPaths

/** A brand's press kit in one file. */
export const GET: APIRoute = async ({ props: { view } }) => {
  const { page, content, tile } = view()
  const files = [
    { name: '说明.txt', content: pressReadme(page) },
    ...pressTextFiles(page),
    { name: '数据与出处.csv', content: Buffer.from(pressFacts(page)) },
    { name: '图案.svg', content: Buffer.from(tile) },
    { name: '图案.png', content: await tilePng(content.tile.drawing) },
    { name: '海报-手机.jpg', content: await posterFile(content, 'phone') },
    { name: '海报-方图.jpg', content: await posterFile(content, 'square') },
    { name: '海报-A4A3打印.svg', content: await posterFile(content, 'print') },
  ]
  const zip = zipOf(files, page.brand.data.checkedOn)
  return new Response(Buffer.from(zip), { headers: { 'content-type': 'application/zip' } })
}
