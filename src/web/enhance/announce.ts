// Says something to a screen reader without moving anything.
export const announce = (words: string): void => {
  const announcer = document.getElementById('announcer')
  if (announcer === null || words === '') return
  // The same words twice are only heard again when the region was empty in between.
  announcer.textContent = ''
  requestAnimationFrame(() => {
    announcer.textContent = words
  })
}
