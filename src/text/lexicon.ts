/**
 * Words that ICU's dictionary cuts in two or joins to a neighbour: names of places, crafts and goods that this site tells of.
 * Told only where a line of a title may end, so a word that is missing here costs a bad break and nothing else.
 */
const PLACES = `
贵州 贵阳 南明 云岩 花溪 乌当 观山湖 开阳 息烽 清镇 六盘水 钟山 六枝 盘州 遵义 红花岗 汇川 播州 桐梓 绥阳 正安 道真 务川 凤冈 湄潭 余庆 习水 赤水 仁怀
安顺 西秀 平坝 普定 镇宁 关岭 紫云 毕节 七星关 金沙 织金 纳雍 威宁 赫章 黔西 铜仁 碧江 万山 江口 玉屏 石阡 思南 印江 德江 沿河 松桃 黔西南 兴义 兴仁 普安
晴隆 贞丰 望谟 册亨 安龙 黔东南 凯里 黄平 施秉 三穗 镇远 岑巩 锦屏 剑河 台江 黎平 榕江 从江 雷山 麻江 丹寨 黔南 都匀 福泉 荔波 贵定 瓮安 独山 平塘
罗甸 龙里 惠水 三都 广西 南宁 桂林 玉林 玉州 福绵 陆川 博白 北流 广州 宁夏 银川 长沙 谷陇 横琴 茅台 北部湾`

const WORDS = `
容县 布依族 苗族 侗族 水族 壮族 回族 彝族 仡佬族 土家族 自治区 自治州 自治县 古镇 小镇 城关镇 南官营 黔北 小县 国台 宁航 极竹堂 音格 泛北部湾
东盟 境内外 贵州行 人社部 农民工 示范园 示范区 实训基地 核心 产业园 产业链 产业 高质量 产学研 分会场 主赛区 赛区 酒检
中医药 中药材 药博会 博览会 香药 香料 蜡染 扎染 非遗 刺绣 苗绣 锡绣 银饰 锻制 竹编 竹艺 古龙窑 酒都 酱香 酒匠 酱人 酒业 酒庄 制酒 毛尖 红茶 采茶 茶香 绿茶
绣娘 绣里淘 匠人 传承人 工作室 工坊 合作社 协会 集市 娜塔莎 古苗疆 约翰内斯 弹唱 大赛 山间 文旅 县域 玉商 玉工 妹子 建工 劳务 母婴 有限责任公司
暨 获评 赋能 首届 八桂 黔妹子 世友 纺织 十佳 十里 十字街 示范园区 产业链条 竹产业 蜡染坊 混凝土工 婴幼儿 染织品 木竹藤材 工种 不一样 无障碍 走进 看见 报道 授予 同志 稳住 吉尼斯 之乡 之都 之城 之星 带回 迁回 协同`

const list = (words: string) => words.trim().split(/\s+/)

/** Any of these, a place with what it is; ordinals and written numbers too. Longer words first. */
export const KNOWN = new RegExp(
  `((?:${longestFirst(list(PLACES))})(?:特区|县(?!城)|[市区镇省])?|${longestFirst(list(WORDS))}|第[一二三四五六七八九十百]+[届次批]?|[一二三四五六七八九十百千]*十[一二三四五六七八九]?[支块个名天方]?)`,
)

function longestFirst(words: readonly string[]): string {
  return [...words].sort((a, b) => b.length - a.length).join('|')
}
