/** The way into the large-print version, which is loaded when it is wanted. The styles are here already, so the letters grow at once. */
const { dataset } = document.documentElement
const toggle = document.querySelector<HTMLButtonElement>('[data-elder-toggle]')
const load = () => import('./elder.ts')

if (dataset.elder) load().then((elder) => elder.settle())
else if (toggle) toggle.hidden = false

toggle?.addEventListener('click', async () => {
  dataset.elder = '22'
  toggle.hidden = true
  try {
    localStorage.elder = '22'
  } catch {
    // As in elder.ts: refused storage only shortens the choice.
  }
  const elder = await load()
  elder.settle()
  elder.focusBar()
})

export {}
