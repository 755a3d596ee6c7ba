// What people fill in, brought together with what stands: the answers of one step over those of the others, and their papers.
import { z } from 'zod'
import type { NameRules } from '../procedure/domain-name.ts'
import { askedFields, type Form, groupsAt, tidyForm } from '../procedure/form.ts'
import type { Procedure } from '../procedure/schema.ts'
import { type Refusal, refuse } from './commands.ts'
import type { Dossier } from './dossier.ts'
import type { PaperRef } from './events.ts'

const person = z.object({ nama: z.string(), jabatan: z.string(), email: z.string(), telepon: z.string() })
const row = z.record(z.string(), z.string())
const paper = z.object({
  id: z.string(),
  paper: z.string(),
  sha256: z.string(),
  bytes: z.number(),
  mime: z.string(),
  name: z.string(),
  place: z.object({ latitude: z.number(), longitude: z.number() }).exactOptional(),
})

export const valuesAnswer = z.record(z.string(), z.union([z.string(), z.array(row), person]))
export const papersAnswer = z.array(paper).default([])

type Asking = { step: string; names: NameRules }

/** What this step asks for comes from the answer; what other steps asked for stays as it is. */
export const mergedForm = (procedure: Procedure, dossier: Dossier, typed: Form, { step, names }: Asking): Form => {
  const asked = groupsAt(procedure, step).flatMap((group) => group.fields.map((field) => field.field))
  const kept = Object.entries(dossier.form).filter(([field]) => !asked.includes(field))
  const fresh = Object.entries(typed).filter(([field]) => asked.includes(field))
  return tidyForm(procedure, Object.fromEntries([...kept, ...fresh]), names)
}

/** A paper that the step asks for and nobody has attached, nor will be made. */
export const missingPaper = (
  procedure: Procedure,
  { form, papers }: { form: Form; papers: readonly PaperRef[] },
  step?: string,
): { ok: false; refusal: Refusal } | null => {
  const missing = askedFields(procedure, form, step).find(
    (field) =>
      field.type === 'file' && (field.required || field.orMade) && !papers.some((one) => one.paper === field.paper),
  )
  if (!missing) return null
  return refuse('invalid-answer', `${missing.label.id} belum dilampirkan.`, `${missing.label.en} is not attached.`)
}
