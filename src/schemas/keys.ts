/**
 * The keys of a vocabulary as the non-empty tuple that `z.enum` wants.
 * A vocabulary maps the English key used in files and addresses to the Chinese word shown on pages.
 */
export const keysOf = <T extends Record<string, unknown>>(vocabulary: T) =>
  Object.keys(vocabulary) as [keyof T & string, ...(keyof T & string)[]]
