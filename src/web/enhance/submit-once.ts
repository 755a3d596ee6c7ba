// A form is sent once, however often the button is pressed. The button is never disabled: its value would be lost.
const RELEASE_AFTER_MS = 10_000

export const submitOnce = (page: Document): void => {
  page.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.dataset.submitOnce === undefined) return
    if (event.defaultPrevented || opensElsewhere(event.submitter)) return
    if (form.dataset.sent !== undefined) {
      event.preventDefault()
      return
    }
    hold(form, event.submitter)
  })
  // Back by the browser's own button: the page stands as it was left.
  window.addEventListener('pageshow', () => {
    for (const form of page.querySelectorAll<HTMLFormElement>('form[data-sent]')) release(form)
  })
}

/** A preview in another tab sends nothing off; the form stays free. */
const opensElsewhere = (button: HTMLElement | null): boolean =>
  button instanceof HTMLButtonElement && button.formTarget === '_blank'

const hold = (form: HTMLFormElement, button: HTMLElement | null): void => {
  form.dataset.sent = ''
  form.setAttribute('aria-busy', 'true')
  const words = button?.querySelector<HTMLElement>('.button-words')
  if (button && words) {
    words.dataset.words = words.textContent
    words.textContent = button.dataset.busy ?? words.textContent
  }
  // An answer that is a download leaves the page where it is; then the form must work again.
  setTimeout(() => release(form), RELEASE_AFTER_MS)
}

const release = (form: HTMLFormElement): void => {
  delete form.dataset.sent
  form.removeAttribute('aria-busy')
  for (const words of form.querySelectorAll<HTMLElement>('[data-words]')) {
    words.textContent = words.dataset.words ?? ''
    delete words.dataset.words
  }
}
