// A letter of a dossier as an officer's program sees it: its way, every version, and who put a mark to which.
import { z } from 'zod'
import type { AgencyData } from '../../../core/agency/catalogue.ts'
import type { Dossier } from '../../../core/dossier/dossier.ts'
import { sentOf } from '../../../core/dossier/involved.ts'
import { initialsOf } from '../../../core/dossier/letters/course.ts'
import { LETTER_WAYS, type LetterDraft } from '../../../core/dossier/letters/facts.ts'
import type { Letter } from '../../../core/dossier/letters/letter.ts'
import { successorOf } from '../../../core/dossier/letters/named.ts'
import { STAGES, stagesOf } from '../../../core/dossier/letters/stages.ts'
import { SECURITIES } from '../../../core/paper/classification.ts'
import type { Procedure } from '../../../core/procedure/schema.ts'
import { byForDeed, LETTER_DEEDS } from '../../letter-deeds.ts'
import type { Person } from '../../visitor.ts'
import { says } from '../says.ts'
import { by, byOf, type Reader } from './by.ts'
import { id, moment } from './common.ts'

const deed = z.strictObject({ by, at: moment, reason: z.string() })
const values = z
  .record(z.string(), z.unknown())
  .meta(says('jawaban isian templatnya', 'answers to the fields of its template'))
const draft = z
  .strictObject({
    note: z.string(),
    values,
    text: z
      .string()
      .meta(says('isi surat ini sendiri; kosong: isi templatnya', 'a body of its own; empty: that of the template')),
    classification: z.string().meta(says('kosong: seperti jenisnya', 'empty: as its kind has it')),
    security: z
      .enum(SECURITIES)
      .nullable()
      .meta(says('null: seperti naskah dan berkasnya', 'null: as its text and its dossier say')),
  })
  .meta({ id: 'LetterDraft' })

export const addressee = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('applicant') }),
    z.strictObject({ kind: z.literal('inside') }),
    z.strictObject({
      kind: z.literal('other'),
      name: z.string().trim().min(1).max(200),
      place: z.string().trim().max(200),
    }),
  ])
  .meta({ id: 'Addressee' })

export const letterWhole = z
  .strictObject({
    id: z.string().meta(says('tetap sama selama hidup surat itu', 'the same all the life of the letter')),
    kind: z.string(),
    task: id.nullable(),
    isBeside: z.boolean().meta(says('di luar jalannya langkah', 'beside the path of the steps')),
    to: addressee.nullable(),
    signer: z.string().nullable().meta(says('kunci jabatan', 'key of a post')),
    number: z.string().nullable(),
    on: z.string().nullable(),
    paper: id.nullable(),
    way: z
      .record(z.enum(STAGES), z.enum(['done', 'now', 'later', 'skipped']))
      .meta(
        says(
          'perjalanan surat: draf, paraf, tanda tangan, kirim, terima',
          'its way: draft, initials, signature, sent, received',
        ),
      ),
    draft,
    versions: z.array(z.strictObject({ version: z.int(), by, at: moment, draft })),
    wanted: z
      .array(z.string())
      .meta(says('jabatan pemaraf, menurut urutannya', 'posts that initial it, in their order')),
    marks: z.array(
      z.strictObject({
        kind: z.enum(['initialed', 'sent-back']),
        post: z.string(),
        by,
        at: moment,
        version: z.int(),
        remark: z.string(),
      }),
    ),
    replaces: z.string().nullable(),
    replacedBy: z.string().nullable(),
    dropped: deed.nullable(),
    withdrawn: deed.nullable(),
    sent: z.strictObject({ way: z.enum(LETTER_WAYS), at: moment, note: z.string() }).nullable(),
    received: z.strictObject({ receiver: z.string(), on: z.string(), at: moment, by, note: z.string() }).nullable(),
    may: z
      .array(z.enum(LETTER_DEEDS))
      .meta(says('yang boleh dilakukan pemanggil sekarang', 'what the caller may do with it now')),
  })
  .meta({ id: 'LetterWhole' })

type Seen = { agency: AgencyData; procedure: Procedure; dossier: Dossier }

export const letterWholeOf = (
  { agency, procedure, dossier }: Seen,
  letter: Letter,
  { reader, caller }: { reader: Reader; caller: Person },
): z.output<typeof letterWhole> => {
  const deedOf = (one: Letter['dropped']) => one && { ...one, by: byOf(one.by, reader) }
  const sent = sentOf(dossier, letter)
  return {
    id: letter.id,
    kind: letter.letter,
    task: letter.task,
    isBeside: letter.beside !== null,
    to: letter.beside?.to ?? null,
    signer: letter.beside?.signer ?? null,
    number: letter.number,
    on: letter.on,
    paper: letter.paper?.id ?? null,
    way: stagesOf(procedure, dossier, letter),
    draft: draftOf(letter.draft),
    versions: letter.versions.map((one, at) => ({
      version: at + 1,
      by: byOf(one.by, reader),
      at: one.at,
      draft: draftOf(one.draft),
    })),
    wanted: initialsOf(procedure, letter),
    marks: letter.marks.map((mark) => ({ ...mark, by: byOf(mark.by, reader) })),
    replaces: letter.replaces,
    replacedBy: successorOf(dossier, letter.id)?.id ?? null,
    dropped: deedOf(letter.dropped),
    withdrawn: deedOf(letter.withdrawn),
    sent: sent && { way: sent.way, at: sent.at, note: sent.note },
    received: letter.received && { ...letter.received, by: byOf(letter.received.by, reader) },
    may: LETTER_DEEDS.filter((one) => byForDeed(caller, { agency, procedure, dossier, letter }, one) !== null),
  }
}

const draftOf = ({ note, values = {}, text = '', classification = '', security }: LetterDraft) => ({
  note,
  values,
  text,
  classification,
  security: security ?? null,
})
