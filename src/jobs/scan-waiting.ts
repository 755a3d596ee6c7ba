// Looks into files that came while the malware scanner was away; and tells the administrators, once a day, as long as it is.
import { sentence } from '../core/sentence.ts'
import { fileNamed, forgetScan, waitingFiles } from '../store/file-scans.ts'
import { QUARANTINE_PATH, tellAdministrators } from '../store/quarantine.ts'
import type { JobRun, JobTools } from './tools.ts'

const AT_ONCE = 100

export const scanWaiting: JobRun = async (tools) => {
  if (!tools.screening.scanner.isSet) return
  for (const { agency } of tools.catalogue.agencies) await scanOf(tools, agency.agency)
}

const scanOf = async (tools: JobTools, office: string): Promise<void> => {
  const { store, screening, log } = tools
  for (const file of await waitingFiles(store, office, AT_ONCE)) {
    const known = await fileNamed(store, office, file)
    const screened = await screening.look(office, {
      file,
      name: known?.name ?? '',
      bytes: known?.bytes ?? 0,
      person: null,
    })
    if (screened.state !== 'trouble') continue
    // Its form was never sent and it was cleared away; nobody waits for it.
    if (!screened.trouble.retry && known === null) await forgetScan(store, office, file)
    if (!screened.trouble.retry) continue
    log.warn({ agency: office, reason: screened.trouble.reason.en }, 'the malware scanner is away')
    await tell(tools, office)
    return
  }
}

const tell = ({ store, now, newId, publicUrl }: JobTools, office: string): Promise<void> =>
  tellAdministrators(store, office, {
    about: 'scanner-away',
    now: now(),
    newId,
    letter: (language) => {
      const speak = (one: { id: string; en: string }): string => (language === 'en' ? one.en : one.id)
      return { subject: speak(SUBJECT), body: `${speak(BODY)}\n\n${publicUrl(office)}${QUARANTINE_PATH}\n` }
    },
  })

const SUBJECT = sentence('Pemindai malware tidak dapat dihubungi', 'The malware scanner cannot be reached')
const BODY = sentence(
  'Berkas yang dikirim sejak itu sudah diterima, tetapi belum dapat dibuka petugas sampai selesai dipindai. Nyalakan kembali ClamAV; pemindaian dilanjutkan sendiri. Surel ini paling banyak satu kali sehari. Keadaannya ada di halaman ini:',
  'Files that were sent since then have been taken, but officers cannot open them until they are scanned. Start ClamAV again; scanning goes on by itself. This mail comes once a day at most. How it stands is on this page:',
)
