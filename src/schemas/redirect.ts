import { z } from 'zod'
import { day } from './shared.ts'

/** The address of a page as redirects write it: `/stories/old-name/`. */
export const PAGE_ADDRESS = /^\/(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)+$/

/**
 * One row of `redirects.yaml`: an address that was published and has no page of its own any more. It leads on
 * (`to`), or says that what stood there was taken down (`withdrawnOn`).
 */
export const redirect = z
  .strictObject({
    from: z.string().regex(PAGE_ADDRESS, { error: '旧地址写成 /stories/jiu-bianhao/ 这样，前后都有斜线' }),
    to: z
      .string()
      .regex(/^\/(?:[a-z0-9-]+\/)*(?:#\S+)?$/, { error: '新地址写成 /stories/xin-bianhao/ 这样，只能是本站的' })
      .optional(),
    withdrawnOn: day.optional(),
  })
  .refine((row) => (row.to === undefined) !== (row.withdrawnOn === undefined), {
    path: ['from'],
    error: 'to（新地址）和 withdrawnOn（撤下日期）要写一个，只写一个',
  })

/** A row of `redirects.yaml`. */
export type RedirectRow = z.infer<typeof redirect>
