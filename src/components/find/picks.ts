const KEY = 'shortlist'

/** The shortlist of this tab, which outlives a look at a brand's own page. Gone with the tab. */
export function keptPicks(): string[] {
  try {
    return sessionStorage.getItem(KEY)?.split(',') ?? []
  } catch {
    // Storage may be refused; then the address alone remembers.
    return []
  }
}

/** Keeps the shortlist for this tab. */
export function keepPicks(ids: readonly string[]): void {
  try {
    if (ids.length > 0) sessionStorage.setItem(KEY, ids.join())
    else sessionStorage.removeItem(KEY)
  } catch {
    // As above.
  }
}
