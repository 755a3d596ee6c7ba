// A file field that takes files by hand, by drop, from the clipboard and from the camera, and shows each with its progress.
import { announce } from '../announce.ts'
import type { KeptFile } from './kept-files.ts'
import { type FileGiven, type OneFile, startFile } from './one-file.ts'
import { limitWords, sizeWords, uploadWords } from './words.ts'

export type UploadField = {
  input: HTMLInputElement
  box: HTMLElement
  control: string
  take: (files: readonly File[]) => void
  restore: (file: KeptFile) => void
  files: () => readonly OneFile[]
}

const KINDS: Record<string, string> = { 'application/pdf': 'PDF', 'image/jpeg': 'JPEG', 'image/png': 'PNG' }
const ENDINGS: Record<string, string> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
}

/** @param changed told whenever a file is done, failed or gone */
export const enhanceField = (input: HTMLInputElement, changed: () => void): UploadField => {
  const words = uploadWords()
  const form = input.form
  const control = input.dataset.upload ?? ''
  const limits = { bytes: Number(input.dataset.uploadBytes), most: Number(input.dataset.uploadMost) }
  const accepted = input.accept.split(',').map((one) => one.trim())
  const box = document.createElement('div')
  box.className = 'upload-box'
  input.classList.add('input-ahead')
  input.replaceWith(box)
  const lead = document.createElement('p')
  lead.className = 'upload-lead'
  const list = document.createElement('ul')
  list.className = 'upload-list'
  list.setAttribute('aria-label', words.list)
  list.hidden = true
  const camera = accepted.some((kind) => kind.startsWith('image/')) ? cameraOf(input) : []
  lead.textContent = (camera.length > 0 ? words.leadByHand : isTouch() ? words.leadTouch : words.lead)(limits.most > 1)
  box.append(lead, input, ...camera, list)
  const files: OneFile[] = []

  const faultOf = (file: FileGiven): string | null => {
    if (file.size === 0) return words.empty
    if (!accepted.includes(kindOf(file))) return words.wrongKind(kindsOf(accepted))
    return file.size > limits.bytes ? words.tooBig(sizeWords(file.size), limitWords(limits.bytes)) : null
  }

  const add = (given: FileGiven, fault: string | null): void => {
    const key = (): string => form?.querySelector<HTMLInputElement>('input[name="csrf"]')?.value ?? ''
    const gone = (one: OneFile): void => {
      files.splice(files.indexOf(one), 1)
      one.row.element.remove()
      list.hidden = files.length === 0
      input.focus()
      changed()
    }
    const one = startFile(given, { control, key, changed, gone }, fault)
    files.push(one)
    list.append(one.row.element)
    list.hidden = false
  }

  const take = (chosen: readonly File[]): void => {
    for (const file of chosen) {
      // Where one file is asked for, another takes its place.
      if (limits.most === 1) for (const old of [...files]) old.remove()
      const given = { name: nameOf(file), type: file.type, size: file.size, file, upload: null }
      const isFull = files.length >= limits.most
      const fault = isFull ? words.tooMany(limits.most) : faultOf(given)
      if (fault === null) announce(words.saidBegun(given.name))
      add(given, fault)
    }
  }

  for (const one of [input, ...camera])
    one.addEventListener('change', () => {
      if (!(one instanceof HTMLInputElement)) return
      const chosen = [...(one.files ?? [])]
      // The form would send it a second time.
      one.value = ''
      take(chosen)
    })
  takeDrops(box, take)
  const restore = ({ name, type, bytes, file, upload }: KeptFile): void =>
    add({ name, type, size: bytes, file, upload }, null)
  return { input, box, control, take, restore, files: () => files }
}

const isTouch = (): boolean => matchMedia('(pointer: coarse)').matches

/** Telephones open the camera by it; a desk computer has none to open. */
const cameraOf = (input: HTMLInputElement): HTMLElement[] => {
  if (!isTouch()) return []
  const words = uploadWords()
  const camera = document.createElement('input')
  Object.assign(camera, { type: 'file', accept: 'image/jpeg,image/png', className: 'visually-hidden', tabIndex: -1 })
  camera.setAttribute('capture', 'environment')
  camera.setAttribute('aria-hidden', 'true')
  camera.dataset.noDraft = ''
  const button = document.createElement('button')
  Object.assign(button, { type: 'button', className: 'button button-secondary upload-photo', textContent: words.photo })
  button.setAttribute('aria-describedby', input.id)
  button.addEventListener('click', () => camera.click())
  return [button, camera]
}

const takeDrops = (box: HTMLElement, take: (files: readonly File[]) => void): void => {
  const mark = (isOver: boolean): void => {
    box.classList.toggle('is-over', isOver)
  }
  box.addEventListener('dragover', (event) => {
    event.preventDefault()
    mark(true)
  })
  box.addEventListener('dragleave', (event) => {
    if (!(event.relatedTarget instanceof Node && box.contains(event.relatedTarget))) mark(false)
  })
  box.addEventListener('drop', (event) => {
    event.preventDefault()
    mark(false)
    take([...(event.dataTransfer?.files ?? [])])
  })
}

/** What the browser says, or the end of the name where it says nothing; the server looks at the bytes. */
const kindOf = ({ type, name }: { type: string; name: string }): string =>
  type || (ENDINGS[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? '')

const kindsOf = (accepted: readonly string[]): string =>
  new Intl.ListFormat(document.documentElement.lang, { type: 'disjunction' }).format(
    accepted.map((kind) => KINDS[kind] ?? kind),
  )

/** Every picture from a clipboard is called the same. */
const nameOf = (file: File): string => {
  if (file.name !== 'image.png' && file.name !== '') return file.name
  const at = new Date(file.lastModified)
  const time = [at.getHours(), at.getMinutes(), at.getSeconds()].map((part) => String(part).padStart(2, '0')).join('')
  return `${uploadWords().pasted}-${time}.png`
}
