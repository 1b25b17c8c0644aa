import { withBase } from './base.ts'

/** The site's base path as this build has it. */
export const BASE: string = import.meta.env?.BASE_URL ?? '/'

/** An address of ours as this build serves it, with the base path in front. */
export const url = (path: string): string => withBase(path, BASE)
