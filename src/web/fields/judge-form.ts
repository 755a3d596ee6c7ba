// Judges a whole form at once: shape of the answers, papers, names. Nothing of it knows a particular procedure.
import type { AgencyData } from '../../core/agency/catalogue.ts'
import type { PaperRef } from '../../core/dossier/events.ts'
import { askedFields, type FieldFault, type Form, formFaults, groupsAt, tidyForm } from '../../core/procedure/form.ts'
import type { Procedure } from '../../core/procedure/schema.ts'
import { type Sentence, sentence } from '../../core/sentence.ts'
import type { DraftFile } from '../../store/drafts.ts'
import type { Services } from '../services.ts'
import { judgeName, type NameField, type NameVerdict } from './judge-name.ts'
import { type TypedValues, typedForm } from './typed-form.ts'
import type { FileField } from './uploads.ts'

export type FormQuestion = {
  agency: AgencyData
  procedure: Procedure
  /** The step that asks, and what the dossier has answered at others; the first step without it. */
  step?: string | undefined
  standing?: Form | undefined
  client: string
  values: TypedValues
  files: readonly DraftFile[]
  /** The dossier that this form is or will be: it may want its own name. */
  dossier: string
  /** Papers it has already. */
  papers: readonly PaperRef[]
}

export type JudgedForm = {
  /** Tidied: what a dossier keeps. */
  form: Form
  faults: FieldFault[]
  /** What the office will look at again. */
  warnings: Sentence[]
  verdicts: Record<string, NameVerdict>
  /** Fresh papers. */
  papers: PaperRef[]
  /** Fields whose paper has to be made from the form. */
  toMake: FileField[]
}

export const judgeForm = async (
  services: Pick<Services, 'store' | 'dns' | 'log'>,
  question: FormQuestion,
): Promise<JudgedForm> => {
  const { agency, procedure, step, standing, values } = question
  const form = tidyForm(
    procedure,
    { ...others(procedure, standing, step), ...typedForm(procedure, values, step) },
    agency.agency.names,
  )
  const faults = formFaults(procedure, form, { ...agency.agency.names, today: agency.today }, step)
  const verdicts = await judgeNames(services, question, form, faults)
  const nameFaults = Object.entries(verdicts).flatMap(([field, verdict]) =>
    verdict.tone === 'bad' ? [{ field, sentence: verdict.sentence }] : [],
  )
  const papers = judgePapers(question, form)
  return {
    form,
    faults: inOrder(procedure, [...faults, ...nameFaults, ...papers.faults]),
    warnings: Object.values(verdicts).flatMap((verdict) => (verdict.tone === 'warning' ? [verdict.sentence] : [])),
    verdicts,
    papers: papers.fresh,
    toMake: papers.toMake,
  }
}

/** Answers that this step does not ask for stay as they are. */
const others = (procedure: Procedure, standing: Form = {}, step?: string): Form => {
  const asked = groupsAt(procedure, step).flatMap((group) => group.fields.map((field) => field.field))
  return Object.fromEntries(Object.entries(standing).filter(([field]) => !asked.includes(field)))
}

/** Only names of good shape are asked about. */
const judgeNames = async (
  services: Pick<Services, 'store' | 'dns' | 'log'>,
  question: FormQuestion,
  form: Form,
  faults: readonly FieldFault[],
): Promise<Record<string, NameVerdict>> => {
  const { agency, procedure, step, client, dossier } = question
  const asked = askedFields(procedure, form, step).filter((field): field is NameField => field.type === 'domain-name')
  const judged = asked.flatMap((field) => {
    const name = form[field.field]
    if (typeof name !== 'string' || name === '' || faults.some((fault) => fault.field === field.field)) return []
    const verdict = judgeName(services, {
      agency,
      procedure,
      field,
      name,
      form,
      client,
      except: dossier,
    })
    return [verdict.then((answer): [string, NameVerdict] => [field.field, answer])]
  })
  return Object.fromEntries(await Promise.all(judged))
}

const judgePapers = (
  { procedure, step, files, papers }: FormQuestion,
  form: Form,
): { fresh: PaperRef[]; toMake: FileField[]; faults: FieldFault[] } => {
  const asked = askedFields(procedure, form, step).filter((field): field is FileField => field.type === 'file')
  const fresh = files.filter((one) => asked.some((field) => field.field === one.field)).map((one) => one.paper)
  const missing = asked.filter((field) => ![...fresh, ...papers].some((paper) => paper.paper === field.paper))
  return {
    fresh,
    toMake: missing.filter((field) => field.orMade),
    faults: missing
      .filter((field) => field.required && !field.orMade)
      .map(({ field, label }) => ({
        field,
        sentence: sentence(`${label.id} belum diunggah.`, `${label.en} has not been uploaded.`),
      })),
  }
}

/** Top to bottom, as a person goes through the page. */
const inOrder = (procedure: Procedure, faults: FieldFault[]): FieldFault[] => {
  const order = procedure.form.flatMap((group) => group.fields.map((field) => field.field))
  const placeOf = (fault: FieldFault): number => order.indexOf(fault.field.split('.')[0] ?? '')
  return faults.toSorted((a, b) => placeOf(a) - placeOf(b))
}
