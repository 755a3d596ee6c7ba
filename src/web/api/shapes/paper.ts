// A paper of a dossier as a program sees it; its bytes have an address of their own.
import { z } from 'zod'
import { isPaperHidden, type Reader as ReaderKind } from '../../../core/dossier/confidential.ts'
import type { Dossier } from '../../../core/dossier/dossier.ts'
import { isInsidePaper, papersForApplicant } from '../../../core/dossier/involved.ts'
import type { Procedure } from '../../../core/procedure/schema.ts'
import type { PaperRow } from '../../../store/papers.ts'
import { says } from '../says.ts'
import { by, byOf, type Reader } from './by.ts'
import { id, moment } from './common.ts'

export const paper = z
  .strictObject({
    paper: id,
    kind: z.string(),
    name: z.string(),
    mime: z.string(),
    bytes: z.int(),
    sha256: z.string(),
    letter: z
      .string()
      .nullable()
      .meta(says('untuk surat dari kantor: nama templatnya', 'of a letter from the office: its template')),
    number: z.string().nullable(),
    checkCode: z
      .string()
      .nullable()
      .meta(
        says(
          'untuk surat dari kantor: kode untuk memeriksa keasliannya, lewat `GET /letters/{code}`',
          'of a letter from the office: the code by which anybody checks it, by `GET /letters/{code}`',
        ),
      ),
    current: z.boolean().meta(says('false setelah ada penggantinya', 'false once another took its place')),
    attachment: z
      .strictObject({ by, at: moment, note: z.string(), visibleToApplicant: z.boolean() })
      .nullable()
      .meta(
        says(
          'siapa yang menambahkannya, bila tidak diminta oleh langkah mana pun',
          'who added it, where no step asked for it',
        ),
      ),
    filedAt: moment,
  })
  .meta({ id: 'Paper' })

/** Newest first. An applicant sees those that count now, and nothing that officers keep to themselves. */
export const papersSeen = ({ dossier, procedure, isInside, reader }: Seeing, rows: readonly PaperRow[]): PaperRow[] =>
  rows
    .filter((row) => isInside || papersForApplicant(dossier).some((one) => one.id === row.paper))
    .filter((row) => !isPaperHidden(procedure, reader, row.kind))

type Seeing = { dossier: Dossier; procedure: Procedure; isInside: boolean; reader: ReaderKind }

export const paperOf = (dossier: Dossier, row: PaperRow, reader: Reader): z.output<typeof paper> => {
  const attachment = dossier.attachments.find((one) => one.paper.id === row.paper)
  return {
    ...row,
    checkCode: dossier.letters.find((one) => one.paper?.id === row.paper)?.checkCode ?? null,
    current: attachment !== undefined || dossier.papers.some((one) => one.id === row.paper),
    attachment: attachment
      ? {
          by: byOf(attachment.by, reader),
          at: attachment.at,
          note: attachment.note,
          visibleToApplicant: !isInsidePaper(dossier, row.paper),
        }
      : null,
  }
}
