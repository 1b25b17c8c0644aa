/** One page of each kind, for checks and screenshots that need only one. */
export const ONE_OF_EACH = [
  '/',
  '/brands/',
  '/brands/table/',
  '/brands/zhengan-guitar-craftsman/',
  '/brands/fumian-caifeng/',
  '/brands/shiyou-laowu/',
  '/figures/',
  '/figures/zhang-ziquan/',
  '/events/',
  '/events/fumian-guinness-jeans-2024/',
  '/stories/',
  '/stories/three-hundred-girls-and-a-factory/',
  '/places/',
  '/places/zhengan-guitar-park/',
  '/organisations/',
  '/organisations/shenqu-yueqi/',
  '/trades/',
  '/trades/sewing-worker/',
  '/regions/',
  '/regions/yulin/',
  '/policies/',
  '/policies/gz-2022-opinion/',
  '/sources/',
  '/sources/xinhua-20250714/',
  '/progress/',
  '/series/',
  '/media/',
  '/changes/',
  '/find/',
  '/compare/',
  '/about/',
  '/accessibility/',
  '/privacy/',
  '/contribute/',
  '/sitemap/',
  '/posters/brands/fumian-caifeng/',
  '/press/fumian-caifeng/',
  '/open/',
  '/en/',
  '/en/brands/zhengan-guitar-craftsman/',
  '/en/stories/cinnamon-town/',
  '/en/find/',
  '/zh-hant/',
  '/zh-hant/brands/fumian-caifeng/',
  '/styleguide/',
  '/offline/',
  '/404.html',
]

/** Pages that a script fills, in states worth looking at; each says when it is done. */
export const FILLED = [
  `/find/?q=${encodeURIComponent('月嫂')}&b=guizhou-jiazheng&full=1`,
  `/find/?q=${encodeURIComponent('修手机')}`,
  '/find/?all=1&region=guizhou',
  '/compare/?b=fumian-caifeng,guizhou-xiuniang,zhengan-guitar-craftsman',
] as const

/** What a filled page has when it is done. */
export const IS_FILLED = '[data-search-ready], [data-compare][data-ready]'

/** Pages of one kind share most of their lettering and styles; all single pages form another group. */
export function pageGroup(file: string): string {
  return /^(zh-hant(?=\/index\.html$)|(?:zh-hant\/)?[^/]+(?=\/.+\/index\.html$))/.exec(file)?.[1] ?? ''
}
