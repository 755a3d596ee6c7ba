// Work by keyboard: j and k walk the list, x ticks, d disposes, t takes, / searches, ? helps, Ctrl+Enter sends.
import { doWithRows, tickRow } from './choose-rows.ts'

const SWITCH_KEY = 'mipp-single-keys'

export const listenToKeys = (page: Document): void => {
  const help = page.querySelector<HTMLDialogElement>('#keyboard-help')
  const choice = help?.querySelector<HTMLInputElement>('[data-single-keys]')
  if (choice) {
    choice.checked = mayUseSingleKeys()
    choice.addEventListener('change', () => localStorage.setItem(SWITCH_KEY, choice.checked ? 'on' : 'off'))
  }
  page.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return sendForm(event)
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || page.querySelector('dialog[open]'))
      return
    if (!mayUseSingleKeys() && event.key !== '?') return
    if (act(page, help, event.key)) event.preventDefault()
  })
}

/** Single keys can be switched off in the help: a speaking or shaking hand sets them off unmeant (WCAG 2.1.4). */
export const mayUseSingleKeys = (): boolean => localStorage.getItem(SWITCH_KEY) !== 'off'

const act = (page: Document, help: HTMLDialogElement | null, key: string): boolean => {
  switch (key) {
    case 'j':
      return walk(page, 1)
    case 'k':
      return walk(page, -1)
    case 'x':
      return tickRow(page)
    case 'd':
    case 't':
      return doWithRows(page, key)
    case '/':
      return focusOn(page.querySelector<HTMLInputElement>('[data-search]'))
    case '?':
      help?.showModal()
      return help !== null
    default:
      return false
  }
}

const walk = (page: Document, by: 1 | -1): boolean => {
  const rows = [...page.querySelectorAll<HTMLElement>('[data-rows] [data-row]')]
  // Also from the box of a row.
  const here = rows.findIndex((row) => (row.closest('li') ?? row).contains(page.activeElement))
  const next = here === -1 ? (by === 1 ? 0 : rows.length - 1) : Math.min(Math.max(here + by, 0), rows.length - 1)
  return focusOn(rows[next])
}

const focusOn = (element: HTMLElement | null | undefined): boolean => {
  element?.focus()
  if (element instanceof HTMLInputElement) element.select()
  return Boolean(element)
}

export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit', 'file'].includes(target.type)))

/** Sends the form one stands in by its first button, as Enter in a line would. */
const sendForm = (event: KeyboardEvent): void => {
  const form = event.target instanceof Element ? event.target.closest('form') : null
  const button = form?.querySelector<HTMLButtonElement>('button[type="submit"]:not([disabled])')
  if (!form || !button) return
  event.preventDefault()
  form.requestSubmit(button)
}
