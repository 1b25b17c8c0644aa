import type { z } from 'zod'

/** A schema complaint put into words for a writer. */
export interface Explained {
  rule: string
  message: string
  fix: string
  /** For an unknown field: the field, so that the caller can point at it. */
  key?: string
}

type Issue = z.core.$ZodIssue

const TYPE_NAMES: Record<string, string> = {
  string: '一行文字',
  number: '一个数字',
  boolean: 'true 或 false',
  array: '一个列表（每项一行，以“- ”开头）',
  object: '一组小栏目',
  record: '一组小栏目',
}

/**
 * Explains one zod issue. Messages written in the schemas are kept; zod's own are replaced,
 * because they speak of types, not of fields.
 * @param known fields that exist where an unknown one was found, for the suggestion
 */
export function explainIssue(issue: Issue, known: readonly string[] = []): Explained[] {
  const field = issue.path.filter((part) => typeof part === 'string').at(-1) ?? ''
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => {
        const near = nearest(key, known)
        return {
          rule: 'unknown-field',
          key,
          message: `没有「${key}」这一栏`,
          fix: near ? `是不是想写 ${near}？不是就删掉这一行` : `删掉这一行；能用的栏有 ${known.join('、')}`,
        }
      })
    case 'invalid_type':
      return issue.input === undefined || issue.message.includes('received undefined')
        ? [{ rule: 'missing-field', message: `少了「${field}」这一栏`, fix: `补上 ${field}: 内容` }]
        : [
            {
              rule: 'wrong-type',
              message: `「${field}」写得不对`,
              fix: `这里要写${TYPE_NAMES[issue.expected] ?? issue.expected}`,
            },
          ]
    case 'invalid_value':
      return [
        {
          rule: 'unknown-value',
          message: `「${field}」不能这样写`,
          fix: `只能从这些里选一个：${issue.values.map(String).join('、')}`,
        },
      ]
    case 'too_small':
    case 'too_big':
    case 'invalid_format':
    case 'custom':
      return [{ rule: 'bad-value', message: `「${field}」${issue.message}`, fix: '照写稿手册里的样子改' }]
    default:
      return [{ rule: 'bad-value', message: `「${field}」${issue.message}`, fix: '照写稿手册里的样子改' }]
  }
}

/** The candidate within two edits of `word`, if any. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined
  let bestDistance = Math.min(3, Math.ceil(word.length / 2) + 1)
  for (const candidate of candidates) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase())
    if (distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

/** Levenshtein distance of two short words. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const current = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (previous[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)
      current.push(Math.min(change, (previous[j] as number) + 1, (current[j - 1] as number) + 1))
    }
    previous = current
  }
  return previous[b.length] as number
}
