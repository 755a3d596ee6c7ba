// Rows of a list that can be ticked: by a key, kept while the list refreshes, and sent by the key of what is to be done.
const BOX = '[data-choice]'

/** The box of the row in which the focus stands. */
export const tickRow = (page: Document): boolean => {
  const box = boxHere(page)
  if (!box) return false
  box.checked = !box.checked
  box.dispatchEvent(new Event('change', { bubbles: true }))
  return true
}

/** Of the ticked rows; with none ticked, of the row in which the focus stands. */
export const doWithRows = (page: Document, key: string): boolean => {
  const form = page.querySelector<HTMLFormElement>('form[data-choice-form]')
  const button = form?.querySelector<HTMLButtonElement>(`[data-key="${key}"] button`)
  if (!form || !button) return false
  const isAny = form.querySelector(`${BOX}:checked`) !== null
  const here = boxHere(page)
  if (!isAny && here) here.checked = true
  if (!isAny && !here) return false
  form.requestSubmit(button)
  return true
}

export const tickedIn = (list: HTMLElement): Set<string> =>
  new Set([...list.querySelectorAll<HTMLInputElement>(`${BOX}:checked`)].map((box) => box.id))

/** What was ticked stays ticked; a row that has gone takes its tick along. */
export const tickAgain = (list: HTMLElement, ticked: ReadonlySet<string>): void => {
  for (const box of list.querySelectorAll<HTMLInputElement>(BOX)) if (ticked.has(box.id)) box.checked = true
}

const boxHere = (page: Document): HTMLInputElement | null =>
  page.activeElement?.closest('li')?.querySelector<HTMLInputElement>(BOX) ?? null
