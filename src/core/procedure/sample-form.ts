// Invented answers to the form of any procedure, for trying it out: every shape right, the first option of every choice.
import type { Column, Field } from './field-schema.ts'
import { askedFields, type Form, type FormValue } from './form.ts'
import type { Procedure } from './schema.ts'

/** What a step asks, filled in; without a step what the request asks. @param given answers that stand already */
export const sampleForm = (procedure: Procedure, given: Form = {}, step?: string): Form => {
  let form = given
  // A condition asks about fields that stand before it, so that one round after the other brings up what depends on them.
  for (const field of procedure.form.flatMap((group) => group.fields)) {
    const isAsked = askedFields(procedure, form, step).some((one) => one.field === field.field)
    if (isAsked && form[field.field] === undefined && field.type !== 'file')
      form = { ...form, [field.field]: sampleOf(field) }
  }
  return form
}

const sampleOf = (field: Field): FormValue => {
  switch (field.type) {
    case 'text':
    case 'long-text':
      return `Contoh ${field.label.id.toLowerCase()}`.slice(0, field.max)
    case 'choice':
      return field.options[0]?.value ?? ''
    case 'person':
      return {
        nama: 'Nama Contoh',
        jabatan: 'Jabatan contoh',
        email: 'contoh@instansi.example',
        telepon: '0291 000000',
      }
    case 'number':
      return String(field.expected?.min ?? field.expected?.max ?? field.limits?.min ?? field.limits?.max ?? 1)
    case 'email':
      return 'contoh@instansi.example'
    case 'phone':
      return '0291 000000'
    case 'mailbox-name':
      return 'nama.contoh'
    case 'table':
      return [Object.fromEntries(field.columns.map((column) => [column.column, cellOf(column)]))]
    case 'domain-name':
      return 'nama-contoh'
    case 'consent':
      return 'ya'
    case 'file':
      return ''
    case 'date':
    case 'time':
    case 'url':
    case 'ip':
    case 'coordinates':
      return PLAIN[field.type]
  }
}

const PLAIN = {
  date: '2026-01-05',
  time: '09.30',
  url: 'https://instansi.example/',
  ip: '203.0.113.10',
  coordinates: '-6.8943, 110.6386',
}

const cellOf = ({ type, options }: Column): string => {
  switch (type) {
    case 'text':
      return 'Contoh'
    case 'number':
      return '1'
    case 'choice':
      return options[0]?.value ?? ''
    case 'url':
    case 'date':
    case 'time':
    case 'ip':
    case 'coordinates':
      return PLAIN[type]
  }
}
