// The fields of a procedure as programs read them: what is asked, of which type, within which limits.
import { z } from 'zod'
import type { Field, FieldGroup } from '../../../core/procedure/field-schema.ts'
import { says } from '../says.ts'
import { bilingual } from './common.ts'

const options = z.array(z.strictObject({ value: z.string(), label: bilingual }))
const limits = z.strictObject({ min: z.number().optional(), max: z.number().optional() })

const column = z
  .strictObject({
    column: z.string(),
    type: z.string(),
    label: bilingual,
    required: z.boolean(),
    options: options.optional(),
  })
  .meta({ id: 'TableColumn' })

const field = z
  .strictObject({
    field: z.string(),
    type: z
      .string()
      .meta(
        says(
          '`text`, `long-text`, `choice` (nilai dari `options`), `date`, `time` (09:30), `number` (teks, koma atau titik: "12,5"), `url`, `ip`, `email`, `phone`, `mailbox-name` (bagian sebelum @), `coordinates` (lintang, bujur), `domain-name` (dijawab sebagai nama lengkap), `person` (bentuk PersonAnswer), `table` (larik baris, teks menurut `columns`), `consent` (centang: `ya`), `file` (disebut di `files`, bukan di `form`)',
          '`text`, `long-text`, `choice` (a value of `options`), `date`, `time` (09:30), `number` (a text with comma or point: "12.5"), `url`, `ip`, `email`, `phone`, `mailbox-name` (what stands before the @), `coordinates` (latitude, longitude), `domain-name` (told as the full name), `person` (the shape PersonAnswer), `table` (a list of rows, texts by `columns`), `consent` (a tick: `ya`), `file` (named in `files`, not in `form`)',
        ),
      ),
    label: bilingual,
    required: z.boolean(),
    confidential: z
      .boolean()
      .meta(
        says(
          'hanya dibaca jabatan yang menangani berkas, dan pemohon bila ia sendiri yang mengisinya',
          'read only by the posts that handle the dossier, and by the applicant who told it',
        ),
      ),
    when: z
      .unknown()
      .optional()
      .meta(says('hanya ditanyakan bila syarat ini terpenuhi', 'asked only where this holds')),
    options: options.optional(),
    max: z.int().optional().meta(says('huruf, paling banyak', 'characters at most')),
    unit: z.string().optional().meta(says('satuan angka itu', 'the unit of the figure')),
    limits: limits.optional().meta(says('di luarnya ditolak', 'refused outside of it')),
    expected: limits.optional().meta(says('di luarnya catatan wajib diisi', 'outside of it a note has to say why')),
    columns: z.array(column).optional(),
    rows: z.int().optional().meta(says('baris, paling banyak', 'rows at most')),
    paper: z
      .string()
      .optional()
      .meta(
        says('untuk isian berkas: jenis dokumen yang dihasilkannya', 'of a file field: the kind of paper it becomes'),
      ),
    accept: z.array(z.enum(['pdf', 'jpg', 'png'])).optional(),
  })
  .meta({ id: 'FormField' })

export const formGroup = z
  .strictObject({
    group: z.string(),
    label: bilingual,
    at: z
      .string()
      .nullable()
      .meta(says('langkah yang menanyakannya; null: langkah pertama', 'the step that asks; null: the first')),
    fields: z.array(field),
  })
  .meta({ id: 'FormGroup' })

export const groupOf = ({ group, label, at, fields }: FieldGroup): z.output<typeof formGroup> => ({
  group,
  label,
  at: at ?? null,
  fields: fields.map(fieldOf),
})

const fieldOf = (one: Field): z.output<typeof field> => ({
  field: one.field,
  type: one.type,
  label: one.label,
  required: one.required,
  confidential: one.confidential,
  ...(one.when ? { when: one.when } : {}),
  ...detailsOf(one),
})

const detailsOf = (one: Field): Partial<z.output<typeof field>> => {
  switch (one.type) {
    case 'choice':
      return { options: one.options }
    case 'text':
    case 'long-text':
      return { max: one.max }
    case 'number':
      return {
        ...(one.unit ? { unit: one.unit } : {}),
        ...(one.limits ? { limits: withoutGaps(one.limits) } : {}),
        ...(one.expected ? { expected: withoutGaps(one.expected) } : {}),
      }
    case 'table':
      return {
        rows: one.rows,
        columns: one.columns.map(({ options: listed, ...rest }) => ({
          ...rest,
          ...(listed.length > 0 ? { options: listed } : {}),
        })),
      }
    case 'file':
      return { paper: one.paper, accept: one.accept }
    default:
      return {}
  }
}

const withoutGaps = ({ min, max }: { min?: number | undefined; max?: number | undefined }) => ({
  ...(min === undefined ? {} : { min }),
  ...(max === undefined ? {} : { max }),
})
