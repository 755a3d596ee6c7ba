// Closes an open panel of the masthead when the reader turns to something else.
export const closePopovers = (page: Document): void => {
  const open = () => page.querySelectorAll<HTMLDetailsElement>('details[data-popover][open]')
  page.addEventListener('click', (event) => {
    for (const panel of open()) if (event.target instanceof Node && !panel.contains(event.target)) panel.open = false
  })
  page.addEventListener('focusin', (event) => {
    for (const panel of open()) if (event.target instanceof Node && !panel.contains(event.target)) panel.open = false
  })
  page.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    for (const panel of open()) {
      panel.open = false
      panel.querySelector<HTMLElement>('summary')?.focus()
    }
  })
}
