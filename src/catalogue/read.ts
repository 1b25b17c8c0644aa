import type { Dirent } from 'node:fs'
import { lstat, readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { decodeText } from '../manuscript/encoding.ts'
import { tooLong } from '../manuscript/manuscript.ts'
import { FILE_START, formatProblem, type Problem } from '../manuscript/problem.ts'
import { inspectPicture } from '../photos/inspect.ts'
import { nearest } from '../schemas/explain.ts'
import { KINDS, type Kind } from '../schemas/index.ts'
import { isLitter } from '../schemas/pictures.ts'
import { LEDGER_FILE } from './ledger.ts'
import { checkPicture, isPicture } from './pictures.ts'
import { REDIRECTS_FILE } from './redirects.ts'

/** A file of `content/`, read as text. `file` is its path below `content/`, with forward slashes. */
export interface RawFile {
  kind: Kind
  /** Folder name of a manuscript; empty for a table. */
  id: string
  file: string
  text: string
  /** Files beside a manuscript, by name. */
  beside?: string[]
  /** Why the text is not what was written: the file is missing, too long, no file at all, or cannot be read as text. */
  unread?: boolean
}

/** Everything below `content/`, and what is wrong with the files themselves. */
export interface Content {
  files: RawFile[]
  problems: Problem[]
  /** The text of `addresses.txt`, if there is one. */
  ledger?: string
  /** The text of `redirects.yaml`, if there is one. */
  redirects?: string
}

const HANDBOOK_FILE = 'README.md'

/** Files at the top that are no table of a kind. */
const TOP_FILES = new Set([HANDBOOK_FILE, REDIRECTS_FILE, LEDGER_FILE])

/** Longest file that is read as text, in bytes; the longest table has 40,000. */
const MOST_BYTES = 2_000_000

/** The same for the files at the top that are no tables: the ledger only grows, 10,000 entries give it 1,000,000. */
const MOST_TOP_BYTES = 20_000_000

/** Pictures looked at together: enough to keep two cores busy, few enough to spare memory. */
const TOGETHER = 8

/**
 * Reads every manuscript and table below `root`, in a stable order, and looks at every other file.
 * Missing folders are empty. Links are never followed; what does not belong is a problem.
 */
export async function readContent(root: string): Promise<Content> {
  const problems: Problem[] = []
  const pictures: string[] = []
  const folders = new Map<string, Kind>()
  const files: Array<Promise<RawFile>> = []
  for (const kind of Object.keys(KINDS) as Kind[]) {
    const place = KINDS[kind]
    if ('folder' in place) folders.set(place.folder, kind)
  }
  const top = await list(root)
  const tables = new Set((Object.keys(KINDS) as Kind[]).flatMap((kind) => tableOf(kind) ?? []))
  for (const entry of top) {
    if (folders.has(entry.name) && entry.isDirectory()) continue
    if (entry.isFile() && (TOP_FILES.has(entry.name) || tables.has(entry.name))) continue
    problems.push(foreign(entry, entry.name, [...folders.keys(), ...tables]))
  }
  for (const kind of Object.keys(KINDS) as Kind[]) {
    const table = tableOf(kind)
    if (table) {
      const entry = top.find(({ name }) => name === table)
      if (!entry && 'optional' in KINDS[kind]) continue
      files.push(readRaw(root, kind, '', table, entry?.isFile() ?? true, problems))
      continue
    }
    const { folder } = KINDS[kind] as { folder: string }
    if (!top.some((entry) => entry.name === folder && entry.isDirectory())) continue
    for (const entry of await list(join(root, folder))) {
      const path = `${folder}/${entry.name}`
      if (!entry.isDirectory()) {
        problems.push(strayFile(entry, path))
        continue
      }
      const inside = await list(join(root, path))
      const index = inside.find(({ name }) => name === 'index.mdx')
      const beside = inside.filter((other) => other.isFile() && other !== index).map(({ name }) => name)
      const meant = index ? undefined : manuscriptAmong(beside)
      if (!index) problems.push(noManuscript(path, meant))
      for (const other of inside) {
        if ((other === index && other.isFile()) || other.name === meant) continue
        const file = `${path}/${other.name}`
        if (other.isFile() && isPicture(other.name)) pictures.push(file)
        else if (index && other.isFile() && isManuscript(other.name)) problems.push(secondManuscript(other.name, file))
        else problems.push(foreign(other, file, []))
      }
      files.push(
        readRaw(root, kind, entry.name, `${path}/index.mdx`, index?.isFile() ?? false, problems, beside.sort()),
      )
    }
  }
  const [read] = await Promise.all([Promise.all(files), lookAt(root, pictures, problems)])
  // A table of a list that has not been opened yet may be there and empty.
  const isOpen = ({ kind, text, unread }: RawFile) => !('optional' in KINDS[kind]) || unread || text.trim() !== ''
  const [ledger, redirects] = await Promise.all(
    [LEDGER_FILE, REDIRECTS_FILE, HANDBOOK_FILE].map(async (file) => {
      const bytes = await readBytes(join(root, file), MOST_TOP_BYTES)
      if (bytes === 'too long') problems.push(tooLarge(file))
      if (typeof bytes === 'string') return ''
      const decoded = decodeText(bytes, file, file === LEDGER_FILE)
      if (!decoded.sound) problems.push(...decoded.problems)
      return decoded.sound ? decoded.text : ''
    }),
  )
  return { files: read.filter(isOpen), problems, ledger, redirects }
}

/**
 * A file at the top of `content/`, as text; empty when there is none.
 * @throws in Chinese when it is none of ours or cannot be read as it was meant: taken for empty, everything in it would
 * be lost
 */
export async function readTop(root: string, file: string): Promise<string> {
  const bytes = await readBytes(join(root, file), MOST_TOP_BYTES)
  if (bytes === 'no file') throw new Error(`content/${file} 不是普通文件，没有读：删掉它，把文件本身拷到这里`)
  if (bytes === 'too long') throw new Error(`content/${file} 太大，没有读：${tooLarge(file).fix}`)
  const { text, problems, sound } = decodeText(bytes, file, file === LEDGER_FILE)
  if (!sound) throw new Error(problems.map(formatProblem).join('\n'))
  return text
}

/** The bytes of a file, none where there is no such file. What a link leads to, or a device, may have no end: never read. */
async function readBytes(path: string, most: number): Promise<Uint8Array | 'no file' | 'too long'> {
  const found = await lstat(path).catch(ifMissing(undefined))
  if (!found) return new Uint8Array()
  if (!found.isFile()) return 'no file'
  return found.size > most ? 'too long' : readFile(path)
}

function tooLarge(file: string): Problem {
  return {
    file,
    ...FILE_START,
    rule: 'too-long',
    level: 'error',
    message: `这个文件太大，超过 ${MOST_TOP_BYTES / 1_000_000} MB`,
    fix: '多半是把别的东西存到了这里：用 git checkout 取回原来的',
  }
}

function tableOf(kind: Kind): string | undefined {
  const place = KINDS[kind]
  return 'table' in place ? place.table : undefined
}

async function list(folder: string): Promise<Dirent[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(ifMissing<Dirent[]>([]))
  return entries.filter(({ name }) => !isLitter(name)).sort((a, b) => (a.name < b.name ? -1 : 1))
}

async function readRaw(
  root: string,
  kind: Kind,
  id: string,
  file: string,
  isFile: boolean,
  problems: Problem[],
  beside: string[] = [],
): Promise<RawFile> {
  const raw = { kind, id, file, beside, text: '' }
  const bytes = isFile ? await readBytes(join(root, file), MOST_BYTES) : 'no file'
  if (bytes === 'too long') problems.push(tooLong(file))
  if (typeof bytes === 'string') return { ...raw, unread: true }
  const decoded = decodeText(bytes, file)
  problems.push(...decoded.problems)
  return decoded.sound ? { ...raw, text: decoded.text } : { ...raw, unread: true }
}

async function lookAt(root: string, pictures: readonly string[], problems: Problem[]): Promise<void> {
  const queue = pictures.values()
  const work = async () => {
    for (const file of queue) problems.push(...checkPicture(file, await inspectPicture(join(root, file))))
  }
  await Promise.all(Array.from({ length: TOGETHER }, work))
}

/** Something that does not belong where it is. */
function foreign(entry: Dirent, file: string, known: readonly string[]): Problem {
  const problem = (rule: string, message: string, fix: string): Problem => ({
    file,
    ...FILE_START,
    rule,
    level: 'error',
    message,
    fix,
  })
  if (entry.isSymbolicLink())
    return problem('symlink', '这是一个链接（快捷方式），不是文件', '删掉它，把文件本身拷到这里')
  if (entry.isDirectory()) {
    return file.includes('/')
      ? problem('foreign-file', `文件夹里又套了文件夹「${entry.name}」`, '图片直接放在这一篇的文件夹里，不再分层')
      : problem('foreign-file', `没有「${entry.name}」这一类`, `稿件放在这些文件夹里：${known.join('、')}`)
  }
  if (!entry.isFile()) return problem('foreign-file', '这不是普通文件', '删掉它')
  if (DOCUMENT.test(entry.name))
    return problem(
      'foreign-file',
      `这里不能放「${entry.name}」`,
      '把它移到仓库外面；是稿子的，用 npm run new 建一篇，再打开它，把字复制过去',
    )
  const near = nearest(entry.name, known)
  return problem(
    'foreign-file',
    `这里不能放「${entry.name}」这样的文件`,
    near
      ? `是不是想叫 ${near}？`
      : '只能放 index.mdx 和图片（jpg、png、webp）；附件、程序、其他文件都删掉，资料写明来源网址',
  )
}

function strayFile(entry: Dirent, file: string): Problem {
  const ending = /\.(?:mdx?|txt)(?:\.txt)?$/i
  if (!entry.isFile() || !ending.test(entry.name)) return foreign(entry, file, [])
  const id = entry.name.replace(ending, '')
  return {
    file,
    ...FILE_START,
    rule: 'foreign-file',
    level: 'error',
    message: '稿件没有自己的文件夹',
    fix: `建文件夹 ${id}，把这个文件改名 index.mdx 放进去：${dirname(file)}/${id}/index.mdx`,
  }
}

/** Names that an editor or a system gives a manuscript: `index.mdx.txt`, `index.md`, `Index.mdx`. */
const MANUSCRIPT_NAMES = [
  /^index\.mdx(?:\.txt)?$/i,
  /^index\b.*\.(?:mdx?|txt)$/i,
  /\.mdx(?:\.txt)?$/i,
  /\.(?:md|txt)$/i,
] as const

const isManuscript = (name: string): boolean => MANUSCRIPT_NAMES.some((each) => each.test(name))

/** Which file of a folder without index.mdx holds the manuscript: it is told how it becomes one, and not to go. */
function manuscriptAmong(names: readonly string[]): string | undefined {
  const likely = MANUSCRIPT_NAMES.flatMap((each) => names.find((name) => each.test(name)) ?? [])
  return likely[0] ?? names.find((name) => DOCUMENT.test(name))
}

/** A manuscript in the format of another program. */
const DOCUMENT = /\.(?:docx?|wps|rtf|pdf)$/i

/** @param meant the file of the folder that holds the manuscript, if there is one */
function noManuscript(folder: string, meant: string | undefined): Problem {
  const hidden = meant && /\.txt$/i.test(meant) ? '；看不见 .txt 时，先在文件管理器的“查看”里勾上“文件扩展名”' : ''
  const rename = meant?.toLowerCase() === 'index.mdx' ? '（全小写）' : hidden
  return {
    file: `${folder}/index.mdx`,
    ...FILE_START,
    rule: 'no-manuscript',
    level: 'error',
    message: meant ? `文件夹里没有 index.mdx，只有 ${meant}` : '文件夹里没有 index.mdx',
    fix: !meant
      ? '在这个文件夹里写 index.mdx；不要这一篇就删掉文件夹'
      : DOCUMENT.test(meant)
        ? `${meant} 改名也不行：把这个文件夹移到仓库外面，用 npm run new 建一篇，再打开 ${meant}，把字复制过去`
        : `把 ${meant} 改名为 index.mdx${rename}`,
  }
}

function secondManuscript(name: string, file: string): Problem {
  return {
    file,
    ...FILE_START,
    rule: 'foreign-file',
    level: 'error',
    message: `这一篇已经有 index.mdx，又有一个「${name}」`,
    fix: '只有 index.mdx 会发布：要的字并到 index.mdx 里，再把这个文件移到仓库外面',
  }
}

/** For `catch`: what counts where there is no such file; any other error goes on. */
export function ifMissing<T>(fallback: T) {
  return (error: NodeJS.ErrnoException): T => {
    if (error.code === 'ENOENT') return fallback
    throw error
  }
}

/** Manuscripts and tables below `root`, by path: the files that `npm run fix` may write. */
export async function findRepairable(root: string): Promise<string[]> {
  const found: string[] = []
  const top = await list(root)
  for (const kind of Object.keys(KINDS) as Kind[]) {
    const place = KINDS[kind]
    if ('table' in place) {
      if (top.some((entry) => entry.name === place.table && entry.isFile())) found.push(place.table)
      continue
    }
    if (!top.some((entry) => entry.name === place.folder && entry.isDirectory())) continue
    for (const entry of await list(join(root, place.folder))) {
      if (!entry.isDirectory()) continue
      const inside = await list(join(root, place.folder, entry.name))
      if (inside.some((other) => other.name === 'index.mdx' && other.isFile()))
        found.push(`${place.folder}/${entry.name}/index.mdx`)
    }
  }
  return found
}
