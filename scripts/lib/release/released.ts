import { readFile, realpath } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { isPublicHost } from '../../../src/schemas/public.ts'
import { readSitemap } from '../baidu.ts'
import { listFiles } from '../site.ts'
import { damageIn, type Manifest, Refusal } from './layout.ts'

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
  const strange = listFiles(site).find((file) => !Object.hasOwn(files, `site/${file}`))
  if (strange) throw new Refusal(`「site/${strange}」和发布时的清单对不上：发布之后有人动过。重新发布一次再上传。`)
  const changed = await damageIn(dirname(site), { files })
  if (changed) throw new Refusal(`「${changed}」发布之后改过，或者不见了，不是检查过的那一份。重新发布一次再上传。`)
  const [first] = readSitemap(await readFile(join(site, 'sitemap.xml'), 'utf8').catch(() => ''))
  if (first && !isPublicHost(new URL(first.page).hostname))
    throw new Refusal(
      `页面里写的网址是 ${new URL(first.page).origin}，别人打不开。用 SITE_URL 写明域名，重新发布一次再上传。`,
    )
  return site
}
