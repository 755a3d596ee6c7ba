// Keeps what is being typed: on this device at once, on the server after a pause, and brings it back when it got lost.
import { announce } from './announce.ts'
import { dropAllDrafts, dropDraft, dropOldDrafts, putDraft, takeDraft } from './draft-store.ts'
import { draftBody, readValues, writeValues } from './draft-values.ts'
import { fitRows } from './table-rows.ts'

const PAUSE_MS = 1_200
const RETRY_MS = 15_000
/** Which draft was just sent off; if the next page is not its form again, it arrived. */
const SENT = 'mipp-draft-sent'

export const keepDrafts = (page: Document): void => {
  dropOldDrafts(Date.now())
  const forms = [...page.querySelectorAll<HTMLFormElement>('form[data-draft-url]')]
  forgetArrived(forms)
  for (const form of forms) keep(form)
  page.addEventListener('submit', (event) => {
    if (event.target instanceof HTMLFormElement && event.target.dataset.dropDrafts !== undefined) dropAllDrafts()
  })
}

const forgetArrived = (forms: readonly HTMLFormElement[]): void => {
  const sent = sessionStorage.getItem(SENT)
  if (sent === null) return
  sessionStorage.removeItem(SENT)
  const [visit] = performance.getEntriesByType('navigation')
  const isFault = visit instanceof PerformanceNavigationTiming && visit.responseStatus >= 400
  if (!isFault && !forms.some((form) => form.dataset.draftKey === sent)) dropDraft(sent)
}

const keep = (form: HTMLFormElement): void => {
  const key = form.dataset.draftKey ?? ''
  let timer = 0
  let turn = 0
  const save = async (onSaved: Saying = 'draftSaved'): Promise<void> => {
    clearTimeout(timer)
    const mine = ++turn
    const pairs = readValues(form)
    const isSaved = await send(form)
    if (mine !== turn) return
    putDraft(key, { pairs, isSaved, at: Date.now() })
    say(form, isSaved ? onSaved : 'draftOffline')
    if (!isSaved) timer = window.setTimeout(() => void save(), RETRY_MS)
  }
  const changed = (): void => {
    turn += 1
    putDraft(key, { pairs: readValues(form), isSaved: false, at: Date.now() })
    say(form, 'draftLocal')
    clearTimeout(timer)
    timer = window.setTimeout(() => void save(), PAUSE_MS)
  }
  if (restore(form, key)) void save('draftRestored')
  form.addEventListener('input', changed)
  form.addEventListener('submit', () => {
    clearTimeout(timer)
    turn += 1
    sessionStorage.setItem(SENT, key)
  })
  // The next page may be made before the server has what is on its way: an answer that comes now says nothing about it.
  window.addEventListener('beforeunload', () => {
    turn += 1
  })
  window.addEventListener('online', () => {
    if (takeDraft(key)?.isSaved === false) void save()
  })
}

/** Puts back what the server never got. @returns whether anything came back */
const restore = (form: HTMLFormElement, key: string): boolean => {
  const draft = takeDraft(key)
  if (draft === null || draft.isSaved) return false
  if (JSON.stringify(draft.pairs) === JSON.stringify(readValues(form))) return false
  fitRows(
    form,
    draft.pairs.map(([name]) => name),
  )
  writeValues(form, draft.pairs)
  say(form, 'draftRestored')
  return true
}

const send = async (form: HTMLFormElement): Promise<boolean> => {
  try {
    const answer = await fetch(form.dataset.draftUrl ?? '', { method: 'POST', body: draftBody(form) })
    return answer.ok && !answer.redirected
  } catch {
    return false
  }
}

type Saying = 'draftLocal' | 'draftSaved' | 'draftOffline' | 'draftRestored'

/** Read out only when something is amiss or came back; that all is well is only shown. */
const say = (form: HTMLFormElement, what: Saying): void => {
  const place = form.querySelector<HTMLElement>('[data-draft-state]')
  const words = form.dataset[what] ?? ''
  if (place === null || place.textContent === words) return
  place.textContent = words
  if (what === 'draftOffline' || what === 'draftRestored') announce(words)
}
