/** Words that keep a rounded figure honest, and whether they stand before or after the unit. */
export const QUALIFIERS = {
  约: 'before',
  近: 'before',
  超: 'before',
  不少于: 'before',
  至少: 'before',
  每: 'before',
  余: 'inside',
  多: 'inside',
  以上: 'after',
  左右: 'after',
} as const
