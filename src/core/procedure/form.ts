// The form of a procedure: which fields are asked now, and whether the answers have the right shape.
import { type Sentence, sentence } from '../sentence.ts'
import { fullName, type NameRules, nameFault } from './domain-name.ts'
import type { Field, FieldGroup } from './field-schema.ts'
import type { Procedure } from './schema.ts'
import { isPerson, isTable, type TableField, type TableRow, tableFaults, tidyRows } from './table.ts'
import { EMAIL, isPhone, limitsFault, shapeFault } from './value-faults.ts'
import { holds } from './when.ts'

export type PersonValue = { nama: string; jabatan: string; email: string; telepon: string }
export type FormValue = string | PersonValue | TableRow[]
export type Form = Record<string, FormValue>
export type FieldFault = { field: string; sentence: Sentence }

export const PERSON_PARTS = ['nama', 'jabatan', 'email', 'telepon'] as const

export const fieldsOf = (procedure: Procedure): Field[] => procedure.form.flatMap((group) => group.fields)

export const tableNamed = (procedure: Procedure, name: string): TableField | undefined =>
  fieldsOf(procedure).find((field): field is TableField => field.type === 'table' && field.field === name)

/**
 * The groups that a step asks for: those that name it, or else those of the first step, so that a step of correction
 * needs no groups of its own. Without a step: the first.
 */
export const groupsAt = ({ form }: Procedure, step?: string): FieldGroup[] => {
  const own = form.filter((group) => group.at !== undefined && group.at === step)
  return own.length > 0 ? own : form.filter((group) => group.at === undefined)
}

/** What a step of the office has recorded about its work; none for steps that ask nothing. */
export const recordsAt = ({ form }: Procedure, step: string): FieldGroup[] => form.filter((group) => group.at === step)

/**
 * Fields that a step asks for and whose condition holds for what has been answered so far.
 *
 * @param form everything answered, also at other steps
 */
export const askedFields = (procedure: Procedure, form: Form, step?: string): Field[] =>
  groupsAt(procedure, step).flatMap((group) => group.fields.filter((field) => holds(field.when, form)))

/** Only asked fields, trimmed, empty ones left out: what a dossier keeps. */
export const tidyForm = (procedure: Procedure, form: Form, rules: NameRules): Form => {
  const tidy: Form = {}
  for (const field of fieldsOf(procedure)) {
    const value = form[field.field]
    if (value === undefined || field.type === 'file' || !holds(field.when, tidy)) continue
    const trimmed = tidyValue(field, value, rules)
    if (trimmed !== '' && !(isTable(trimmed) && trimmed.length === 0)) tidy[field.field] = trimmed
  }
  return tidy
}

/** Faults of shape, one per control; the file fields are judged where the bytes are. */
export const formFaults = (procedure: Procedure, form: Form, rules: NameRules, step?: string): FieldFault[] =>
  askedFields(procedure, form, step).flatMap((field) => {
    const value = form[field.field]
    if (field.type === 'file') return []
    if (field.type === 'table') return tableFaults(field, value)
    if (field.type === 'person') return field.required || value ? personFaults(field.field, field.label, value) : []
    const fault = fieldFault(field, value, rules) ?? orderFault(procedure, form, { field, rules })
    return fault ? [fault] : []
  })

const tidyValue = (field: Field, value: FormValue, rules: NameRules): FormValue => {
  if (isTable(value)) return field.type === 'table' ? tidyRows(field, value) : ''
  if (isPerson(value)) {
    return {
      nama: value.nama.trim(),
      jabatan: value.jabatan.trim(),
      email: value.email.trim(),
      telepon: value.telepon.trim(),
    }
  }
  const trimmed = value.replaceAll('\r\n', '\n').trim()
  return field.type === 'domain-name' && trimmed !== '' ? fullName(trimmed, rules) : trimmed
}

const fieldFault = (field: Field, value: FormValue | undefined, rules: NameRules): FieldFault | null => {
  const said = valueFault(field, value, rules)
  return said ? { field: field.field, sentence: said } : null
}

type Ordered = { field: Field; rules: NameRules }

/** A day that has to lie on one side of today or of another answer. */
const orderFault = (procedure: Procedure, form: Form, { field, rules }: Ordered): FieldFault | null => {
  const day = form[field.field]
  if (field.type !== 'date' || typeof day !== 'string') return null
  const { notBefore, notAfter } = field
  const earliest = notBefore === undefined ? null : dayMeant(procedure, form, { named: notBefore, rules })
  const latest = notAfter === undefined ? null : dayMeant(procedure, form, { named: notAfter, rules })
  if (earliest && day < earliest.day) return { field: field.field, sentence: tooEarly(field.label, earliest.label) }
  return latest && day > latest.day ? { field: field.field, sentence: tooLate(field.label, latest.label) } : null
}

/** In the place of a field's name: the agency's own day. */
export const TODAY = 'hari-ini'

type Meant = { named: string; rules: NameRules }

const dayMeant = (
  procedure: Procedure,
  form: Form,
  { named, rules }: Meant,
): { day: string; label: Sentence } | null => {
  const day = named === TODAY ? rules.today : form[named]
  const label = fieldsOf(procedure).find((one) => one.field === named)?.label ?? sentence('hari ini', 'today')
  return typeof day === 'string' && day !== '' ? { day, label } : null
}

const tooEarly = (own: Sentence, other: Sentence): Sentence =>
  sentence(
    `${own.id} tidak boleh sebelum ${other.id.toLowerCase()}.`,
    `${own.en} must not lie before ${other.en.toLowerCase()}.`,
  )

const tooLate = (own: Sentence, other: Sentence): Sentence =>
  sentence(
    `${own.id} tidak boleh sesudah ${other.id.toLowerCase()}.`,
    `${own.en} must not lie after ${other.en.toLowerCase()}.`,
  )

const valueFault = (field: Field, value: FormValue | undefined, rules: NameRules): Sentence | null => {
  if (value === undefined || value === '') {
    if (!field.required) return null
    return field.type === 'consent'
      ? sentence('Beri tanda setuju untuk melanjutkan.', 'Tick the box to go on.')
      : sentence(`${field.label.id} belum diisi.`, `${field.label.en} is missing.`)
  }
  if (typeof value !== 'string')
    return sentence(`${field.label.id} tidak terbaca.`, `${field.label.en} cannot be read.`)
  return field.type === 'domain-name' ? nameFault(value, rules) : textFault(field, value)
}

const textFault = (field: Field, value: string): Sentence | null => {
  switch (field.type) {
    case 'text':
    case 'long-text':
      return value.length > field.max
        ? sentence(
            `${field.label.id} paling panjang ${field.max} huruf; sekarang ${value.length}.`,
            `${field.label.en} may have ${field.max} characters; it has ${value.length}.`,
          )
        : null
    case 'number':
      return shapeFault(field, value) ?? limitsFault(field, value)
    case 'consent':
      return value === 'ya' ? null : sentence('Beri tanda setuju untuk melanjutkan.', 'Tick the box to go on.')
    case 'choice':
    case 'date':
    case 'time':
    case 'url':
    case 'ip':
    case 'email':
    case 'phone':
    case 'mailbox-name':
    case 'coordinates':
      return shapeFault(field, value)
    case 'domain-name':
    case 'person':
    case 'file':
    case 'table':
      return null
  }
}

/** Every part that must be mended, so that nobody is sent back twice. */
const personFaults = (name: string, label: Sentence, value: FormValue | undefined): FieldFault[] =>
  PERSON_PARTS.flatMap((part) => {
    const said = partFault(part, label, isPerson(value) ? value[part] : '')
    return said ? [{ field: `${name}.${part}`, sentence: said }] : []
  })

const partFault = (part: keyof PersonValue, label: Sentence, value: string): Sentence | null => {
  if (value.length > 200) return sentence('Paling panjang 200 huruf.', '200 characters at most.')
  switch (part) {
    case 'nama':
      return value === ''
        ? sentence(
            `Nama ${label.id.toLowerCase()} belum diisi.`,
            `The name of the ${label.en.toLowerCase()} is missing.`,
          )
        : null
    case 'jabatan':
      return null
    case 'email':
      return EMAIL.test(value)
        ? null
        : sentence(
            `Tulis alamat surel ${label.id.toLowerCase()} yang benar, misalnya nama@instansi.go.id.`,
            `Write a real e-mail address of the ${label.en.toLowerCase()}, for example name@agency.go.id.`,
          )
    case 'telepon':
      return isPhone(value)
        ? null
        : sentence(
            `Tulis nomor telepon ${label.id.toLowerCase()} dengan 6 sampai 16 angka.`,
            `Write a telephone number of the ${label.en.toLowerCase()} with 6 to 16 digits.`,
          )
  }
}
