/** The first note that is opened brings the script for the way back; where it does not come, the browser goes its own way. */
document.addEventListener('click', ({ target }) => {
  const link = (target as Element).closest<HTMLAnchorElement>('a[href^="#n"]')
  if (link)
    import('./notes.ts').then(
      (notes) => notes.opened(link),
      () => undefined,
    )
})

export {}
