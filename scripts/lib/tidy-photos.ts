import { createHash } from 'node:crypto'
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { examine, faultsOf, makeStorable } from '../../src/photos/store.ts'
import { Progress } from '../../src/progress.ts'
import { findPersonalData, maskPersonalData } from '../../src/safety/personal-data.ts'
import { KINDS } from '../../src/schemas/index.ts'
import { PICTURE_NAME, pictureFate } from '../../src/schemas/pictures.ts'
import { freeName, slugOf } from './slug.ts'

/** What was done with one picture, or why nothing could be. */
export interface Tidied {
  /** Path below `content/`, as it was. */
  file: string
  /** Its name now; undefined when it was left as it is. */
  now?: string
  /** What was wrong, in Chinese. */
  faults: string[]
  /** Set when it could not be helped: what to do. */
  cure?: string
}

const NO_PHOTO = { faults: ['不是照片格式'], cure: '另存为 JPG 再放进来' }

/** A name that a manuscript may use. */
const GOOD_NAME = new RegExp(`^${PICTURE_NAME}$`)

/**
 * Makes every picture beside a manuscript fit to be published from, under `root`: upright, not too large,
 * without hidden data, in a format browsers read, under a plain name, with the manuscript following.
 * A second run finds nothing to do. An original leaves its folder only when its replacement is written and
 * readable, and goes to `keep`.
 * @param root the content folder
 * @param keep folder for originals
 */
export async function tidyPhotos(root: string, keep: string): Promise<Tidied[]> {
  const folders: string[] = []
  for (const kind of Object.values(KINDS)) {
    if (!('folder' in kind)) continue
    const entries = await readdir(join(root, kind.folder), { withFileTypes: true }).catch(() => [])
    folders.push(...entries.filter((entry) => entry.isDirectory()).map(({ name }) => `${kind.folder}/${name}`))
  }
  const done: Tidied[] = []
  const progress = new Progress('稿件', folders.length)
  for (const folder of folders) {
    done.push(...(await tidyFolder(root, folder, keep)))
    progress.tick()
  }
  progress.end()
  return done
}

/** `tidyPhotos` for one folder, given by its path below `root`. */
export async function tidyFolder(root: string, folder: string, keep: string): Promise<Tidied[]> {
  const done: Tidied[] = []
  // Links are left alone: what they point at is not ours. What is no picture is the checker's business.
  const files = (await readdir(join(root, folder), { withFileTypes: true })).filter(
    (file) => file.isFile() && pictureFate(file.name),
  )
  for (const { name } of files.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const tidied = await tidyOne(root, folder, name, keep)
    if (tidied) done.push(tidied)
  }
  return done
}

async function tidyOne(root: string, folder: string, name: string, keep: string): Promise<Tidied | undefined> {
  const file = `${folder}/${name}`
  // Under another name it would be found no more, and only a person can say what the picture shows.
  if (findPersonalData(basename(name, extname(name))).length > 0)
    return {
      file: `${folder}/${maskPersonalData(name)}`,
      faults: ['文件名里有证件号、手机号这样的个人信息'],
      cure: '先自己改名，例如 chejian.jpg',
    }
  if (pictureFate(name) === 'unreadable') return { file, ...NO_PHOTO }
  const path = join(root, file)
  const bytes = await readFile(path)
  const examined = await examine(bytes)
  if (!examined) return { file, faults: ['打不开，可能坏了'], cure: '重新传一次原图，或换一张' }
  if (!examined.ending && !examined.convertible) return { file, ...NO_PHOTO }
  const faults = faultsOf(examined)
  const ending = extname(name).slice(1).toLowerCase().replace('jpeg', 'jpg')
  if (examined.ending && ending !== examined.ending)
    faults.push(`名字的后缀是 ${extname(name)}，内容其实是 ${examined.ending}`)
  else if (name !== name.toLowerCase()) faults.push('名字里有大写字母')
  else if (!GOOD_NAME.test(name)) faults.push('名字不能用')
  if (faults.length === 0) return undefined

  const manuscript = await readManuscriptText(join(root, folder, 'index.mdx'))
  if (manuscript === undefined) return { file, faults, cure: 'index.mdx 不是 UTF-8 编码，先运行 npm run fix' }
  // A picture that only has a wrong name keeps its bytes: every new coding costs quality.
  const needsWork = faultsOf(examined).length > 0
  let made: Awaited<ReturnType<typeof makeStorable>> | undefined
  try {
    made = needsWork ? await makeStorable(bytes) : undefined
  } catch {
    return { file, faults: ['打不开，可能坏了'], cure: '重新传一次原图，或换一张' }
  }
  const result = made?.bytes ?? bytes
  const now = await targetName(root, folder, name, made?.ending ?? examined.ending ?? 'jpg', result)

  await keepOriginal(path, bytes, join(keep, folder), name)
  const target = join(root, folder, now)
  // On the disks of Windows and macOS A.JPG and a.jpg are one file: written under its new name it could not be taken
  // away under its old one.
  const isSameFile = now.toLowerCase() === name.toLowerCase()
  await replaceFile(isSameFile ? path : target, result)
  if (now !== name) {
    const text = manuscript === null ? null : renameReference(manuscript, name, now)
    if (text !== null && text !== manuscript) await replaceFile(join(root, folder, 'index.mdx'), text)
    await (isSameFile ? rename(path, target) : rm(path))
  }
  return { file, now, faults }
}

/** A plain free name; one that is taken by these very bytes is the trace of an interrupted run. */
async function targetName(
  root: string,
  folder: string,
  name: string,
  ending: string,
  bytes: Uint8Array,
): Promise<string> {
  const taken = new Set<string>()
  for (const other of await readdir(join(root, folder), { withFileTypes: true })) {
    if (other.name === name) continue
    const isTrace =
      other.isFile() &&
      extname(other.name) === `.${ending}` &&
      digest(await readFile(join(root, folder, other.name))) === digest(bytes)
    if (!isTrace) taken.add(other.name.toLowerCase())
  }
  const slug = slugOf(basename(name, extname(name))) || 'photo'
  const free = freeName(slug, (candidate) => taken.has(`${candidate}.${ending}`))
  return `${free}.${ending}`
}

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The original, out of the folder but not out of the world. */
async function keepOriginal(path: string, bytes: Uint8Array, folder: string, name: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const stem = basename(name, extname(name))
  await copyFile(path, join(folder, `${stem}.${digest(bytes).slice(0, 8)}${extname(name)}`))
}

/** Writes beside and renames: a file is either the old one or the new one, whole. */
async function replaceFile(path: string, content: Uint8Array | string): Promise<void> {
  const beside = `${path}.new`
  await writeFile(beside, content)
  await rename(beside, path)
}

/** The text, null when there is none, undefined when it is not UTF-8 and must not be rewritten. */
async function readManuscriptText(path: string): Promise<string | null | undefined> {
  const bytes = await readFile(path).catch(() => null)
  if (!bytes) return null
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/**
 * The manuscript with one picture's name changed wherever it stands as a path, in text and front matter alike.
 * A name in a sentence is not touched.
 */
export function renameReference(text: string, from: string, to: string): string {
  const names = [...new Set([from, encodeURI(from)])].map(escapeRegExp).join('|')
  const end = `(?=["'\\s)>]|$)`
  return text
    .replace(new RegExp(`(?<=^|["'\\s(<])\\./(?:${names})${end}`, 'gm'), `./${to}`)
    .replace(new RegExp(`(\\bsrc\\s*=\\s*["']|\\]\\()(?:${names})${end}`, 'g'), `$1./${to}`)
}

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
