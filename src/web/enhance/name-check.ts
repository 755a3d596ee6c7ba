// Asks the server while a name is typed whether it may be used, and shows its answer under the field.
import { parsePage } from './fragment.ts'

const PAUSE_MS = 350

export const checkNames = (page: Document): void => {
  for (const input of page.querySelectorAll<HTMLInputElement>('input[data-check-url]')) watch(input)
}

const watch = (input: HTMLInputElement): void => {
  const region = document.getElementById(`${input.id}-check`)
  if (region === null) return
  let timer = 0
  let running = new AbortController()
  input.addEventListener('input', () => {
    clearTimeout(timer)
    running.abort()
    running = new AbortController()
    const { signal } = running
    timer = window.setTimeout(() => void ask(input, region, signal), PAUSE_MS)
  })
}

const ask = async (input: HTMLInputElement, region: HTMLElement, signal: AbortSignal): Promise<void> => {
  if (input.value.trim() === '') {
    region.replaceChildren()
    return
  }
  const url = new URL(input.dataset.checkUrl ?? '', location.href)
  url.searchParams.set('value', input.value)
  try {
    const answer = await fetch(url, { signal, headers: { accept: 'text/html' } })
    if (!answer.ok || answer.redirected) throw new Error(`${answer.status}`)
    const parsed = parsePage(await answer.text())
    if (!signal.aborted) region.replaceChildren(...parsed.body.childNodes)
  } catch {
    // Nothing is said rather than something old: the server checks again when the form is sent.
    if (!signal.aborted) region.replaceChildren()
  }
}
