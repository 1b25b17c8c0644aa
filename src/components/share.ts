/** Copying what `data-copy` selects, and the phone's own sheet for passing on: buttons that appear only where they work. */

/** Answers beside the button where there is a place for it, so that the answer is in sight; otherwise at the foot. */
const say = (button: Element, words: string | undefined) => {
  const beside = button.parentElement?.querySelector('[role=status]')
  const spoken = beside ?? document.querySelector('[data-share-status]')
  if (spoken) spoken.textContent = words ?? ''
}

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
  if (!navigator.clipboard) break
  button.hidden = false
  button.addEventListener('click', () =>
    navigator.clipboard.writeText(document.querySelector(button.dataset.copy ?? '')?.textContent ?? '').then(
      () => say(button, button.dataset.copied),
      () => say(button, button.dataset.refused),
    ),
  )
}

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-share]')) {
  if (!navigator.share) break
  button.hidden = false
  button.addEventListener('click', () => {
    const address = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href
    // Closing the sheet is no fault.
    navigator.share({ title: button.dataset.share ?? document.title, url: address }).catch(() => {})
  })
}

export {}
