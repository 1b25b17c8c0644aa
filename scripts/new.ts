import { statSync } from 'node:fs'
import { copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, extname, join, resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { beijingMinute } from '../src/catalogue/publication.ts'
import { readContent } from '../src/catalogue/read.ts'
import { contentRoot } from '../src/catalogue/root.ts'
import { type ValidEntry, validate } from '../src/catalogue/validate.ts'
import { KINDS } from '../src/schemas/index.ts'
import { inputSchema } from '../src/schemas/references.ts'
import { ID_PATTERN, MAX_ID_LENGTH } from '../src/schemas/shared.ts'
import { entryPath } from '../src/urls/paths.ts'
import { writeEditorSchemas } from './lib/editor-files.ts'
import {
  NEW_KINDS,
  type NewKind,
  type NewPhoto,
  questionsFor,
  readAnswer,
  renderManuscript,
  renderRow,
} from './lib/new-entry.ts'
import { freeName, slugOf } from './lib/slug.ts'
import { tidyFolder } from './lib/tidy-photos.ts'

/**
 * `npm run new [-- --kind story --title … --photo FILE]`: begins an entry. Asks in Chinese for what was not
 * given; every field of a kind is an option of the same name. Nothing is written before everything is known.
 */
const USAGE = `用法：npm run new
或一次写全：npm run new -- --kind story --title 标题 --lead 导语 --kind-of deed --brands 品牌编号
  --kind   ${NEW_KINDS.map((kind) => `${kind} ${KINDS[kind].label}`).join('、')}
  --id     编号（不写就用标题的拼音）
  --photo  照片文件，配 --alt 画面说明 --credit 拍摄者 --licence 许可
  其余各栏：--栏名 内容；栏名叫 kind 的写 --kind-of`

/** The entry's own field `kind` as an option: `--kind` says what to begin. */
const optionOf = (field: string): string => (field === 'kind' ? 'kind-of' : field)

class Stop extends Error {}

const fields = new Set(NEW_KINDS.flatMap((kind) => Object.keys(inputSchema(kind).properties ?? {})).map(optionOf))
const names = [...fields, 'kind', 'id', 'photo', 'alt', 'credit', 'licence', 'help']
const given = readOptions()
const input = createInterface({ input: process.stdin, output: process.stdout, terminal: process.stdin.isTTY })
const lines = input[Symbol.asyncIterator]()
try {
  await begin()
} catch (error) {
  if (!(error instanceof Stop)) throw error
  console.error(error.message)
  process.exitCode = 1
} finally {
  input.close()
}

function readOptions(): Record<string, string | undefined> {
  try {
    const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]))
    return parseArgs({ options: { ...options, help: { type: 'boolean' } }, allowPositionals: false })
      .values as unknown as Record<string, string | undefined>
  } catch {
    console.error(`没看懂这些选项。\n${USAGE}`)
    process.exit(1)
  }
}

/** Asks until the answer will do. An answer given as an option is not asked for; if it is wrong, everything stops. */
async function ask<T>(
  name: string,
  prompt: string,
  read: (typed: string) => { value?: T; problem?: string },
): Promise<T> {
  const option = given[name]
  if (option !== undefined) {
    const { value, problem } = read(option)
    if (problem !== undefined) throw new Stop(`--${name}：${problem}`)
    return value as T
  }
  for (;;) {
    process.stdout.write(`${prompt}\n> `)
    const { value: typed, done } = await lines.next()
    if (done) throw new Stop(`\n没有写完，什么也没有建。还差 --${name}。\n${USAGE}`)
    const { value, problem } = read(typed)
    if (problem === undefined) return value as T
    process.stdout.write(`  ${problem}\n`)
  }
}

async function begin(): Promise<void> {
  if (given.help) return void console.log(USAGE)
  const root = contentRoot()
  const { entries } = validate(await readContent(root))
  const kind = await ask(
    'kind',
    `要添什么？\n${NEW_KINDS.map((key, at) => `  ${at + 1} ${KINDS[key].label}`).join('\n')}`,
    readKind,
  )
  const answers = await askAll(kind, entries)
  const place = KINDS[kind]
  const title = String(answers.title ?? answers.name)
  const taken = new Set(
    entries.flatMap(({ kind: other, id, data }) =>
      other === kind ? [id, ...('formerIds' in data ? data.formerIds : [])] : [],
    ),
  )
  const id = await readId(title, taken)
  if ('table' in place) {
    const file = join(root, place.table)
    const text = await readFile(file, 'utf8').catch(() => '')
    const row = renderRow(kind, { id, ...answers })
    await writeFile(`${file}.new`, text + (text === '' || text.endsWith('\n') ? '' : '\n') + row)
    await rename(`${file}.new`, file)
    console.log(`\n在 content/${place.table} 末尾加了一条，编号是 ${id}：\n\n${row}`)
    return
  }
  const photo = await askPhoto()
  const folder = join(root, place.folder, id)
  const made = await mkdir(folder, { recursive: true })
  if (!made) throw new Stop(`content/${place.folder}/${id} 已经有了，没有动它。换一个编号：--id`)
  try {
    const stored = photo && (await storePhoto(photo, root, `${place.folder}/${id}`))
    await writeFile(join(folder, 'index.mdx'), renderManuscript(kind, answers, stored), { flag: 'wx' })
  } catch (error) {
    // Half an entry would be one more mistake to find.
    await rm(folder, { recursive: true, force: true })
    throw error
  }
  // The editor helps with the new file, too. A writer elsewhere than in the project has no use for that.
  if (process.env.CONTENT_DIR === undefined) {
    await writeEditorSchemas(process.cwd(), root, validate(await readContent(root)).entries)
  }
  console.log(`
建好了草稿：content/${place.folder}/${id}/index.mdx
1. 打开它，照里面的说明写正文、填数据。
2. npm run check 查有没有错。
3. npm run dev 看样子：http://localhost:4321${entryPath(kind, id)}
4. 写好了，删掉 draft: true 那一行，提交。`)
}

function readKind(typed: string): { value?: NewKind; problem?: string } {
  const text = typed.trim()
  const value = NEW_KINDS[Number(text) - 1] ?? NEW_KINDS.find((kind) => kind === text || KINDS[kind].label === text)
  return value ? { value } : { problem: `填 1 到 ${NEW_KINDS.length}` }
}

async function askAll(kind: NewKind, entries: readonly ValidEntry[]): Promise<Record<string, unknown>> {
  const now = beijingMinute(new Date())
  const answers: Record<string, unknown> = { publishedAt: now, checkedOn: now.slice(0, 10) }
  const own = new Set(Object.keys(inputSchema(kind).properties ?? {}))
  for (const field of Object.keys(answers)) if (!own.has(field)) delete answers[field]
  for (const question of questionsFor(kind, entries)) {
    const { field, title, help, required, many, choices } = question
    const name = optionOf(field)
    if (field in answers && given[name] === undefined) continue
    // Nobody is asked for what may stay empty when the rest was given on the command line.
    if (!required && given.kind !== undefined && given[name] === undefined) continue
    const list =
      choices && choices.length <= 40 ? `\n${choices.map((choice, at) => `  ${at + 1} ${choice.name}`).join('\n')}` : ''
    const how = [
      help,
      choices && !list && '写名字或名字里的字',
      many && '几个就用顿号隔开',
      !required && '没有就直接回车',
    ]
    answers[field] = await ask(
      name,
      `\n${title}（${how.filter(Boolean).join('；') || (list ? '选一个' : '照实写')}）${list}`,
      (typed) => readAnswer(kind, question, typed),
    )
  }
  for (const field of own) {
    const option = given[optionOf(field)]
    if (option === undefined || field in answers || field === 'id') continue
    throw new Stop(`--${optionOf(field)} 建好以后在文件里填。`)
  }
  return answers
}

async function readId(title: string, taken: ReadonlySet<string>): Promise<string> {
  const wanted = given.id
  if (wanted !== undefined) {
    if (!ID_PATTERN.test(wanted) || wanted.length > MAX_ID_LENGTH) {
      throw new Stop(`--id：编号只能用小写拼音、数字和连字符，最长 ${MAX_ID_LENGTH} 个字符，例如 fumian-xishui`)
    }
    if (taken.has(wanted)) throw new Stop(`--id：编号 ${wanted} 已经有人用，没有动它。换一个`)
    return wanted
  }
  // Room for the number that makes a second one of the same name.
  const slug = slugOf(title, MAX_ID_LENGTH - 4)
  if (!slug) throw new Stop('从标题里拼不出编号，用 --id 写一个，例如 --id fumian-xishui')
  return freeName(slug, (candidate) => taken.has(candidate))
}

interface GivenPhoto extends NewPhoto {
  path: string
}

async function askPhoto(): Promise<GivenPhoto | undefined> {
  if (given.photo === undefined && given.kind !== undefined) return undefined
  const path = await ask('photo', '\n照片（把照片拖进这个窗口，或写出它在哪里；没有就直接回车）', (typed) => {
    // Dragging a file into a window types its path, in quotes or with escaped spaces.
    const value = typed
      .trim()
      .replace(/^(['"])(.*)\1$/, '$2')
      .replace(/\\ /g, ' ')
    const isThere = value === '' || statSync(value, { throwIfNoEntry: false })?.isFile()
    return isThere ? { value } : { problem: `找不到照片 ${basename(value)}，什么也没有建。照片可以以后再放` }
  })
  if (!path) return undefined
  console.log('认得出脸的人，要先拿到书面同意；同意书存在单位，不放进这里。')
  const filled = (least: number, most: number) => (typed: string) => {
    const value = typed.trim()
    const length = [...value].length
    return length < least || length > most ? { problem: `要 ${least} 到 ${most} 个字，现在是 ${length} 个` } : { value }
  }
  return {
    path,
    name: basename(path),
    alt: await ask('alt', '\n画面里有什么（8 到 60 个字，说给看不见的人听：谁、在哪里、做什么）', filled(8, 60)),
    credit: await ask('credit', '\n谁拍的（人或单位）', filled(1, 40)),
    licence: await ask('licence', '\n凭什么能用（例如 授权本站使用）', filled(1, 40)),
  }
}

/** Copies the photograph beside the new manuscript and makes it fit; the writer's own file is not touched. */
async function storePhoto(photo: GivenPhoto, root: string, folder: string): Promise<NewPhoto> {
  const name = `${slugOf(basename(photo.name, extname(photo.name))) || 'photo'}${extname(photo.name).toLowerCase()}`
  await copyFile(photo.path, join(root, folder, name))
  const [tidied] = await tidyFolder(root, folder, resolve('.cache/originals'))
  if (tidied?.cure) throw new Stop(`照片 ${photo.name} ${tidied.faults.join('；')}。${tidied.cure}。什么也没有建。`)
  return { ...photo, name: tidied?.now ?? name }
}
