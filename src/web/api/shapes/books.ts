// The books of the office as a program sees them: what is closed to the caller stays there with its number alone.
import { z } from 'zod'
import { OUTGOING_STATES } from '../../../store/books/outgoing.ts'
import { says } from '../says.ts'
import { day, id, moment } from './common.ts'

const place = {
  entry: id.meta(says('nama baris ini dalam buku', 'the name of this line of the book')),
  number: z.string(),
  seq: z.int().meta(says('urutan dalam deretnya', 'place in its series')),
  sub: z.string().meta(says('huruf sisipan; kosong untuk nomor biasa', 'letter of a late entry; empty otherwise')),
}

const external = {
  externalNumber: z.string().nullable().meta(says('nomor di sistem lain (SRIKANDI)', 'its number in another system')),
  externalLink: z.string().nullable(),
}

const behind = {
  dossier: id.nullable().meta(says('null bila tidak ada berkasnya', 'null where there is no dossier behind it')),
  dossierNumber: z.string(),
  attachments: z.int(),
  classification: z.string(),
  remark: z.string(),
  late: z.string().nullable().meta(says('alasan surat susulan', 'why it was entered late')),
}

const CLOSED = says(
  'null bila surat itu tertutup bagi Anda; nomornya tetap ada di buku',
  'null where the letter is closed to the caller: its number stays in the book',
)

export const agendaRow = z
  .strictObject({
    ...place,
    enteredAt: moment,
    receivedOn: day,
    urgency: z.string(),
    secrecy: z.string(),
    content: z
      .strictObject({
        ...behind,
        sender: z.string(),
        letterNumber: z.string(),
        letterOn: day.nullable(),
        subject: z.string(),
        forwardedTo: z.array(z.string()).meta(says('jabatan', 'posts')),
        ...external,
      })
      .nullable()
      .meta(CLOSED),
  })
  .meta({ id: 'AgendaRow' })

export const outgoingRow = z
  .strictObject({
    ...place,
    series: z.string(),
    state: z.enum(OUTGOING_STATES),
    on: day,
    security: z.string(),
    numberedAt: moment,
    content: z
      .strictObject({
        ...behind,
        letter: z.string().nullable(),
        addressee: z.string(),
        subject: z.string(),
        signatory: z.string().meta(says('jabatan penanda tangan', 'post of whoever signs')),
        processedBy: z.string(),
        sentHow: z.string().nullable(),
        sentOn: day.nullable(),
        receivedOn: day.nullable(),
        receivedBy: z.string().nullable(),
        scan: z.strictObject({ sha256: z.string(), bytes: z.int(), mime: z.string(), name: z.string() }).nullable(),
        ...external,
      })
      .nullable()
      .meta(CLOSED),
  })
  .meta({ id: 'OutgoingRow' })
