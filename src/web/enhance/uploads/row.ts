// One file under its field: what it is, how far it has come, and the buttons for it.
import { sizeWords, uploadWords } from './words.ts'

export type RowState =
  | { state: 'waiting' | 'checking' | 'whole' | 'offline' }
  | { state: 'sending'; bytes: number }
  | { state: 'again'; seconds: number }
  | { state: 'failed'; reason: string; mayRetry: boolean }

export type Row = {
  element: HTMLLIElement
  show: (state: RowState) => void
  /** Names the file in the form. */
  name: (control: string, upload: string) => void
}

export type RowEvents = { remove: () => void; retry: () => void }

const THUMB_PX = 96

export const makeRow = (file: { name: string; size: number }, events: RowEvents): Row => {
  const words = uploadWords()
  const element = document.createElement('li')
  element.className = 'upload'
  const thumb = document.createElement('canvas')
  thumb.className = 'upload-thumb'
  thumb.hidden = true
  const name = child('span', 'upload-name', file.name)
  const size = child('span', 'upload-size', sizeWords(file.size))
  const bar = document.createElement('progress')
  bar.max = Math.max(1, file.size)
  bar.setAttribute('aria-label', words.progress(file.name))
  const says = child('span', 'upload-state', '')
  const retry = button(words.retry, words.of(words.retry, file.name), events.retry)
  const remove = button(words.cancel, words.of(words.cancel, file.name), events.remove)
  const head = child('div', 'upload-head', '')
  head.append(name, ' ', size)
  const body = child('div', 'upload-body', '')
  body.append(head, bar, says)
  const acts = child('div', 'upload-acts', '')
  acts.append(retry, remove)
  element.append(thumb, body, acts)
  const show = (state: RowState): void => {
    element.dataset.state = state.state
    says.textContent = stateWords(state, file.size)
    bar.hidden = state.state === 'whole' || state.state === 'failed'
    bar.value = state.state === 'sending' ? state.bytes : state.state === 'checking' ? file.size : bar.value
    retry.hidden = !(state.state === 'failed' && state.mayRetry)
    const isOver = state.state === 'whole' || state.state === 'failed'
    remove.textContent = isOver ? words.remove : words.cancel
    remove.setAttribute('aria-label', words.of(isOver ? words.remove : words.cancel, file.name))
  }
  show({ state: 'waiting' })
  return {
    element,
    show,
    name: (control, upload) => {
      const hidden = document.createElement('input')
      Object.assign(hidden, { type: 'hidden', name: control, value: upload })
      element.append(hidden)
    },
  }
}

/** Drawn from the file itself; a file that no browser can draw has none. */
export const drawThumb = async (row: Row, file: Blob): Promise<void> => {
  const canvas = row.element.querySelector('canvas')
  if (canvas === null || !file.type.startsWith('image/')) return
  try {
    const picture = await createImageBitmap(file, { resizeHeight: THUMB_PX, resizeQuality: 'medium' })
    canvas.width = Math.min(picture.width, THUMB_PX * 2)
    canvas.height = picture.height
    canvas.getContext('2d')?.drawImage(picture, 0, 0)
    canvas.hidden = false
    picture.close()
  } catch {
    canvas.hidden = true
  }
}

const stateWords = (state: RowState, size: number): string => {
  const words = uploadWords()
  switch (state.state) {
    case 'waiting':
      return words.waiting
    case 'checking':
      return words.checking
    case 'whole':
      return words.whole
    case 'offline':
      return words.offline
    case 'again':
      return words.again(state.seconds)
    case 'sending': {
      const percent = Math.floor((state.bytes / Math.max(1, size)) * 100)
      return words.sending(percent, sizeWords(state.bytes), sizeWords(size))
    }
    case 'failed':
      return state.reason
  }
}

const child = <K extends 'span' | 'div'>(tag: K, name: string, text: string): HTMLElementTagNameMap[K] => {
  const made = document.createElement(tag)
  made.className = name
  made.textContent = text
  return made
}

const button = (text: string, label: string, act: () => void): HTMLButtonElement => {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'button button-quiet upload-act'
  made.textContent = text
  made.setAttribute('aria-label', label)
  made.addEventListener('click', act)
  return made
}
