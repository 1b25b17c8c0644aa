import { createHash } from 'node:crypto'
import { readFile, realpath } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { isPublicHost } from '../../../src/schemas/public.ts'
import { readSitemap } from '../baidu.ts'
import { listFiles } from '../site.ts'
import { type Manifest, Refusal } from './layout.ts'

const CURE = '先 npm run release -- --to 文件夹，再上传 文件夹/current/site'

/**
 * The document root of a release, for whoever carries it elsewhere: what lies in `dist/` has passed no gate, and what was
 * changed afterwards is not what passed it.
 * @param folder where it is said to be, links allowed
 * @throws Refusal, in Chinese with the cure, where it is no release, not whole, or names a host that nobody else can reach
 */
export async function releasedSite(folder: string): Promise<string> {
  const site = await realpath(folder).catch(() => {
    throw new Refusal(`没有「${folder}」这个文件夹。${CURE}。`)
  })
  const manifest = await readFile(join(dirname(site), 'manifest.json'), 'utf8').catch(() => undefined)
  if (basename(site) !== 'site' || manifest === undefined)
    throw new Refusal(`「${folder}」不是发布好的网站，没有过发布前的检查。${CURE}。`)
  const { files } = JSON.parse(manifest) as Manifest
  const found = listFiles(site).map((file) => `site/${file}`)
  const strange =
    found.find((file) => !Object.hasOwn(files, file)) ?? Object.keys(files).find((file) => isLost(file, found))
  if (strange) throw new Refusal(`「${strange}」和发布时的清单对不上：发布之后有人动过。重新发布一次再上传。`)
  for (const file of found) {
    const digest = createHash('sha256').update(await readFile(join(dirname(site), file)))
    if (digest.digest('hex') !== files[file]?.sha256)
      throw new Refusal(`「${file}」发布之后改过，不是检查过的那一份。重新发布一次再上传。`)
  }
  const [first] = readSitemap(await readFile(join(site, 'sitemap.xml'), 'utf8').catch(() => ''))
  if (first && !isPublicHost(new URL(first.page).hostname))
    throw new Refusal(
      `页面里写的网址是 ${new URL(first.page).origin}，别人打不开。用 SITE_URL 写明域名，重新发布一次再上传。`,
    )
  return site
}

const isLost = (file: string, found: readonly string[]): boolean => file.startsWith('site/') && !found.includes(file)
