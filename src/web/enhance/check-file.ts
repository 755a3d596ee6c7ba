// Computes the fingerprint of a file that is dropped or chosen on the check page, here in the browser, and asks with it alone.
import { sha256 } from '@noble/hashes/sha2.js'

const PIECES_FROM_BYTES = 64_000_000

export const checkFiles = (page: Document): void => {
  const zone = page.querySelector<HTMLElement>('[data-check-file]')
  const form = zone?.closest('form')
  const chosen = zone?.querySelector<HTMLInputElement>('input[type="file"]')
  const said = zone?.querySelector<HTMLElement>('[role="status"]')
  const typed = form?.querySelector<HTMLInputElement>('input[name="sha256"]')
  if (!zone || !form || !chosen || !said || !typed) return
  zone.hidden = false
  form.querySelector('details')?.removeAttribute('open')
  const look = async (file: File | undefined): Promise<void> => {
    if (!file) return
    said.textContent = zone.dataset.working ?? ''
    try {
      typed.value = await fingerprintOf(file)
      form.requestSubmit()
    } catch {
      said.textContent = zone.dataset.broken ?? ''
      form.querySelector('details')?.setAttribute('open', '')
    }
  }
  chosen.addEventListener('change', () => look(chosen.files?.[0]))
  followDrops(page, zone, look)
}

/** Dropped beside the zone a browser would open the file and leave the page. */
const followDrops = (page: Document, zone: HTMLElement, look: (file: File | undefined) => void): void => {
  const mark = (isOver: boolean) => zone.classList.toggle('is-over', isOver)
  page.addEventListener('dragover', (event) => {
    event.preventDefault()
    mark(true)
  })
  page.addEventListener('dragleave', () => mark(false))
  page.addEventListener('drop', (event) => {
    event.preventDefault()
    mark(false)
    look(event.dataTransfer?.files[0])
  })
}

/** Browsers compute it themselves on pages over TLS alone, and only of a file that fits into memory. */
const fingerprintOf = async (file: File): Promise<string> => {
  const isSmall = file.size <= PIECES_FROM_BYTES
  if (crypto.subtle && isSmall)
    return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer())))
  const hash = sha256.create()
  const reader = file.stream().getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return hex(hash.digest())
    hash.update(value)
  }
}

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')

checkFiles(document)
