// What a reader sees of answers and papers that the procedure calls confidential: those who handle the dossier all of it.
import { type Actor, mayDossier } from '../person/may.ts'
import type { Field } from '../procedure/field-schema.ts'
import type { Form } from '../procedure/form.ts'
import type { Procedure } from '../procedure/schema.ts'
import type { Dossier } from './dossier.ts'
import type { Event, PaperRef } from './events.ts'
import { factsOf } from './involved.ts'
import { isApplicantStep } from './policy.ts'

/** `handling`: through whose hands it goes. The applicant sees what the applicant told; everybody else nothing of it. */
export type Reader = 'handling' | 'applicant' | 'other'

export const readerOf = (actor: Actor, dossier: Dossier): Reader => {
  const facts = factsOf(dossier)
  if (mayDossier(actor, 'see-confidential', facts)) return 'handling'
  return mayDossier(actor, 'see-as-applicant', facts) ? 'applicant' : 'other'
}

export const hiddenFrom = (procedure: Procedure, reader: Reader): Field[] =>
  reader === 'handling'
    ? []
    : procedure.form
        .filter(({ at }) => reader === 'other' || (at !== undefined && !isApplicantStep(procedure, at)))
        .flatMap(({ fields }) => fields.filter((field) => field.confidential))

/** Of what the office keeps to itself an applicant does not even read the questions. */
export const procedureForApplicant = (procedure: Procedure): Procedure => {
  const hidden = hiddenFrom(procedure, 'applicant')
  const form = procedure.form.map((group) => ({
    ...group,
    fields: group.fields.filter((one) => !hidden.includes(one)),
  }))
  return { ...procedure, form }
}

/** The dossier as this reader may see it. Never what a command is decided on. */
export const readableDossier = (procedure: Procedure, dossier: Dossier, reader: Reader): Dossier => {
  const hidden = hiddenFrom(procedure, reader)
  return hidden.length === 0 ? dossier : { ...dossier, ...without(hidden, dossier) }
}

export const readableEvents = (procedure: Procedure, events: readonly Event[], reader: Reader): readonly Event[] => {
  const hidden = hiddenFrom(procedure, reader)
  if (hidden.length === 0) return events
  return events.map((event) =>
    event.type === 'submitted' || event.type === 'corrected' || event.type === 'filled'
      ? { ...event, ...without(hidden, event) }
      : event,
  )
}

/** Without what is confidential: for lists, search and the book of letters, which nobody in particular reads. */
export const openForm = (procedure: Procedure, form: Form): Form =>
  without(hiddenFrom(procedure, 'other'), { form, papers: [] }).form

/** Also of papers that have been replaced meanwhile. */
export const isPaperHidden = (procedure: Procedure, reader: Reader, kind: string): boolean =>
  hiddenFrom(procedure, reader).some((field) => field.type === 'file' && field.paper === kind)

type Told = { form: Form; papers: PaperRef[] }

const without = (hidden: readonly Field[], { form, papers }: Told): Told => ({
  form: Object.fromEntries(Object.entries(form).filter(([name]) => !hidden.some(({ field }) => field === name))),
  papers: papers.filter(({ paper }) => !hidden.some((field) => field.type === 'file' && field.paper === paper)),
})
