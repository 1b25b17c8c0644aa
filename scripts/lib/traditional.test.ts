import { describe, expect, it } from 'vitest'
import { hasTwin, traditional, traditionalPage } from './traditional.ts'

/** Phrases from our texts in which a character has more than one traditional form. */
const GOLDEN: ReadonlyArray<readonly [simplified: string, traditional: string]> = [
  ['正安吉他工匠', '正安吉他工匠'],
  ['福绵裁缝', '福綿裁縫'],
  ['北流陶瓷工匠', '北流陶瓷工匠'],
  ['松桃苗绣', '松桃苗繡'],
  ['云岩区', '雲岩區'],
  ['余庆县', '餘慶縣'],
  ['钟山区', '鍾山區'],
  ['龙里县', '龍里縣'],
  ['凯里市', '凱里市'],
  ['黄平县谷陇镇', '黃平縣谷隴鎮'],
  ['普安茶神谷', '普安茶神谷'],
  ['摆忙十里茶香', '擺忙十里茶香'],
  ['国台酒庄', '國台酒莊'],
  ['茅台镇', '茅台鎮'],
  ['六万大山', '六萬大山'],
  ['神曲乐器', '神曲樂器'],
  ['约翰内斯·莫勒', '約翰內斯·莫勒'],
  ['梁海兰', '梁海蘭'],
  ['石丽平', '石麗平'],
  ['中央广播电视总台', '中央廣播電視總臺'],
  ['轻、松、薄、匀、平、准', '輕、鬆、薄、勻、平、準'],
  ['一干十余年', '一幹十餘年'],
  ['县领导干部', '縣領導幹部'],
  ['烘干', '烘乾'],
  ['看干茶、闻香', '看乾茶、聞香'],
  ['面板音梁', '面板音樑'],
  ['和面、擀皮', '和麵、擀皮'],
  ['米面主食', '米麵主食'],
  ['双面绣', '雙面繡'],
  ['制曲工', '製麴工'],
  ['作曲家', '作曲家'],
  ['手工制琴', '手工製琴'],
  ['诚信评价制度', '誠信評價制度'],
  ['控制温度', '控制溫度'],
  ['多采半斤到一斤', '多採半斤到一斤'],
  ['双手采茶', '雙手採茶'],
  ['风采', '風采'],
  ['扎下根', '紮下根'],
  ['扎染', '紮染'],
  ['一只竹编水杯', '一隻竹編水杯'],
  ['只见于剑河县', '只見於劍河縣'],
  ['报道里写明的', '報道裡寫明的'],
  ['妇联系统创建', '婦聯系統創建'],
  ['开幕式上签约', '開幕式上簽約'],
  ['签的是药还是别的，药博会上签来的', '簽的是藥還是別的，藥博會上簽來的'],
  ['像琴弦一样', '像琴弦一樣'],
  ['酒坛', '酒罈'],
  ['经济论坛', '經濟論壇'],
  ['公布的结果', '公布的結果'],
  ['细葛布', '細葛布'],
  ['占地约600亩', '佔地約600畝'],
  ['绣娘的手', '繡娘的手'],
  ['皇后', '皇后'],
  ['水洗以后', '水洗以後'],
  ['尤克里里', '尤克里里'],
  ['发面', '發麵'],
  ['复原古龙窑', '復原古龍窯'],
  ['复合材料', '複合材料'],
  ['干辣椒', '乾辣椒'],
  ['晒好的干豆豉、干笋', '曬好的乾豆豉、乾筍'],
  ['骨干辣椒种植户', '骨幹辣椒種植戶'],
  ['银饰锻制技艺', '銀飾鍛製技藝'],
  ['贴标签的，签的是药', '貼標籤的，簽的是藥'],
  ['并作一场，并列', '併作一場，並列'],
  ['背着背篓', '背著背簍'],
  ['数里面，数里：十数里路', '數裡面，數裡：十數里路'],
  ['发布和分布', '發布和分布'],
  ['竹席、席子、酒席', '竹蓆、蓆子、酒席'],
  ['他说：“这叫‘非遗’。”', '他說：「這叫『非遺』。」'],
  ['“‘BIM’技术”，莫勒的Möller’s', '「『BIM』技術」，莫勒的Möller’s'],
  ['书签的、牙签的', '書籤的、牙籤的'],
  ['主席子女、席子', '主席子女、蓆子'],
  ['污染和污水', '污染和污水'],
  ['炒制茶叶', '炒製茶葉'],
  // Surnames that only words write otherwise, and words before the same titles.
  ['范师傅教范老师', '范師傅教范老師'],
  ['跟于师傅、余师傅学', '跟于師傅、余師傅學'],
  ['岳师傅和郁女士', '岳師傅和郁女士'],
  ['种先生、涂先生', '种先生、涂先生'],
  ['游某说', '游某說'],
  ['万师傅和钟师傅', '萬師傅和鍾師傅'],
  ['示范老师、模范老师', '示範老師、模範老師'],
  ['对于老师，这种师傅', '對於老師，這種師傅'],
  ['其余老师', '其餘老師'],
  ['生于某年，于某月离开', '生於某年，於某月離開'],
]

describe('traditional characters', () => {
  it.each(GOLDEN)('%s → %s', (simplified, expected) => {
    expect(traditional(simplified)).toBe(expected)
  })

  it('leave numbers, letters and marks alone', () => {
    expect(traditional('2024年11月，PC构件 45%')).toBe('2024年11月，PC構件 45%')
    expect(traditional('guitar, Moller’s')).toBe('guitar, Moller’s')
  })
})

describe('a page in traditional characters', () => {
  const html = [
    '<!doctype html><html lang="zh-CN"><head><title>福绵裁缝 - 一方匠人</title>',
    '<link rel="canonical" href="https://a.cn/t/brands/x/"><meta property="og:url" content="https://a.cn/t/brands/x/">',
    '<meta name="description" content="做衣服的"><meta property="og:locale" content="zh_CN">',
    '<link rel="alternate" hreflang="zh-Hans" href="https://a.cn/t/brands/x/">',
    '<script type="application/ld+json">{"@graph":[{"@id":"https://a.cn/t/brands/x/#it","url":"https://a.cn/t/brands/x/","name":"福绵裁缝"}]}</script>',
    '<style>.a::before{content:"后"}.b{font:1em "Songti SC","SimSun"}</style></head><body><nav><a hreflang="zh-Hans" href="/t/brands/x/" aria-current="true">中文</a>',
    '<a hreflang="zh-Hant" href="/t/zh-hant/brands/x/">繁</a><a lang="zh-CN" title="简体中文" href="/t/brands/x/">简</a></nav>',
    '<main data-pagefind-body><h1 id="福绵">福绵裁缝</h1><img alt="示意图案" src="/t/tiles/x.svg" title="后面">',
    '<a href="/t/brands/y/#来历">织金绣娘</a><a href="/t/find/?q=裁缝">裁缝</a><a href="#福绵">回去</a>',
    '<span class="address">https://a.cn/t/brands/x/</span><script>var a="后"</script></main></body></html>',
  ].join('')
  const page = traditionalPage(html, '/brands/x/', { base: '/t', twins: new Set(['/brands/x/', '/brands/y/']) })

  it('says so, and is its own canonical page', () => {
    expect(page).toContain('<html lang="zh-Hant">')
    expect(page).toContain('<link rel="canonical" href="https://a.cn/t/zh-hant/brands/x/">')
    expect(page).toContain('<meta property="og:url" content="https://a.cn/t/zh-hant/brands/x/">')
    expect(page).toContain('content="zh_TW"')
    expect(page).toContain('<span class="address">https://a.cn/t/zh-hant/brands/x/</span>')
  })

  it('has a title of its own, also where its words are the same in both scripts', () => {
    const titleOf = (title: string) =>
      /<title>(.*)<\/title>/.exec(
        traditionalPage(`<html lang="zh-CN"><title>${title}</title></html>`, '/x/', { base: '', twins: new Set() }),
      )?.[1]
    expect(titleOf('故事（27） - 一方匠人')).toBe('故事（27）（繁體） - 一方匠人')
    expect(titleOf('一方匠人')).toBe('一方匠人（繁體）')
    expect(titleOf('福绵裁缝 - 一方匠人')).toBe('福綿裁縫 - 一方匠人')
  })

  it('converts what is read and heard', () => {
    for (const words of ['<title>福綿裁縫', 'content="做衣服的"', '>福綿裁縫</h1>', 'alt="示意圖案"', 'title="後面"']) {
      expect(page).toContain(words)
    }
  })

  it('has the words and faces of the edition in its styles', () => {
    expect(page).toContain('<style>.a::before{content:"後"}.b{font:1em "Songti TC","PMingLiU"}</style>')
  })

  it('keeps ids, anchors, scripts and the finder', () => {
    for (const part of ['id="福绵"', 'href="#福绵"', 'var a="后"', 'href="/t/find/?q=裁缝"', 'src="/t/tiles/x.svg"']) {
      expect(page).toContain(part)
    }
    expect(page).not.toContain('data-pagefind-body')
  })

  it('leads to twins where there are some, and tells languages apart', () => {
    expect(page).toContain('<a href="/t/zh-hant/brands/y/#来历">織金繡娘</a>')
    expect(page).toContain('<a hreflang="zh-Hans" href="/t/brands/x/">中文</a>')
    expect(page).toContain('<a hreflang="zh-Hant" href="/t/zh-hant/brands/x/" aria-current="true">繁</a>')
    expect(page).toContain('hreflang="zh-Hans" href="https://a.cn/t/brands/x/"')
    expect(page).toContain('title="简体中文"')
  })

  it('leads only its own address to the twin: the home page’s begins every other', () => {
    const home = [
      '<html lang="zh-CN"><link rel="canonical" href="https://a.cn/t/"><meta property="og:url" content="https://a.cn/t/">',
      '<meta property="og:image" content="https://a.cn/t/tiles/_site.jpg"><meta content="https://a.cn/t/#it">',
      '<span class="address">https://a.cn/t/</span><span class="address">https://a.cn/t/calendar/all.ics</span>',
    ].join('')
    const twin = traditionalPage(home, '/', { base: '/t', twins: new Set(['/']) })
    for (const part of [
      '<link rel="canonical" href="https://a.cn/t/zh-hant/">',
      'property="og:url" content="https://a.cn/t/zh-hant/"',
      'property="og:image" content="https://a.cn/t/tiles/_site.jpg"',
      '<meta content="https://a.cn/t/zh-hant/#it">',
      '<span class="address">https://a.cn/t/zh-hant/</span>',
      '<span class="address">https://a.cn/t/calendar/all.ics</span>',
    ]) {
      expect(twin).toContain(part)
    }
  })

  it('leaves the surnames of the people whom it names', () => {
    const people = [
      '<title>于洋</title><script type="application/ld+json">{"@type":"Person","@id":"x","name":"于洋"}</script>',
      '<p title="范明">于洋对于范明是师傅，有规范</p><a class="x" href="/figures/fan-ming/">范明</a>',
    ].join('')
    const twin = traditionalPage(people, '/figures/yu-yang/', { base: '', twins: new Set() })
    expect(twin).toContain('<title>于洋（繁體）</title>')
    expect(twin).toContain('"name":"于洋"')
    expect(twin).toContain('<p title="范明">于洋對於范明是師傅，有規範</p>')
    expect(traditional('于洋')).toBe('於洋')
  })

  it('reads words across the places where a title may break', () => {
    const title = '<h1>走进<wbr>凯<wbr>里，国<wbr>台酒庄制<wbr>酒车间</h1>'
    const twin = traditionalPage(title, '/stories/x/', { base: '', twins: new Set() })
    expect(twin).toBe('<h1>走進<wbr>凱<wbr>里，國<wbr>台酒莊製<wbr>酒車間</h1>')
  })

  it('keeps the identity of what it is about', () => {
    expect(page).toContain(
      '"@id":"https://a.cn/t/brands/x/#it","url":"https://a.cn/t/zh-hant/brands/x/","name":"福綿裁縫"',
    )
  })

  it('is made only of pages that are read and may be indexed', () => {
    expect(hasTwin('/brands/x/', html)).toBe(true)
    expect(hasTwin('/', html)).toBe(true)
    expect(hasTwin('/brands/x/', `${html}<meta name="robots" content="noindex">`)).toBe(false)
    for (const path of ['/find/', '/compare/', '/brands/table/', '/posters/brands/x/', '/en/brands/x/']) {
      expect(hasTwin(path, html), path).toBe(false)
    }
  })
})
