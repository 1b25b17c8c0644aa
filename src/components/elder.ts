/**
 * The 大字 button: steps through the elder sizes and back to normal, and remembers the choice.
 * The stored step is applied in the head before anything is painted.
 */
const STEPS = ['', '22', '26', '30'] as const
const LABELS = ['大字', '更大', '最大字', '原样'] as const

const root = document.documentElement

function apply(step: number, button: HTMLButtonElement): void {
  const size = STEPS[step] ?? ''
  root.dataset.elder = size
  button.textContent = LABELS[step] ?? LABELS[0]
  button.setAttribute('aria-pressed', String(step > 0))
  try {
    if (size) localStorage.setItem('elder', size)
    else localStorage.removeItem('elder')
  } catch {
    // Storage may be refused; the choice then lasts for this page.
  }
}

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-elder-toggle]')) {
  let step = Math.max(0, STEPS.indexOf((root.dataset.elder ?? '') as (typeof STEPS)[number]))
  apply(step, button)
  button.hidden = false
  button.addEventListener('click', () => {
    step = (step + 1) % STEPS.length
    apply(step, button)
  })
}
