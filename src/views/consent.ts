import type { Entry } from '../catalogue/catalogue.ts'

/** Whether pictures of the person may be shown on that day: agreed, not run out, not taken back. */
export function mayShowPictures({ data: { consent } }: Entry<'figure'>, today: string): boolean {
  return consent !== undefined && !consent.withdrawnOn && consent.givenOn <= today && today <= consent.expiresOn
}
