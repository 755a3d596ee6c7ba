// While the text of a letter is typed its printed pages become new; faults lead into the text, values go where the cursor stands.
import { announce } from './announce.ts'
import { parsePage } from './fragment.ts'

const PAUSE_MS = 700

export const previewLetters = (page: Document): void => {
  if (!page.querySelector('form[data-preview-url]')) return
  let timer = 0
  let asking: AbortController | null = null
  const refresh = async (form: HTMLFormElement): Promise<void> => {
    asking?.abort()
    const mine = new AbortController()
    asking = mine
    say(form, form.dataset.previewBusy ?? '', false)
    try {
      const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]))
      const url = form.dataset.previewUrl ?? ''
      const answer = await fetch(url, { method: 'POST', body, signal: mine.signal, headers: { accept: 'text/html' } })
      const fresh = answer.ok ? parsePage(await answer.text()).getElementById('editor-side') : null
      if (!fresh) return say(form, form.dataset.previewLost ?? '', true)
      await putBeside(fresh)
      say(form, form.dataset.previewDone ?? '', false)
    } catch {
      if (!mine.signal.aborted) say(form, form.dataset.previewLost ?? '', true)
    }
  }
  page.addEventListener('input', (event) => {
    const form = formOf(event.target)
    if (!form) return
    clearTimeout(timer)
    timer = window.setTimeout(() => void refresh(form), PAUSE_MS)
  })
  page.addEventListener('click', (event) => {
    if (!(event.target instanceof Element)) return
    const [fault, insert] = [event.target.closest('a[data-line]'), event.target.closest('button[data-insert]')]
    if (fault instanceof HTMLElement && goTo(Number(fault.dataset.line))) event.preventDefault()
    if (insert instanceof HTMLElement) insertAtCursor(insert.dataset.insert ?? '')
  })
  const dress = (): void => {
    makeButtons(page)
    void drawIn(page)
  }
  // After a save that was not taken the whole page is new.
  new MutationObserver(dress).observe(page.body, { childList: true, subtree: true })
  dress()
}

const formOf = (target: EventTarget | null): HTMLFormElement | null =>
  target instanceof Element ? target.closest<HTMLFormElement>('form[data-preview-url]') : null

/** The place keeps how far it was scrolled. */
const putBeside = async (fresh: HTMLElement): Promise<void> => {
  await drawIn(fresh)
  const place = document.getElementById('editor-side')
  const scrolled = place?.scrollTop ?? 0
  place?.replaceWith(fresh)
  fresh.scrollTop = scrolled
}

/** Pictures that came along are drawn: an address for them would have to be allowed by the rules of the page. */
const drawIn = async (within: ParentNode): Promise<void> => {
  for (const canvas of within.querySelectorAll<HTMLCanvasElement>('canvas[data-png]')) {
    const bytes = Uint8Array.from(atob(canvas.dataset.png ?? ''), (letter) => letter.charCodeAt(0))
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    canvas.width = picture.width
    canvas.height = picture.height
    canvas.getContext('2d')?.drawImage(picture, 0, 0)
    picture.close()
    delete canvas.dataset.png
  }
}

const area = (): HTMLTextAreaElement | null =>
  document.querySelector<HTMLTextAreaElement>('form[data-preview-url] textarea[name=source]')

/** @returns whether there was such a line */
const goTo = (line: number): boolean => {
  const text = area()
  if (!text) return false
  const lines = text.value.split('\n')
  const from = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0)
  text.focus()
  text.setSelectionRange(from, from + (lines[line - 1]?.length ?? 0))
  text.scrollTop = (text.scrollHeight / Math.max(lines.length, 1)) * Math.max(line - 4, 0)
  text.scrollIntoView({ block: 'nearest' })
  return true
}

const insertAtCursor = (value: string): void => {
  const text = area()
  if (!text) return
  text.focus()
  text.setRangeText(value, text.selectionStart, text.selectionEnd, 'end')
  text.dispatchEvent(new Event('input', { bubbles: true }))
}

/** Without scripts they are words to copy. */
const makeButtons = (page: Document): void => {
  for (const code of page.querySelectorAll<HTMLElement>('code[data-insert]')) {
    const button = page.createElement('button')
    button.type = 'button'
    button.className = 'letter-insert'
    button.dataset.insert = code.dataset.insert
    button.textContent = code.textContent
    code.replaceWith(button)
  }
}

const say = (form: HTMLFormElement, words: string, isSpoken: boolean): void => {
  const place = form.querySelector<HTMLElement>('[data-preview-state]')
  if (place) place.textContent = words
  if (isSpoken) announce(words)
}
