// Files that a program sends before it names them in a command: looked into here, kept for its person alone.
import { z } from 'zod'
import { type Sentence, sentence } from '../../../core/sentence.ts'
import { UPLOAD_DAYS } from '../../../store/tidy.ts'
import { keepUpload } from '../../../store/uploads.ts'
import { ANY_KIND } from '../../fields/attachment.ts'
import { lookInto } from '../../fields/uploads.ts'
import { MAX_FILE_BYTES } from '../../request/body.ts'
import { bad, type Endpoint, endpoint, good, SENT_FILE } from '../endpoint.ts'
import { says } from '../says.ts'
import { id } from '../shapes/common.ts'

/** As the refusal of a bigger one counts them. */
const MEGABYTES = Math.round(MAX_FILE_BYTES / 100_000) / 10

const upload = z
  .strictObject({
    upload: id.meta(
      says(
        'nomor berkas ini untuk disebut saat mengajukan (di `files`) atau melampirkan (di `upload`); satu unggahan boleh dipakai untuk beberapa permohonan',
        'names this file when a request is filed (in `files`) or a paper attached (in `upload`); one upload may serve several requests',
      ),
    ),
    name: z.string(),
    bytes: z.int(),
    mime: z.string(),
    sha256: z.string(),
  })
  .meta({ id: 'Upload' })

export const uploadEndpoints: readonly Endpoint[] = [
  endpoint('post', {
    id: 'uploadFile',
    path: '/uploads',
    tag: 'paper',
    scope: ['apply', 'work'],
    summary: sentence(
      'Unggah satu berkas (PDF, JPEG atau PNG), untuk disebut kemudian',
      'Send one file (PDF, JPEG or PNG), to be named later',
    ),
    description: sentence(
      `Paling besar ${MEGABYTES} MB, dalam satu bagian bernama \`file\`. Disimpan untuk Anda sendiri, selama ${UPLOAD_DAYS} hari bila tidak dipakai. Sebut \`upload\` dari jawaban ini di \`files\` saat mengajukan, atau di \`upload\` saat melampirkan; boleh untuk beberapa permohonan.`,
      `${MEGABYTES} MB at most, in one part named \`file\`. It is kept for you alone, for ${UPLOAD_DAYS} days where nobody uses it. Name the \`upload\` of this answer in \`files\` when you file a request, or in \`upload\` when you attach; for several requests, too.`,
    ),
    body: SENT_FILE,
    answer: upload,
    status: 201,
    handle: async ({ services, office, caller, now, body }) => {
      const looked = await lookInto(services, { paper: 'berkas', accept: ANY_KIND, keep: 'as-sent' }, body)
      if (!looked.ok) return unfit(looked.reason)
      const { id: made, paper: _, ...file } = looked.paper
      await keepUpload(services.store, office, { upload: made, person: caller.person, now, ...file })
      return good({ upload: made, ...file })
    },
  }),
]

const unfit = (reason: Sentence) => bad('invalid', reason, [{ in: 'body', path: '/file', sentence: reason }])
