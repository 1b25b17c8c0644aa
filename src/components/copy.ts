/** Copies what a button names, `data-copy-text`, or what it selects, `data-copy`; shown only where the browser can copy. */

/** Answers beside the button where there is a place for it, so that the answer is in sight; otherwise at the foot. */
const say = (button: Element, words = '') => {
  const beside = button.parentElement?.querySelector('[role=status]')
  const spoken = beside ?? document.querySelector('[data-share-status]')
  if (spoken) spoken.textContent = words
}

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copied]')) {
  if (!navigator.clipboard) break
  const { copyText, copy = '', copied, refused } = button.dataset
  button.hidden = false
  button.addEventListener('click', () =>
    navigator.clipboard.writeText(copyText ?? document.querySelector(copy)?.textContent ?? '').then(
      () => say(button, copied),
      () => say(button, refused),
    ),
  )
}

export {}
