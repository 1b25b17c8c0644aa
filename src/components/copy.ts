/** Buttons that copy the words of what `data-copy` selects, shown only where the browser can copy. */

/** Answers beside the button where there is a place for it, so that the answer is in sight; otherwise at the foot. */
const say = (button: Element, words = '') => {
  const beside = button.parentElement?.querySelector('[role=status]')
  const spoken = beside ?? document.querySelector('[data-share-status]')
  if (spoken) spoken.textContent = words
}

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
  if (!navigator.clipboard) break
  const { copy = '', copied, refused } = button.dataset
  button.hidden = false
  button.addEventListener('click', () =>
    // biome-ignore lint/performance/useDomNodeTextContent: paragraphs are copied as lines, as they are seen
    navigator.clipboard.writeText(document.querySelector<HTMLElement>(copy)?.innerText ?? '').then(
      () => say(button, copied),
      () => say(button, refused),
    ),
  )
}

export {}
