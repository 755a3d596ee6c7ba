// How long an ended dossier is kept, and a record of destruction, as programs read them.
import { z } from 'zod'
import { RETENTION_STATES } from '../../../core/retention/retention.ts'
import { says } from '../says.ts'
import { id, moment } from './common.ts'

export const retentionState = z.enum(RETENTION_STATES).meta({
  id: 'RetentionState',
  ...says(
    'active dan inactive: masih disimpan; due: jatuh tempo musnah; held: jatuh tempo tetapi ditahan; permanent: diserahkan ke lembaga kearsipan; review: dinilai kembali; unclassified: tanpa jadwal, tetap disimpan; destroyed: sudah dimusnahkan',
    'active and inactive: still kept; due: may be destroyed; held: due, but kept back; permanent: goes to the archive; review: to be judged again; unclassified: without a schedule, kept; destroyed: gone',
  ),
})

export const retainedDossier = z
  .strictObject({
    dossier: id,
    number: z.string(),
    subject: z
      .string()
      .nullable()
      .meta(says('null bila berkasnya tidak untuk semua petugas', 'null where it is not for every officer')),
    procedure: z.string(),
    classification: z.string().nullable(),
    endedAt: moment,
    state: retentionState,
    hold: z.string().nullable().meta(says('alasan ditahan', 'why it is held')),
    destruction: id
      .nullable()
      .meta(says('usul atau berita acara yang memuatnya', 'the proposal or record in which it is listed')),
  })
  .meta({ id: 'RetainedDossier' })

const facts = {
  destruction: id,
  number: z.string().nullable().meta(says('null sebelum disetujui', 'null before it is approved')),
  reason: z.string(),
  state: z.enum(['proposed', 'approved', 'refused', 'done']),
  proposedAt: moment,
  proposedBy: id,
  proposedAs: z.string(),
  decidedAt: moment.nullable(),
  decidedBy: id.nullable(),
  decidedAs: z.string().nullable(),
  remark: z.string(),
  recordSha256: z.string().nullable(),
  finishedAt: moment.nullable(),
}

const listed = z.strictObject({
  dossier: id,
  number: z.string(),
  classification: z.string(),
  version: z.int(),
  headHash: z.string(),
  endedAt: moment,
  papers: z.int(),
  stays: z
    .array(z.string())
    .meta(
      says(
        'tetap di register selama dipakai, dengan kontaknya',
        'stays in a register while it is in use, with its contacts',
      ),
    ),
  state: z.enum(['listed', 'freed', 'kept', 'emptied', 'destroyed']),
  destroyedAt: moment.nullable(),
})

export const destructionLine = z.strictObject({ ...facts, items: z.int() }).meta({ id: 'DestructionLine' })

export const destructionRecord = z
  .strictObject({ agency: z.string(), ...facts, items: z.array(listed) })
  .meta({ id: 'DestructionRecord' })
