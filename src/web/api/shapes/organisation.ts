// The organisation as programs see it, and what changing it takes.
import { z } from 'zod'
import { isDay } from '../../../core/clock/instant.ts'
import { CAPACITIES, DUTIES, UNIT_KINDS } from '../../../core/organisation/organisation.ts'
import { oneLine } from '../../../core/person/one-line.ts'
import { says } from '../says.ts'
import { bilingual, day, id } from './common.ts'

const key = z.string().max(60)
const words = z.string().overwrite(oneLine).min(2).max(160)
const capacity = z.enum(CAPACITIES)
const someDay = day.refine(isDay)
const reason = z
  .string()
  .overwrite(oneLine)
  .max(300)
  .nullable()
  .default(null)
  .meta(says('tercatat di jurnal', 'kept in the journal'))

export const unit = z
  .strictObject({
    unit: z.string(),
    name: z.string(),
    kind: z.enum(UNIT_KINDS),
    superior: z.string().nullable(),
    calendar: z.string().nullable().meta(says('null: ikut satuan kerja di atasnya', 'null: that of the unit above')),
  })
  .meta({ id: 'Unit' })

const closedOn = day
  .nullable()
  .meta(says('hari pertama tanpa jabatan ini', 'the first day on which it is no longer there'))
const successor = z.string().nullable().meta(says('yang menerima pekerjaannya', 'who takes over its work'))

export const chartPost = z
  .strictObject({
    post: z.string(),
    title: z.string(),
    unit: z.string(),
    superior: z.string().nullable(),
    duties: z.array(z.enum(DUTIES)),
    closedOn,
    successor,
  })
  .meta({ id: 'ChartPost' })

export const clientFacts = z
  .strictObject({
    client: z.string(),
    kind: z.enum(['agency', 'company']),
    name: z.string(),
    head: z.string(),
    address: z.string(),
    closedOn: day.nullable(),
  })
  .meta({ id: 'ClientFacts' })

export const chartMandate = z
  .strictObject({
    mandate: id,
    person: id,
    name: z.string(),
    post: z.string(),
    capacity,
    fromOn: day,
    toOn: day.nullable(),
    decree: z.string().nullable(),
  })
  .meta({ id: 'ChartMandate' })

export const substitute = z
  .strictObject({
    substitute: id,
    post: z.string(),
    absent: id,
    absentName: z.string(),
    person: id,
    name: z.string(),
    fromOn: day,
    toOn: day,
    procedures: z.array(z.string()).meta(says('kosong: semua pekerjaan', 'empty: all work')),
    decree: z.string().nullable(),
  })
  .meta({ id: 'Substitute' })

export const changedAnswer = z
  .strictObject({
    key: z.string().meta(says('kode yang ditulis', 'the key that was written')),
    warnings: z
      .array(bilingual)
      .meta(says('yang tidak biasa, tetapi boleh', 'what is unusual and was done all the same')),
  })
  .meta({ id: 'OrganisationChanged' })

const unitValues = {
  name: words,
  kind: z.enum(UNIT_KINDS),
  superior: key.nullable(),
  calendar: key.nullable(),
}
export const newUnit = z
  .strictObject({ unit: key, ...unitValues, calendar: key.nullable().default(null), reason })
  .meta({ id: 'NewUnit' })
export const unitChange = z.strictObject(unitValues).partial().extend({ reason }).meta({ id: 'UnitChange' })

const postValues = { title: words, unit: key, superior: key.nullable(), duties: z.array(z.enum(DUTIES)).max(3) }
export const newPost = z
  .strictObject({ post: key, ...postValues, duties: postValues.duties.default([]), reason })
  .meta({ id: 'NewPost' })
export const postChange = z
  .strictObject({ ...postValues, closedOn: someDay.nullable(), successor: key.nullable() })
  .partial()
  .extend({ reason })
  .meta({ id: 'PostChange' })

const clientValues = { name: words, head: words, address: words }
export const newClient = z.strictObject({ client: key, ...clientValues, reason }).meta({ id: 'NewClient' })
export const clientChange = z
  .strictObject({ ...clientValues, closedOn: someDay.nullable() })
  .partial()
  .extend({ reason })
  .meta({ id: 'ClientChange' })

export const newSubstitute = z
  .strictObject({
    post: key,
    absent: id,
    person: id,
    fromOn: someDay,
    toOn: someDay,
    procedures: z.array(z.string().max(100)).max(200).default([]),
    decree: z.string().overwrite(oneLine).max(120).nullable().default(null),
    reason,
  })
  .meta({ id: 'NewSubstitute' })
export const substituteEnd = z.strictObject({ toOn: someDay, reason })

export const mandateCorrection = z
  .strictObject({
    capacity,
    fromOn: someDay,
    toOn: someDay.nullable(),
    decree: z.string().overwrite(oneLine).min(3).max(120),
  })
  .partial()
  .extend({ reason: z.string().overwrite(oneLine).min(3).max(300) })
  .meta({ id: 'MandateCorrection' })
export const newMembership = z.strictObject({ client: z.string().max(100), jobTitle: words })

const held = z
  .strictObject({
    person: id,
    name: z.string(),
    capacity: z.enum([...CAPACITIES, 'substitute', 'superior']),
    actsFor: z.strictObject({ person: id, name: z.string() }).nullable(),
    via: z.enum(['mandate', 'substitute', 'superior']),
  })
  .meta({ id: 'StepHolder' })
export const heldStep = z
  .strictObject({
    procedure: z.string(),
    step: z.string(),
    posts: z.array(z.string()),
    state: z
      .enum(['held', 'single', 'nobody', 'applicant'])
      .meta(says('`single`: hanya satu orang yang dapat mengerjakannya', '`single`: only one person could do it')),
    holders: z.array(held),
  })
  .meta({ id: 'HeldStep' })

export const journalEntry = z
  .strictObject({
    entry: z.number().int(),
    at: z.iso.datetime(),
    by: z.string().nullable().meta(says('null: baris perintah', 'null: the command line')),
    kind: z.enum(['unit', 'post', 'client', 'person', 'mandate', 'substitute', 'membership']),
    subject: z.string(),
    before: z.record(z.string(), z.unknown()).nullable(),
    after: z.record(z.string(), z.unknown()).nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'OrganisationEntry' })

export const sentTables = z
  .strictObject({
    files: z
      .array(z.strictObject({ name: z.string().min(1).max(120), text: z.string().max(200 * 1024) }))
      .min(1)
      .max(5),
  })
  .meta({ id: 'SentTables' })
export const importPreview = z
  .strictObject({
    lines: z.array(
      z.strictObject({
        file: z.string(),
        line: z.number().int(),
        what: z.string(),
        verdict: z.enum(['new', 'changed', 'unchanged', 'ended', 'refused']),
        says: z.array(bilingual),
      }),
    ),
    files: z.array(z.strictObject({ name: z.string(), sha256: z.string() })),
    agreement: z
      .string()
      .nullable()
      .meta(
        says(
          'kirim apa adanya untuk menulisnya; null bila tidak ada yang ditulis atau ada yang ditolak',
          'send it as it is to have it written; null where there is nothing to write or a line is refused',
        ),
      ),
  })
  .meta({ id: 'ImportPreview' })
