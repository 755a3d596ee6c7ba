// Sends the files of a form ahead of it, and holds the form back until they are there. Without scripts the form brings them itself.
import { announce } from '../announce.ts'
import { enhanceField, type UploadField } from './field.ts'
import { forgetAllFiles, forgetFile, keptFiles } from './kept-files.ts'
import { uploadWords } from './words.ts'

/** Which uploads a form has just named; if the next page is no fault of ours, they arrived. */
const SENT = 'mipp-uploads-sent'

export const sendFilesAhead = (page: Document): void => {
  page.addEventListener('submit', (event) => {
    if (event.target instanceof HTMLFormElement && event.target.dataset.dropDrafts !== undefined) forgetAllFiles()
  })
  void forgetArrived().then(() => enhance(page))
}

const enhance = (page: Document): void => {
  const inputs = [...page.querySelectorAll<HTMLInputElement>('input[type=file][data-upload]')]
  const forms = Map.groupBy(
    inputs.filter((input) => input.form?.querySelector('input[name="csrf"]')),
    (input) => input.form,
  )
  const fields: UploadField[] = []
  for (const [form, here] of forms) {
    if (form === null) continue
    const holder = holdForm(form, () => fields.filter((one) => one.input.form === form))
    fields.push(...here.map((input) => enhanceField(input, holder)))
  }
  if (fields.length === 0) return
  listenToPaste(page, fields)
  keepPage(page)
  void restore(fields)
}

/** A form is sent when all of its files are there. @returns what is called when one of them has changed */
const holdForm = (form: HTMLFormElement, fields: () => readonly UploadField[]): (() => void) => {
  let held: { button: HTMLElement | null } | null = null
  const files = () => fields().flatMap((field) => field.files())
  // Before anything else hears of it: held back it has not been sent.
  document.addEventListener(
    'submit',
    (event) => {
      if (event.target !== form) return
      if (files().some((file) => file.isPending())) {
        event.preventDefault()
        event.stopImmediatePropagation()
        held = { button: event.submitter }
        say(form, uploadWords().held)
        return
      }
      const named = [...form.querySelectorAll<HTMLInputElement>('.upload input[type=hidden]')].map((one) => one.value)
      if (named.length > 0) sessionStorage.setItem(SENT, JSON.stringify(named))
    },
    true,
  )
  return () => {
    if (files().some((file) => file.isPending())) return
    const wanted = held
    held = null
    if (wanted === null) return
    if (files().some((file) => file.isFailed())) return say(form, uploadWords().unsent)
    say(form, '')
    form.requestSubmit(wanted.button)
  }
}

const say = (form: HTMLFormElement, words: string): void => {
  let place = form.querySelector<HTMLElement>('.upload-held')
  if (place === null) {
    place = document.createElement('p')
    place.className = 'upload-held'
    form.append(place)
  }
  place.textContent = words
  announce(words)
}

/** Into the field one stands in, or the only one there is. */
const listenToPaste = (page: Document, fields: readonly UploadField[]): void => {
  page.addEventListener('paste', (event) => {
    const files = [...(event.clipboardData?.files ?? [])]
    if (files.length === 0) return
    const seen = fields.filter(({ box }) => box.offsetParent !== null)
    const near = seen.find(({ box }) => box.closest('.field')?.contains(page.activeElement))
    const field = near ?? (seen.length === 1 ? seen[0] : undefined)
    if (seen.length === 0) return
    event.preventDefault()
    if (field) field.take(files)
    else announce(uploadWords().whichField)
  })
}

/** A file dropped beside the field would take the place of the page. */
const keepPage = (page: Document): void => {
  for (const name of ['dragover', 'drop'] as const)
    page.addEventListener(name, (event) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
    })
}

const restore = async (fields: readonly UploadField[]): Promise<void> => {
  for (const file of await keptFiles(location.pathname, Date.now()))
    fields.find(({ control }) => control === file.control)?.restore(file)
}

const forgetArrived = async (): Promise<void> => {
  const sent = sessionStorage.getItem(SENT)
  if (sent === null) return
  sessionStorage.removeItem(SENT)
  const [visit] = performance.getEntriesByType('navigation')
  if (visit instanceof PerformanceNavigationTiming && visit.responseStatus >= 500) return
  const uploads: unknown = JSON.parse(sent)
  for (const upload of Array.isArray(uploads) ? uploads : []) await forgetFile(String(upload))
}
