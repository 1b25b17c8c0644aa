/**
 * Parts of the site that a build may leave out, so that the rest can be measured without them: `posters` (posters and
 * press kits), `cards` (pictures drawn for cards on other sites) and `index` (the full-text index). Links to them lead nowhere then:
 * what is built with `SITE_WITHOUT=posters,cards,index` is for measuring, never for publishing.
 */
export type Part = 'posters' | 'cards' | 'index'

/** Whether this build leaves the part out. */
export const isWithout = (part: Part): boolean => (process.env.SITE_WITHOUT ?? '').split(',').includes(part)
