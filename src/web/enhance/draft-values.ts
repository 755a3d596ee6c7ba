// Reads what a form holds, and puts it back.
import type { Pairs } from './draft-store.ts'

/** What may be kept: no files, no hidden fields (tokens, versions), nothing marked `data-no-draft`. */
export const readValues = (form: HTMLFormElement): Pairs => {
  const kept = new Set(draftControls(form).map((control) => control.name))
  return [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' && kept.has(name) ? [[name, value] as const] : [],
  )
}

/** The body for the server: the same values with the hidden fields, so that it carries the CSRF token. */
export const draftBody = (form: HTMLFormElement): URLSearchParams => {
  const hidden = controlsOf(form).filter((control) => control.type === 'hidden' && control.name !== '')
  return new URLSearchParams([
    ...hidden.map((control) => [control.name, control.value]),
    ...readValues(form).map(([name, value]) => [name, value]),
  ])
}

export const writeValues = (form: HTMLFormElement, pairs: Pairs): void => {
  const left = new Map<string, string[]>()
  for (const [name, value] of pairs) left.set(name, [...(left.get(name) ?? []), value])
  for (const control of draftControls(form)) {
    const values = left.get(control.name) ?? []
    if (control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio')) {
      control.checked = values.includes(control.value)
    } else if (values.length > 0) {
      control.value = values.shift() ?? ''
    }
  }
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const controlsOf = (form: HTMLFormElement): Control[] =>
  [...form.elements].filter(
    (element): element is Control =>
      element instanceof HTMLInputElement ||
      element instanceof HTMLTextAreaElement ||
      element instanceof HTMLSelectElement,
  )

const draftControls = (form: HTMLFormElement): Control[] =>
  controlsOf(form).filter(
    (control) =>
      control.name !== '' &&
      control.dataset.noDraft === undefined &&
      !['file', 'hidden', 'password', 'submit'].includes(control.type),
  )
