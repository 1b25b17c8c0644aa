/** Copying what `data-copy` selects, and the phone's own sheet for passing on: buttons that appear only where they work. */
const spoken = document.querySelector<HTMLElement>('[data-share-status]')

const say = (words: string) => {
  if (spoken) spoken.textContent = words
}

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
  if (!navigator.clipboard) break
  button.hidden = false
  button.addEventListener('click', () =>
    navigator.clipboard.writeText(document.querySelector(button.dataset.copy ?? '')?.textContent ?? '').then(
      () => say('复制好了，去微信里粘贴。'),
      () => say('这个浏览器不让复制，请长按文字自己选。'),
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
