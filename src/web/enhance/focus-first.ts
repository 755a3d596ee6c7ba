// Leads the focus to what a page wants read first: the faults of a form.
export const focusFirst = (page: Document): void => {
  page.querySelector<HTMLElement>('[data-focus-first]')?.focus()
}
