// Saves a part of a procedure without leaving it: the faults and the sheet beside it become new, and the cursor stays where it is.
import { announce } from './announce.ts'
import { dropDraft, type Pairs, putDraft, takeDraft } from './draft-store.ts'
import { readValues, writeValues } from './draft-values.ts'
import { parsePage } from './fragment.ts'

export const editProcedures = (page: Document): void => {
  const form = page.querySelector<HTMLFormElement>('form[data-editor-key]')
  if (!form) return
  const key = form.dataset.editorKey ?? ''
  restore(form, key)
  form.addEventListener('input', () => keep(form, key))
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void save(form, key)
  })
}

/** What was typed and never saved comes back, unless it is what stands there now. */
const restore = (form: HTMLFormElement, key: string): void => {
  const draft = takeDraft(key)
  if (draft === null || isSame(draft.pairs, readValues(form))) {
    dropDraft(key)
    return
  }
  writeValues(form, draft.pairs)
  for (const fold of form.querySelectorAll('details')) fold.open = true
  say(form, form.dataset.editorRestored ?? '', true)
}

const isSame = (one: Pairs, other: Pairs): boolean => JSON.stringify(one) === JSON.stringify(other)

const keep = (form: HTMLFormElement, key: string): void => {
  putDraft(key, { pairs: readValues(form), isSaved: false, at: Date.now() })
  say(form, form.dataset.editorLocal ?? '', false)
}

const save = async (form: HTMLFormElement, key: string): Promise<void> => {
  if (form.dataset.sent !== undefined) return
  form.dataset.sent = ''
  form.setAttribute('aria-busy', 'true')
  const sent = readValues(form)
  try {
    const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]))
    const answer = await fetch(form.action, { method: 'POST', body, headers: { accept: 'text/html' } })
    const fresh = parsePage(await answer.text())
    if (fresh.getElementById('editor-form') === null) return location.reload()
    if (!answer.ok) return showWhole(fresh)
    dropDraft(key)
    if (!isSame(sent, readValues(form))) keep(form, key)
    showSaved(form, fresh, answer.url)
  } catch {
    keep(form, key)
    say(form, form.dataset.editorOffline ?? '', true)
  } finally {
    delete form.dataset.sent
    form.removeAttribute('aria-busy')
  }
}

/** Two texts to choose from, or a sentence on what is wrong: the page as the server drew it, typed answers and all. */
const showWhole = (fresh: Document): void => {
  const main = fresh.querySelector('main')
  document.querySelector('main')?.replaceWith(...(main ? [main] : []))
  editProcedures(document)
  document.querySelector<HTMLElement>('[role="alert"], [role="status"]')?.scrollIntoView({ block: 'center' })
}

const showSaved = (form: HTMLFormElement, fresh: Document, address: string): void => {
  for (const id of ['editor-side', 'editor-parts']) exchange(document.getElementById(id), fresh.getElementById(id))
  const next = fresh.querySelector<HTMLFormElement>('form[data-editor-key]')
  const hasOtherQuestions = namesOf(form) !== namesOf(next)
  const isElsewhere = next?.dataset.editorKey !== form.dataset.editorKey
  if (next && (hasOtherQuestions || isElsewhere)) {
    history.replaceState(null, '', address)
    exchange(document.getElementById('editor-main'), fresh.getElementById('editor-main'))
    editProcedures(document)
  } else if (next) {
    for (const hidden of form.querySelectorAll<HTMLInputElement>('input[type=hidden]')) {
      const other = next.elements.namedItem(hidden.name)
      if (other instanceof HTMLInputElement) hidden.value = other.value
    }
  }
  const words = fresh.querySelector('.notice-message')?.textContent?.trim() ?? ''
  say(document.querySelector<HTMLFormElement>('form[data-editor-key]') ?? form, words, true)
}

/** By which a page with a new row or another kind of step is told from one that asks the same as before. */
const namesOf = (form: HTMLFormElement | null): string =>
  [...(form?.elements ?? [])]
    .map((one) => one.getAttribute('name') ?? '')
    .filter((name) => name !== '')
    .join(' ')

/** The thing that has the focus keeps it, by its id. */
const exchange = (place: HTMLElement | null, next: HTMLElement | null): void => {
  if (!place || !next) return
  const focused = place.contains(document.activeElement) ? document.activeElement?.id : undefined
  place.replaceWith(next)
  if (focused) document.getElementById(focused)?.focus()
}

const say = (form: HTMLFormElement, words: string, isSpoken: boolean): void => {
  const place = form.querySelector<HTMLElement>('[data-editor-state]')
  if (place) place.textContent = words
  if (isSpoken) announce(words)
}
