/**
 * Who publishes the site, and where. The only place for identity: pages, feeds and tags read it,
 * and show nothing where a value is empty. Numbers issued by authorities are never invented.
 */
export interface SiteIdentity {
  /** `independent`: not an authority, no government marks. `hosted`: a topic under a government portal. */
  mode: 'independent' | 'hosted'
  /** 主办单位 */
  sponsor: string
  /** 网站标识码: ten digits, or bm and eight digits. */
  siteIdCode: string
  /** ICP备案号 */
  icp: string
  /** 公安备案号 */
  policeFiling: string
  /** Public contact for corrections: an address of a mailbox or a page; never a person's phone. */
  contact: string
  /** 我为政府网站找错: the address that the authority has given this site. */
  errorReport: string
  /** Where a security researcher can write: `mailto:` or `https:`. Published as security.txt. */
  securityContact: string
  /** Until when that holds, `2027-11-22T00:00:00+08:00`; security.txt is not published without it. */
  securityExpires: string
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
  /** Whether browsers keep the finder and what was read, for when there is no network; SITE_OFFLINE=off takes it back. */
  offline: process.env.SITE_OFFLINE !== 'off',
  /**
   * Editions beside the Chinese one: `en` for entries that carry English, `zh-hant` in traditional
   * characters. SITE_EDITIONS names others than these; empty means none.
   */
  editions: (process.env.SITE_EDITIONS ?? 'en,zh-hant').split(',').filter(Boolean) as readonly string[],
  /** What government page tags call the kind of every column. */
  columnType: '专题专栏',
  licence: {
    id: 'CC-BY-4.0',
    name: '知识共享 署名 4.0 国际',
    url: 'https://creativecommons.org/licenses/by/4.0/deed.zh-hans',
  },
  identity: {
    mode: 'independent',
    sponsor: '',
    siteIdCode: '',
    icp: '',
    policeFiling: '',
    contact: '',
    errorReport: '',
    securityContact: '',
    securityExpires: '',
  } satisfies SiteIdentity as SiteIdentity,
} as const

/** Who wrote what stands here: the sponsor, or the site itself while none is named. */
export const contentSource = ({ sponsor }: Pick<SiteIdentity, 'sponsor'> = SITE.identity): string =>
  sponsor || SITE.name
