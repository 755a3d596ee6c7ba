// A file on its way in pieces: begun, added to, looked into once it is whole, or taken back; alike for pages and programs.
import type { Readable } from 'node:stream'
import type { AgencyData } from '../../core/agency/catalogue.ts'
import type { Instant } from '../../core/clock/instant.ts'
import { MOST_FILE_BYTES } from '../../core/procedure/field-schema.ts'
import { type Sentence, sentence } from '../../core/sentence.ts'
import {
  type Arriving,
  advanceArriving,
  beginArriving,
  dropArriving,
  findArriving,
  uploadsHeld,
} from '../../store/arriving-uploads.ts'
import { dropUpload, findUploads, isUploadId } from '../../store/uploads.ts'
import { safeName } from '../request/body.ts'
import type { Services } from '../services.ts'
import { makeWhole } from './make-whole.ts'

/** Whose uploads, at which moment. */
export type Sender = { office: string; agency: AgencyData['agency']; person: string; now: Instant }

/** How a file stands: `whole` may be named in a form, `refused` says why it never will be. */
export type Standing = {
  upload: string
  name: string
  bytes: number
  /** So many bytes are kept: where the next piece begins. */
  offset: number
  state: 'arriving' | 'whole' | 'refused'
  reason?: Sentence
}

/** `out-of-step`: the next piece begins elsewhere. `again`: the same piece may be sent once more. */
export type ArriveFault = 'gone' | 'too-big' | 'too-much' | 'out-of-step' | 'again'
export type Arrived =
  | { ok: true; standing: Standing }
  | { ok: false; fault: ArriveFault; reason: Sentence; offset?: number }

/** Of one file, whatever its field takes: the form says its own limit. */
export const MOST_UPLOAD_BYTES = MOST_FILE_BYTES
/** Of one piece: what is lost when the line breaks. */
export const MOST_PIECE_BYTES = 8 * 1024 * 1024
const MOST_ARRIVING = 50
/** Of one person, on its way and lying ready together. */
const MOST_HELD_BYTES = 2 * 1024 * 1024 * 1024

export const beginUpload = async (
  services: Services,
  { office, person, now }: Sender,
  told: { name: string; bytes: number },
): Promise<Arrived> => {
  if (told.bytes > MOST_UPLOAD_BYTES) return { ok: false, fault: 'too-big', reason: IS_TOO_BIG }
  const held = await uploadsHeld(services.store, office, person)
  if (held.arriving >= MOST_ARRIVING || held.bytes + told.bytes > MOST_HELD_BYTES)
    return { ok: false, fault: 'too-much', reason: HOLDS_TOO_MUCH }
  const file = { upload: services.newId(), name: safeName(told.name), bytes: told.bytes }
  await beginArriving(services.store, office, { ...file, person, now })
  return { ok: true, standing: { ...file, offset: 0, state: 'arriving' } }
}

export const uploadStanding = async (services: Services, { office, person }: Sender, upload: string) => {
  const arriving = await findArriving(services.store, office, person, upload)
  if (arriving) return standingOf(arriving)
  const [whole] = await findUploads(services.store, office, person, [upload])
  return whole ? wholeStanding(whole) : null
}

export type SentPiece = {
  upload: string
  from: number
  sha256?: string | undefined
  body: Readable
  signal?: AbortSignal | undefined
}

/** A piece without bytes at the end of a file asks for it to be looked into again, after a fault of ours. */
export const addPiece = async (services: Services, sender: Sender, piece: SentPiece): Promise<Arrived> => {
  const { store, arriving: files } = services
  const known = await findArriving(store, sender.office, sender.person, piece.upload)
  if (!known) return atEnd(await uploadStanding(services, sender, piece.upload))
  if (piece.from !== known.received) return outOfStep(known.received)
  const { upload, from, body, sha256, signal } = piece
  const room = Math.min(known.bytes - from, MOST_PIECE_BYTES)
  const written = await files.write({ upload, from, maxBytes: room, sha256, signal }, body)
  if (!written.ok) return { ok: false, fault: written.retry ? 'again' : 'too-big', reason: written.reason }
  const to = from + written.value
  if (!(await advanceArriving(store, sender.office, { upload, from, to, now: sender.now })))
    return outOfStep((await findArriving(store, sender.office, sender.person, upload))?.received ?? 0)
  if (to < known.bytes) return { ok: true, standing: standingOf({ ...known, received: to }) }
  return finish(services, sender, { ...known, received: to })
}

export const dropUploadOf = async (
  services: Services,
  { office, person }: Sender,
  upload: string,
): Promise<boolean> => {
  if (!isUploadId(upload)) return false
  const was = { person, upload }
  const isGone = (await dropArriving(services.store, office, was)) || (await dropUpload(services.store, office, was))
  if (isGone) await services.arriving.remove(upload)
  return isGone
}

const finish = async (services: Services, sender: Sender, file: Arriving): Promise<Arrived> => {
  const made = await makeWhole(services, sender, file)
  if (made.state === 'again') return { ok: false, fault: 'again', reason: made.reason, offset: file.received }
  if (made.state === 'refused')
    return { ok: true, standing: { ...standingOf(file), state: 'refused', reason: made.reason } }
  return { ok: true, standing: wholeStanding({ upload: file.upload, ...made.file }) }
}

const standingOf = ({ upload, name, bytes, received }: Arriving): Standing => ({
  upload,
  name,
  bytes,
  offset: received,
  state: 'arriving',
})

const wholeStanding = ({ upload, name, bytes }: { upload: string; name: string; bytes: number }): Standing => ({
  upload,
  name,
  bytes,
  offset: bytes,
  state: 'whole',
})

/** A piece that comes after the last: its answer was lost on the way. */
const atEnd = (standing: Standing | null): Arrived =>
  standing ? { ok: true, standing } : { ok: false, fault: 'gone', reason: IS_GONE }

const outOfStep = (offset: number): Arrived => ({ ok: false, fault: 'out-of-step', reason: OUT_OF_STEP, offset })

export const IS_GONE = sentence(
  'Unggahan itu tidak ada atau bukan milik Anda. Unggah sekali lagi.',
  'There is no such upload, or it is not yours. Upload it once more.',
)
const OUT_OF_STEP = sentence(
  'Potongan berikutnya mulai di tempat lain. Lanjutkan dari `offset`.',
  'The next piece begins elsewhere. Go on from `offset`.',
)
const IS_TOO_BIG = sentence(
  `Berkas terlalu besar; paling besar ${MOST_UPLOAD_BYTES / 1024 / 1024} MB. Perkecil lalu unggah lagi.`,
  `The file is too large; it may have ${MOST_UPLOAD_BYTES / 1024 / 1024} MB at most. Make it smaller and upload it again.`,
)
const HOLDS_TOO_MUCH = sentence(
  'Terlalu banyak unggahan Anda yang belum dipakai. Kirim formulirnya atau hapus sebagian; sisanya dibersihkan sendiri setelah satu hari.',
  'Too many of your uploads are not used yet. Send their forms or remove some; the rest is cleared away by itself after a day.',
)
export const TOO_OFTEN = sentence(
  'Terlalu banyak berkas diunggah dari akun ini dalam satu jam. Unggah lagi satu jam lagi.',
  'Too many files were uploaded from this account within an hour. Upload it again in an hour.',
)
