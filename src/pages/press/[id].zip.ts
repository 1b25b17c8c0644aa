import type { APIRoute, GetStaticPaths } from 'astro'
import { loadCatalogue } from '../../catalogue/load.ts'
import { pathOf } from '../../incremental/pages.ts'
import { tilePng } from '../../posters/picture.ts'
import { posterFile } from '../../posters/studio.ts'
import { zipOf } from '../../press/kit.ts'
import { absoluteHere, BASE } from '../../urls/url.ts'
import { posterContent, pressBrands } from '../../views/posters.ts'
import { type PressText, pressFacts, pressPage, pressReadme, pressTextFile } from '../../views/press.ts'
import { tileSvg } from '../../views/tiles.ts'

export const getStaticPaths = (async () => {
  const catalogue = await loadCatalogue()
  return pressBrands(catalogue).map((brand) =>
    pathOf({ id: brand.id }, () => {
      const page = pressPage(brand, catalogue, BASE, absoluteHere)
      const content = posterContent(brand, catalogue, page.address)
      return { page, content, tile: tileSvg(brand, catalogue), checkedOn: brand.data.checkedOn }
    }),
  )
}) satisfies GetStaticPaths

/** A brand's press kit in one file. */
export const GET: APIRoute = async ({ props: { view } }) => {
  const { page, content, tile, checkedOn } = view()
  const files = [
    { name: '说明.txt', content: pressReadme(page) },
    ...page.texts.map((text: PressText) => ({
      name: `文字-${text.limit}字以内.txt`,
      content: pressTextFile(page, text),
    })),
    { name: '数据与出处.csv', content: Buffer.from(pressFacts(page)) },
    { name: '图案.svg', content: Buffer.from(tile) },
    { name: '图案.png', content: await tilePng(content.tile.drawing) },
    { name: '海报-手机.jpg', content: await posterFile(content, 'phone') },
    { name: '海报-方图.jpg', content: await posterFile(content, 'square') },
    { name: '海报-A4A3打印.svg', content: await posterFile(content, 'print') },
  ]
  return new Response(Buffer.from(zipOf(files, checkedOn)), {
    headers: { 'content-type': 'application/zip' },
  })
}
