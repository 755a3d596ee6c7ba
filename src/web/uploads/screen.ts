// Every file that comes from outside passes the malware scanner before anything else looks at it.
import type { AgencyData } from '../../core/agency/catalogue.ts'
import type { Instant } from '../../core/clock/instant.ts'
import { type Sentence, sentence } from '../../core/sentence.ts'
import { keepScan } from '../../store/file-scans.ts'
import type { Posted, Upload } from '../request/body.ts'
import type { Services } from '../services.ts'

export type Screener = { agency: AgencyData['agency']; person: string | null; now: Instant }

type Told = { refused: Sentence; mayRetry: boolean }

/** @returns why it may not be used; null where it may. Is the scanner away, the office has decided what happens */
export const screenFile = async (
  { screening, store, log }: Pick<Services, 'screening' | 'store' | 'log'>,
  { agency, person, now }: Screener,
  { name, sha256: file, bytes }: Pick<Upload, 'name' | 'sha256' | 'bytes'>,
): Promise<Told | null> => {
  const screened = await screening.look(agency.agency, { file, name, bytes, person })
  switch (screened.state) {
    case 'clean':
    case 'unscanned':
      return null
    case 'infected':
      return { refused: isInfected(screened.found), mayRetry: false }
    case 'trouble': {
      const { retry, reason } = screened.trouble
      if (!retry) return { refused: reason, mayRetry: false }
      log.warn({ reason: reason.en }, 'the malware scanner is away')
      if (agency.uploads.whenScannerIsDown === 'refuse') return { refused: IS_AWAY, mayRetry: true }
      await keepScan(store, agency.agency, { file, state: 'waiting', scanner: screening.scanner.name, now })
      return null
    }
  }
}

/** What a form brought itself; files that were sent ahead have passed. */
export const screenPosted = async (
  services: Pick<Services, 'screening' | 'store' | 'log'>,
  screener: Screener,
  posted: Posted,
): Promise<Posted> => {
  const files: Upload[] = []
  for (const upload of posted.files) {
    const told = upload.refused ? null : await screenFile(services, screener, upload)
    files.push(told ? { ...upload, refused: told.refused, fault: told.mayRetry ? 'not-kept' : 'unfit' } : upload)
  }
  return { ...posted, files }
}

const isInfected = (found: string): Sentence =>
  sentence(
    `Pemindai malware menemukan "${found}" dalam berkas ini. Berkas dikarantina dan pengelola kantor sudah diberi tahu. Periksa komputer Anda dengan antivirus, lalu kirim berkas lain.`,
    `The malware scanner found "${found}" in this file. It is in quarantine, and the administrators of the office have been told. Check your computer with an antivirus program, then send another file.`,
  )

const IS_AWAY = sentence(
  'Pemindai malware kantor sedang tidak dapat dihubungi, sehingga berkas belum dapat diterima. Isian lain tetap ada; unggah lagi beberapa saat lagi.',
  'The malware scanner of the office cannot be reached just now, so no file can be taken. Everything else is still here; upload it again in a moment.',
)
