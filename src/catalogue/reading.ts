import { type DataPath, type Locators, locatorsOf, readYaml } from '../manuscript/front-matter.ts'
import { checkTable, locatorsIn, readManuscript, withoutEchoes } from '../manuscript/manuscript.ts'
import { FILE_START, type Problem } from '../manuscript/problem.ts'
import type { Body } from '../manuscript/render.ts'
import { repair } from '../manuscript/repair/repair.ts'
import { scanContacts, scanText } from '../manuscript/scan.ts'
import { explainIssue } from '../schemas/explain.ts'
import { type Data, isVerbatim, KINDS, type Kind } from '../schemas/index.ts'
import {
  fieldHelp,
  fieldNames,
  fieldsAt,
  inputSchema,
  type Reference,
  referencesIn,
  withoutEmpty,
} from '../schemas/references.ts'
import { ID_PATTERN, MAX_ID_LENGTH } from '../schemas/shared.ts'
import { entryPath, isFixedPage } from '../urls/paths.ts'
import type { RawFile } from './read.ts'

/** One entry of a file. */
export interface Row {
  id: string
  data: Data<Kind>
  /** Tables have none. */
  body?: Body
  /** Which row of its table it is. */
  index?: number
}

/** References of an entry that does not fit its schema. */
export interface Loose {
  references: readonly Reference[]
  /** Which row of its table it is. */
  index?: number
}

/**
 * What one file says by itself: plain data that depends on nothing but its path, its text and the code
 * that reads it, so that it can be kept.
 */
export interface Reading {
  /** Entries that fit their schemas. */
  rows: Row[]
  /** Ids of the rows of a table that do not. */
  unsound: string[]
  /** What entries that do not fit their schemas refer to: whether it is there can be told in the same run. */
  loose: Loose[]
  problems: Problem[]
}

/** Reads one file. What it says about other files is checked by `validate`. */
export function readFile(raw: RawFile): Reading {
  if (raw.unread) return { rows: [], unsound: [], loose: [], problems: [] }
  return raw.id ? readOne(raw) : readTable(raw)
}

/**
 * The way from a place in the data of a row to its place in the file. The file is parsed again when asked:
 * only the few with mistakes are.
 */
export function locateIn(
  raw: RawFile,
  { index }: Pick<Row, 'index'>,
): (path: DataPath) => { line: number; column: number } {
  return (path) => {
    if (index === undefined) return locatorsIn(raw.text, raw.file).locate(path)
    return locatorsOf(repair(raw.text, fieldNames(), true).text, 1).locate([index, ...path])
  }
}

function readOne(raw: RawFile): Reading {
  const manuscript = readManuscript(raw.text, raw.file, isVerbatim(raw.kind))
  const problems = [...manuscript.problems]
  if (!ID_PATTERN.test(raw.id) || raw.id.length > MAX_ID_LENGTH) {
    problems.push({
      file: raw.file,
      ...FILE_START,
      rule: 'folder-name',
      level: 'error',
      message: `文件夹名「${raw.id}」不能当编号`,
      fix: `改成小写拼音，用连字符隔开，最长 ${MAX_ID_LENGTH} 个字符，例如 fumian-caifeng`,
    })
  }
  if (isFixedPage(entryPath(raw.kind, raw.id))) {
    problems.push({
      file: raw.file,
      ...FILE_START,
      rule: 'folder-name',
      level: 'error',
      message: `编号「${raw.id}」的网址 ${entryPath(raw.kind, raw.id)} 已经是本站的一页`,
      fix: '换一个编号，例如在后面加上地名',
    })
  }
  const { data, references } = conform(raw, manuscript, manuscript.data, [], problems)
  const rows = data ? [{ id: raw.id, data, body: manuscript.body }] : []
  return { rows, unsound: [], loose: references ? [{ references }] : [], problems }
}

function readTable(raw: RawFile): Reading {
  const { text, slips } = repair(raw.text, fieldNames(), true)
  const yaml = readYaml(text, raw.file, 1)
  const own: Problem[] = [...slips.map((slip) => ({ file: raw.file, ...slip })), ...scanText(raw.text, raw.file)]
  const problems = [...own, ...withoutEchoes(yaml.problems, slips), ...scanContacts(raw.text, raw.file, Infinity)]
  problems.push(...checkTable(yaml, raw.file, raw.kind, own))
  if (!Array.isArray(yaml.data)) {
    if (yaml.problems.length === 0) {
      problems.push({
        file: raw.file,
        ...FILE_START,
        rule: 'table',
        level: 'error',
        message: '这个表是空的，或不是列表',
        fix: '每一条以“- id: 编号”开头',
      })
    }
    return { rows: [], unsound: [], loose: [], problems }
  }
  const unsound: string[] = []
  const loose: Loose[] = []
  const rows = yaml.data.flatMap((row, index): Row[] => {
    const { data, references } = conform(raw, yaml, row, [index], problems)
    if (data) return [{ id: (data as { id: string }).id, data, index }]
    if (references) loose.push({ references, index })
    const id = (row as { id?: unknown } | null)?.id
    if (typeof id === 'string') unsound.push(id)
    return []
  })
  return { rows, unsound, loose, problems }
}

/** Fields begun and left empty, as the template of a new entry has them, are looked for only where something is wrong. */
function parse(kind: Kind, data: unknown) {
  const { schema } = KINDS[kind]
  const result = schema.safeParse(data, { reportInput: true })
  return result.success ? result : schema.safeParse(withoutEmpty(data, inputSchema(kind)), { reportInput: true })
}

const folderOf = (kind: Kind): string | undefined => {
  const place = KINDS[kind]
  return 'folder' in place ? place.folder : undefined
}

/** The kind whose manuscript this is, if every field of it fits that one: it lies in the wrong folder. */
function kindMeant(kind: Kind, data: unknown): Kind | undefined {
  if (!folderOf(kind)) return undefined
  return (Object.keys(KINDS) as Kind[]).find((other) => other !== kind && folderOf(other) && parse(other, data).success)
}

const placeOf = (path: DataPath): string => path.map(String).join('/')

const rank = ({ code }: { code: string }): number => (code === 'unrecognized_keys' ? 0 : 1)

/** What came of raw data: an entry, or else what it refers to all the same, where that is known. */
interface Conformed {
  data?: Data<Kind>
  references?: readonly Reference[]
}

/** Parses `data` with the schema of its kind, and explains every complaint at its place. */
function conform(raw: RawFile, source: Locators, data: unknown, prefix: DataPath, problems: Problem[]): Conformed {
  if (data === undefined) return {}
  const result = parse(raw.kind, data ?? {})
  if (result.success) return { data: result.data as Data<Kind> }
  const meant = result.error.issues.length > 1 ? kindMeant(raw.kind, data) : undefined
  if (meant) {
    problems.push({
      file: raw.file,
      ...FILE_START,
      rule: 'wrong-folder',
      level: 'error',
      message: `这一篇写的是${KINDS[meant].label}，却放在${KINDS[raw.kind].label}的文件夹里`,
      fix: `把整个「${raw.id}」文件夹移到 content/${folderOf(meant)}/ 下面`,
    })
    return {}
  }
  const told = new Set<string>()
  const meantPlaces = new Set<string>()
  // Fields under another name come first: what they stand for is not missing.
  const issues = result.error.issues.toSorted((one, other) => rank(one) - rank(other))
  for (const issue of issues) {
    const path = [...prefix, ...issue.path]
    const isNames = issue.code === 'unrecognized_keys'
    // A value that breaks two rules of one field is one mistake.
    if (!isNames && told.has(placeOf(path))) continue
    if (issue.input === undefined && meantPlaces.has(placeOf(path))) continue
    if (!isNames) told.add(placeOf(path))
    const help = fieldHelp(raw.kind, issue.path)
    for (const { rule, message, fix, key, meant } of explainIssue(issue, fieldsAt(raw.kind, issue.path), help)) {
      if (meant) meantPlaces.add(placeOf([...path, meant]))
      const position = key ? source.locateKey(path, key) : source.locate(path)
      problems.push({ file: raw.file, ...position, rule, level: 'error', message, fix })
    }
  }
  if (typeof data !== 'object' || data === null) return {}
  // What cannot be an id has been complained of.
  const isNew = ({ path, id }: Reference) => ID_PATTERN.test(id) && !told.has(placeOf([...prefix, ...path]))
  return { references: referencesIn(raw.kind, data).filter(isNew) }
}
