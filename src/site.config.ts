/**
 * Who publishes the site, and where. The only place for identity: pages, feeds and tags read it,
 * and show nothing where a value is empty. Numbers issued by authorities are never invented.
 */
export interface SiteIdentity {
  /** `independent`: not an authority, no government marks. `hosted`: a topic under a government portal. */
  mode: 'independent' | 'hosted'
  /** 主办单位 */
  sponsor: string
  /** 网站标识码 */
  siteIdCode: string
  /** ICP备案号 */
  icp: string
  /** 公安备案号 */
  policeFiling: string
  /** Public contact for corrections: an address of a mailbox or a page; never a person's phone. */
  contact: string
}

export const SITE = {
  name: '一方匠人',
  description: '贵州与广西玉林的劳务品牌：谁在做，怎么做，到哪里找。每个数字都写明出处。',
  language: 'zh-CN',
  /**
   * Hosts whose players may be put into a page, after a click; none unless the owners name them, as in
   * SITE_PLAYERS=player.example.cn. Other films are links.
   */
  players: (process.env.SITE_PLAYERS ?? '').split(',').filter(Boolean) as readonly string[],
  identity: {
    mode: 'independent',
    sponsor: '',
    siteIdCode: '',
    icp: '',
    policeFiling: '',
    contact: '',
  } satisfies SiteIdentity as SiteIdentity,
} as const
