/** Players come only when asked for: a click puts the other host's player where the picture was. */
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-player]')) {
  button.hidden = false
  button.addEventListener('click', () => {
    const screen = button.closest('.player')?.querySelector('.screen')
    const { player, title = '' } = button.dataset
    if (!screen || !player) return
    const frame = document.createElement('iframe')
    frame.src = player
    frame.title = title
    frame.allowFullscreen = true
    frame.referrerPolicy = 'no-referrer'
    screen.replaceChildren(frame)
    button.remove()
    frame.focus()
  })
}
