/** The way into the large-print version, which is loaded when it is wanted. The styles are here already, so the letters grow at once. */
const { dataset } = document.documentElement
const toggle = document.querySelector<HTMLButtonElement>('[data-elder-toggle]')
/** Where it does not come, or the reader has gone on, the letters are large all the same; the buttons wait. */
const load = (focus: boolean) =>
  import('./elder.ts').then(
    (elder) => {
      elder.settle()
      if (focus) elder.focusBar()
    },
    () => undefined,
  )

if (dataset.elder) load(false)
else if (toggle) toggle.hidden = false

toggle?.addEventListener('click', () => {
  dataset.elder = '22'
  toggle.hidden = true
  try {
    localStorage.elder = '22'
  } catch {
    // As in elder.ts: refused storage only shortens the choice.
  }
  load(true)
})

export {}
