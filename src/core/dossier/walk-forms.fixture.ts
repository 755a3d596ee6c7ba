// Filled forms for the walk through any procedure: choices that bring up every condition, an answer for every field. For tests.
import type { Column, Field } from '../procedure/field-schema.ts'
import { askedFields, type Form, type FormValue, fieldsOf, groupsAt } from '../procedure/form.ts'
import type { Procedure } from '../procedure/schema.ts'
import type { PaperRef } from './events.ts'
import { paperOf } from './trial.fixture.ts'

type Choice = Extract<Field, { type: 'choice' }>

/** Few choices: every combination of them. Many: every pair of options comes up together at least once. */
export const formsOf = (procedure: Procedure): Form[] => {
  const choices = fieldsOf(procedure).filter((field) => field.type === 'choice')
  const combinations = choices.reduce((product, field) => product * field.options.length, 1)
  return combinations <= MOST_COMBINATIONS ? everyCombination(choices) : everyPair(choices)
}

const MOST_COMBINATIONS = 24

const everyCombination = (choices: readonly Choice[]): Form[] =>
  choices.reduce<Form[]>(
    (forms, field) => forms.flatMap((form) => optionsOf(field).map((one) => ({ ...form, ...one }))),
    [{}],
  )

const optionsOf = ({ field, options }: Choice): Form[] => options.map(({ value }) => ({ [field]: value }))

/** Each form begins with a pair that has not come up yet; what it leaves open brings as many further pairs as it can. */
const everyPair = (choices: readonly Choice[]): Form[] => {
  let open = choices.flatMap((field, index) =>
    choices.slice(index + 1).flatMap((other) => everyCombination([field, other])),
  )
  const forms: Form[] = []
  for (let [seed] = open; seed; [seed] = open) {
    const form = choices.reduce<Form>(
      (filled, field) => (field.field in filled ? filled : mostPairs(open, filled, field)),
      seed,
    )
    forms.push(form)
    open = open.filter((pair) => !contains(form, pair))
  }
  return forms
}

const mostPairs = (open: readonly Form[], filled: Form, field: Choice): Form => {
  const tries = optionsOf(field).map((option) => ({ ...filled, ...option }))
  const gain = (form: Form) => open.filter((pair) => contains(form, pair)).length
  return tries.reduce((best, one) => (gain(one) > gain(best) ? one : best))
}

const contains = (form: Form, pair: Form): boolean =>
  Object.entries(pair).every(([field, value]) => form[field] === value)

/** The form filled in for what one step asks. */
export const filledForm = (procedure: Procedure, choices: Form, step?: string): Form => {
  const all = Object.fromEntries(
    fieldsOf(procedure).map((field) => [field.field, choices[field.field] ?? answerTo(field)]),
  )
  const asked = askedFields(procedure, all, step).map((field) => field.field)
  return Object.fromEntries(Object.entries(all).filter(([field]) => asked.includes(field)))
}

export const papersFor = (procedure: Procedure, step?: string): PaperRef[] =>
  groupsAt(procedure, step).flatMap((group) =>
    group.fields.flatMap((field) => (field.type === 'file' ? [paperOf(field.paper)] : [])),
  )

const answerTo = (field: Field): FormValue => {
  switch (field.type) {
    case 'text':
    case 'long-text':
      return 'Isian'
    case 'choice':
      return field.options[0]?.value ?? ''
    case 'date':
      return '2026-11-19'
    case 'person':
      return { nama: 'Pengelola', jabatan: 'Pengelola', email: 'pengelola@instansi.example', telepon: '0291 000000' }
    case 'time':
      return '09.30'
    case 'number':
      return String(field.expected?.min ?? field.expected?.max ?? field.limits?.min ?? field.limits?.max ?? 1)
    case 'email':
      return 'pengelola@instansi.example'
    case 'phone':
      return '0291 000000'
    case 'mailbox-name':
      return 'dinas.arsip'
    case 'coordinates':
      return '-6.8943, 110.6386'
    case 'table':
      return [Object.fromEntries(field.columns.map((column) => [column.column, cellOf(column)]))]
    case 'url':
      return 'https://instansi.example/'
    case 'ip':
      return '203.0.113.10'
    case 'domain-name':
      return 'nama-uji'
    case 'consent':
      return 'ya'
    case 'file':
      return ''
  }
}

const cellOf = ({ type, options }: Column): string => {
  switch (type) {
    case 'text':
      return 'Isian'
    case 'number':
      return '1'
    case 'url':
      return 'https://instansi.example/'
    case 'date':
      return '2026-11-19'
    case 'time':
      return '09.30'
    case 'choice':
      return options[0]?.value ?? ''
    case 'ip':
      return '203.0.113.10'
    case 'coordinates':
      return '-6.8943, 110.6386'
  }
}
