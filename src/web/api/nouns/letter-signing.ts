// A letter that waits for its signature: its scan is filed, the outcome of a try is settled, its number is given up.
import { z } from 'zod'
import type { Command } from '../../../core/dossier/commands.ts'
import { letterNamed } from '../../../core/dossier/letters/named.ts'
import { sentence } from '../../../core/sentence.ts'
import { findUploads } from '../../../store/uploads.ts'
import { byOfficer } from '../../acting.ts'
import { scanCommand } from '../../signing/scan-command.ts'
import { isWaitingForHand, signerOf } from '../../signing/waiting.ts'
import { bad, type Call, type Caller, type Endpoint, endpoint } from '../endpoint.ts'
import { ON_TASK } from '../operation-problems.ts'
import { says } from '../says.ts'
import { id } from '../shapes/common.ts'
import { done } from '../shapes/done.ts'
import { UPLOAD_UNKNOWN } from '../shapes/form.ts'
import { onDossier } from './on-task.ts'
import { findDossier } from './open-dossier.ts'

const PATH = '/dossiers/{dossier}/letters/{letter}'
const acting = {
  tag: 'dossier',
  scope: 'work',
  params: z.object({ dossier: id, letter: z.string().max(100) }),
  answer: done,
  isCommand: true,
  problems: ['not-allowed', ...ON_TASK, 'effect-running'],
} as const
const reason = z.strictObject({ reason: z.string().trim().min(1).max(2000) })
const scan = z
  .strictObject({
    upload: id.meta(says('dari jawaban `POST /uploads`', 'what `POST /uploads` answered')),
    eye: z
      .string()
      .max(2000)
      .default('')
      .meta(
        says(
          'bila kode QR pada pindaian tidak terbaca: mengapa Anda yakin inilah suratnya',
          'where the QR code of the scan cannot be read: why you are sure that this is the letter',
        ),
      ),
  })
  .meta({ id: 'LetterScan' })

export const letterSigningEndpoints: readonly Endpoint[] = [
  endpoint('post', {
    ...acting,
    id: 'fileLetterScan',
    path: `${PATH}/scan`,
    summary: sentence(
      'Simpan pindaian surat yang ditandatangani dengan pena',
      'File the scan of a letter that was signed by hand',
    ),
    description: sentence(
      'Pindaian dicocokkan dengan halaman yang dibekukan: kode QR dan jumlah halamannya. Sesudah itu surat terkirim.',
      'The scan is matched with the frozen page by its QR code and its number of pages. The letter is sent with it.',
    ),
    body: scan,
    example: { upload: '0f8fad5b-d9cb-469f-a165-70867728950e', eye: '' },
    handle: (call) => onUnsigned(call, (letter) => scanned(call, letter)),
  }),
  endpoint('post', {
    ...acting,
    id: 'settleLetterSigning',
    path: `${PATH}/settle-signing`,
    summary: sentence(
      'Catat bahwa penandatanganan yang hasilnya belum diketahui tidak berhasil',
      'Note that a signing whose outcome was unknown came to nothing',
    ),
    body: reason,
    example: { reason: 'Sudah diperiksa di layanan BSrE: tidak ada salinannya' },
    handle: (call) => onUnsigned(call, (letter) => ({ type: 'settle-signing', ...placeOf(letter), ...call.body })),
  }),
  endpoint('post', {
    ...acting,
    id: 'voidLetter',
    path: `${PATH}/void`,
    summary: sentence(
      'Batalkan nomor surat yang belum ditandatangani; suratnya kembali menjadi konsep',
      'Give up the number of a letter that is not signed; the letter is a draft again',
    ),
    body: reason,
    example: { reason: 'Salah alamat' },
    handle: (call) => onUnsigned(call, (letter) => ({ type: 'void-letter', ...placeOf(letter), ...call.body })),
  }),
]

type Place = { dossier: string; letter: string }
type On<Body> = Call<Place, unknown, Body, Caller>
type Known = NonNullable<ReturnType<typeof letterNamed>>
type Wanted = Command | ReturnType<typeof bad>

const placeOf = ({ task, letter }: Known) => ({ task, letter })

/** Under the hat of whoever signs it; of a letter that waits no longer the core says so, or answers the same again. */
const onUnsigned = async <Body>(call: On<Body>, commandOf: (letter: Known) => Wanted | Promise<Wanted>) => {
  const opened = await findDossier(call, call.params.dossier, 'see-inside')
  if (!opened.ok) return opened
  const letter = letterNamed(opened.found.dossier, call.params.letter)
  if (!letter) return bad('not-found')
  const signer = signerOf(call.caller, opened.found, letter)
  if (!signer && isWaitingForHand(letter)) return bad('not-yours')
  return onDossier(call, {
    act: 'see-inside',
    hats: (found) => [signer, byOfficer(call.caller, found)],
    command: () => commandOf(letter),
  })
}

const scanned = async (call: On<z.output<typeof scan>>, letter: Known): Promise<Wanted> => {
  if (!isWaitingForHand(letter)) return filedBefore(letter)
  const { services, office, caller, body } = call
  const [kept] = await findUploads(services.store, office, caller.person, [body.upload])
  if (!kept) return atUpload(UPLOAD_UNKNOWN)
  const upload = { ...kept, field: 'file', refused: null }
  const read = await scanCommand(services, { agency: office, letter, upload, eye: body.eye })
  if (read.ok) return read.command
  return read.field === 'file' ? atUpload(read.reason) : atEye(read.reason)
}

/** Sent again its key answers; under another key the core finds nothing that waits. */
const filedBefore = (letter: Known): Wanted =>
  letter.paper === null
    ? bad('not-open')
    : { type: 'file-scan', ...placeOf(letter), paper: letter.paper, match: { by: 'code' } }

const atUpload = (said: typeof UPLOAD_UNKNOWN) =>
  bad('invalid', undefined, [{ in: 'body', path: '/upload', sentence: said }])
const atEye = (said: typeof UPLOAD_UNKNOWN) => bad('invalid', undefined, [{ in: 'body', path: '/eye', sentence: said }])
