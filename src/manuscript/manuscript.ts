import { type DataPath, readYaml, splitManuscript } from './front-matter.ts'
import { parseMarkdown } from './markdown.ts'
import { FILE_START, type Position, type Problem } from './problem.ts'
import { type Body, renderBody } from './render.ts'
import { checkBody } from './rules.ts'

/** A manuscript read but not yet checked against its schema. */
export interface Manuscript {
  data: unknown
  body: Body
  problems: Problem[]
  locate(path: DataPath): Position
  locateKey(path: DataPath, key: string): Position
}

const EMPTY_BODY: Body = { segments: [], headings: [], links: [], text: '', length: 0 }

/**
 * Reads one `index.mdx`: front matter and body, each with its own problems, so that a mistake in
 * one never hides a mistake in the other.
 */
export function readManuscript(text: string, file: string): Manuscript {
  const parts = splitManuscript(text, file)
  if ('rule' in parts) {
    return {
      data: undefined,
      body: EMPTY_BODY,
      problems: [parts],
      locate: () => FILE_START,
      locateKey: () => FILE_START,
    }
  }
  const yaml = readYaml(parts.frontMatter, file, 2)
  const parsed = parseMarkdown(parts.body, file)
  const bodyProblems = parsed.tree ? checkBody(parsed.tree, file) : [parsed.problem]
  return {
    data: yaml.data,
    body: parsed.tree && bodyProblems.length === 0 ? renderBody(parsed.tree) : EMPTY_BODY,
    problems: [...yaml.problems, ...bodyProblems],
    locate: yaml.locate,
    locateKey: yaml.locateKey,
  }
}
