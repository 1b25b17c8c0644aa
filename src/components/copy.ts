/** Buttons that copy the text they name, shown only where the browser can copy. */
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy-text]')) {
  if (!navigator.clipboard) break
  button.hidden = false
  button.addEventListener('click', () =>
    navigator.clipboard.writeText(button.dataset.copyText ?? '').then(
      () => say(button, '复制好了。'),
      () => say(button, '这个浏览器不让复制，请自己选中文字。'),
    ),
  )
}

function say(button: Element, words: string): void {
  const status = button.parentElement?.querySelector('[role=status]')
  if (status) status.textContent = words
}

export {}
