// Files that a program sends in pieces over a bad line: begun, added to, asked about, taken back.
import { z } from 'zod'
import { sentence } from '../../../core/sentence.ts'
import { mayKeep } from '../../request/posted.ts'
import {
  type Arrived,
  type ArriveFault,
  addPiece,
  beginUpload,
  dropUploadOf,
  IS_GONE,
  MOST_PIECE_BYTES,
  MOST_UPLOAD_BYTES,
  type Sender,
  type Standing,
  TOO_OFTEN,
  uploadStanding,
} from '../../uploads/arrive.ts'
import { type Asked, bad, type Caller, type Endpoint, endpoint, good, type Reply, SENT_BYTES } from '../endpoint.ts'
import type { ProblemCode } from '../problem-codes.ts'
import { says } from '../says.ts'
import { id } from '../shapes/common.ts'

const standing = z
  .strictObject({
    upload: id,
    name: z.string(),
    bytes: z.int(),
    offset: z
      .int()
      .meta(
        says(
          'sebanyak ini sudah tersimpan; potongan berikutnya mulai di sini',
          'so many bytes are kept; here the next piece begins',
        ),
      ),
    state: z
      .enum(['arriving', 'whole'])
      .meta(says('`whole`: boleh disebut di formulir', '`whole`: a form may name it')),
  })
  .meta({ id: 'ArrivingUpload' })

const sending = { tag: 'paper', scope: ['apply', 'work'] } as const
const MEGABYTE = 1024 * 1024

export const arrivingUploadEndpoints: readonly Endpoint[] = [
  endpoint('post', {
    ...sending,
    id: 'beginUpload',
    path: '/uploads/begin',
    summary: sentence('Mulai mengunggah berkas dalam potongan', 'Begin to send a file in pieces'),
    description: sentence(
      `Untuk berkas besar atau jaringan yang sering putus; paling besar ${MOST_UPLOAD_BYTES / MEGABYTE} MB (isian boleh menetapkan lebih kecil). Kirim potongannya ke \`PATCH /uploads/{upload}\`; bila terputus, tanyakan \`GET /uploads/{upload}\` dan lanjutkan dari \`offset\`, juga setelah program atau server dimulai lagi. Yang tidak dilanjutkan dibersihkan setelah satu hari.`,
      `For large files or bad lines; ${MOST_UPLOAD_BYTES / MEGABYTE} MB at most (a field may take less). Send its pieces to \`PATCH /uploads/{upload}\`; when the line breaks, ask \`GET /uploads/{upload}\` and go on from \`offset\`, after a restart of the program or the server too. What is not gone on with is cleared away after a day.`,
    ),
    body: z.strictObject({ name: z.string().max(500), bytes: z.int().min(1) }),
    example: { name: 'surat-permohonan.pdf', bytes: 48_213 },
    answer: standing,
    status: 201,
    problems: ['too-big', 'too-often'],
    handle: async (call) => {
      if (!(await mayKeep(call.c, call.services, call.caller.person)())) return bad('too-often', TOO_OFTEN)
      return replied(await beginUpload(call.services, senderOf(call), call.body))
    },
  }),
  endpoint('get', {
    ...sending,
    id: 'readUpload',
    path: '/uploads/{upload}',
    summary: sentence('Sampai di mana sebuah unggahan', 'How far an upload has come'),
    params: z.object({ upload: id }),
    answer: standing,
    handle: async (call) => {
      const found = await uploadStanding(call.services, senderOf(call), call.params.upload)
      return found ? good(shown(found)) : bad('not-found', IS_GONE)
    },
  }),
  endpoint('patch', {
    ...sending,
    id: 'sendPiece',
    path: '/uploads/{upload}',
    summary: sentence('Kirim satu potongan berkas', 'Send one piece of a file'),
    description: sentence(
      `Paling besar ${MOST_PIECE_BYTES / MEGABYTE} MB. Sebuah potongan diterima seluruhnya atau tidak sama sekali. Setelah potongan terakhir isi berkas diperiksa; berkas yang ditolak terhapus.`,
      `${MOST_PIECE_BYTES / MEGABYTE} MB at most. A piece is taken whole or not at all. After the last piece the content is looked into; a file that is refused is gone.`,
    ),
    params: z.object({ upload: id }),
    query: z.object({
      from: z.coerce
        .number()
        .int()
        .min(0)
        .meta(says('awal potongan ini dalam berkas', 'where in the file this piece begins')),
      sha256: z
        .string()
        .regex(/^[0-9a-f]{64}$/i)
        .optional()
        .meta(
          says(
            'SHA-256 potongan ini; bila berbeda, potongan ditolak',
            'SHA-256 of this piece; it is refused when it differs',
          ),
        ),
    }),
    body: SENT_BYTES,
    answer: standing,
    problems: ['out-of-step', 'too-big', 'invalid'],
    handle: async (call) => {
      const { params, query, body, services } = call
      return replied(await addPiece(services, senderOf(call), { ...params, ...query, body }))
    },
  }),
  endpoint('delete', {
    ...sending,
    id: 'dropUpload',
    path: '/uploads/{upload}',
    summary: sentence('Hapus unggahan yang belum dipakai', 'Take back an upload that is not used yet'),
    params: z.object({ upload: id }),
    answer: null,
    handle: async (call) =>
      (await dropUploadOf(call.services, senderOf(call), call.params.upload))
        ? good(undefined)
        : bad('not-found', IS_GONE),
  }),
]

const senderOf = ({ office, agency, caller, now }: Asked & { caller: Caller }): Sender => ({
  office,
  agency: agency.agency,
  person: caller.person,
  now,
})

const CODE_OF: Record<ArriveFault, ProblemCode> = {
  gone: 'not-found',
  'too-big': 'too-big',
  'too-much': 'too-often',
  'out-of-step': 'out-of-step',
  again: 'away',
}

const replied = (arrived: Arrived): Reply<z.output<typeof standing>> => {
  if (!arrived.ok) return bad(CODE_OF[arrived.fault], arrived.reason)
  const { state, reason } = arrived.standing
  if (state !== 'refused') return good(shown(arrived.standing))
  return bad('invalid', reason, reason ? [{ in: 'body', path: '', sentence: reason }] : [])
}

const shown = ({ upload, name, bytes, offset, state }: Standing): z.output<typeof standing> => ({
  upload,
  name,
  bytes,
  offset,
  state: state === 'whole' ? 'whole' : 'arriving',
})
