// Signs a letter in a person's name, within the request that brought the passphrase: asked for once, never again by itself.
import { createHash } from 'node:crypto'
import type { PersonalSigning, Signer } from '../../adapters/signing/port.ts'
import type { Command } from '../../core/dossier/commands.ts'
import type { By } from '../../core/dossier/events.ts'
import type { Signature } from '../../core/paper/signing.ts'
import { type Sentence, sentence } from '../../core/sentence.ts'
import { readSigner } from '../../store/signers.ts'
import type { Services } from '../services.ts'
import { readIdentity } from './identity.ts'
import type { Unsigned } from './waiting.ts'

export type SignNow = {
  agency: string
  dossier: string
  letter: Unsigned
  by: By
  person: string
  /** Lives as long as this call; it stands in no event, no job, no log. */
  passphrase: string
}

export type SignedNow = { ok: true } | { ok: false; reason: Sentence }

export const signNow = async (services: Services, wish: SignNow): Promise<SignedNow> => {
  const ready = await readyToSign(services, wish)
  if (!ready.ok) return ready
  const { port, signer, page } = ready
  const attempt = services.newId()
  const begun = await services.handle({ ...orderOf(wish, { type: 'begin-signing', attempt }), key: `begin:${attempt}` })
  if (!begun.ok) return { ok: false, reason: begun.refusal.sentence }
  const signed = await port.sign(page, signer, wish.passphrase)
  const outcome =
    signed.outcome === 'signed' ? await fileSigned(services, wish, { port, page, pdf: signed.pdf }) : signed
  if (outcome === null) return { ok: true }
  const record = { type: 'record-signing' as const, attempt, outcome: outcome.outcome, reason: outcome.reason }
  await services.handle({ ...orderOf(wish, record), by: SYSTEM, key: `signing:${attempt}` })
  return { ok: false, reason: outcome.reason }
}

type Ready = { ok: true; port: PersonalSigning; signer: Signer; page: Uint8Array }

/** All that can be found out before anything is asked of the service that cannot be taken back. */
const readyToSign = async (
  services: Services,
  { agency, letter, person }: SignNow,
): Promise<Ready | (SignedNow & { ok: false })> => {
  const port = services.signing.personal(agency)
  if (!port) return { ok: false, reason: notHere }
  const kept = await readSigner(services.store, agency, person)
  const signer = kept && readIdentity(services.unseal(kept.sealed))
  if (!signer) return { ok: false, reason: noIdentity }
  const page = await services.files.read(letter.signing?.prepared?.sha256 ?? '')
  if (!page) return { ok: false, reason: pageIsGone }
  const status = await port.status(signer)
  return status.ok ? { ok: true, port, signer, page } : { ok: false, reason: status.reason }
}

type Made = { port: PersonalSigning; page: Uint8Array; pdf: Uint8Array }
type Trouble = { outcome: 'failed' | 'unknown'; reason: Sentence }

/** @returns null when it is filed; a signature that cannot be kept stays unknown to the dossier, and a person looks */
const fileSigned = async (services: Services, wish: SignNow, { port, page, pdf }: Made): Promise<Trouble | null> => {
  const { letter } = wish
  const verified = await port.verify(pdf)
  if (verified.ok && (verified.value.signatures < 1 || /INVALID|NO_SIGNATURE/i.test(verified.value.conclusion)))
    return { outcome: 'unknown', reason: notValid }
  const kept = await services.files.put([pdf], { maxBytes: MOST_BYTES }).catch(() => null)
  if (!kept?.ok) return { outcome: 'unknown', reason: notKept }
  const name = `${letter.letter} ${letter.number}.pdf`.replaceAll('/', '-')
  const paper = { id: services.newId(), paper: letter.letter, ...kept.value, mime: 'application/pdf', name }
  const signature: Signature = {
    method: 'bsre',
    level: verified.ok ? verified.value.level : null,
    at: services.now(),
    preparedSha256: createHash('sha256').update(page).digest('hex'),
  }
  const filing = { type: 'file-letter' as const, paper, number: letter.number, signature }
  const filed = await services.handle({
    ...orderOf(wish, filing),
    by: SYSTEM,
    key: `file-letter:${wish.dossier}:${letter.number}`,
  })
  return filed.ok ? null : { outcome: 'unknown', reason: filed.refusal.sentence }
}

const MOST_BYTES = 50 * 1024 * 1024
const SYSTEM = { kind: 'system', job: 'sign' } as const

type Part<T> = T extends { type: string; task: string | null; letter: string } ? Omit<T, 'task' | 'letter'> : never
type Asking = Part<Extract<Command, { type: 'begin-signing' | 'record-signing' | 'file-letter' }>>

const orderOf = ({ agency, dossier, letter, by }: SignNow, asking: Asking) => {
  const { task, letter: name } = letter
  return { agency, dossier, by, command: { ...asking, task, letter: name } }
}

const notHere = sentence(
  'Layanan BSrE belum disetel di sini. Pakai cara lain, atau minta pengelola sistem menyetelnya.',
  'The BSrE service is not set up here. Sign in another way, or ask the administrator to set it up.',
)
const noIdentity = sentence(
  'Isi dahulu NIK atau surel Anda sebagai penanda tangan di halaman akun.',
  'First give your NIK or e-mail as a signer on your account page.',
)
const pageIsGone = sentence(
  'Naskah surat tidak ada di penyimpanan. Laporkan kepada pengelola sistem.',
  'The page of the letter is not in the storage. Tell the administrator.',
)
const notValid = sentence(
  'Berkas yang kembali dari BSrE tidak dinyatakan sah. Periksa di layanan BSrE.',
  'The file that came back from BSrE is not found valid. Look at the BSrE service.',
)
const notKept = sentence(
  'Surat sudah ditandatangani tetapi belum dapat disimpan. Laporkan kepada pengelola sistem; setelah penyimpanan pulih, tandatangani lagi dengan nomor yang sama.',
  'The letter was signed but could not be kept. Tell the administrator; when the storage is back, sign it again under the same number.',
)
