// Joins the scanner, the store and the quarantine: each file from outside is looked into once it lies there whole.
import type { QuarantineFiles } from '../adapters/files/quarantine.ts'
import type { FileStore } from '../adapters/files/store.ts'
import type { ScanPort } from '../adapters/scan/port.ts'
import type { FileToScreen, Screened, Screening } from '../adapters/scan/screening.ts'
import type { Instant } from '../core/clock/instant.ts'
import { sentence } from '../core/sentence.ts'
import type { Store } from '../store/connect.ts'
import { keepScan, scanStateOf } from '../store/file-scans.ts'
import { decideQuarantine, holdFile, QUARANTINE_PATH } from '../store/quarantine.ts'

type Parts = {
  store: Store
  files: FileStore
  scanner: ScanPort
  quarantine: QuarantineFiles
  now: () => Instant
  newId: () => string
  publicUrl: (agency: string) => string
  log: { warn: (facts: object, message: string) => void }
}

export const createScreening = (parts: Parts): Screening => ({
  scanner: parts.scanner,
  look: (office, file) => look(parts, office, file),
  decide: async (office, { file, ...decision }) => {
    const { store, quarantine, scanner, now } = parts
    // Its bytes first: a release that finds none is none.
    if (decision.state === 'released' && !(await quarantine.release(file))) return false
    if (!(await decideQuarantine(store, office, { ...decision, now: now() }))) return false
    if (decision.state === 'released')
      await keepScan(store, office, { file, state: 'released', scanner: scanner.name, now: now() })
    else await quarantine.destroy(file)
    return true
  },
})

const look = async (parts: Parts, office: string, file: FileToScreen): Promise<Screened> => {
  const { store, files, scanner, now } = parts
  if (!scanner.isSet) return { state: 'unscanned' }
  if ((await scanStateOf(store, office, file.file)) === 'released') return { state: 'clean' }
  const opened = await files.open(file.file)
  if (!opened) return { state: 'trouble', trouble: { ok: false, retry: false, reason: IS_GONE } }
  const said = await scanner.scan(opened.stream).finally(() => opened.stream.destroy())
  if (!said.ok) return { state: 'trouble', trouble: said }
  const known = { file: file.file, scanner: scanner.name, now: now() }
  if (said.value.isClean) {
    await keepScan(store, office, { ...known, state: 'clean' })
    return { state: 'clean' }
  }
  await keepApart(parts, office, { ...file, found: said.value.found })
  return { state: 'infected', found: said.value.found }
}

/** Held before it is moved: whatever breaks in between, nobody opens it any more. */
const keepApart = async (parts: Parts, office: string, { person, ...file }: FileToScreen & { found: string }) => {
  const { store, quarantine, scanner, now, newId, publicUrl, log } = parts
  const { found } = file
  await keepScan(store, office, { file: file.file, state: 'infected', found, scanner: scanner.name, now: now() })
  const letterToAdministrator = (language: string) => letterIn(language, `${publicUrl(office)}${QUARANTINE_PATH}`)
  const isNews = await holdFile(store, office, {
    ...file,
    quarantine: newId(),
    person,
    now: now(),
    newId,
    letterToAdministrator,
  })
  await quarantine.hold(file.file)
  if (isNews) log.warn({ agency: office, sha256: file.file, found }, 'malware found in a file; it is in quarantine')
}

const letterIn = (language: string, address: string) => {
  const speak = (one: { id: string; en: string }): string => (language === 'en' ? one.en : one.id)
  return { subject: speak(SUBJECT), body: `${speak(BODY)}\n\n${address}\n` }
}

const SUBJECT = sentence('Ada berkas di karantina', 'A file is in quarantine')
const BODY = sentence(
  'Pemindai malware menemukan sesuatu dalam sebuah berkas yang dikirim. Berkas itu dikarantina dan tidak dapat dibuka siapa pun. Putuskan di halaman ini: dilepaskan dengan alasan, atau dimusnahkan. Surel ini paling banyak satu kali sehari.',
  'The malware scanner found something in a file that was sent. It is in quarantine and nobody can open it. Decide on this page: release it with a reason, or destroy it. This mail comes once a day at most.',
)
const IS_GONE = sentence(
  'Berkas itu tidak tersimpan. Unggah sekali lagi.',
  'That file was not kept. Upload it once more.',
)
