import { keptPicks } from '../find/picks.ts'

/** Waits on the comparison until the address or the shortlist names brands; small, so that it travels inside the page. */
if (new URLSearchParams(location.search).has('b') || keptPicks().length > 0) {
  import('./page.ts')
    .then(({ startCompare }) => startCompare())
    .catch(() => {
      const status = document.querySelector('[data-compare-status]')
      document.documentElement.dataset.asked &&= ''
      if (status) status.textContent = '比较功能没有打开，可能是网络断了。刷新再试；下面的品牌页都打得开。'
    })
}
