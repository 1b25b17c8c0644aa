import { createHash } from 'node:crypto'
import { lstat, mkdir, open, readdir, readFile, readlink } from 'node:fs/promises'
import { basename, join } from 'node:path'

/** Something that keeps a release from being made; the message is for whoever ran the command, in Chinese. */
export class Refusal extends Error {}

/** Releases that are kept: the live one, and enough to go back. */
export const KEPT = 5

/** Where everything is below the folder a site is published in. `docs/reliability.md` draws it. */
export const placesIn = (root: string) => ({
  root,
  releases: join(root, 'releases'),
  current: join(root, 'current'),
  /** A release being written. */
  next: join(root, '.next'),
  /**
   * The link that is about to become `current`, of a release that has never been live. While it is there, that one is
   * none: the switch takes it away in the same step that makes the release live.
   */
  firstLink: join(root, '.first'),
  /** The link that is about to become `current`, of a release that was live before. */
  nextLink: join(root, '.current'),
  /** A release on its way out. */
  old: join(root, '.old'),
  lock: join(root, '.lock'),
})

/** Where everything is. */
export type Places = ReturnType<typeof placesIn>

/** What is known of one release: see `manifest.json` beside its site. */
export interface Manifest {
  /** Its number. */
  release: string
  /** The release that was live when this one was made; going back leads there. */
  after?: string | undefined
  /** How many pages it has. */
  pages: number
  /** Size and SHA-256 of every file, by its path below the release's folder; the manifest itself apart. */
  files: Record<string, { bytes: number; sha256: string }>
}

/** The numbers of all releases, oldest first. Whatever else is in the folder is not ours. */
export async function releasesIn({ releases }: Places): Promise<string[]> {
  const names = await readdir(releases).catch(() => [])
  return names.filter((name) => /^\d{6,}$/.test(name)).sort((a, b) => Number(a) - Number(b))
}

/** The number of the live release; undefined before the first. */
export async function liveRelease({ current }: Places): Promise<string | undefined> {
  return namedBy(current)
}

/** The number of the release that a link leads to; undefined where there is no link. */
export async function namedBy(link: string): Promise<string | undefined> {
  return readlink(link).then(
    (target) => basename(target),
    () => undefined,
  )
}

/** Makes the folders. @throws Refusal where `current` is something that is not ours to replace */
export async function prepare(places: Places): Promise<void> {
  await mkdir(places.releases, { recursive: true })
  const found = await lstat(places.current).catch(() => undefined)
  if (found && !found.isSymbolicLink()) {
    throw new Refusal(`${places.current} 已经有了，而且不是发布命令建的链接，没有动它。换一个文件夹，或先把它挪开。`)
  }
}

/** @throws Refusal where the release says nothing readable of itself */
export async function readManifest({ releases }: Places, release: string): Promise<Manifest> {
  try {
    return JSON.parse(await readFile(join(releases, release, 'manifest.json'), 'utf8')) as Manifest
  } catch {
    throw new Refusal(`第 ${Number(release)} 次发布的清单读不出来（${release}/manifest.json），不能用它。`)
  }
}

/** How a manifest names the content of a file. */
export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The first file in the folder of a release that is not as its manifest says; undefined when all are. */
export async function damageIn(folder: string, { files }: Pick<Manifest, 'files'>): Promise<string | undefined> {
  for (const [file, { sha256 }] of Object.entries(files)) {
    const bytes = await readFile(join(folder, file)).catch(() => undefined)
    if (!bytes || sha256Of(bytes) !== sha256) return file
  }
  return undefined
}

/** Waits until a file's or folder's own entry is on the disk: a crash after this cannot undo it. */
export async function settle(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
