import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { AwsClient } from 'aws4fetch'
import { CACHING, COMPRESSED, typeOf, valueFor } from './headers.ts'
import { listFiles } from './site.ts'

/** A bucket of an object store that speaks S3, and the folder in it that the site fills. */
export interface Bucket {
  client: Pick<AwsClient, 'fetch'>
  /** `https://endpoint/bucket` */
  url: string
  /** Empty, or `topic/` */
  prefix: string
}

/** A file of the site as the store is to hold it. */
export interface StoredFile {
  key: string
  file: string
  headers: Record<string, string>
}

const SIDE_COPY = /\.(?:br|gz|zst)$/
const IMMUTABLE = /immutable/

/** Files that name others for whole releases: the finder's index, feeds, maps, the offline copy. */
const POINTERS = /^(?:find\/catalogue\.json|feeds\/.*|sitemap[^/]*\.xml|sw\.js|release\.txt)$/

/**
 * The files of a site in the order in which they have to arrive: what never changes, then what pages use, then
 * pages, then what points at all of these. Whoever comes half way finds whole pages, old or new, whose parts are all there.
 * @param site the document root of a release
 */
export function storedFiles(site: string, prefix = ''): StoredFile[][] {
  const files = listFiles(site).filter((path) => !SIDE_COPY.test(path))
  const stored = files.map((path) => ({
    key: prefix + path,
    file: join(site, path),
    headers: {
      'content-type': typeOf(path),
      'cache-control': valueFor(CACHING, `/${path}`),
      // A store keeps one form of a file; every browser takes this one.
      ...(COMPRESSED.test(path) ? { 'content-encoding': 'gzip' } : {}),
    },
  }))
  const stage = ({ key, headers }: StoredFile): number => {
    if (POINTERS.test(key.slice(prefix.length))) return 3
    if (key.endsWith('.html')) return 2
    return IMMUTABLE.test(headers['cache-control'] ?? '') ? 0 : 1
  }
  const stages = Map.groupBy(stored, stage)
  return [0, 1, 2, 3].map((number) => stages.get(number) ?? [])
}

/** What a push did, or would do. */
export interface Pushed {
  sent: string[]
  unchanged: number
}

/**
 * Brings a site into a bucket. Files that the store already has are left alone; nothing is removed.
 * @param send false only says what would be done
 * @throws at the first file that the store does not take, before anything that comes after it
 */
export async function push(bucket: Bucket, stages: readonly (readonly StoredFile[])[], send: boolean): Promise<Pushed> {
  const there = await listBucket(bucket)
  const pushed: Pushed = { sent: [], unchanged: 0 }
  for (const stage of stages) {
    await eachOf(stage, async ({ key, file, headers }) => {
      const body = await bodyOf(file, headers)
      if (there.get(key) === createHash('md5').update(body).digest('hex')) {
        pushed.unchanged++
        return
      }
      if (send) await ask(bucket, key, { method: 'PUT', headers, body: new Uint8Array(body) })
      pushed.sent.push(key)
    })
  }
  return pushed
}

/**
 * Removes what the site no longer has; a run of its own, when caches no longer show pages that use it.
 * @throws when the bucket does not hold every file of the site: then this site is not what is published
 */
export async function prune(
  bucket: Bucket,
  stages: readonly (readonly StoredFile[])[],
  send: boolean,
): Promise<string[]> {
  const there = await listBucket(bucket)
  const keys = new Set(stages.flat().map(({ key }) => key))
  const missing = [...keys].filter((key) => !there.has(key))
  if (missing.length > 0)
    throw new Error(`这次要的文件还有 ${missing.length} 个不在存储里，例如 ${missing[0]}；先上传，再清理`)
  const gone = [...there.keys()].filter((key) => !keys.has(key))
  if (send) await eachOf(gone, (key) => ask(bucket, key, { method: 'DELETE' }).then(() => undefined))
  return gone
}

async function bodyOf(file: string, headers: Record<string, string>): Promise<Buffer> {
  if (headers['content-encoding'] !== 'gzip') return readFile(file)
  return existsSync(`${file}.gz`) ? readFile(`${file}.gz`) : gzipSync(await readFile(file), { level: 9 })
}

/** Keys below the prefix with the MD5 of what they hold, as stores name it in ETag. */
async function listBucket(bucket: Bucket): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (let token = ''; ; ) {
    const query = new URLSearchParams({
      'list-type': '2',
      prefix: bucket.prefix,
      ...(token ? { 'continuation-token': token } : {}),
    })
    const text = await (await ask(bucket, `?${query}`, { method: 'GET' })).text()
    for (const [, item = ''] of text.matchAll(/<Contents>([\s\S]*?)<\/Contents>/g)) {
      const key = unescapeXml(/<Key>([\s\S]*?)<\/Key>/.exec(item)?.[1] ?? '')
      found.set(key, /<ETag>(?:&quot;|&#34;|")?([0-9a-f]+)/.exec(item)?.[1] ?? '')
    }
    token = unescapeXml(/<NextContinuationToken>([\s\S]*?)<\/NextContinuationToken>/.exec(text)?.[1] ?? '')
    if (!token) return found
  }
}

const unescapeXml = (text: string): string =>
  text.replace(
    /&(lt|gt|quot|apos|amp);/g,
    (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name] ?? '',
  )

async function ask(bucket: Bucket, key: string, init: RequestInit): Promise<Response> {
  const path = key.startsWith('?') ? key : `/${key.split('/').map(encodeURIComponent).join('/')}`
  const response = await bucket.client.fetch(bucket.url + path, init)
  if (!response.ok) {
    const words = (await response.text()).replace(/\s+/g, ' ').slice(0, 200)
    throw new Error(`${init.method} ${key}: ${response.status} ${words}`)
  }
  return response
}

/** Eight at a time; the first fault ends it. */
async function eachOf<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items]
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item)
  }
  try {
    await Promise.all(Array.from({ length: 8 }, worker))
  } catch (error) {
    queue.length = 0
    throw error
  }
}
