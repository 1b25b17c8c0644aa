import { z } from 'zod'

/**
 * The keys of a vocabulary as the non-empty tuple that `z.enum` wants.
 * A vocabulary maps the English key used in files and addresses to the Chinese word shown on pages.
 */
export const keysOf = <T extends Record<string, unknown>>(vocabulary: T) =>
  Object.keys(vocabulary) as [keyof T & string, ...(keyof T & string)[]]

/** One word of a vocabulary. The Chinese words travel along as `labels`, for prompts and editors. */
export const choice = <T extends Record<string, string>>(vocabulary: T) =>
  z.enum(keysOf(vocabulary)).meta({ labels: vocabulary })
