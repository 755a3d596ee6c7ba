// A paper is added to a dossier that no step asked for: a map, a photo, the minutes of a meeting.
import { type Command, type Context, type Facts, refuse } from './commands.ts'
import type { Dossier } from './dossier.ts'
import { mayAttach } from './involved.ts'
import { MAX_TEXT } from './reason.ts'

/** Its kind among the papers. It answers no field, even where a procedure calls one of its own papers so. */
export const ATTACHMENT = 'lampiran'

/** Every command folds the whole dossier: it stays small enough for that. */
export const ATTACHMENTS_AT_MOST = 100

type Attach = Extract<Command, { type: 'attach' }>

export const decideAttach = (dossier: Dossier, command: Attach, { by }: Context): Facts => {
  if (!mayAttach(dossier, by)) {
    return dossier.status === 'open'
      ? refuse('not-allowed', 'Anda tidak dapat melampirkan berkas di sini.', 'You cannot attach a file here.')
      : refuse(
          'not-open',
          'Permohonan ini sudah selesai, sehingga tidak dapat dilampiri lagi.',
          'This request has ended, so nothing can be attached any more.',
        )
  }
  if (dossier.attachments.length >= ATTACHMENTS_AT_MOST) {
    return refuse(
      'not-open',
      `Sudah ada ${ATTACHMENTS_AT_MOST} lampiran, dan lebih dari itu tidak dapat ditampung. Gabungkan isinya dalam satu PDF untuk permohonan lain.`,
      `There are ${ATTACHMENTS_AT_MOST} attachments already, and no more can be taken. Put the rest into one PDF with another request.`,
    )
  }
  const note = command.note.trim()
  if (note.length > MAX_TEXT)
    return refuse(
      'invalid-answer',
      'Keterangan paling panjang 2.000 huruf. Persingkat lalu kirim lagi.',
      'The note has 2,000 characters at most. Make it shorter and send again.',
    )
  const visibleToApplicant = by.kind === 'client' || command.visibleToApplicant
  const paper = { ...command.paper, paper: ATTACHMENT }
  return { ok: true, facts: [{ type: 'paper-attached', paper, note, visibleToApplicant }] }
}
