import { z } from 'zod'
import { id, line, sourced } from './shared.ts'

/**
 * A kind that is shown as one record on the page of its list, without a page of its own. The page
 * prints the fields in the order of the schema, under their titles: what a new field needs to be
 * shown is its `.meta()`. `expires: true` in the meta of a field says until which day a record holds.
 */
export const record = <T extends z.core.$ZodLooseShape>(shape: T) =>
  z.strictObject({
    id,
    ...shape,
    note: line(200).optional().meta({ title: '说明' }),
    ...sourced,
  })
