// The form of a procedure as a program sends it, brought to what judges the pages; faults told where they stand in the body.
import { z } from 'zod'
import type { Field } from '../../../core/procedure/field-schema.ts'
import {
  type FieldFault,
  type Form,
  type FormValue,
  groupsAt,
  PERSON_PARTS,
  type PersonValue,
} from '../../../core/procedure/form.ts'
import type { Procedure } from '../../../core/procedure/schema.ts'
import type { TableField, TableRow } from '../../../core/procedure/table.ts'
import { type Sentence, sentence } from '../../../core/sentence.ts'
import type { DraftFile } from '../../../store/drafts.ts'
import { findUploads } from '../../../store/uploads.ts'
import { APPLICANT } from '../../fields/counter-faults.ts'
import { NOTE } from '../../fields/judge-work.ts'
import { type TypedValues, valuesOf } from '../../fields/typed-form.ts'
import { fileFields, fileFor, tooManyFor } from '../../fields/uploads.ts'
import type { Asked, Caller } from '../endpoint.ts'
import { partOf } from '../expected.ts'
import { pointer, type ValueFault } from '../problem.ts'

import { says } from '../says.ts'
import { unknownName } from '../shape-faults.ts'

import { id } from './common.ts'

const person = z
  .strictObject({
    nama: z.string(),
    jabatan: z.string().default(''),
    email: z.string(),
    telepon: z.string(),
  })
  .meta({ id: 'PersonAnswer' })

/** Described as what it is, and let through: judged with the form, so that all its faults are told together. A description has no value. */
const judgedLater = (shape: z.ZodType<unknown>) => shape.catch((broken?: { value: unknown }) => broken?.value)
const answer = judgedLater(z.union([z.string(), person, z.array(z.record(z.string(), z.string()))]))
const upload = judgedLater(z.union([id, z.array(id).max(20)]))

export const sentForm = {
  form: z
    .record(z.string(), answer)
    .meta(
      says(
        'satu jawaban untuk setiap isian yang ditanyakan; isiannya ada di `form` dari `GET /procedures/{procedure}`. Isian orang (`person`) berbentuk PersonAnswer; tabel (`table`) berupa larik baris, teks menurut kolomnya; centang (`consent`) dijawab `ya`; sebuah `domain-name` (seperti `nama-domain`) boleh bagian depannya saja, dan tersimpan serta dijawab sebagai nama lengkap',
        'an answer for each field that is asked, as `form` of `GET /procedures/{procedure}` names them. A `person` has the shape PersonAnswer; a `table` is a list of rows, texts by their columns; a tick (`consent`) is answered `ya`; a `domain-name` (such as `nama-domain`) may be its first part alone, and is kept and told as the full name',
      ),
    ),
  files: z
    .record(z.string(), upload)
    .default({})
    .meta(
      says(
        'untuk setiap isian berkas, `upload` dari jawaban `POST /uploads`: `{"surat-permohonan":"<uuid>"}`; isian yang menerima beberapa berkas boleh diberi larik',
        'for each field of a file the `upload` that `POST /uploads` answered: `{"surat-permohonan":"<uuid>"}`; a field that takes several files may be given a list',
      ),
    ),
}

export type SentForm = { form: Record<string, unknown>; files: Record<string, unknown> }
export type ReadForm = { values: TypedValues; files: DraftFile[]; faults: ValueFault[] }

/** @param step that asks; the first without it */
export const readForm = async (
  { services, office, caller }: Asked & { caller: Caller },
  { procedure, step }: { procedure: Procedure; step?: string | undefined },
  sent: SentForm,
): Promise<ReadForm> => {
  const read: ReadForm = {
    values: valuesOf(formOf(sent.form)),
    files: [],
    faults: oddAnswers(procedure, step, sent),
  }
  const fields = fileFields(procedure, step)
  for (const [name, sentUpload] of Object.entries(sent.files)) {
    const field = fields.find((one) => one.field === name)
    if (!field) continue
    const named = [sentUpload].flat().map(String)
    if (named.length > field.maxFiles) read.faults.push(atPlace(procedure, tooManyFor(field)))
    for (const one of named.slice(0, field.maxFiles)) {
      const [kept] = await findUploads(services.store, office, caller.person, [one])
      const taken = kept
        ? await fileFor(services, field, { ...kept, field: name, refused: null })
        : { field: name, sentence: UPLOAD_UNKNOWN }
      if ('paper' in taken) read.files.push(taken)
      else read.faults.push(atPlace(procedure, taken))
    }
  }
  return read
}

/** What fits no field and what the judge found, the first fault of each place. */
export const allFaults = (procedure: Procedure, read: ReadForm, judged: readonly FieldFault[]): ValueFault[] => {
  const known = read.faults.map(({ path }) => path)
  const isTold = (path: string) => known.some((one) => path === one || path.startsWith(`${one}/`))
  return [...read.faults, ...judged.map((fault) => atPlace(procedure, fault)).filter(({ path }) => !isTold(path))]
}

/** Where the fault of a field stands in the body that was sent. */
const atPlace = (procedure: Procedure, fault: FieldFault): ValueFault => ({
  in: 'body',
  path: placeOf(procedure, fault.field),
  sentence: fault.sentence,
})

const placeOf = (procedure: Procedure, control: string): string => {
  if (control === APPLICANT) return '/applicant'
  if (control === NOTE) return '/note'
  const [field = '', ...part] = control.split('.')
  const isFile = procedure.form.some((group) => group.fields.some((one) => one.field === field && one.type === 'file'))
  return pointer([isFile ? 'files' : 'form', field, ...part])
}

const oddAnswers = (procedure: Procedure, step: string | undefined, { form, files }: SentForm): ValueFault[] => {
  const asked = new Map(
    groupsAt(procedure, step).flatMap((group) => group.fields.map((field) => [field.field, field] as const)),
  )
  return [
    ...Object.entries(form).flatMap(([name, value]) => oddAnswer(name, asked.get(name), value)),
    ...Object.keys(files).flatMap((name) =>
      asked.get(name)?.type === 'file'
        ? []
        : [{ in: 'body' as const, path: pointer(['files', name]), sentence: NO_FIELD }],
    ),
  ]
}

const oddAnswer = (name: string, field: Field | undefined, value: unknown): ValueFault[] => {
  const fault = (said: Sentence, part: readonly string[] = []): ValueFault[] => [
    { in: 'body', path: pointer(['form', name, ...part]), sentence: said },
  ]
  if (!field) return fault(NO_FIELD)
  if (field.type === 'file') return fault(IS_A_FILE)
  if (field.type === 'person') return value === '' ? [] : oddParts(value, fault)
  if (field.type === 'table') return value === '' ? [] : oddRows(field, value, fault)
  if (typeof value === 'string') return []
  return fault(field.type === 'consent' ? IS_A_TICK : IS_A_TEXT)
}

const oddParts = (value: unknown, fault: (said: Sentence, part?: readonly string[]) => ValueFault[]): ValueFault[] => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return fault(IS_A_PERSON)
  return Object.entries(value).flatMap(([part, text]) => {
    if (!PERSON_PARTS.some((known) => known === part)) return fault(unknownName(PERSON_PARTS), [part])
    return typeof text === 'string' ? [] : fault(IS_A_TEXT, [part])
  })
}

const oddRows = (
  { columns }: TableField,
  value: unknown,
  fault: (said: Sentence, part?: readonly string[]) => ValueFault[],
): ValueFault[] => {
  if (!Array.isArray(value)) return fault(IS_A_TABLE)
  const known = columns.map(({ column }) => column)
  return value.flatMap((row: unknown, at) => {
    if (typeof row !== 'object' || row === null || Array.isArray(row)) return fault(IS_A_ROW, [String(at)])
    return Object.entries(row).flatMap(([column, cell]) => {
      if (!known.includes(column)) return fault(unknownName(known), [String(at), column])
      return typeof cell === 'string' ? [] : fault(IS_A_TEXT, [String(at), column])
    })
  })
}

/** Of a step that asks for nothing: whatever is sent fits no field. */
export const strayAnswers = ({ form, files }: SentForm): ValueFault[] =>
  [...Object.keys(form).map((name) => ['form', name]), ...Object.keys(files).map((name) => ['files', name])].map(
    (path) => ({ in: 'body', path: pointer(path), sentence: NO_FIELD }),
  )

/** What can be judged further; the rest has been told by its place and counts as empty. */
export const formOf = (sent: Record<string, unknown>): Form =>
  Object.fromEntries(
    Object.entries(sent).flatMap(([name, value]): [string, FormValue][] => {
      if (typeof value === 'string') return [[name, value]]
      if (Array.isArray(value)) return [[name, value.map(rowOf)]]
      if (typeof value !== 'object' || value === null) return []
      const text = (part: keyof PersonValue): string => {
        const one = partOf(value, part)
        return typeof one === 'string' ? one : ''
      }
      return [[name, { nama: text('nama'), jabatan: text('jabatan'), email: text('email'), telepon: text('telepon') }]]
    }),
  )

const rowOf = (row: unknown): TableRow =>
  typeof row === 'object' && row !== null
    ? Object.fromEntries(
        Object.entries(row).flatMap(([column, cell]) => (typeof cell === 'string' ? [[column, cell]] : [])),
      )
    : {}

const NO_FIELD = sentence(
  'Formulir ini tidak menanyakan isian dengan nama itu.',
  'This form asks for nothing by that name.',
)
const IS_A_FILE = sentence(
  'Isian ini sebuah berkas: kirim ke POST /api/v1/uploads, lalu sebut di files.',
  'This is a file: send it to POST /api/v1/uploads, then name it in files.',
)
const IS_A_PERSON = sentence(
  'Isian ini seorang narahubung: nama, jabatan, email, telepon.',
  'This is a person: nama, jabatan, email, telepon.',
)
const IS_A_TABLE = sentence('Ini sebuah tabel: kirim larik baris.', 'This is a table: send a list of rows.')
const IS_A_ROW = sentence(
  'Di sini diharapkan sebuah baris: teks menurut kolomnya.',
  'Expected here: a row, texts by their columns.',
)
const IS_A_TEXT = sentence('Di sini diharapkan teks.', 'Expected here: text.')
const IS_A_TICK = sentence('Kirim teks `ya` sebagai tanda setuju.', 'Send the text `ya` for a tick.')
export const UPLOAD_UNKNOWN = sentence(
  'Unggahan itu tidak ada atau bukan milik Anda. Unggah sekali lagi.',
  'There is no such upload, or it is not yours. Upload it once more.',
)
