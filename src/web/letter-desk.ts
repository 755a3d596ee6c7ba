// What somebody goes by who writes a letter: kinds the office has a text for, what each asks, and what is wrong with an answer.
import type { AgencyData } from '../core/agency/catalogue.ts'
import type { LetterDraft } from '../core/dossier/letters/facts.ts'
import type { Field } from '../core/procedure/field-schema.ts'
import { type FieldFault, type Form, formFaults, tidyForm } from '../core/procedure/form.ts'
import type { Procedure } from '../core/procedure/schema.ts'
import { sentence } from '../core/sentence.ts'
import { readTemplate, readText } from '../letters/language/read.ts'

export type LetterKind = { kind: string; title: string; fields: Field[] }

/** `isCorrespondence`: it has an addressee; the others stay in the office unless somebody says so. */
export type LetterChoice = LetterKind & { isCorrespondence: boolean }

/** Made from the applicant's own form; no officer writes one. */
const OF_APPLICANTS = ['surat-permohonan']

export const letterKinds = ({ letters }: Pick<AgencyData, 'letters'>): LetterChoice[] =>
  Object.keys(letters)
    .flatMap((kind) => letterKind({ letters }, kind) ?? [])
    .toSorted((a, b) => a.title.localeCompare(b.title))

/** Null where the office has no text of that kind. Of files and names nothing is asked: they belong to the steps. */
export const letterKind = ({ letters }: Pick<AgencyData, 'letters'>, kind: string): LetterChoice | null => {
  const source = Object.hasOwn(letters, kind) && !OF_APPLICANTS.includes(kind) ? letters[kind] : undefined
  const read = source === undefined ? null : readTemplate(source)
  if (!read?.ok) return null
  const { title, shape, fields } = read.template.front
  const isCorrespondence = shape === 'correspondence'
  return {
    kind,
    title,
    isCorrespondence,
    fields: fields.filter(({ type }) => type !== 'file' && type !== 'domain-name'),
  }
}

/** The fields of a letter as a form of its own, for all that knows the forms of procedures. */
export const letterForm = (procedure: Procedure, { fields, title }: LetterKind): Procedure => ({
  ...procedure,
  form: fields.length === 0 ? [] : [{ group: 'isi-surat', label: { id: title, en: title }, fields }],
})

export type JudgedDraft = { values: Form; faults: FieldFault[] }

/** Names of faults: of a field its own, of the body `text`. */
export const judgeDraft = (
  { agency, procedure, kind }: { agency: AgencyData; procedure: Procedure; kind: LetterKind },
  { values = {}, text = '' }: Pick<LetterDraft, 'values' | 'text'>,
): JudgedDraft => {
  const form = letterForm(procedure, kind)
  const tidy = tidyForm(form, values, agency.agency.names)
  const names = { ...agency.agency.names, today: agency.today }
  const body = text.trim() === '' ? null : readText(text)
  return {
    values: tidy,
    faults: [
      ...formFaults(form, tidy, names),
      ...(body && !body.ok
        ? body.faults.slice(0, 1).map(({ line, sentence: said }) => ({
            field: 'text',
            sentence: sentence(`Baris ${line}: ${said.id}`, `Line ${line}: ${said.en}`),
          }))
        : []),
    ],
  }
}
