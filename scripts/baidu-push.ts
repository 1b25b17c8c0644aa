import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { isPublicHost } from '../src/schemas/public.ts'
import { type Announced, announce, partsOf, readSitemap, toAnnounce } from './lib/baidu.ts'
import { optionsOr } from './lib/options.ts'

/**
 * `npm run push`: tells Baidu which pages of the built site are new or changed. Says only what it
 * would send; `-- --send` sends. The token comes from BAIDU_TOKEN and is written nowhere. Run it after
 * publishing: what goes wrong here leaves the published site as it is.
 */
const ENDPOINT = 'http://data.zz.baidu.com/urls'
const LEDGER = resolve('.cache/baidu-pushed.json')

const { send } = optionsOr('用法：npm run push 只说要发什么，npm run push -- --send 才发。', {
  send: { type: 'boolean' },
})
const sent = await readLedger()
const pages = toAnnounce(await readMaps(), sent)
const isInside = pages.some(({ page }) => !isPublicHost(new URL(page).hostname))
const token = process.env.BAIDU_TOKEN ?? ''

if (!send) {
  for (const { page } of pages) console.log(page)
  console.log(`试运行：要推送 ${pages.length} 个地址，一个也没有发。确认后加 -- --send。`)
} else if (isInside) {
  fail('网站地图里是这台机器或单位内部的网址，百度打不开。先用 SITE_URL 写明公开的网址，重新构建，再推送。')
} else if (!token) {
  fail('没有令牌。从百度搜索资源平台取得，放在环境变量 BAIDU_TOKEN 里，不要写进文件。')
} else {
  for await (const { pages: batch, refused, words, isAccepted } of announce(pages, { address: ENDPOINT, token })) {
    if (!isAccepted) {
      fail(`百度没有收下：${words}`)
      break
    }
    for (const { page, changed } of batch) sent.set(page, changed)
    console.log(`收下 ${batch.length} 个地址：${words}`)
    if (refused.length > 0)
      fail(`百度没有收下这 ${refused.length} 个地址（不是这个站点的，或打不开），下次再推：\n${refused.join('\n')}`)
  }
  await mkdir(dirname(LEDGER), { recursive: true })
  await writeFile(LEDGER, JSON.stringify(Object.fromEntries(sent)))
}

/** What was announced before; without a ledger that can be read, nothing. */
async function readLedger(): Promise<Map<string, string>> {
  const text = await readFile(LEDGER, 'utf8').catch(() => '{}')
  try {
    return new Map(Object.entries(JSON.parse(text) as Record<string, string>))
  } catch {
    console.error(`推送记录 ${LEDGER} 读不出来，当作没有推送过。`)
    return new Map()
  }
}

/** The pages of the built site. A large site has several maps, and one that names them. */
async function readMaps(): Promise<Announced[]> {
  const read = (file: string) => readFile(`dist/${file}`, 'utf8')
  const map = await read('sitemap.xml').catch(() => undefined)
  if (map === undefined) {
    fail('没有 dist/sitemap.xml。先运行 npm run build。')
    return []
  }
  const parts = partsOf(map)
  return parts.length === 0 ? readSitemap(map) : (await Promise.all(parts.map(read))).flatMap(readSitemap)
}

function fail(words: string): void {
  console.error(words)
  process.exitCode = 1
}
