// Hides fields whose condition does not hold, and lets a name be checked with the answers on which it depends.
type Condition = { field: string; is: readonly string[] }

export const followConditions = (page: Document): void => {
  for (const form of page.querySelectorAll<HTMLFormElement>('form:has([data-when], [data-check-with])')) follow(form)
}

const follow = (form: HTMLFormElement): void => {
  const depending = [...form.querySelectorAll<HTMLElement>('[data-when]')].map((place) => ({
    place,
    when: parseWhen(place.dataset.when ?? ''),
  }))
  const names = [...form.querySelectorAll<HTMLElement>('[data-check-with]')]
  const update = (): void => {
    const data = new FormData(form)
    for (const { place, when } of depending) place.hidden = !isAsked(form, data, when)
    for (const place of names) passOn(place, data)
  }
  update()
  form.addEventListener('change', update)
}

/** A field whose own condition does not hold has no answer, whatever still stands in it. */
const isAsked = (form: HTMLFormElement, data: FormData, when: readonly Condition[]): boolean =>
  when.every(({ field, is }) => {
    const value = data.get(field)
    const place = form.elements.namedItem(field)
    const isHidden = place instanceof Element && place.closest('[data-when][hidden]') !== null
    return !isHidden && typeof value === 'string' && is.includes(value)
  })

/** Asks again when one of the answers has changed and a name stands there. */
const passOn = (place: HTMLElement, data: FormData): void => {
  const input = place.querySelector<HTMLInputElement>('input[data-check-url]')
  if (!input?.dataset.checkUrl) return
  const url = new URL(input.dataset.checkUrl, location.href)
  for (const name of (place.dataset.checkWith ?? '').split(' ')) {
    const value = data.get(name)
    if (typeof value === 'string') url.searchParams.set(name, value)
  }
  const next = `${url.pathname}${url.search}`
  if (next === input.dataset.checkUrl) return
  input.dataset.checkUrl = next
  if (input.value !== '' && document.readyState === 'complete')
    input.dispatchEvent(new Event('input', { bubbles: true }))
}

const parseWhen = (text: string): Condition[] => {
  const value: unknown = JSON.parse(text)
  return Array.isArray(value) ? value.filter(isCondition) : []
}

const isCondition = (value: unknown): value is Condition =>
  typeof value === 'object' &&
  value !== null &&
  'field' in value &&
  typeof value.field === 'string' &&
  'is' in value &&
  Array.isArray(value.is)
