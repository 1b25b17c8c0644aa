/** Copying, and the phone's own sheet for passing on: buttons that appear only where they work. */
import './copy.ts'

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-share]')) {
  if (!navigator.share) break
  button.hidden = false
  button.addEventListener('click', () => {
    const address = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href
    // Closing the sheet is no fault.
    navigator.share({ title: button.dataset.share ?? document.title, url: address }).catch(() => {})
  })
}
